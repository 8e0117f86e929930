import { type Runs, runsOf } from './capital-runs.ts';
import { mix } from './hash.ts';
import { argmax, type GroupScorer, leadOf, ROW_CLASSES, type Scorer } from './linear-model.ts';
import { SHOUTED, type WordLook, type Words } from './words.ts';

/** A part-of-speech tagger of two linear models: one chooses the UPOS, one the XPOS among those that go with it. */
export interface Tagger {
  /** Joint labels, `UPOS|XPOS`. */
  readonly labels: readonly string[];
  /** By label: its two parts, and the number of its UPOS. */
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly broad: Int16Array;
  /** By UPOS: its name, and its labels. */
  readonly broadNames: readonly string[];
  readonly labelsOf: readonly Int32Array[];
  readonly model: Scorer;
  readonly fine: GroupScorer;
  /** By place in the clusters: which tags raw text gives the word (see train/tag-classes.ts); 0 where unknown. */
  readonly classes: Uint8Array;
}

/** The UPOS of joint labels, in the order in which they first come, and the labels of each. */
export function broadOf(labels: readonly string[]): { readonly names: readonly string[]; readonly labelsOf: readonly Int32Array[] } {
  const upos = labels.map((label) => label.slice(0, label.indexOf('|')));
  const names = [...new Set(upos)];
  return { names, labelsOf: names.map((name) => Int32Array.from(upos.flatMap((each, label) => (each === name ? [label] : [])))) };
}

/** Takes the labels of a tagging model apart. */
export function taggerOf(labels: readonly string[], model: Scorer, fine: GroupScorer, classes: Uint8Array): Tagger {
  const { names, labelsOf } = broadOf(labels);
  const upos = labels.map((label) => label.slice(0, label.indexOf('|')));
  return {
    labels,
    upos,
    xpos: labels.map((label) => label.slice(label.indexOf('|') + 1)),
    broad: Int16Array.from(upos, (name) => names.indexOf(name)),
    broadNames: names,
    labelsOf,
    model,
    fine,
    classes,
  };
}

/** At most this many features describe one tagging decision. */
export const TAG_FEATURES = 96;
/** So many of them come first and settle most decisions. */
const FIRST_FEATURES = 24;

/** A tag that leads all others by more than this after the first features is taken without asking the rest: they would seldom say otherwise. */
const SURE = 250;

const NOTHING: WordLook = {
  lower: '',
  word: 2,
  suffix1: 2,
  suffix2: 2,
  suffix3: 2,
  suffix4: 2,
  prefix1: 2,
  prefix2: 2,
  prefix3: 2,
  shape: 2,
  capital: 0,
  digit: false,
  letters: 0,
  capitals: 0,
  cluster: 0,
  coarse: 0,
  place: -1,
};

// The key of a template with its values; never 0, which marks an empty slot.
const key = (template: number, a: number, b: number): number => mix(mix(template + 1, a), b) || 1;

/**
 * The features of one tagging decision: the word, its affixes and shape, two words either side, the two tags before
 * (after Ratnaparkhi 1996 and Collins 2002), word clusters (after Turian et al. 2010), the tags that raw text gives the words, and the row of
 * capitalised words around it.
 */
export function tagFeatures(
  words: Words,
  runs: Runs,
  classes: Uint8Array,
  at: number,
  before: number,
  before2: number,
  out: Int32Array,
): number {
  const { looks, shouted } = words;
  const w = looks[at] as WordLook;
  const p1 = looks[at - 1] ?? NOTHING;
  const p2 = looks[at - 2] ?? NOTHING;
  const n1 = looks[at + 1] ?? NOTHING;
  const n2 = looks[at + 2] ?? NOTHING;
  const shape = shouted ? mix(SHOUTED, w.digit ? 1 : 0) : w.shape;
  const capital = (shouted ? 4 : w.capital) + (at === 0 ? 8 : 0);
  const wc = classOf(w, classes);
  const n1c = classOf(n1, classes);
  const n2c = classOf(n2, classes);
  const p1c = classOf(p1, classes);
  // A capital in a line of capitalised words tells less than one in plain prose.
  const manner = mix(runs.manner, shouted ? 4 : w.capital);
  const opens = at === runs.opening ? 1 : 0;
  let n = 0;
  // What settles most decisions.
  out[n++] = key(1, w.word, 0);
  out[n++] = key(58, mix(wc, capital), w.suffix2);
  out[n++] = key(51, wc, n1c);
  out[n++] = key(50, wc, before);
  out[n++] = key(5, w.suffix3, 0);
  out[n++] = key(10, shape, 0);
  out[n++] = key(9, w.prefix3, 0);
  out[n++] = key(7, w.prefix1, 0);
  out[n++] = key(63, manner, before);
  out[n++] = key(57, p1c, wc);
  out[n++] = key(56, w.word, n1c);
  out[n++] = key(4, w.suffix2, 0);
  out[n++] = key(20, n1.word, 0);
  out[n++] = key(70, w.capital, opens);
  out[n++] = key(60, manner, 0);
  out[n++] = key(18, p1.word, 0);
  out[n++] = key(26, n1.suffix2, before);
  out[n++] = key(71, w.word, opens);
  out[n++] = key(55, mix(before, before2), wc);
  out[n++] = key(41, w.suffix3, p1.word);
  out[n++] = key(40, n2.suffix3, 0);
  out[n++] = key(29, w.suffix3, n1.suffix3);
  out[n++] = key(16, before, w.word);
  out[n++] = key(8, w.prefix2, 0);
  // What the others ask for.
  out[n++] = key(0, 0, 0);
  out[n++] = key(2, w.word, capital);
  out[n++] = key(3, w.suffix1, 0);
  out[n++] = key(6, w.suffix4, 0);
  out[n++] = key(11, shape, at === 0 ? 1 : 0);
  out[n++] = key(12, capital, w.suffix3);
  out[n++] = key(13, before, 0);
  out[n++] = key(14, before2, 0);
  out[n++] = key(15, before, before2);
  out[n++] = key(17, before, w.suffix2);
  out[n++] = key(19, p2.word, 0);
  out[n++] = key(21, n2.word, 0);
  out[n++] = key(22, p1.word, w.word);
  out[n++] = key(23, w.word, n1.word);
  out[n++] = key(24, p1.suffix3, 0);
  out[n++] = key(25, n1.suffix3, 0);
  out[n++] = key(27, capital, shouted ? 4 : n1.capital);
  out[n++] = key(28, capital, shouted ? 4 : p1.capital);
  out[n++] = key(30, before, n1.word);
  out[n++] = key(31, p1.word, n1.word);
  out[n++] = key(52, mix(before, wc), n1c);
  out[n++] = key(53, mix(wc, n1c), n2c);
  out[n++] = key(54, n1c, n2c);
  out[n++] = key(59, mix(before, n1c), n2c);
  out[n++] = key(61, manner, w.word);
  out[n++] = key(62, manner, w.suffix3);
  if (w.cluster) {
    out[n++] = key(32, w.cluster, 0);
    out[n++] = key(33, w.coarse, before);
    out[n++] = key(42, w.cluster, capital);
  }
  if (n1.cluster) {
    out[n++] = key(34, n1.cluster, 0);
    out[n++] = key(35, n1.coarse, w.coarse);
    out[n++] = key(43, n1.coarse, w.word);
  }
  if (p1.cluster) {
    out[n++] = key(36, p1.cluster, 0);
    out[n++] = key(37, p1.coarse, w.coarse);
  }
  if (n2.cluster) out[n++] = key(38, n2.cluster, 0);
  if (p2.cluster) out[n++] = key(39, p2.cluster, 0);
  if (!shouted && w.capital) {
    const first = runs.first[at] as number;
    const last = runs.last[at] as number;
    const place = at === first ? (at === last ? 3 : 1) : at === last ? 2 : 0;
    const size = Math.min(last - first, 5) * 4 + place;
    out[n++] = key(64, size, first === 0 ? 1 : 0);
    out[n++] = key(65, (looks[last] as WordLook).word, place);
    out[n++] = key(66, (looks[first] as WordLook).word, place);
    out[n++] = key(67, looks[first - 1]?.word ?? 1, place);
    out[n++] = key(68, looks[last + 1]?.word ?? 1, place);
    out[n++] = key(69, w.word, size);
  }
  return n;
}

const classOf = ({ place }: WordLook, classes: Uint8Array): number => (place < 0 ? 0 : (classes[place] ?? 0));

/** The best label of every word, from left to right, as indices into `tagger.labels`. `sure` as for `bestLabel`. */
export function tag(words: Words, tagger: Tagger, sure: number = SURE): Int16Array {
  const tags = new Int16Array(words.looks.length);
  const features = new Int32Array(TAG_FEATURES);
  const scores = new Int32Array(ROW_CLASSES);
  const runs = runsOf(words);
  const { model, labelsOf } = tagger;
  let before = -1;
  let before2 = -1;
  for (let i = 0; i < tags.length; i++) {
    const count = tagFeatures(words, runs, tagger.classes, i, before, before2, features);
    model.addTo(scores.fill(0), features, 0, FIRST_FEATURES);
    if (leadOf(scores, labelsOf.length) <= sure) model.addTo(scores, features, FIRST_FEATURES, count);
    const best = bestLabel(tagger, argmax(scores, labelsOf.length), features, count, scores, sure);
    tags[i] = best;
    before2 = before;
    before = best;
  }
  return tags;
}

/** The best label of a UPOS; one that leads by more than `sure` after the first features is taken. `scores` is room to work in. */
export function bestLabel(
  { fine, labelsOf }: Pick<Tagger, 'labelsOf' | 'fine'>,
  broad: number,
  features: Int32Array,
  count: number,
  scores: Int32Array,
  sure: number,
): number {
  const labels = labelsOf[broad] as Int32Array;
  if (labels.length === 1) return labels[0] as number;
  fine.addGroupTo(scores.fill(0), broad, features, 0, FIRST_FEATURES);
  if (leadOf(scores, labels.length) <= sure) fine.addGroupTo(scores, broad, features, FIRST_FEATURES, count);
  return labels[argmax(scores, labels.length)] as number;
}
