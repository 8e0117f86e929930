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
  let n = 0;
  const add = (template: number, a: number, b = 0): void => {
    keys[n++] = mix(mix(template, a), b) || 1;
  };
  for (let i = 0; i < c.count; i++) {
    n = 0;
    const p = i + MARGIN;
    const w = words[i] as WrittenWord;
    const at = (column: Int32Array, offset: number): number => column[p + offset] as number;
    add(1, c.mode);
    for (let d = -2; d <= 2; d++) add(10 + d, at(c.word, d));
    add(20, at(c.word, -1), at(c.word, 0));
    add(21, at(c.word, 0), at(c.word, 1));
    add(22, at(c.word, -2), at(c.word, -1));
    add(23, at(c.word, 1), at(c.word, 2));
    add(24, at(c.word, -1), at(c.word, 1));
    for (let d = -1; d <= 1; d++) add(30 + d, at(c.shape, d));
    add(33, at(c.shape, -1), at(c.shape, 0));
    add(34, at(c.shape, 0), at(c.shape, 1));
    add(35, mix(at(c.shape, -1), at(c.shape, 1)), at(c.shape, 0));
    add(36, mix(at(c.shape, -2), at(c.shape, -1)), at(c.shape, 0));
    add(37, mix(at(c.shape, 1), at(c.shape, 2)), at(c.shape, 0));
    add(38, at(c.word, 0), at(c.shape, 0));
    add(39, at(c.word, -1), at(c.shape, 0));
    add(40, at(c.word, 1), at(c.shape, 0));
    for (let k = 0; k < 4; k++) {
      if (w.prefixes[k]) add(50 + k, w.prefixes[k] as number, c.mode);
      if (w.suffixes[k]) add(55 + k, w.suffixes[k] as number, k > 1 ? at(c.shape, 0) : c.mode);
    }
    const before = words[i - 1];
    const after = words[i + 1];
    if (before) add(60, before.suffixes[2] as number, at(c.shape, -1));
    if (after) add(61, after.suffixes[2] as number, at(c.shape, 1));
    for (let d = -2; d <= 2; d++) {
      const cluster = at(c.cluster, d);
      if (cluster) {
        add(70 + d, cluster, d === 0 ? at(c.shape, 0) : 0);
        add(110 + d, cluster >> 5, d === 0 ? at(c.shape, 0) : 0);
      }
    }
    if (at(c.cluster, -1)) add(75, at(c.cluster, -1), at(c.cluster, 0));
    if (at(c.cluster, 1)) add(76, at(c.cluster, 0), at(c.cluster, 1));
    if (at(c.cluster, 0)) add(77, at(c.cluster, 0));
    for (let d = -1; d <= 1; d++) if (at(c.kind, d)) add(80 + d, at(c.kind, d), c.mode);
    add(83, mix(at(c.kind, -1), at(c.kind, 0)), at(c.kind, 1));
    const known = at(c.known, 0);
    if (known) {
      add(85, known, c.mode);
      for (let bit = 0; bit < 17; bit++) if (known & (1 << bit)) add(86, bit, c.mode);
    }
    if (at(c.known, -1)) add(87, at(c.known, -1), at(c.shape, 0));
    if (at(c.known, 1)) add(88, at(c.known, 1), at(c.shape, 0));
    const met = at(c.met, 0);
    if (met) add(101, met, c.mode);
    if (at(c.met, 1)) add(102, at(c.met, 1), at(c.shape, 0));
    add(89, known, mix(at(c.kind, 0), at(c.shape, 0)));
    if (c.mode === CASES.mixed) {
      if (w.capital >= 2) {
        const other = written.get(w.word) ?? 0;
        add(90, other, i === 0 ? 1 : 0);
        const first = c.runFirst[i] as number;
        const last = c.runLast[i] as number;
        const place = i === first ? (i === last ? 3 : 1) : i === last ? 2 : 0;
        const length = Math.min(last - first, 6);
        add(91, length, place);
        add(92, (words[last] as WrittenWord).word, place);
        add(93, (words[first] as WrittenWord).word, place);
        add(94, at(c.word, 0) && (c.word[first + MARGIN - 1] as number), place);
        add(95, c.word[last + MARGIN + 1] as number, place);
        add(96, c.cluster[last + MARGIN] as number, place);
        add(97, c.cluster[first + MARGIN - 1] as number, c.cluster[last + MARGIN + 1] as number);
        add(98, (words[last] as WrittenWord).suffixes[2] as number, place);
      } else if ((c.runFirst[i] as number) >= 0) {
        add(99, at(c.word, 0), (words[c.runLast[i] as number] as WrittenWord).word);
        add(100, at(c.word, 0), (words[c.runFirst[i] as number] as WrittenWord).word);
      }
    }
    each(i, keys, n);
  }
}
