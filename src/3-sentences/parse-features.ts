import { mix } from './hash.ts';
import type { ParseState } from './parse-state.ts';
import type { Words } from './words.ts';

/** At most this many features describe one parsing decision. */
export const PARSE_FEATURES = 160;
/** So many of them, then so many, settle most decisions. */
export const ENOUGH: readonly number[] = [36, 64];

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
  const columns = {
    word: new Int32Array(n + 2),
    fine: new Int32Array(n + 2),
    broad: new Int32Array(n + 2),
    cluster: new Int32Array(n + 2),
  };
  for (let i = 0; i < n; i++) {
    const look = words.looks[i] as (typeof words.looks)[number];
    columns.word[i + 1] = look.word;
    columns.fine[i + 1] = (fine[i] as number) + 2;
    columns.broad[i + 1] = (broad[i] as number) + 2;
    columns.cluster[i + 1] = look.cluster === 0 ? (columns.broad[i + 1] as number) : 1000 + look.coarse;
  }
  columns.word[n + 1] = columns.fine[n + 1] = columns.broad[n + 1] = columns.cluster[n + 1] = 1;
  return columns;
}

// The key of a template with one to four values; never 0, which marks an empty slot.
const key1 = (template: number, a: number): number => mix(template * 0x51ed27, a) || 1;
const key2 = (template: number, a: number, b: number): number => mix(mix(template * 0x51ed27, a), b) || 1;
const key3 = (template: number, a: number, b: number, c: number): number => mix(mix(mix(template * 0x51ed27, a), b), c) || 1;
const key4 = (template: number, a: number, b: number, c: number, d: number): number =>
  mix(mix(mix(mix(template * 0x51ed27, a), b), c), d) || 1;

const labelAt = (labels: Int32Array, at: number): number => (at < 0 ? -1 : (labels[at] as number));

/**
 * The features of one decision: those of Zhang & Nivre (2011) with distances, valencies, grandparents, second dependents and
 * label sets, each tag feature in the fine or broad tag set, the second word of the stack, and word clusters in pairs
 * (Koo et al. 2008). A template's number names it; they stand in the order in which, one after the other, they tell the right move best
 * from the next best, so that a decision can be taken after the first of them.
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
  const S0d = labelAt(labels, s0);
  const S0ld = labelAt(labels, s0l);
  const S0rd = labelAt(labels, s0r);
  const N0ld = labelAt(labels, n0l);
  const gap = s0 < 0 ? 0 : n0 - s0;
  const far = gap < 5 ? gap : gap < 8 ? 5 : gap < 12 ? 6 : 7;
  const leftCount = s0 < 0 ? 0 : Math.min(3, state.leftCount[s0] as number);
  const rightCount = s0 < 0 ? 0 : Math.min(4, state.rightCount[s0] as number);
  const nextCount = Math.min(3, state.leftCount[n0] as number);
  const leftSet = s0 < 0 ? 0 : (state.leftSet[s0] as number);
  const rightSet = s0 < 0 ? 0 : (state.rightSet[s0] as number);
  const nextSet = state.leftSet[n0] as number;

  let n = 0;

  // What settles most decisions.
  out[n++] = key2(35, N0w, N1w);
  out[n++] = key2(117, N0w, nextSet);
  out[n++] = key3(136, S0p, N0ld, N0p);
  out[n++] = key2(34, N0p, N1p);
  out[n++] = key2(114, S0p, rightSet);
  out[n++] = key1(89, S0lp);
  out[n++] = key2(31, S0u, N0u);
  out[n++] = key1(21, N0c);
  out[n++] = key2(120, S0p, S0d);
  out[n++] = key3(51, S0u, N0u, N1p);
  out[n++] = key1(92, S0rp);
  out[n++] = key2(118, N0p, nextSet);
  out[n++] = key2(48, S0c, N1c);
  out[n++] = key1(95, N0lp);
  out[n++] = key1(5, S0u);
  out[n++] = key1(12, N1p);
  out[n++] = key1(102, labelAt(labels, s0l2));
  out[n++] = key2(42, S1p, N0p);
  out[n++] = key1(94, N0lw);
  out[n++] = key2(116, S0p, leftSet);
  out[n++] = key2(83, N0w, nextCount);
  out[n++] = key2(113, S0w, rightSet);
  out[n++] = key3(128, S0hp, S0d, N0p);
  out[n++] = key1(93, S0rd);
  out[n++] = key1(8, N0p);
  out[n++] = key3(130, S1p, labelAt(labels, s1), N0p);
  out[n++] = key2(37, S0c, N0p);
  out[n++] = key1(87, S0d);
  out[n++] = key1(101, S0l2p);
  out[n++] = key3(112, N0p, N0lp, N0l2p);
  out[n++] = key1(18, S1p);
  out[n++] = key2(81, S0w, leftCount);
  out[n++] = key3(49, N0p, N1p, N2p);
  out[n++] = key3(53, S0p, S0lp, N0p);
  out[n++] = key2(41, S1p, S0p);
  out[n++] = key3(55, S0p, N0p, N0lp);
  // What settles most of the others.
  out[n++] = key2(38, S0p, N0c);
  out[n++] = key1(107, N0l2p);
  out[n++] = key1(9, N0u);
  out[n++] = key2(79, S0w, rightCount);
  out[n++] = key3(109, S0p, S0lp, S0l2p);
  out[n++] = key2(46, N0p, N1w);
  out[n++] = key2(74, N0w, far);
  out[n++] = key3(54, S0p, S0rp, N0p);
  out[n++] = key2(86, 1, S0hp);
  out[n++] = key3(110, S0p, S0rp, S0r2p);
  out[n++] = key1(88, S0lw);
  out[n++] = key3(129, S0hp, S0d, N0w);
  out[n++] = key2(32, S0w, N0p);
  out[n++] = key3(50, S0p, N0p, N1p);
  out[n++] = key2(82, S0p, leftCount);
  out[n++] = key2(133, S0rd, N0ld);
  out[n++] = key1(91, S0rw);
  out[n++] = key1(14, N2w);
  out[n++] = key2(72, S0w, far);
  out[n++] = key3(124, S0d, S0rd, N0w);
  out[n++] = key3(71, S0c, S0rd, N0c);
  out[n++] = key1(16, N3p);
  out[n++] = key1(90, S0ld);
  out[n++] = key1(15, N2p);
  out[n++] = key2(73, S0p, far);
  out[n++] = key1(17, S1w);
  out[n++] = key3(121, S0p, S0d, N0p);
  out[n++] = key2(2, S0w, S0p);
  // The rest.
  out[n++] = key3(123, S0d, N0p, N1p);
  out[n++] = key3(122, S0d, S0rd, N0p);
  out[n++] = key3(66, S0c, N0c, N1c);
  out[n++] = key3(27, S0w, S0p, N0p);
  out[n++] = key2(6, N0w, N0p);
  out[n++] = key2(44, S1c, N0c);
  out[n++] = key3(78, S0c, N0c, far);
  out[n++] = key3(60, S2p, S1p, S0p);
  out[n++] = key1(1, 0);
  out[n++] = key1(22, N1c);
  out[n++] = key1(19, S2p);
  out[n++] = key1(20, S0c);
  out[n++] = key1(96, N0ld);
  out[n++] = key1(108, labelAt(labels, n0l2));
  out[n++] = key2(84, N0p, nextCount);
  out[n++] = key1(23, S1c);
  out[n++] = key1(106, word[n0l2 + 1] as number);
  out[n++] = key1(11, N1w);
  out[n++] = key3(132, S1p, labelAt(labels, s1l), labelAt(labels, s1r));
  out[n++] = key2(10, N1w, N1p);
  out[n++] = key2(75, N0p, far);
  out[n++] = key1(100, word[s0l2 + 1] as number);
  out[n++] = key1(85, word[s0h + 1] as number);
  out[n++] = key1(105, labelAt(labels, s0r2));
  out[n++] = key1(104, S0r2p);
  out[n++] = key2(13, N2w, N2p);
  out[n++] = key1(99, labelAt(labels, s0h));
  out[n++] = key1(103, word[s0r2 + 1] as number);
  out[n++] = key1(98, fine[s0h2 + 1] as number);
  out[n++] = key2(80, S0p, rightCount);
  out[n++] = key1(97, word[s0h2 + 1] as number);
  out[n++] = key1(4, S0p);
  out[n++] = key1(7, N0w);
  out[n++] = key3(111, S0p, S0hp, fine[s0h2 + 1] as number);
  out[n++] = key2(36, S0c, N0c);
  out[n++] = key1(3, S0w);
  out[n++] = key3(77, S0p, N0p, far);
  out[n++] = key2(119, S0w, S0d);
  out[n++] = key2(30, S0p, N0p);
  out[n++] = key3(126, S0p, rightSet, N0p);
  out[n++] = key2(115, S0w, leftSet);
  out[n++] = key3(56, S1p, S0p, N0p);
  out[n++] = key3(131, S1w, labelAt(labels, s1r), N0p);
  out[n++] = key3(52, S0hp, S0p, N0p);
  out[n++] = key3(127, word[s0h + 1] as number, S0d, N0w);
  out[n++] = key3(67, S1c, S0c, N0c);
  out[n++] = key4(61, S0p, N0p, N1p, N2p);
  out[n++] = key3(65, S0p, N0p, N1w);
  out[n++] = key3(125, S0u, rightSet, N0w);
  out[n++] = key2(39, S0w, N0c);
  out[n++] = key4(62, S1p, S0p, N0p, N1p);
  out[n++] = key2(43, S1w, N0w);
  out[n++] = key2(33, S0p, N0w);
  out[n++] = key2(40, S0c, N0w);
  out[n++] = key3(28, S0p, N0w, N0p);
  out[n++] = key2(47, S0w, N1w);
  out[n++] = key3(57, S1w, S0p, N0p);
  out[n++] = key3(135, S0w, N0lw, N0p);
  out[n++] = key3(58, S1p, S0w, N0p);
  out[n++] = key2(45, S1w, S0w);
  out[n++] = key3(134, S0rw, N0w, S0p);
  out[n++] = key3(64, S0p, N0w, N1p);
  out[n++] = key3(63, S0w, N0p, N1p);
  out[n++] = key3(59, S1p, S0p, N0w);
  out[n++] = key2(29, S0w, N0w);
  out[n++] = key3(25, S0w, S0p, N0w);
  out[n++] = key3(26, S0w, N0w, N0p);
  out[n++] = key3(137, S0w, N0ld, N0w);
  out[n++] = key3(69, S0w, S0rp, N0w);
  out[n++] = key3(70, S0w, S0rd, N0w);
  out[n++] = key4(24, S0w, S0p, N0w, N0p);
  out[n++] = key3(68, S0w, S0rw, N0w);
  out[n++] = key3(76, S0w, N0w, far);
  return n;
}

/** The places, in what `parseFeatures` writes, of the features that tell an arc's label: the two words, their dependents and heads. */
const OF_LABELS = Int32Array.from([
  1, 2, 4, 5, 6, 7, 8, 10, 11, 13, 14, 15, 18, 19, 21, 22, 23, 24, 26, 27, 30, 33, 35, 36, 37, 38, 41, 43, 44, 46, 47, 48, 49, 51, 52, 55,
  58, 61, 62, 63, 65, 67, 68, 72, 75, 76, 77, 81, 83, 86, 90, 95, 96, 98, 99, 100, 101, 102, 104, 107, 108, 111, 113, 116, 117, 118, 121,
  124, 125, 128, 129, 130, 131, 132, 133, 134,
]);

/** Picks the features of a label out of those of the move; gives their number. */
export function labelFeatures(features: Int32Array, out: Int32Array): number {
  for (let i = 0; i < OF_LABELS.length; i++) out[i] = features[OF_LABELS[i] as number] as number;
  return OF_LABELS.length;
}
