import { begins, LABELS } from '../../src/4-mentions/names/labels.ts';
import { BEFORE } from '../../src/4-mentions/names/name-model.ts';
import { randomFrom, shuffled } from '../shuffled.ts';

/** A sentence as feature rows: those of token i are `rows[starts[i] .. starts[i + 1])`. */
export interface FieldSentence {
  readonly rows: Int32Array;
  readonly starts: Int32Array;
  readonly allowed: Int32Array;
  readonly weight: number;
}

export interface FieldWeights {
  readonly weights: Float32Array;
  readonly transitions: Float64Array;
  readonly first: Float64Array;
}

export interface FieldOptions {
  readonly rounds: number;
  /** Step of AdaGrad. */
  readonly step: number;
  /** Pull to zero on every touched weight, in units of the step. */
  readonly pull: number;
  /** Share of features left out at random, so that no single word decides. */
  readonly drop: number;
}

/**
 * Trains a linear-chain conditional random field by AdaGrad with soft thresholding. Where several labels are allowed,
 * the expected counts under the allowed ones take the place of the gold counts (marginal likelihood).
 */
export function trainField(
  sentences: readonly FieldSentence[],
  features: number,
  options: FieldOptions,
  report: (round: number, loss: number, weights: FieldWeights) => void,
): FieldWeights {
  const L = LABELS;
  const weights = new Float32Array(features * L);
  const squares = new Float32Array(features * L).fill(1e-3);
  const transitions = new Float64Array(L * L);
  const transitionSquares = new Float64Array(L * L).fill(1e-2);
  const first = new Float64Array(L);
  const firstSquares = new Float64Array(L).fill(1e-2);
  const random = randomFrom(7);
  const lawful = Array.from({ length: L }, (_, k) => k === 0 || begins(k));
  for (let round = 1; round <= options.rounds; round++) {
    let loss = 0;
    const step = options.step * (round > options.rounds * 0.7 ? 0.4 : 1);
    for (const s of shuffled(sentences, round)) {
      const n = s.allowed.length;
      const scores = new Float64Array(n * L);
      const kept: Int32Array[] = [];
      for (let i = 0; i < n; i++) {
        const from = s.starts[i] as number;
        const to = s.starts[i + 1] as number;
        const own = new Int32Array(to - from);
        let m = 0;
        for (let f = from; f < to; f++) if (options.drop === 0 || random() >= options.drop) own[m++] = s.rows[f] as number;
        const used = own.subarray(0, m);
        kept.push(used);
        for (let f = 0; f < m; f++) {
          const base = (used[f] as number) * L;
          for (let k = 0; k < L; k++) scores[i * L + k] = (scores[i * L + k] as number) + (weights[base + k] as number);
        }
      }
      const free = marginals(scores, n, transitions, first, lawful, null);
      const bound = marginals(scores, n, transitions, first, lawful, s.allowed);
      loss += free.logZ - bound.logZ;
      for (let i = 0; i < n; i++) {
        const used = kept[i] as Int32Array;
        for (let k = 0; k < L; k++) {
          const g = ((free.unary[i * L + k] as number) - (bound.unary[i * L + k] as number)) * s.weight;
          if (g < 1e-3 && g > -1e-3) continue;
          const g2 = g * g;
          for (let f = 0; f < used.length; f++) {
            const at = (used[f] as number) * L + k;
            const square = (squares[at] as number) + g2;
            squares[at] = square;
            const rate = step / Math.sqrt(square);
            let w = (weights[at] as number) - rate * g;
            const pull = rate * options.pull;
            w = w > pull ? w - pull : w < -pull ? w + pull : 0;
            weights[at] = w;
          }
        }
      }
      for (let t = 0; t < L * L; t++) {
        const g = ((free.pairs[t] as number) - (bound.pairs[t] as number)) * s.weight;
        if (g === 0) continue;
        transitionSquares[t] = (transitionSquares[t] as number) + g * g;
        transitions[t] = (transitions[t] as number) - (step * g) / Math.sqrt(transitionSquares[t] as number);
      }
      for (let k = 0; k < L; k++) {
        const g = ((free.unary[k] as number) - (bound.unary[k] as number)) * s.weight;
        if (g === 0) continue;
        firstSquares[k] = (firstSquares[k] as number) + g * g;
        first[k] = (first[k] as number) - (step * g) / Math.sqrt(firstSquares[k] as number);
      }
    }
    report(round, loss, { weights, transitions, first });
  }
  return { weights, transitions, first };
}

/** Scaled forward-backward over the lawful (and allowed) labels: probabilities of labels, summed probabilities of pairs, log partition. */
export function marginals(
  scores: Float64Array,
  n: number,
  transitions: Float64Array,
  first: Float64Array,
  lawful: readonly boolean[],
  allowed: Int32Array | null,
): { unary: Float64Array; pairs: Float64Array; logZ: number } {
  const L = LABELS;
  const e = new Float64Array(n * L);
  const t = new Float64Array(L * L);
  for (let k = 0; k < L * L; k++) t[k] = Math.exp(transitions[k] as number);
  let logZ = 0;
  for (let i = 0; i < n; i++) {
    let most = -Infinity;
    for (let k = 0; k < L; k++)
      if (allowed === null || ((allowed[i] as number) >> k) & 1) most = Math.max(most, scores[i * L + k] as number);
    for (let k = 0; k < L; k++)
      if (allowed === null || ((allowed[i] as number) >> k) & 1) e[i * L + k] = Math.exp((scores[i * L + k] as number) - most);
    logZ += most;
  }
  const alpha = new Float64Array(n * L);
  const scale = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let k = 0; k < L; k++) {
      const own = e[i * L + k] as number;
      if (own === 0) continue;
      let a = 0;
      if (i === 0) a = lawful[k] ? Math.exp(first[k] as number) : 0;
      else for (const l of BEFORE[k] as readonly number[]) a += (alpha[(i - 1) * L + l] as number) * (t[l * L + k] as number);
      a *= own;
      alpha[i * L + k] = a;
      sum += a;
    }
    if (!(sum > 0)) sum = 1e-300;
    scale[i] = sum;
    logZ += Math.log(sum);
    for (let k = 0; k < L; k++) alpha[i * L + k] = (alpha[i * L + k] as number) / sum;
  }
  const unary = new Float64Array(n * L);
  const pairs = new Float64Array(L * L);
  let beta = new Float64Array(L).fill(1);
  for (let i = n - 1; i >= 0; i--) {
    for (let k = 0; k < L; k++) unary[i * L + k] = (alpha[i * L + k] as number) * (beta[k] as number);
    if (i === 0) break;
    const before = new Float64Array(L);
    for (let k = 0; k < L; k++) {
      const right = ((e[i * L + k] as number) * (beta[k] as number)) / (scale[i] as number);
      if (right === 0) continue;
      for (const l of BEFORE[k] as readonly number[]) {
        const both = (t[l * L + k] as number) * right;
        before[l] = (before[l] as number) + both;
        pairs[l * L + k] = (pairs[l * L + k] as number) + (alpha[(i - 1) * L + l] as number) * both;
      }
    }
    beta = before;
  }
  return { unary, pairs, logZ };
}
