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

/** A text as a bag of weighted words of length one. */
export type WordVector = ReadonlyMap<string, number>;

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
  const vector = new Map<string, number>();
  for (const [word, count] of counts) {
    const value = weight(word) * (1 + Math.log(count));
    if (value <= 0) continue;
    vector.set(word, value);
    length += value * value;
  }
  const scale = length > 0 ? 1 / Math.sqrt(length) : 0;
  for (const [word, value] of vector) vector.set(word, value * scale);
  return vector;
}

/** Cosine of two word vectors, 0 to 1. */
export function cosine(a: WordVector, b: WordVector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, value] of small) sum += value * (large.get(word) ?? 0);
  return sum;
}
