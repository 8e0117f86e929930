import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Abbreviations, readAbbreviations } from '../src/3-sentences/abbreviations.ts';
import { type Clusters, readClusters } from '../src/3-sentences/words.ts';

export const ROOT = join(import.meta.dirname, '..');

/** Writes data/models/en/MODEL/{weights.bin,card.md,scores.json}. */
export function writeModel(model: string, weights: Uint8Array, card: string, scores: Readonly<Record<string, number>>): void {
  const folder = join(ROOT, 'data/models/en', model);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'weights.bin'), weights);
  writeFileSync(join(folder, 'card.md'), card);
  writeFileSync(join(folder, 'scores.json'), `${JSON.stringify(scores, null, 2)}\n`);
}

/** The weights that `writeModel` wrote. */
export const readWeights = (model: string): Uint8Array => readFileSync(join(ROOT, 'data/models/en', model, 'weights.bin'));

export const readOwnClusters = (): Clusters => readClusters(readWeights('clusters'));

export const readOwnAbbreviations = (): Abbreviations =>
  readAbbreviations(readFileSync(join(ROOT, 'data/lexicon/en/abbreviations.txt'), 'utf8'));
