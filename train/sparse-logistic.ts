import type { Sample } from './confidence/logistic.ts';
import { shuffled } from './shuffled.ts';

const STEP = 0.25;

/**
 * Logistic regression for many samples with many rare binary features: AdaGrad over shuffled samples, the penalty on a weight's square
 * taken a sample at a time for the features that it has. Deterministic.
 * @param penalty weight of the squared length, shared among the samples that have the feature
 */
export function fitSparse(samples: readonly Sample[], penalty: number, rounds = 12, least = 2): Map<string, number> {
  const seen = new Map<string, number>();
  for (const { features } of samples) for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const names = [...seen].filter(([, times]) => times >= least).map(([name]) => name);
  const index = new Map(names.map((name, at) => [name, at]));
  const share = names.map((name) => (name === 'bias' ? 0 : penalty / (seen.get(name) ?? 1)));
  const rows = samples.map(({ features }) => features.flatMap((name) => index.get(name) ?? []));
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(1e-6);
  const order = samples.map((_, at) => at);
  for (let round = 0; round < rounds; round++) {
    for (const at of shuffled(order, round + 1)) {
      const row = rows[at] ?? [];
      let logit = 0;
      for (const feature of row) logit += weights[feature] ?? 0;
      const error = 1 / (1 + Math.exp(-logit)) - (samples[at]?.right ? 1 : 0);
      for (const feature of row) {
        const slope = error + (share[feature] ?? 0) * (weights[feature] ?? 0);
        squares[feature] = (squares[feature] ?? 0) + slope * slope;
        weights[feature] = (weights[feature] ?? 0) - (STEP * slope) / Math.sqrt(squares[feature] ?? 1);
      }
    }
  }
  return new Map(names.map((name, at) => [name, weights[at] ?? 0]));
}
