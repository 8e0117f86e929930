import { bare, oneLine, plainCharacters, SENTENCE_END } from '../clean-text.ts';
import { isDateLine } from '../publication-date.ts';
import { bylineIn } from './byline.ts';
import { isDroppedLine, isMenuLine, isTailLine } from './line-kinds.ts';

/** A page's text as somebody copied it, sorted into its parts. */
export interface CopiedText {
  readonly title: string | null;
  readonly byline: string | null;
  /** Lines that only say when it appeared, in order. */
  readonly dateLines: readonly string[];
  readonly paragraphs: readonly string[];
}

/** Sorts copied text: headline, byline and date lines out, menus, share bars, forms and lists of other articles away, paragraphs kept. */
export function sortCopiedText(raw: string): CopiedText {
  const lines = paragraphLines(plainCharacters(raw));
  const bodyStart = lines.findIndex(isBody);
  const opening = bodyStart < 0 ? [] : lines.slice(0, bodyStart);
  let title: string | null = null;
  let byline: string | null = null;
  const dateLines: string[] = [];
  const openers: string[] = [];
  const heads = opening.length <= 40 ? opening : opening.slice(-40);
  for (const line of heads) {
    const by = bylineIn(line);
    if (by !== null) byline ??= by;
    else if (isDateLine(line)) dateLines.push(line);
    else if (isDroppedLine(line) || isMenuLine(line) || isTailLine(line)) continue;
    else if (line.length < 250) openers.push(line);
  }
  const headline = openers.find((line) => line.split(' ').length >= 4) ?? openers.find((line) => line.split(' ').length >= 2) ?? null;
  title = headline;
  // What stands between the headline and the first sentence is text too, unless it says the headline again.
  const between =
    headline === null
      ? []
      : openers.slice(openers.indexOf(headline) + 1).filter((line) => line.split(' ').length > 3 && !repeats(line, headline));

  const paragraphs: string[] = [];
  const body = bodyStart < 0 ? lines : [...between, ...lines.slice(bodyStart)];
  for (const [index, line] of body.entries()) {
    const by = bylineIn(line);
    if (bodyStart >= 0 && by !== null && index < 3) {
      byline ??= by;
      continue;
    }
    if (isDateLine(line) && (index < 3 || index > body.length - 4) && body.length > 1) {
      dateLines.push(line);
      continue;
    }
    if (isTailLine(line) && !body.slice(index + 1).some(isLongBody)) break;
    if (body.length > 1 && (isDroppedLine(line) || isTailLine(line))) continue;
    if (body.length > 1 && title !== null && bare(line) === bare(title)) continue;
    paragraphs.push(line);
  }
  return { title, byline, dateLines, paragraphs };
}

/** Whether a line says a headline again in fewer or other words: half of its words are the headline's. */
function repeats(line: string, headline: string): boolean {
  const known = new Set(bare(headline).split(' '));
  const words = bare(line).split(' ');
  return words.filter((word) => known.has(word)).length * 2 >= words.length;
}

/** A line of running text: a sentence, not a headline or a menu. */
const isBody = (line: string): boolean => {
  if (isDroppedLine(line) || isTailLine(line) || isDateLine(line) || bylineIn(line) !== null) return false;
  return SENTENCE_END.test(line) ? line.split(' ').length >= 3 : line.length > 250;
};
const isLongBody = (line: string): boolean => line.length > 140 && SENTENCE_END.test(line) && !isDroppedLine(line);

/** Paragraphs of a plain text: hard-wrapped lines are joined, blank lines part. */
function paragraphLines(text: string): string[] {
  const lines = text.split('\n').map((line) => oneLine(withoutMarks(line.replace(/\t/g, ' '))));
  const wrapped = isWrapped(lines);
  const joined: string[] = [];
  let open = false;
  let previousLength = 0;
  let parts: string[] = [];
  const close = (): void => {
    if (parts.length > 0) joined.push(parts.join(' '));
    parts = [];
    open = false;
  };
  for (const line of lines) {
    if (line === '') {
      close();
      continue;
    }
    if (open && !(wrapped && previousLength >= 40)) close();
    parts.push(line);
    open = true;
    previousLength = line.length;
  }
  close();
  return joined;
}

/** A line without the marks of Markdown and of mail: heading signs, list stars, stars around the whole, `>` before. */
const withoutMarks = (line: string): string =>
  line.replace(/^\s*(?:#{1,6}\s+|>\s?|[-*•]\s+)/, '').replace(/^\s*([*_]{1,3})(\S.*\S)\1\s*$/, '$2');

/** Whether lines end at a margin, not at the end of a paragraph: most lines followed by another are 40 to 100 long and end inside a sentence. */
function isWrapped(lines: readonly string[]): boolean {
  let followed = 0;
  let broken = 0;
  for (let index = 0; index + 1 < lines.length; index += 1) {
    const line = lines[index] as string;
    const next = lines[index + 1] as string;
    if (line === '' || next === '') continue;
    followed += 1;
    if (line.length >= 40 && line.length <= 110 && !SENTENCE_END.test(line)) broken += 1;
  }
  return followed >= 2 && broken / followed > 0.5;
}
