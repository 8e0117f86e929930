/** How telling words are (inverse document frequency): a word of many reports says little about which happening one tells. */
export interface WordWeights {
  /** Natural logarithm of documents over documents with the word. */
  readonly weight: (word: string) => number;
}

/**
 * From `models/en/same-event/words.tsv`: first line `documents`, tab, their number; then a word a line, tab, in how many documents it stands.
 * A word that is not there is taken for rarer than all that are.
 */
export function wordWeightsFromText(file: string): WordWeights {
  const counts = new Map<string, number>();
  let documents = 1;
  let rarest = Number.POSITIVE_INFINITY;
  for (const line of file.split('\n')) {
    const tab = line.indexOf('\t');
    if (tab < 0 || line.startsWith('#')) continue;
    const count = Number(line.slice(tab + 1));
    if (line.slice(0, tab) === 'documents') documents = count;
    else {
      counts.set(line.slice(0, tab), count);
      rarest = Math.min(rarest, count);
    }
  }
  const unknown = Number.isFinite(rarest) ? rarest / 2 : 1;
  return { weight: (word) => Math.max(0, Math.log(documents / (counts.get(word) ?? unknown))) };
}

/** A text as a bag of weighted words of length one: numbers of words, rising, and the weight of each. Words themselves are not kept. */
export interface WordVector {
  readonly ids: Int32Array;
  readonly weights: Float32Array;
}

const MOST_WORDS = 3000;

/** Lower-case words of a text, possessive endings off; at most 3,000. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const word = match[0].toLowerCase();
    if (word.length > 1 || /\d/.test(word)) words.push(word);
    if (words.length === MOST_WORDS) break;
  }
  return words;
}

/** Words weighted by rarity and (in logarithm) frequency, length one. */
export function wordVector(words: readonly string[], { weight }: WordWeights): WordVector {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let length = 0;
  const told: [id: number, weight: number][] = [];
  for (const [word, count] of counts) {
    const value = weight(word) * (1 + Math.log(count));
    if (value <= 0) continue;
    told.push([wordNumber(word), value]);
    length += value * value;
  }
  told.sort((a, b) => a[0] - b[0]);
  const scale = length > 0 ? 1 / Math.sqrt(length) : 0;
  return { ids: Int32Array.from(told, ([id]) => id), weights: Float32Array.from(told, ([, value]) => value * scale) };
}

/** FNV-1a, 32 bits: of the words of one text two share a number once in a hundred thousand texts. */
export function wordNumber(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/** The numbers of the `most` weightiest words of a text, the weightiest first. */
export function weightiest({ ids, weights }: WordVector, most: number): number[] {
  return Array.from(ids, (_, at) => at)
    .sort((a, b) => (weights[b] as number) - (weights[a] as number) || (ids[a] as number) - (ids[b] as number))
    .slice(0, most)
    .map((at) => ids[at] as number);
}

/** Cosine of two word vectors, 0 to 1. */
export function cosine(a: WordVector, b: WordVector): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.ids.length && j < b.ids.length) {
    const [one, two] = [a.ids[i] as number, b.ids[j] as number];
    if (one === two) sum += (a.weights[i++] as number) * (b.weights[j++] as number);
    else if (one < two) i++;
    else j++;
  }
  return sum;
}
