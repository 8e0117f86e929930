import { mix } from './hash.ts';
import type { Scorer } from './linear-model.ts';
import { SHOUTED, type WordLook, type Words } from './words.ts';

/** A part-of-speech tagger: a linear model over joint labels, `UPOS|XPOS`. */
export interface Tagger {
  readonly labels: readonly string[];
  /** By label: its two parts, and the number of its UPOS. */
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly broad: Int16Array;
  readonly model: Scorer;
}

/** Takes the labels of a tagging model apart. */
export function taggerOf(labels: readonly string[], model: Scorer): Tagger {
  const upos = labels.map((label) => label.slice(0, label.indexOf('|')));
  const distinct = [...new Set(upos)];
  return {
    labels,
    upos,
    xpos: labels.map((label) => label.slice(label.indexOf('|') + 1)),
    broad: Int16Array.from(upos, (name) => distinct.indexOf(name)),
    model,
  };
}

/** At most this many features describe one tagging decision. */
export const TAG_FEATURES = 64;

const NOTHING: WordLook = {
  lower: '', word: 2, suffix1: 2, suffix2: 2, suffix3: 2, suffix4: 2, prefix1: 2, prefix2: 2, prefix3: 2,
  shape: 2, capital: 0, digit: false, letters: 0, capitals: 0, cluster: 0, coarse: 0,
};

/**
 * The features of one tagging decision: the word, its affixes and shape, two words either side, the two tags before
 * (after Ratnaparkhi 1996 and Collins 2002), and word clusters (after Turian et al. 2010).
 */
export function tagFeatures(words: Words, at: number, before: number, before2: number, out: Int32Array): number {
  const { looks, shouted } = words;
  const w = looks[at] as WordLook;
  const p1 = looks[at - 1] ?? NOTHING;
  const p2 = looks[at - 2] ?? NOTHING;
  const n1 = looks[at + 1] ?? NOTHING;
  const n2 = looks[at + 2] ?? NOTHING;
  const shape = shouted ? mix(SHOUTED, w.digit ? 1 : 0) : w.shape;
  const capital = (shouted ? 4 : w.capital) + (at === 0 ? 8 : 0);
  let n = 0;
  const put = (template: number, a: number, b = 0): void => {
    out[n++] = mix(mix(template + 1, a), b) || 1;
  };
  put(0, 0);
  put(1, w.word);
  put(2, w.word, capital);
  put(3, w.suffix1);
  put(4, w.suffix2);
  put(5, w.suffix3);
  put(6, w.suffix4);
  put(7, w.prefix1);
  put(8, w.prefix2);
  put(9, w.prefix3);
  put(10, shape);
  put(11, shape, at === 0 ? 1 : 0);
  put(12, capital, w.suffix3);
  put(13, before);
  put(14, before2);
  put(15, before, before2);
  put(16, before, w.word);
  put(17, before, w.suffix2);
  put(18, p1.word);
  put(19, p2.word);
  put(20, n1.word);
  put(21, n2.word);
  put(22, p1.word, w.word);
  put(23, w.word, n1.word);
  put(24, p1.suffix3);
  put(25, n1.suffix3);
  put(26, n1.suffix2, before);
  put(27, capital, shouted ? 4 : n1.capital);
  put(28, capital, shouted ? 4 : p1.capital);
  put(29, w.suffix3, n1.suffix3);
  put(30, before, n1.word);
  put(31, p1.word, n1.word);
  put(40, n2.suffix3);
  put(41, w.suffix3, p1.word);
  if (w.cluster) {
    put(32, w.cluster);
    put(33, w.coarse, before);
    put(42, w.cluster, capital);
  }
  if (n1.cluster) {
    put(34, n1.cluster);
    put(35, n1.coarse, w.coarse);
    put(43, n1.coarse, w.word);
  }
  if (p1.cluster) {
    put(36, p1.cluster);
    put(37, p1.coarse, w.coarse);
  }
  if (n2.cluster) put(38, n2.cluster);
  if (p2.cluster) put(39, p2.cluster);
  return n;
}

/** The best label of every word, from left to right, as indices into `tagger.labels`. */
export function tag(words: Words, tagger: Tagger): Int16Array {
  const tags = new Int16Array(words.looks.length);
  const features = new Int32Array(TAG_FEATURES);
  const scores = new Float64Array(tagger.labels.length);
  let before = -1;
  let before2 = -1;
  for (let i = 0; i < tags.length; i++) {
    const count = tagFeatures(words, i, before, before2, features);
    tagger.model.score(features, count, scores);
    const best = argmax(scores);
    tags[i] = best;
    before2 = before;
    before = best;
  }
  return tags;
}

export function argmax(scores: Float64Array): number {
  let best = 0;
  for (let i = 1; i < scores.length; i++) if ((scores[i] as number) > (scores[best] as number)) best = i;
  return best;
}
