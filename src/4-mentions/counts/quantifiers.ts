import type { Numeral } from './numerals.ts';

/** What words around a numeral make of it. low and high of the bare numeral go in. */
interface Quantifier {
  readonly rule: string;
  readonly words: readonly string[];
  bound(low: number, high: number | null): { readonly low: number; readonly high: number | null; readonly approximate?: true };
}

const list = (rule: string, phrases: readonly string[], bound: Quantifier['bound']): Quantifier[] =>
  phrases.map((phrase) => ({ rule, words: phrase.split(' '), bound }));

const BEFORE: readonly Quantifier[] = [
  ...list(
    'counts.at-least',
    ['at least', 'no fewer than', 'no less than', 'not less than', 'not fewer than', 'a minimum of', 'as few as', 'minimum'],
    (low) => ({ low, high: null }),
  ),
  ...list(
    'counts.more-than',
    [
      'more than',
      'over',
      'well over',
      'upwards of',
      'upward of',
      'in excess of',
      'above',
      'just over',
      'at least more than',
      'greater than',
      'exceeding',
      'exceeded',
      'surpassed',
    ],
    (low) => ({ low: low + 1, high: null }),
  ),
  ...list(
    'counts.up-to',
    ['up to', 'as many as', 'at most', 'no more than', 'not more than', 'a maximum of', 'possibly as many as'],
    (low, high) => ({ low: Math.min(1, low), high: high ?? low }),
  ),
  ...list('counts.fewer-than', ['fewer than', 'less than', 'under', 'just under', 'below'], (low) => ({
    low: Math.min(1, low),
    high: Math.max(0, low - 1),
  })),
  ...list(
    'counts.about',
    [
      'about',
      'around',
      'some',
      'approximately',
      'roughly',
      'nearly',
      'almost',
      'an estimated',
      'estimated',
      'close to',
      'near',
      'an approximate',
      'perhaps',
      'circa',
      'just about',
      'some estimated',
      'as many as some',
      'approx',
      'approx.',
      '~',
      'nearly about',
    ],
    (low, high) => ({ low, high, approximate: true }),
  ),
  ...list(
    'counts.exactly',
    ['exactly', 'only', 'just', 'all', 'a total of', 'another', 'the other', 'a further', 'a record', 'an additional', 'additional'],
    (low, high) => ({ low, high }),
  ),
];
const AFTER: readonly Quantifier[] = [
  ...list(
    'counts.at-least',
    ['or more', 'and more', 'and counting', 'at least', 'at a minimum', 'plus', 'and possibly more', 'or even more'],
    (low) => ({ low, high: null }),
  ),
  ...list('counts.about', ['or so', 'or thereabouts', 'odd'], (low, high) => ({ low, high, approximate: true })),
  ...list('counts.fewer-than', ['or fewer', 'or less', 'at most', 'at the most'], (low) => ({ low: Math.min(1, low), high: low })),
];

export interface Quantified {
  /** Index of the first word of the whole. */
  readonly start: number;
  readonly numeral: Numeral;
}

const standsAt = (words: readonly string[], at: number, phrase: readonly string[]): boolean =>
  at >= 0 && phrase.every((word, i) => words[at + i] === word);

/** The longest quantifier of a list that ends before, or begins at, an index. */
function longest(quantifiers: readonly Quantifier[], fits: (quantifier: Quantifier) => boolean): Quantifier | null {
  let best: Quantifier | null = null;
  for (const quantifier of quantifiers) if (quantifier.words.length > (best?.words.length ?? 0) && fits(quantifier)) best = quantifier;
  return best;
}

/** Applies the quantifiers around a numeral: "at least six", "about 10 or more". */
export function quantify(words: readonly string[], at: number, numeral: Numeral): Quantified {
  let start = at;
  let result = numeral;
  if (numeral.high === 0) return { start, numeral };
  // "at least about 20": two layers at most.
  for (let layer = 0; layer < 2; layer += 1) {
    // "the 20", "as many as": an article between changes nothing.
    const quantifier = longest(BEFORE, ({ words: phrase }) => standsAt(words, start - phrase.length, phrase));
    if (!quantifier) break;
    start -= quantifier.words.length;
    result = applied(result, quantifier, result.end);
  }
  const after = longest(AFTER, ({ words: phrase }) => standsAt(words, numeral.end, phrase));
  if (after) result = applied(result, after, numeral.end + after.words.length);
  return { start, numeral: result };
}

function applied(numeral: Numeral, quantifier: Quantifier, end: number): Numeral {
  const { low, high, approximate } = quantifier.bound(numeral.low, numeral.high);
  return {
    end,
    low,
    high: numeral.high === null && quantifier.rule !== 'counts.up-to' ? null : high,
    approximate: numeral.approximate || approximate === true,
    rule: quantifier.rule === 'counts.exactly' ? numeral.rule : quantifier.rule,
  };
}
