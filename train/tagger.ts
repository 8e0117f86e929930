import { join } from 'node:path';
import { type GoldSentence, readTreebank } from '../eval/conllu.ts';
import type { Tagger } from '../src/3-sentences/tag.ts';
import { argmax, TAG_FEATURES, tag, tagFeatures } from '../src/3-sentences/tag.ts';
import { type Clusters, type WordLook, wordsOf } from '../src/3-sentences/words.ts';
import { newsSentences } from './news-sentences.ts';
import { Perceptron } from './perceptron.ts';
import { shuffled } from './shuffled.ts';

export interface TaggedText {
  readonly forms: readonly string[];
  /** Joint labels, `UPOS|XPOS`. */
  readonly labels: readonly string[];
}

/** Sentences as forms and joint labels. */
export const taggedTexts = (sentences: readonly GoldSentence[]): TaggedText[] =>
  sentences.map(({ words }) => ({ forms: words.map((word) => word.form), labels: words.map((word) => `${word.upos}|${word.xpos}`) }));

/**
 * Every fourth sentence again in capitals, every tenth without any, so that shouted and careless text is read too.
 */
export const withCaseCopies = <T extends { readonly forms: readonly string[] }>(texts: readonly T[]): T[] => [
  ...texts,
  ...texts.filter((_, i) => i % 4 === 1).map((text) => ({ ...text, forms: text.forms.map((form) => form.toUpperCase()) })),
  ...texts.filter((_, i) => i % 10 === 2).map((text) => ({ ...text, forms: text.forms.map((form) => form.toLowerCase()) })),
];

/** Trains the tagger and gives its packed weights. `rounds` passes over the texts, in an order fixed by the seed. */
export function trainTagger(
  texts: readonly TaggedText[],
  clusters: Clusters,
  classes: Uint8Array,
  rounds: number,
  report: (line: string) => void,
): Uint8Array {
  const counts = new Map<string, number>();
  for (const { labels } of texts) for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  // Rare joint labels are mostly slips of the annotators; a word that has one teaches nothing.
  const labels = [...counts]
    .filter(([, count]) => count >= 8)
    .map(([label]) => label)
    .sort();
  const indexOf = new Map(labels.map((label, index) => [label, index]));
  const model = new Perceptron(labels.length);
  const features = new Int32Array(TAG_FEATURES);
  const scores = new Int32Array(labels.length);
  const seen = new Map<string, WordLook>();
  const prepared = texts.map((text) => ({
    words: wordsOf(text.forms, clusters, seen),
    gold: text.labels.map((label) => indexOf.get(label) ?? -1),
  }));
  for (let round = 1; round <= rounds; round++) {
    let wrong = 0;
    let total = 0;
    for (const { words, gold } of shuffled(prepared, round)) {
      let before = -1;
      let before2 = -1;
      for (let i = 0; i < gold.length; i++) {
        const count = tagFeatures(words, classes, i, before, before2, features);
        model.score(features, count, scores);
        const guess = argmax(scores);
        const right = gold[i] as number;
        model.tick();
        total++;
        if (right >= 0 && guess !== right) {
          wrong++;
          model.update(features, count, right, guess);
        }
        before2 = before;
        before = guess;
      }
    }
    report(`round ${round}: ${((100 * (total - wrong)) / total).toFixed(2)} % of training labels`);
  }
  const weights = model.pack(labels, 3, 5, 1);
  const bytes = new Uint8Array(weights.length + classes.length);
  bytes.set(weights);
  bytes.set(classes, weights.length);
  return bytes;
}

/** Shares of words whose UPOS, and whose UPOS and XPOS, are right. */
export function scoreTagger(tagger: Tagger, clusters: Clusters, texts: readonly TaggedText[]): { upos: number; xpos: number } {
  let upos = 0;
  let xpos = 0;
  let total = 0;
  const seen = new Map<string, WordLook>();
  for (const text of texts) {
    const guess = tag(wordsOf(text.forms, clusters, seen), tagger);
    guess.forEach((index, i) => {
      const [u, x] = (tagger.labels[index] as string).split('|');
      const [gu, gx] = (text.labels[i] as string).split('|');
      total++;
      if (u === gu) upos++;
      if (x === gx) xpos++;
    });
  }
  return { upos: upos / total, xpos: xpos / total };
}

/** The treebanks and the invented news that may be learnt from, and the part that measures. */
export const treebanks = (data: string): { train: GoldSentence[]; dev: GoldSentence[] } => ({
  train: [
    ...readTreebank(join(data, 'ud-english-ewt/en_ewt-ud-train.conllu')),
    ...readTreebank(join(data, 'gum-open/train/dep')),
    ...newsSentences(1800, 11),
  ],
  dev: readTreebank(join(data, 'ud-english-ewt/en_ewt-ud-dev.conllu')),
});
