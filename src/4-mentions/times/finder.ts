import type { Meaning } from './expression.ts';

/** What a finder sees of one match of its pattern. */
export interface Sight {
  /** Named groups of the pattern, lower case. */
  readonly groups: Readonly<Record<string, string | undefined>>;
  /** The matched words, lower case. */
  readonly words: string;
  /** The matched words as written. */
  readonly written: string;
  /** Some characters behind the match, as written. */
  readonly behind: string;
  /** The whole text, smoothed (see `smooth`), and where the match stands in it. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** True when the text is in capitals (or in small letters) throughout, so that capitals tell nothing. */
  readonly caseless: boolean;
  /** True when another numeric date of the text can only be day first: 30/07/2017. */
  readonly dayFirst: boolean;
}

/** One pattern of the grammar: what it looks like and what it means; null when it is not one after all. */
export interface Finder {
  readonly rule: string;
  readonly pattern: RegExp;
  read(sight: Sight): Meaning | null;
}

/** Letters and digits of Latin script; quicker than Unicode classes. */
const WORD = '0-9a-z_\\u00c0-\\u024f';

/** A pattern over smoothed text: written as one regular expression with a plain space for any gap; whole words, global. */
export const pattern = (parts: TemplateStringsArray, ...pieces: readonly string[]): RegExp =>
  new RegExp(`(?<![${WORD}])(?:${String.raw({ raw: parts.raw }, ...pieces)})(?![${WORD}])`, 'g');

/**
 * The text with the same length and offsets, easier to match: lower case, one kind of apostrophe and hyphen, and single line
 * breaks and hard spaces as plain spaces, so that a date may run over a line's end but not over a paragraph's.
 */
export function smooth(text: string): string {
  const lower = text.toLowerCase();
  const same = lower.length === text.length ? lower : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  return same
    .replace(/[\u2018\u2019\u02bc`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\t\u00a0\u2007\u2009\u202f]/g, ' ')
    .replace(/(?<!\n)\r?\n(?![\r\n])/g, (end) => ' '.repeat(end.length));
}
