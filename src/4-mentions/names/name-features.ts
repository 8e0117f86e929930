import { mix } from '../../3-sentences/hash.ts';
import type { PhraseTable } from './phrase-table.ts';
import type { WordClasses } from './word-classes.ts';
import { CASES, caseOf, type WrittenWord } from './written-words.ts';

/** What the features look up besides the words. */
export interface NameLexicon {
  /** Names of the gazetteers and dictionaries, with PHRASE_BITS. */
  readonly phrases: PhraseTable;
  /** Names of several words met in raw text, one bit a type. */
  readonly gleaned: PhraseTable;
  readonly classes: WordClasses;
}

/** How a report writes its words away from sentence starts: word hash → 1 in lower case, 2 with a capital. */
export type WrittenIn = ReadonlyMap<number, number>;

/** Collects how the words of a report are written where capitals mean something. */
export function writtenIn(sentences: readonly (readonly WrittenWord[])[]): WrittenIn {
  const seen = new Map<number, number>();
  for (const words of sentences) {
    if (caseOf(words) !== CASES.mixed) continue;
    for (let i = 1; i < words.length; i++) {
      const word = words[i] as WrittenWord;
      if (word.capital === 0 || (words[i - 1] as WrittenWord).capital === 0) continue;
      seen.set(word.word, (seen.get(word.word) ?? 0) | (word.capital === 1 ? 1 : 2));
    }
  }
  return seen;
}

/** No token has more features than this. */
export const MOST_FEATURES = 112;

const START = 0x1234567;
const END = 0x7654321;
const LONGEST_PHRASE = 5;

/** A sentence made ready: columns by token, with two cells of margin on either side. */
interface Columns {
  readonly count: number;
  readonly mode: number;
  readonly words: readonly WrittenWord[];
  readonly word: Int32Array;
  readonly shape: Int32Array;
  readonly cluster: Int32Array;
  readonly kind: Int32Array;
  /** Known phrases that begin here (low byte) and that hold this token further in (next byte). */
  readonly known: Int32Array;
  /** The same of the names met in raw text. */
  readonly met: Int32Array;
  /** First and last token of the run of capitals (with small words inside) that holds a token; -1 outside. */
  readonly runFirst: Int32Array;
  readonly runLast: Int32Array;
}

const MARGIN = 2;
const INNER = new Set([
  'of',
  'the',
  'and',
  'de',
  'for',
  '&',
  'del',
  'la',
  'al',
  'el',
  'bin',
  'on',
  "'s",
  '-',
  'van',
  'von',
  'y',
  'in',
  'e',
  'do',
  'da',
  'los',
  'du',
  'des',
]);

function columnsOf(words: readonly WrittenWord[], lexicon: NameLexicon): Columns {
  const count = words.length;
  const size = count + 2 * MARGIN;
  const mode = caseOf(words);
  const word = new Int32Array(size).fill(END);
  const shape = new Int32Array(size).fill(END);
  const cluster = new Int32Array(size);
  const kind = new Int32Array(size);
  const known = new Int32Array(size);
  const met = new Int32Array(size);
  const runFirst = new Int32Array(count).fill(-1);
  const runLast = new Int32Array(count).fill(-1);
  word.fill(START, 0, MARGIN);
  shape.fill(START, 0, MARGIN);
  for (let i = 0; i < count; i++) {
    const w = words[i] as WrittenWord;
    const row = lexicon.classes.get(w.word);
    word[i + MARGIN] = w.word;
    shape[i + MARGIN] = mode === CASES.mixed ? w.shape : mix(w.flat, mode);
    cluster[i + MARGIN] = row >>> 8;
    kind[i + MARGIN] = row & 255;
  }
  markKnown(words, known, mode, lexicon.phrases);
  markKnown(words, met, mode, lexicon.gleaned);
  if (mode === CASES.mixed) markRuns(words, runFirst, runLast);
  return { count, mode, words, word, shape, cluster, kind, known, met, runFirst, runLast };
}

/** Marks the longest known phrase from every token that could start a name. */
function markKnown(words: readonly WrittenWord[], known: Int32Array, mode: number, phrases: PhraseTable): void {
  for (let i = 0; i < words.length; i++) {
    const first = words[i] as WrittenWord;
    if (first.capital === 0 || (mode === CASES.mixed && first.capital === 1)) continue;
    let key = 0x811c9dc5 | 0;
    let best = 0;
    let bits = 0;
    for (let n = 0; n < LONGEST_PHRASE && i + n < words.length; n++) {
      const low = (words[i + n] as WrittenWord).low;
      if (n > 0) key = Math.imul(key ^ 32, 0x01000193);
      for (let c = 0; c < low.length; c++) key = Math.imul(key ^ low.charCodeAt(c), 0x01000193);
      const found = phrases.get(key);
      if (found !== 0) {
        best = n + 1;
        bits = found;
      }
    }
    for (let n = 0; n < best; n++) {
      const at = i + n + MARGIN;
      known[at] = (known[at] as number) | (n === 0 ? bits | (best > 1 ? 1 << 16 : 0) : bits << 8);
    }
  }
}

function markRuns(words: readonly WrittenWord[], runFirst: Int32Array, runLast: Int32Array): void {
  for (let i = 0; i < words.length; i++) {
    if ((words[i] as WrittenWord).capital < 2) continue;
    let last = i;
    for (let j = i + 1; j < words.length && j <= last + 2; j++) {
      const w = words[j] as WrittenWord;
      if (w.capital >= 2) last = j;
      else if (!INNER.has(w.low)) break;
    }
    runFirst.fill(i, i, last + 1);
    runLast.fill(last, i, last + 1);
    i = last;
  }
}

/** The key of a template with two values; never 0, which stands for no feature. */
const key = (template: number, a: number, b: number): number => mix(mix(template, a), b) || 1;

/**
 * Calls `each` with the feature keys of every token of a sentence, in order: `keys[0..count)`, 32-bit hashes.
 * The features: words, shapes, affixes, clusters and known phrases in a window of two, and the run of capitals around the token.
 */
export function nameFeatures(
  words: readonly WrittenWord[],
  written: WrittenIn,
  lexicon: NameLexicon,
  each: (token: number, keys: Int32Array, count: number) => void,
): void {
  const c = columnsOf(words, lexicon);
  const keys = new Int32Array(MOST_FEATURES);
  const { word, shape, cluster, kind, known, met } = c;
  for (let i = 0; i < c.count; i++) {
    let n = 0;
    const p = i + MARGIN;
    const w = words[i] as WrittenWord;
    // B: before, A: after.
    const wBB = word[p - 2] as number;
    const wB = word[p - 1] as number;
    const w0 = word[p] as number;
    const wA = word[p + 1] as number;
    const wAA = word[p + 2] as number;
    const sBB = shape[p - 2] as number;
    const sB = shape[p - 1] as number;
    const s0 = shape[p] as number;
    const sA = shape[p + 1] as number;
    const sAA = shape[p + 2] as number;
    const cB = cluster[p - 1] as number;
    const c0 = cluster[p] as number;
    const cA = cluster[p + 1] as number;
    const kB = kind[p - 1] as number;
    const k0 = kind[p] as number;
    const kA = kind[p + 1] as number;
    keys[n++] = key(1, c.mode, 0);
    for (let d = -2; d <= 2; d++) keys[n++] = key(10 + d, word[p + d] as number, 0);
    keys[n++] = key(20, wB, w0);
    keys[n++] = key(21, w0, wA);
    keys[n++] = key(22, wBB, wB);
    keys[n++] = key(23, wA, wAA);
    keys[n++] = key(24, wB, wA);
    for (let d = -1; d <= 1; d++) keys[n++] = key(30 + d, shape[p + d] as number, 0);
    keys[n++] = key(33, sB, s0);
    keys[n++] = key(34, s0, sA);
    keys[n++] = key(35, mix(sB, sA), s0);
    keys[n++] = key(36, mix(sBB, sB), s0);
    keys[n++] = key(37, mix(sA, sAA), s0);
    keys[n++] = key(38, w0, s0);
    keys[n++] = key(39, wB, s0);
    keys[n++] = key(40, wA, s0);
    for (let k = 0; k < 4; k++) {
      if (w.prefixes[k]) keys[n++] = key(50 + k, w.prefixes[k] as number, c.mode);
      if (w.suffixes[k]) keys[n++] = key(55 + k, w.suffixes[k] as number, k > 1 ? s0 : c.mode);
    }
    const before = words[i - 1];
    const after = words[i + 1];
    if (before) keys[n++] = key(60, before.suffixes[2] as number, sB);
    if (after) keys[n++] = key(61, after.suffixes[2] as number, sA);
    for (let d = -2; d <= 2; d++) {
      const near = cluster[p + d] as number;
      if (near) {
        keys[n++] = key(70 + d, near, d === 0 ? s0 : 0);
        keys[n++] = key(110 + d, near >> 5, d === 0 ? s0 : 0);
      }
    }
    if (cB) keys[n++] = key(75, cB, c0);
    if (cA) keys[n++] = key(76, c0, cA);
    if (c0) keys[n++] = key(77, c0, 0);
    for (let d = -1; d <= 1; d++) if (kind[p + d]) keys[n++] = key(80 + d, kind[p + d] as number, c.mode);
    keys[n++] = key(83, mix(kB, k0), kA);
    const here = known[p] as number;
    if (here) {
      keys[n++] = key(85, here, c.mode);
      for (let bit = 0; bit < 17; bit++) if (here & (1 << bit)) keys[n++] = key(86, bit, c.mode);
    }
    if (known[p - 1]) keys[n++] = key(87, known[p - 1] as number, s0);
    if (known[p + 1]) keys[n++] = key(88, known[p + 1] as number, s0);
    const heard = met[p] as number;
    if (heard) keys[n++] = key(101, heard, c.mode);
    if (met[p + 1]) keys[n++] = key(102, met[p + 1] as number, s0);
    keys[n++] = key(89, here, mix(k0, s0));
    if (c.mode === CASES.mixed) {
      if (w.capital >= 2) {
        const other = written.get(w.word) ?? 0;
        keys[n++] = key(90, other, i === 0 ? 1 : 0);
        const first = c.runFirst[i] as number;
        const last = c.runLast[i] as number;
        const place = i === first ? (i === last ? 3 : 1) : i === last ? 2 : 0;
        const length = Math.min(last - first, 6);
        keys[n++] = key(91, length, place);
        keys[n++] = key(92, (words[last] as WrittenWord).word, place);
        keys[n++] = key(93, (words[first] as WrittenWord).word, place);
        keys[n++] = key(94, w0 && (word[first + MARGIN - 1] as number), place);
        keys[n++] = key(95, c.word[last + MARGIN + 1] as number, place);
        keys[n++] = key(96, c.cluster[last + MARGIN] as number, place);
        keys[n++] = key(97, c.cluster[first + MARGIN - 1] as number, c.cluster[last + MARGIN + 1] as number);
        keys[n++] = key(98, (words[last] as WrittenWord).suffixes[2] as number, place);
      } else if ((c.runFirst[i] as number) >= 0) {
        keys[n++] = key(99, w0, (words[c.runLast[i] as number] as WrittenWord).word);
        keys[n++] = key(100, w0, (words[c.runFirst[i] as number] as WrittenWord).word);
      }
    }
    each(i, keys, n);
  }
}
