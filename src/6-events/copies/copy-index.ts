import type { TextWords } from './text-words.ts';
import { shingle } from './text-words.ts';

/** Words in a shingle, in a window, and from one window to the next. */
const SHINGLE = 3;
const WINDOW = 40;
const STRIDE = 20;
/** A bucket takes no more texts: what stands in more is a page's furniture, or has enough witnesses already. */
const FULL = 40;

export interface Banding {
  readonly bands: number;
  readonly rows: number;
}
/** Windows that share 58 % of their shingles meet with probability .66, those that share 2 % with .00004. */
const BANDING: Banding = { bands: 5, rows: 3 };

/**
 * The band keys of every window of a text: MinHash (Broder 1997) with banding (locality-sensitive hashing). Windows of 40 words
 * instead of the whole text, so that a text that was cut, or joined with another, still meets its source. A text under 40 words is one window.
 */
export function bandKeys({ hashes }: TextWords, { bands, rows }: Banding = BANDING): number[] {
  const count = hashes.length - SHINGLE + 1;
  if (count < 1) return [];
  const shingles = new Int32Array(count);
  for (let at = 0; at < count; at++) shingles[at] = shingle(hashes, at, SHINGLE);
  const keys: number[] = [];
  const width = WINDOW - SHINGLE + 1;
  for (let from = 0; from === 0 || from + width / 2 < count; from += STRIDE) {
    const to = Math.min(count, from + width);
    for (let band = 0; band < bands; band++) {
      let key = band + 1;
      for (let row = 0; row < rows; row++) key = Math.imul(key ^ least(shingles, from, to, band * rows + row), 0x85ebca6b) ^ (key >>> 13);
      keys.push((key >>> 0) + band * 0x100000000);
    }
  }
  return keys;
}

/** The smallest value that hash function `n` of the family gives the shingles of a window. */
function least(shingles: Int32Array, from: number, to: number, n: number): number {
  const factor = Math.imul(n + 1, 0x9e3779b1) | 1;
  const salt = Math.imul(n + 17, 0xc2b2ae35);
  let min = 0xffffffff;
  for (let at = from; at < to; at++) {
    let value = Math.imul((shingles[at] ?? 0) ^ salt, factor);
    value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
    value = (value ^ (value >>> 12)) >>> 0;
    if (value < min) min = value;
  }
  return min;
}

/** Finds texts that may share a passage, at a cost that does not grow with their number. */
export class CopyIndex {
  private readonly buckets = new Map<number, number[]>();

  /** Numbers of the texts before this one that share a window's band with it; most shared bands first. */
  meet(number: number, words: TextWords): number[] {
    const met = new Map<number, number>();
    for (const key of new Set(bandKeys(words))) {
      const bucket = this.buckets.get(key);
      if (bucket === undefined) this.buckets.set(key, [number]);
      else {
        for (const other of bucket) if (other !== number) met.set(other, (met.get(other) ?? 0) + 1);
        if (bucket.length < FULL && bucket.at(-1) !== number) bucket.push(number);
      }
    }
    return [...met].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([other]) => other);
  }
}
