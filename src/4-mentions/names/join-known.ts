import type { Token } from '../../3-sentences/parsed-report.ts';
import type { TokenSpan } from './labels.ts';
import type { KnownName } from './name-kinds.ts';

/** Small words that stand inside names of organisations. */
const INNER = new Set(['of', 'the', 'and', 'for', 'in', 'de', 'al', '-', '–', '’s', "'s", 'del', 'la']);
const MOST = 9;

/**
 * Names of the actors lexicon that the tagger cut or took apart ("Islamic" + "State of Khorasan") made whole: a run of capitalised words
 * that holds a tagged name and is known as a whole replaces what it covers.
 */
export function joinKnown(tokens: readonly Token[], spans: readonly TokenSpan[], known: KnownName): TokenSpan[] {
  const result: TokenSpan[] = [];
  let past = 0;
  for (let s = 0; s < spans.length; s++) {
    const span = spans[s] as TokenSpan;
    if (span.first < past) continue;
    const whole = span.type === 'Date' || span.type === 'Money' || span.type === 'Person' ? null : wholeName(tokens, span, past, known);
    if (whole) {
      result.push(whole);
      past = whole.end;
      while (result.length > 1 && (result.at(-2) as TokenSpan).end > whole.first) result.splice(-2, 1);
    } else {
      result.push(span);
      past = span.end;
    }
  }
  return result;
}

/** The longest known name around a tagged one, null when none is longer than it. */
function wholeName(tokens: readonly Token[], span: TokenSpan, past: number, known: KnownName): TokenSpan | null {
  let from = span.first;
  while (from > past && span.end - from < MOST && partOf(tokens[from - 1])) from--;
  let to = span.end;
  while (to < tokens.length && to - span.first < MOST && partOf(tokens[to])) to++;
  if (from === span.first && to === span.end) return null;
  for (let length = Math.min(to - from, MOST); length > span.end - span.first; length--) {
    for (let first = from; first + length <= to; first++) {
      if (first > span.first || first + length < span.end || !capital(tokens[first]) || !capital(tokens[first + length - 1])) continue;
      const text = tokens
        .slice(first, first + length)
        .map((token) => token.form)
        .join(' ')
        .replace(/ ?([-–]) ?/g, '$1')
        .replace(/ (['’]s)/g, '$1');
      if (known(text)) return { first, end: first + length, type: 'Organization' };
    }
  }
  return null;
}

const capital = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}|^\d/u.test(token.form);
const partOf = (token: Token | undefined): boolean => token !== undefined && (capital(token) || INNER.has(token.form.toLowerCase()));
