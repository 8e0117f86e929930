/** One thing to learn from: its features by name and whether it was right. */
export interface Sample {
  readonly features: readonly string[];
  readonly right: boolean;
  /** Samples of one group are held out together. */
  readonly group: string;
}

/**
 * Logistic regression with an L2 penalty by gradient descent with momentum; the bias is not penalised. Deterministic.
 * @param penalty weight of the squared length against the summed loss
 */
export function fitLogistic(samples: readonly Sample[], penalty: number, rounds = 600): Map<string, number> {
  const names = [...new Set(samples.flatMap((sample) => sample.features))].sort();
  const index = new Map(names.map((name, at) => [name, at]));
  const rows = samples.map((sample) => sample.features.map((name) => index.get(name) ?? 0));
  const weights = new Float64Array(names.length);
  const speed = new Float64Array(names.length);
  const step = 0.5 / Math.max(1, samples.length);
  for (let round = 0; round < rounds; round++) {
    const gradient = new Float64Array(names.length);
    for (const [at, row] of rows.entries()) {
      let logit = 0;
      for (const feature of row) logit += weights[feature] ?? 0;
      const error = 1 / (1 + Math.exp(-logit)) - (samples[at]?.right ? 1 : 0);
      for (const feature of row) gradient[feature] = (gradient[feature] ?? 0) + error;
    }
    for (let feature = 0; feature < weights.length; feature++) {
      const pull = names[feature] === 'bias' ? 0 : penalty * (weights[feature] ?? 0);
      speed[feature] = 0.9 * (speed[feature] ?? 0) - step * ((gradient[feature] ?? 0) + pull);
      weights[feature] = (weights[feature] ?? 0) + (speed[feature] ?? 0);
    }
  }
  return new Map(names.map((name, at) => [name, weights[at] ?? 0]));
}

export const probability = (features: readonly string[], weights: ReadonlyMap<string, number>): number => {
  let logit = 0;
  for (const feature of features) logit += weights.get(feature) ?? 0;
  return 1 / (1 + Math.exp(-logit));
};

/** Held-out probabilities by leaving out each group in turn. */
export function crossValidated(samples: readonly Sample[], penalty: number): number[] {
  const groups = [...new Set(samples.map((sample) => sample.group))];
  const held = new Array<number>(samples.length).fill(0);
  for (const group of groups) {
    const weights = fitLogistic(
      samples.filter((sample) => sample.group !== group),
      penalty,
    );
    for (const [at, sample] of samples.entries()) if (sample.group === group) held[at] = probability(sample.features, weights);
  }
  return held;
}

/** Expected calibration error over ten bins of equal width. */
export function calibrationError(held: readonly number[], samples: readonly Sample[]): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const inside = held
      .map((value, at) => ({ value, right: samples[at]?.right ?? false }))
      .filter(({ value }) => value >= bin / 10 && (value < (bin + 1) / 10 || bin === 9));
    if (inside.length === 0) continue;
    const mean = inside.reduce((sum, { value }) => sum + value, 0) / inside.length;
    const share = inside.filter(({ right }) => right).length / inside.length;
    error += (inside.length / samples.length) * Math.abs(mean - share);
  }
  return error;
}
