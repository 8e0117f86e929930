import type { Span } from '../../0-terms/span.ts';
import type { TextWords } from './text-words.ts';
import { shingle, spanOfWords } from './text-words.ts';

/** Words that stand in both texts in the same order, small changes allowed. */
export interface Passage {
  /** In the first and in the second text. */
  readonly a: Span;
  readonly b: Span;
  /** Words that are the same in both. */
  readonly words: number;
}

export interface Alignment {
  readonly passages: readonly Passage[];
  /** Share of each text's words that stand in a passage, 0 to 1. */
  readonly shareA: number;
  readonly shareB: number;
  /** Words of the first text that stand in a passage. */
  readonly words: number;
}

const SEED = 4;
/** Shorter ones are phrases that everybody uses. */
const SHORTEST = 10;
/** Most words that may be changed, put in or left out between two equal stretches. */
const GAP = 5;
/** Places of one seed that are tried. */
const TRIES = 6;

interface Stretch {
  readonly endA: number;
  readonly endB: number;
  readonly same: number;
}

/** The passages that two texts share, found by seeds of four words that are then followed over small differences. Deterministic, linear for ordinary texts. */
export function align(a: TextWords, b: TextWords): Alignment {
  const places = new Map<number, number[]>();
  for (let at = 0; at + SEED <= b.hashes.length; at++) {
    const key = shingle(b.hashes, at, SEED);
    const known = places.get(key);
    if (known === undefined) places.set(key, [at]);
    else if (known.length < TRIES) known.push(at);
  }
  const passages: Passage[] = [];
  const coveredB = new Uint8Array(b.hashes.length);
  let wordsA = 0;
  for (let at = 0; at + SEED <= a.hashes.length; ) {
    let best: Stretch | null = null;
    let bestB = 0;
    for (const place of places.get(shingle(a.hashes, at, SEED)) ?? []) {
      const found = follow(a.hashes, at, b.hashes, place);
      if (best === null || found.same > best.same) {
        best = found;
        bestB = place;
      }
    }
    if (best === null || best.same < SHORTEST) {
      at++;
      continue;
    }
    passages.push({ a: spanOfWords(a, at, best.endA), b: spanOfWords(b, bestB, best.endB), words: best.same });
    coveredB.fill(1, bestB, best.endB);
    wordsA += best.endA - at;
    at = best.endA;
  }
  const wordsB = coveredB.reduce((sum, one) => sum + one, 0);
  return { passages, shareA: share(wordsA, a), shareB: share(wordsB, b), words: wordsA };
}

const share = (words: number, text: TextWords): number => (text.hashes.length === 0 ? 0 : words / text.hashes.length);

/** How far two texts go on alike from two places. */
function follow(a: Int32Array, fromA: number, b: Int32Array, fromB: number): Stretch {
  let i = fromA;
  let j = fromB;
  let same = 0;
  let stretch: Stretch = { endA: i, endB: j, same: 0 };
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      i++;
      j++;
      same++;
      stretch = { endA: i, endB: j, same };
      continue;
    }
    const next = resume(a, i, b, j);
    if (next === null) break;
    [i, j] = next;
  }
  return stretch;
}

/** The nearest places after a difference where two words in a row are the same again. */
function resume(a: Int32Array, i: number, b: Int32Array, j: number): [number, number] | null {
  for (let step = 1; step <= 2 * GAP; step++) {
    for (let inA = Math.max(0, step - GAP); inA <= Math.min(GAP, step); inA++) {
      const x = i + inA;
      const y = j + step - inA;
      if (x + 1 < a.length && y + 1 < b.length && a[x] === b[y] && a[x + 1] === b[y + 1]) return [x, y];
    }
  }
  return null;
}
