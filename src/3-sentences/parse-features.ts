import { mix } from './hash.ts';
import type { ParseState } from './parse-state.ts';
import type { Words } from './words.ts';

/** At most this many features describe one parsing decision. */
export const PARSE_FEATURES = 160;

/**
 * A sentence as columns of numbers. Position 0 stands for "nothing there"; word i is at i + 1; the artificial root comes last.
 */
export interface ParseColumns {
  readonly word: Int32Array;
  /** Hash of XPOS and of UPOS. */
  readonly fine: Int32Array;
  readonly broad: Int32Array;
  readonly cluster: Int32Array;
}

export function columnsOf(words: Words, fine: ArrayLike<number>, broad: ArrayLike<number>): ParseColumns {
  const n = words.looks.length;
  const columns = { word: new Int32Array(n + 2), fine: new Int32Array(n + 2), broad: new Int32Array(n + 2), cluster: new Int32Array(n + 2) };
  for (let i = 0; i < n; i++) {
    const look = words.looks[i] as (typeof words.looks)[number];
    columns.word[i + 1] = look.word;
    columns.fine[i + 1] = (fine[i] as number) + 2;
    columns.broad[i + 1] = (broad[i] as number) + 2;
    columns.cluster[i + 1] = look.cluster === 0 ? columns.broad[i + 1] as number : 1000 + look.cluster;
  }
  columns.word[n + 1] = columns.fine[n + 1] = columns.broad[n + 1] = columns.cluster[n + 1] = 1;
  return columns;
}

/**
 * The features of one decision: those of Zhang & Nivre (2011) with distances, valencies, grandparents, second dependents and
 * label sets, each tag feature in the fine or broad tag set, the second word of the stack, and word clusters in pairs
 * (Koo et al. 2008).
 */
export function parseFeatures(state: ParseState, columns: ParseColumns, out: Int32Array): number {
  const { word, fine, broad, cluster } = columns;
  const { heads, labels, left, left2, right, right2 } = state;
  // All positions are shifted by one, so that -1 ("nothing there") becomes column 0.
  const s0 = state.top(0);
  const s1 = state.top(1);
  const s2 = state.top(2);
  const n0 = state.next;
  const end = state.length;
  const n1 = n0 + 1 <= end ? n0 + 1 : -1;
  const n2 = n0 + 2 <= end ? n0 + 2 : -1;
  const n3 = n0 + 3 <= end ? n0 + 3 : -1;
  const s0h = s0 < 0 ? -1 : (heads[s0] as number);
  const s0h2 = s0h < 0 ? -1 : (heads[s0h] as number);
  const s0l = s0 < 0 ? -1 : (left[s0] as number);
  const s0r = s0 < 0 ? -1 : (right[s0] as number);
  const s0l2 = s0 < 0 ? -1 : (left2[s0] as number);
  const s0r2 = s0 < 0 ? -1 : (right2[s0] as number);
  const n0l = left[n0] as number;
  const n0l2 = left2[n0] as number;
  const s1r = s1 < 0 ? -1 : (right[s1] as number);
  const s1l = s1 < 0 ? -1 : (left[s1] as number);

  const S0w = word[s0 + 1] as number;
  const S0p = fine[s0 + 1] as number;
  const S0u = broad[s0 + 1] as number;
  const S0c = cluster[s0 + 1] as number;
  const S1w = word[s1 + 1] as number;
  const S1p = fine[s1 + 1] as number;
  const S1c = cluster[s1 + 1] as number;
  const S2p = fine[s2 + 1] as number;
  const N0w = word[n0 + 1] as number;
  const N0p = fine[n0 + 1] as number;
  const N0u = broad[n0 + 1] as number;
  const N0c = cluster[n0 + 1] as number;
  const N1w = word[n1 + 1] as number;
  const N1p = fine[n1 + 1] as number;
  const N1c = cluster[n1 + 1] as number;
  const N2w = word[n2 + 1] as number;
  const N2p = fine[n2 + 1] as number;
  const N3p = fine[n3 + 1] as number;
  const S0hp = fine[s0h + 1] as number;
  const S0lp = fine[s0l + 1] as number;
  const S0rp = fine[s0r + 1] as number;
  const S0rw = word[s0r + 1] as number;
  const S0lw = word[s0l + 1] as number;
  const S0l2p = fine[s0l2 + 1] as number;
  const S0r2p = fine[s0r2 + 1] as number;
  const N0lp = fine[n0l + 1] as number;
  const N0lw = word[n0l + 1] as number;
  const N0l2p = fine[n0l2 + 1] as number;
  const label = (at: number): number => (at < 0 ? -1 : (labels[at] as number));
  const S0d = label(s0);
  const S0ld = label(s0l);
  const S0rd = label(s0r);
  const N0ld = label(n0l);
  const gap = s0 < 0 ? 0 : n0 - s0;
  const far = gap < 5 ? gap : gap < 8 ? 5 : gap < 12 ? 6 : 7;
  const leftCount = s0 < 0 ? 0 : Math.min(3, state.leftCount[s0] as number);
  const rightCount = s0 < 0 ? 0 : Math.min(4, state.rightCount[s0] as number);
  const nextCount = Math.min(3, state.leftCount[n0] as number);
  const leftSet = s0 < 0 ? 0 : (state.leftSet[s0] as number);
  const rightSet = s0 < 0 ? 0 : (state.rightSet[s0] as number);
  const nextSet = state.leftSet[n0] as number;

  let n = 0;
  let template = 0;
  const one = (a: number): void => {
    out[n++] = mix(++template * 0x51ed27, a) || 1;
  };
  const two = (a: number, b: number): void => {
    out[n++] = mix(mix(++template * 0x51ed27, a), b) || 1;
  };
  const three = (a: number, b: number, c: number): void => {
    out[n++] = mix(mix(mix(++template * 0x51ed27, a), b), c) || 1;
  };
  const four = (a: number, b: number, c: number, d: number): void => {
    out[n++] = mix(mix(mix(mix(++template * 0x51ed27, a), b), c), d) || 1;
  };

  one(0);
  // Single words.
  two(S0w, S0p);
  one(S0w);
  one(S0p);
  one(S0u);
  two(N0w, N0p);
  one(N0w);
  one(N0p);
  one(N0u);
  two(N1w, N1p);
  one(N1w);
  one(N1p);
  two(N2w, N2p);
  one(N2w);
  one(N2p);
  one(N3p);
  one(S1w);
  one(S1p);
  one(S2p);
  one(S0c);
  one(N0c);
  one(N1c);
  one(S1c);
  // Pairs.
  four(S0w, S0p, N0w, N0p);
  three(S0w, S0p, N0w);
  three(S0w, N0w, N0p);
  three(S0w, S0p, N0p);
  three(S0p, N0w, N0p);
  two(S0w, N0w);
  two(S0p, N0p);
  two(S0u, N0u);
  two(S0w, N0p);
  two(S0p, N0w);
  two(N0p, N1p);
  two(N0w, N1w);
  two(S0c, N0c);
  two(S0c, N0p);
  two(S0p, N0c);
  two(S0w, N0c);
  two(S0c, N0w);
  two(S1p, S0p);
  two(S1p, N0p);
  two(S1w, N0w);
  two(S1c, N0c);
  two(S1w, S0w);
  two(N0p, N1w);
  two(S0w, N1w);
  two(S0c, N1c);
  // Triples.
  three(N0p, N1p, N2p);
  three(S0p, N0p, N1p);
  three(S0u, N0u, N1p);
  three(S0hp, S0p, N0p);
  three(S0p, S0lp, N0p);
  three(S0p, S0rp, N0p);
  three(S0p, N0p, N0lp);
  three(S1p, S0p, N0p);
  three(S1w, S0p, N0p);
  three(S1p, S0w, N0p);
  three(S1p, S0p, N0w);
  three(S2p, S1p, S0p);
  four(S0p, N0p, N1p, N2p);
  four(S1p, S0p, N0p, N1p);
  three(S0w, N0p, N1p);
  three(S0p, N0w, N1p);
  three(S0p, N0p, N1w);
  three(S0c, N0c, N1c);
  three(S1c, S0c, N0c);
  three(S0w, S0rw, N0w);
  three(S0w, S0rp, N0w);
  three(S0w, S0rd, N0w);
  three(S0c, S0rd, N0c);
  // Distance and valency.
  two(S0w, far);
  two(S0p, far);
  two(N0w, far);
  two(N0p, far);
  three(S0w, N0w, far);
  three(S0p, N0p, far);
  three(S0c, N0c, far);
  two(S0w, rightCount);
  two(S0p, rightCount);
  two(S0w, leftCount);
  two(S0p, leftCount);
  two(N0w, nextCount);
  two(N0p, nextCount);
  // The tree so far.
  one(word[s0h + 1] as number);
  two(1, S0hp);
  one(S0d);
  one(S0lw);
  one(S0lp);
  one(S0ld);
  one(S0rw);
  one(S0rp);
  one(S0rd);
  one(N0lw);
  one(N0lp);
  one(N0ld);
  one(word[s0h2 + 1] as number);
  one(fine[s0h2 + 1] as number);
  one(label(s0h));
  one(word[s0l2 + 1] as number);
  one(S0l2p);
  one(label(s0l2));
  one(word[s0r2 + 1] as number);
  one(S0r2p);
  one(label(s0r2));
  one(word[n0l2 + 1] as number);
  one(N0l2p);
  one(label(n0l2));
  three(S0p, S0lp, S0l2p);
  three(S0p, S0rp, S0r2p);
  three(S0p, S0hp, fine[s0h2 + 1] as number);
  three(N0p, N0lp, N0l2p);
  two(S0w, rightSet);
  two(S0p, rightSet);
  two(S0w, leftSet);
  two(S0p, leftSet);
  two(N0w, nextSet);
  two(N0p, nextSet);
  two(S0w, S0d);
  two(S0p, S0d);
  three(S0p, S0d, N0p);
  three(S0d, S0rd, N0p);
  three(S0d, N0p, N1p);
  three(S0d, S0rd, N0w);
  three(S0u, rightSet, N0w);
  three(S0p, rightSet, N0p);
  three(word[s0h + 1] as number, S0d, N0w);
  three(S0hp, S0d, N0p);
  three(S0hp, S0d, N0w);
  three(S1p, label(s1), N0p);
  three(S1w, label(s1r), N0p);
  three(S1p, label(s1l), label(s1r));
  two(S0rd, N0ld);
  three(S0rw, N0w, S0p);
  three(S0w, N0lw, N0p);
  three(S0p, N0ld, N0p);
  three(S0w, N0ld, N0w);
  return n;
}
