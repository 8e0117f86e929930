import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAbbreviations } from '../src/3-sentences/abbreviations.ts';
import { LABELS, spansOf } from '../src/4-mentions/names/labels.ts';
import { MOST_FEATURES, type NameLexicon, nameFeatures, writtenIn } from '../src/4-mentions/names/name-features.ts';
import { bestLabels, NameModel } from '../src/4-mentions/names/name-model.ts';
import { PhraseTable } from '../src/4-mentions/names/phrase-table.ts';
import { WordClasses } from '../src/4-mentions/names/word-classes.ts';
import { type WrittenWord, writtenWords } from '../src/4-mentions/names/written-words.ts';
import { crossner, gmb, type LearntDocument, re3d, twitter, wikigold, worldwide } from './names/corpora.ts';
import { type FieldSentence, type FieldWeights, trainField } from './names/field.ts';
import { knownPhrases } from './names/phrases.ts';
import { clusterEntries, type Gleaned, glean } from './names/word-knowledge.ts';
import { randomFrom } from './shuffled.ts';

export interface NameTraining {
  readonly rounds: number;
  readonly step: number;
  readonly pull: number;
  readonly drop: number;
  /** Features seen in fewer sentences are left out. */
  readonly least: number;
  readonly gmbShare: number;
  readonly others: number;
  /** Smaller weights are left out of the file. */
  readonly prune: number;
}

export const USUAL: NameTraining = { rounds: 4, step: 0.12, pull: 0.004, drop: 0.2, least: 4, gmbShare: 0, others: 0.5, prune: 0.06 };

/** Trains the name tagger and writes its files to `folder`. Returns the exact F1 over nine types on the newswire's dev part. */
export function trainNames(
  corpora: string,
  folder: string,
  clusters: ReadonlyMap<number, number>,
  gleaned: Gleaned,
  training: NameTraining,
  report: (line: string) => void,
): number {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'phrases.bin'), PhraseTable.pack(knownPhrases(corpora)));
  const lexicon: NameLexicon = {
    phrases: PhraseTable.fromBytes(readFileSync(join(folder, 'phrases.bin'))),
    gleaned: PhraseTable.fromBytes(PhraseTable.pack(gleaned.phrases)),
    classes: WordClasses.fromBytes(WordClasses.pack(clusters, gleaned.kinds)),
  };
  writeFileSync(join(folder, 'gleaned.bin'), PhraseTable.pack(gleaned.phrases));
  writeFileSync(join(folder, 'words.bin'), WordClasses.pack(clusters, gleaned.kinds));
  const documents: LearntDocument[] = worldwide(corpora, 'train');
  if (training.others > 0)
    documents.push(
      ...wikigold(corpora, training.others),
      ...crossner(corpora, training.others),
      ...re3d(corpora, training.others),
      ...twitter(corpora, 0.3 * training.others),
    );
  if (training.gmbShare > 0) documents.push(...gmb(corpora, 0.3, training.gmbShare));
  documents.push(...inOtherCases(documents, 0.12, 0.06));
  const table = new FeatureNumbers();
  const sentences = numbered(documents, lexicon, table);
  const { kept, renumber } = table.keep(training.least);
  report(`${sentences.length} sentences, ${table.size} features, ${kept.length} kept`);
  const compact = sentences.map((s) => renumbered(s, renumber));
  const dev = worldwide(corpora, 'dev');
  let best = 0;
  const weights = trainField(compact, kept.length, training, (round, loss, now) => {
    const model = NameModel.fromBytes(packed(kept, now));
    best = scoreNames(model, lexicon, dev);
    report(
      `round ${round}: loss ${Math.round(loss)}, dev F1 ${(100 * best).toFixed(2)}, capitals ${(100 * scoreNames(model, lexicon, dev.map(upper))).toFixed(2)}`,
    );
  });
  for (const least of [0.03, 0.1, 0.15, 0.2]) {
    const some = packed(kept, weights, least);
    report(
      `weights over ${least}: ${(some.length / 1e6).toFixed(2)} MB, dev F1 ${(100 * scoreNames(NameModel.fromBytes(some), lexicon, dev)).toFixed(2)}`,
    );
  }
  const bytes = packed(kept, weights, training.prune);
  writeFileSync(join(folder, 'model.bin'), bytes);
  report(`model ${(bytes.length / 1e6).toFixed(2)} MB`);
  return best;
}

const upper = (d: LearntDocument): LearntDocument => ({
  ...d,
  sentences: d.sentences.map((s) => ({ ...s, forms: s.forms.map((f) => f.toUpperCase()) })),
});

/** Copies of some sentences in capitals and in lower case, so that the tagger reads such texts too. */
function inOtherCases(documents: readonly LearntDocument[], upperShare: number, lowerShare: number): LearntDocument[] {
  const random = randomFrom(3);
  return documents.flatMap((d) => {
    const copies = d.sentences.flatMap((s) => {
      const r = random();
      if (r < upperShare) return [{ ...s, forms: s.forms.map((f) => f.toUpperCase()) }];
      if (r < upperShare + lowerShare) return [{ ...s, forms: s.forms.map((f) => f.toLowerCase()) }];
      return [];
    });
    return copies.length > 0 ? [{ ...d, sentences: copies }] : [];
  });
}

/** Numbers features as they come, and counts the tokens that have them. */
class FeatureNumbers {
  size = 0;
  private keys = new Int32Array(1 << 25);
  private numbers = new Int32Array(1 << 25).fill(-1);
  private counts: Int32Array = new Int32Array(1 << 24);
  private list: Int32Array = new Int32Array(1 << 24);

  number(key: number): number {
    const mask = this.keys.length - 1;
    let at = key & mask;
    while (this.numbers[at] !== -1 && this.keys[at] !== key) at = (at + 1) & mask;
    let n = this.numbers[at] as number;
    if (n === -1) {
      n = this.size++;
      this.numbers[at] = n;
      this.keys[at] = key;
      this.list[n] = key;
    }
    this.counts[n] = (this.counts[n] as number) + 1;
    return n;
  }

  /** The keys of features seen `least` times, and the new number of each (-1: left out). */
  keep(least: number): { kept: Int32Array; renumber: Int32Array } {
    const renumber = new Int32Array(this.size).fill(-1);
    const kept: number[] = [];
    for (let n = 0; n < this.size; n++) if ((this.counts[n] as number) >= least) renumber[n] = kept.push(this.list[n] as number) - 1;
    return { kept: Int32Array.from(kept), renumber };
  }
}

function numbered(documents: readonly LearntDocument[], lexicon: NameLexicon, table: FeatureNumbers): FieldSentence[] {
  const seen = new Map<string, WrittenWord>();
  return documents.flatMap((d) => {
    const words = d.sentences.map((s) => writtenWords(s.forms, seen));
    const written = writtenIn(words);
    return d.sentences.map((s, p) => {
      const rows = new Int32Array(s.forms.length * MOST_FEATURES);
      const starts = new Int32Array(s.forms.length + 1);
      let at = 0;
      nameFeatures(words[p] as WrittenWord[], written, lexicon, (token, keys, count) => {
        starts[token] = at;
        for (let f = 0; f < count; f++) rows[at++] = table.number(keys[f] as number);
      });
      starts[s.forms.length] = at;
      return { rows: rows.slice(0, at), starts, allowed: s.allowed, weight: d.weight };
    });
  });
}

function renumbered(s: FieldSentence, renumber: Int32Array): FieldSentence {
  const rows = new Int32Array(s.rows.length);
  const starts = new Int32Array(s.starts.length);
  let at = 0;
  for (let i = 0; i < s.starts.length - 1; i++) {
    starts[i] = at;
    for (let f = s.starts[i] as number; f < (s.starts[i + 1] as number); f++) {
      const n = renumber[s.rows[f] as number] as number;
      if (n >= 0) rows[at++] = n;
    }
  }
  starts[s.starts.length - 1] = at;
  return { ...s, rows: rows.slice(0, at), starts };
}

/** The model file; weights under `least` are left out. */
function packed(kept: Int32Array, field: FieldWeights, least = 0.06): Uint8Array {
  const features = new Map<number, Float32Array>();
  for (let n = 0; n < kept.length; n++) features.set(kept[n] as number, field.weights.subarray(n * LABELS, (n + 1) * LABELS));
  return NameModel.pack(features, field.transitions, field.first, least);
}

/** Exact-span, exact-type F1 on documents with gold labels. */
export function scoreNames(model: NameModel, lexicon: NameLexicon, documents: readonly LearntDocument[]): number {
  let gold = 0;
  let found = 0;
  let right = 0;
  const seen = new Map<string, WrittenWord>();
  for (const d of documents) {
    const words = d.sentences.map((s) => writtenWords(s.forms, seen));
    const written = writtenIn(words);
    d.sentences.forEach((s, p) => {
      const scores = new Float64Array(s.forms.length * LABELS);
      nameFeatures(words[p] as WrittenWord[], written, lexicon, (token, keys, count) => model.addTo(scores, token * LABELS, keys, count));
      const labels = bestLabels(scores, s.forms.length, model.transitions, model.starts);
      const truth = new Set(spansOf(Array.from(s.allowed, (bits) => 31 - Math.clz32(bits))).map((x) => `${x.first}-${x.end}-${x.type}`));
      gold += truth.size;
      for (const x of spansOf(labels)) {
        found++;
        if (truth.has(`${x.first}-${x.end}-${x.type}`)) right++;
      }
    });
  }
  return (2 * right) / (gold + found);
}

/** The whole making: a first model, what it gleans from the raw text, and the final model with that knowledge; files to data/models/en/names. */
export function makeNames(corpora: string, report: (line: string) => void): void {
  const data = join(import.meta.dirname, '../data');
  const folder = join(data, 'models/en/names');
  const clusters = clusterEntries(readFileSync(join(data, 'models/en/clusters/weights.bin')));
  const abbreviations = readAbbreviations(readFileSync(join(data, 'lexicon/en/abbreviations.txt'), 'utf8'));
  const read = (name: string): Uint8Array => readFileSync(join(folder, `${name}.bin`));
  trainNames(corpora, folder, clusters, { kinds: new Map(), phrases: new Map() }, { ...USUAL, rounds: 3 }, report);
  const lexicon: NameLexicon = {
    phrases: PhraseTable.fromBytes(read('phrases')),
    gleaned: PhraseTable.fromBytes(read('gleaned')),
    classes: WordClasses.fromBytes(read('words')),
  };
  const gleaned = glean(corpora, NameModel.fromBytes(read('model')), lexicon, abbreviations, report);
  trainNames(corpora, folder, clusters, gleaned, USUAL, report);
}
