import type { Expression } from './expression.ts';
import type { Finder } from './finder.ts';
import { smooth } from './finder.ts';

/** Share of capitals among letters from which on a text counts as written in capitals. */
const CAPITAL_SHARE = 0.7;

/** A number over 12 in the first place of a numeric date. */
const DAY_FIRST = /(?<![\d/])(?:1[3-9]|2\d|3[01])\/(?:0?\d|1[0-2])\/(?:\d{4}|\d\d)(?![\d/])/;

function isCaseless(text: string): boolean {
  let upper = 0;
  let letters = 0;
  // A few thousand letters tell enough of a long text.
  for (let i = 0; i < text.length && letters < 4000; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 65 && code <= 90) {
      upper += 1;
      letters += 1;
    } else if (code >= 97 && code <= 122) letters += 1;
  }
  return letters > 0 && (upper / letters > CAPITAL_SHARE || upper === 0);
}

/** Runs every finder over the text and keeps, of overlapping matches, the longest (then the one whose finder comes first). */
export function findExpressions(text: string, finders: readonly Finder[]): Expression[] {
  const smoothed = smooth(text);
  const caseless = isCaseless(text);
  const dayFirst = DAY_FIRST.test(text);
  const found: { readonly expression: Expression; readonly order: number }[] = [];
  for (const [order, finder] of finders.entries()) {
    finder.pattern.lastIndex = 0;
    for (const match of smoothed.matchAll(finder.pattern)) {
      const start = match.index;
      let end = start + match[0].length;
      const meaning = finder.read({
        groups: match.groups ?? {},
        words: match[0],
        written: text.slice(start, end),
        behind: text.slice(end, end + 12),
        text: smoothed,
        start,
        end,
        caseless,
        dayFirst,
      });
      if (!meaning) continue;
      while (end > start && smoothed[end - 1] === ' ') end -= 1;
      found.push({ expression: { span: [start, end], meaning, rule: finder.rule }, order });
    }
  }
  const length = ({ span }: Expression): number => span[1] - span[0];
  found.sort((a, b) => length(b.expression) - length(a.expression) || a.order - b.order);
  // Longest first: each claims its characters, one mark a character, so that the whole stays linear.
  const taken = new Uint8Array(text.length);
  const kept: Expression[] = [];
  for (const { expression } of found) {
    const [start, end] = expression.span;
    let free = true;
    for (let i = start; i < end && free; i += 1) free = taken[i] === 0;
    if (!free) continue;
    taken.fill(1, start, end);
    kept.push(expression);
  }
  return kept.sort((a, b) => a.span[0] - b.span[0]);
}
