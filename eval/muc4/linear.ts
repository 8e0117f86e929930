import { readFileSync } from 'node:fs';
import { confidenceFromText } from '../../src/5-claims/refine/confidence.ts';

/** Weights of one or more logistic models: by `MODEL feature`. */
export type Weights = ReadonlyMap<string, number>;

/** The models of a file: one `MODEL feature TAB weight` a line; lines that start with # are notes. */
export const weightsFrom = (file: URL): Weights => confidenceFromText(readFileSync(file, 'utf8'));

/** How likely a model holds these features to be right, from 0 to 1. */
export function likelihood(model: string, features: readonly string[], weights: Weights): number {
  let logit = 0;
  for (const feature of features) logit += weights.get(`${model} ${feature}`) ?? 0;
  return 1 / (1 + Math.exp(-logit));
}

/** The label whose model is surest; each label has one, named `MODEL:LABEL`. */
export function likeliest(model: string, labels: readonly string[], features: readonly string[], weights: Weights): string | undefined {
  let best: { readonly label: string; readonly p: number } | undefined;
  for (const label of labels) {
    const p = likelihood(`${model}:${label}`, features, weights);
    if (best === undefined || p > best.p) best = { label, p };
  }
  return best?.label;
}
