import type { Span } from '../../0-terms/span.ts';

/** The words of a text as numbers, so that two texts are compared without looking at letters again. */
export interface TextWords {
  /** A 32-bit hash for each word: letters and digits alone, lower case, so capitals, quotes and stops make no difference. */
  readonly hashes: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
/** Longer texts are compared by their beginning: no news report has more words. */
const MOST_WORDS = 20_000;

/** Words of a text in order. Linear; texts over 20,000 words are cut there. */
export function textWords(text: string): TextWords {
  const hashes: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(WORD)) {
    hashes.push(hashWord(match[0].toLowerCase()));
    starts.push(match.index);
    ends.push(match.index + match[0].length);
    if (hashes.length === MOST_WORDS) break;
  }
  return { hashes: Int32Array.from(hashes), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** FNV-1a; apostrophes are left out, so that straight and curly ones are one. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code === 0x27 || code === 0x2019) continue;
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash;
}

/** Hash of the `length` words from `at` on. */
export function shingle(hashes: Int32Array, at: number, length: number): number {
  let hash = 0x2f0b4c47;
  for (let n = 0; n < length; n++) hash = Math.imul(hash ^ (hashes[at + n] ?? 0), 0x9e3779b1) ^ (hash >>> 15);
  return hash;
}

/** From the first letter of word `from` to the last of word `to - 1`. */
export const spanOfWords = (words: TextWords, from: number, to: number): Span => [words.starts[from] ?? 0, words.ends[to - 1] ?? 0];
