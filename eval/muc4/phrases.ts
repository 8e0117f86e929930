import { cut, type Span } from '../../src/0-terms/span.ts';
import type { CodedReport, Filler } from '../../src/5-claims/coded-report.ts';
import type { Value } from './template.ts';

/** As the keys are written: capitals, no accents. */
export const capitals = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replace(/\s+/g, ' ').trim();

/** A phrase without what only says where, who or which: "THEIR WAREHOUSE IN THE PORT" is "WAREHOUSE". */
export function bare(phrase: string): string {
  return phrase
    .replace(/[“”"‘]/g, '')
    .replace(/’/g, "'")
    .replace(
      /(?<=\S)(?:,| (?:IN|AT|ON|NEAR|FROM|WHO|THAT|WHICH|DURING|LAST|THIS|YESTERDAY|TODAY|BY|ALONG|OUTSIDE|INSIDE|INCLUDING|LOCATED|WHERE|WHILE|WHEN|AND THEN)\b| \[| \(| --).*$/,
      '',
    )
    .replace(
      /^(?:(?:THEIR|HIS|HER|ITS|OUR|MY|APPARENTLY|ALLEGEDLY|PRESUMABLY|BY|AT LEAST|ABOUT|APPROXIMATELY|SO-CALLED|ALLEGED|SUSPECTED|PRESUMED|BOTH|NEARLY|ALMOST|MORE THAN|SOME|THE|A|AN) )+/,
      '',
    )
    .replace(/(?:'S?|[.,;:\s-])+$/, '')
    .trim();
}

/** Words that stand for others: no filler of MUC-4. */
const EMPTY =
  /^(?:IT|THEY|THEM|HE|SHE|HIM|HER|WE|US|I|YOU|WHO|WHICH|THAT|THIS|THESE|THOSE|ITS|THEIR|HIS|OTHERS?|ONE|TWO|THREE|ALL|ALL OF.*|SOME|MANY|SEVERAL|BOTH|ANOTHER(?: \w+)?|APPARENTLY|SOMEONE|NOBODY|NO \w+|NOT .*|FIRST|REST|[\d,.]+|.?)$/;

/** The fillers of a role that say something, as bare phrases. */
export function phrasesOf<F extends Filler>(fillers: readonly F[], report: CodedReport): { readonly filler: F; readonly phrase: string }[] {
  return fillers
    .map((filler) => ({ filler, phrase: bare(capitals(cut(report.text, filler.span))) }))
    .filter(({ phrase }) => !EMPTY.test(phrase));
}

/** The same value once. */
export const unique = (values: readonly Value[]): Value[] => [...new Map(values.map((v) => [`${v.value}|${v.tags?.join()}`, v])).values()];

/** The names that stand inside a span, with the words as the text has them. */
export function namesIn(
  span: Span,
  report: CodedReport,
): { readonly entity: string; readonly kind: string; readonly span: Span; readonly name: string }[] {
  return report.mentions
    .filter((m) => m.form === 'name' && m.span[0] < span[1] && span[0] < m.span[1])
    .map((m) => ({ entity: m.entity, kind: m.kind, span: m.span, name: capitals(cut(report.text, m.span)) }));
}

const NUMBER_WORDS = 'ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE'.split(' ');
/** "TWO BUSES" is 2, "BUSES" is PLURAL, "A BUS" is 1. */
export function numberOf(phrase: string): string {
  const [first = ''] = phrase.split(' ');
  const at = NUMBER_WORDS.indexOf(first);
  if (at >= 0) return String(at + 1);
  if (/^\d+$/.test(first)) return first;
  const head =
    phrase
      .replace(/ (?:OF|FOR|TO|WITH)\b.*$/, '')
      .split(' ')
      .at(-1) ?? first;
  return /(?:[^SI]S|PEOPLE|MEN|CHILDREN|POLICE)$/.test(head) && !/GAS$|BUS$/.test(head) ? 'PLURAL' : '1';
}
