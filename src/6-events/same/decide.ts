/** Summed weights of the signs that two accounts show: a logistic regression over named signs. */
export function logOdds(features: readonly string[], weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return sum;
}

export const probabilityOf = (odds: number): number => 1 / (1 + Math.exp(-odds));
