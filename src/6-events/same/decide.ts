import { featuresOf, type Side } from './features.ts';

/** Whether two accounts are of one happening, and why. */
export interface SameDecision {
  readonly probability: number;
  /** What spoke for and against, the weightiest first; weights in log odds. */
  readonly reasons: readonly { readonly sign: string; readonly weight: number }[];
}

export function logOdds(features: readonly string[], weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return sum;
}

export const probabilityOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** A learned decision (logistic regression over named signs) with its reasons. */
export function decideSame(a: Side, b: Side, weights: ReadonlyMap<string, number>): SameDecision {
  const features = featuresOf(a, b);
  return {
    probability: probabilityOf(logOdds(features, weights)),
    reasons: features
      .filter((feature) => feature !== 'bias')
      .map((sign) => ({ sign, weight: weights.get(sign) ?? 0 }))
      .filter(({ weight }) => weight !== 0)
      .sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight)),
  };
}
