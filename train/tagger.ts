import { join } from 'node:path';
import { type GoldSentence, readTreebank } from '../eval/conllu.ts';
import { type Runs, runsOf } from '../src/3-sentences/capital-runs.ts';
import { argmax, ROW_CLASSES } from '../src/3-sentences/linear-model.ts';
import type { Tagger } from '../src/3-sentences/tag.ts';
import { bestLabel, broadOf, TAG_FEATURES, tag, tagFeatures, taggerOf } from '../src/3-sentences/tag.ts';
import { type Clusters, type WordLook, type Words, wordsOf } from '../src/3-sentences/words.ts';
import { newsSentences } from './news-sentences.ts';
import { inGroups, joined, Perceptron, packModels } from './perceptron.ts';
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

/**
 * Trains the tagger and gives its packed weights. `rounds` passes over the texts, in an order fixed by the seed; the means of the weights of
 * `members` such trainings, each in its own order.
 */
export function trainTagger(
  texts: readonly TaggedText[],
  clusters: Clusters,
  classes: Uint8Array,
  { rounds, members }: { readonly rounds: number; readonly members: number },
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
  const { names, labelsOf } = broadOf(labels);
  const seen = new Map<string, WordLook>();
  const prepared = texts.map((text): Prepared => {
    const words = wordsOf(text.forms, clusters, seen);
    return { words, runs: runsOf(words), gold: Int16Array.from(text.labels, (label) => indexOf.get(label) ?? -1) };
  });
  const trained = Array.from({ length: members }, (_, member) => {
    const model = new Perceptron(names.length);
    const fineModel = new Perceptron(labels.length);
    const tagger = { ...taggerOf(labels, model, inGroups(fineModel, labelsOf), classes), fineModel, model };
    for (let round = 1; round <= rounds; round++) {
      const right = learn(tagger, shuffled(prepared, round + 100 * member));
      report(`${members > 1 ? `member ${member + 1}, ` : ''}round ${round}: ${(100 * right).toFixed(2)} % of training tags`);
    }
    return tagger;
  });
  return joined(
    packModels(
      trained.map(({ model }) => model),
      names,
      WEIGHTS,
    ),
    packModels(
      trained.map(({ fineModel }) => fineModel),
      labels,
      WEIGHTS,
    ),
    classes,
  );
}

/** How the weights are packed: see `packModels`. */
const WEIGHTS = { least: 3, scale: 5, smallest: 1 };

interface Prepared {
  readonly words: Words;
  readonly runs: Runs;
  readonly gold: Int16Array;
}

/** One pass over the texts; gives the share of words whose UPOS was right. */
function learn(tagger: Tagger & { readonly model: Perceptron; readonly fineModel: Perceptron }, texts: readonly Prepared[]): number {
  const { model, fineModel, labelsOf, broad } = tagger;
  const features = new Int32Array(TAG_FEATURES);
  const scores = new Int32Array(ROW_CLASSES);
  let wrong = 0;
  let total = 0;
  for (const { words, runs, gold } of texts) {
    let before = -1;
    let before2 = -1;
    for (let i = 0; i < gold.length; i++) {
      const count = tagFeatures(words, runs, tagger.classes, i, before, before2, features);
      model.addTo(scores.fill(0), features, 0, count);
      const guess = argmax(scores, labelsOf.length);
      const label = gold[i] as number;
      const right = label < 0 ? -1 : (broad[label] as number);
      model.tick();
      total++;
      if (right >= 0 && guess !== right) {
        wrong++;
        model.update(features, count, right, guess);
      }
      const taken = bestLabel(tagger, guess, features, count, scores, Infinity);
      if (guess === right && (labelsOf[guess] as Int32Array).length > 1) {
        fineModel.tick();
        if (taken !== label) fineModel.update(features, count, label, taken);
      }
      before2 = before;
      before = taken;
    }
  }
  return (total - wrong) / total;
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
