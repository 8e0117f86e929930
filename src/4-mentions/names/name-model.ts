import { ROW_CLASSES, WeightRows } from '../../3-sentences/linear-model.ts';
import { begins, LABELS, mayFollow } from './labels.ts';

const MAGIC = 0x4e414d45;

/**
 * The weights of the name tagger, a linear-chain conditional random field: for every feature a short list of labels with small whole
 * weights, and the weights of label after label. Packed, little endian: magic, features, pairs (uint32), scale (float32: what one unit
 * weighs), keys (int32 × features), transitions (float32 × LABELS × LABELS), starts (float32 × LABELS), list lengths (uint8 × features),
 * labels (uint8 × pairs), weights (int8 × pairs).
 */
export class NameModel {
  readonly #rows: WeightRows;
  readonly #scale: number;
  readonly #sums = new Int32Array(ROW_CLASSES);
  readonly transitions: Float64Array;
  readonly starts: Float64Array;

  private constructor(rows: WeightRows, scale: number, transitions: Float64Array, starts: Float64Array) {
    this.#rows = rows;
    this.#scale = scale;
    this.transitions = transitions;
    this.starts = starts;
  }

  /** Throws RangeError when the bytes are no name model. */
  static fromBytes(bytes: Uint8Array): NameModel {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.byteLength < 16 || view.getUint32(0, true) !== MAGIC) throw new RangeError('not a name model');
    const count = view.getUint32(4, true);
    const pairs = view.getUint32(8, true);
    const scale = view.getFloat32(12, true);
    let at = 16 + 4 * count;
    const floats = (n: number): Float64Array => {
      const found = new Float64Array(n);
      for (let k = 0; k < n; k++, at += 4) found[k] = view.getFloat32(at, true);
      return found;
    };
    const transitions = floats(LABELS * LABELS);
    const starts = floats(LABELS);
    const rows = new WeightRows(count);
    const weights = new Int8Array(bytes.buffer, bytes.byteOffset + at + count + pairs, pairs);
    for (let k = 0, pair = 0; k < count; k++) {
      const row = rows.addRow(view.getInt32(16 + 4 * k, true));
      for (const end = pair + (bytes[at + k] as number); pair < end; pair++)
        rows.setWeight(row, bytes[at + count + pair] as number, weights[pair] as number);
    }
    return new NameModel(rows, scale, transitions, starts);
  }

  /** Packs rows of LABELS weights; those under `least` are left out. */
  static pack(
    features: ReadonlyMap<number, ArrayLike<number>>,
    transitions: ArrayLike<number>,
    starts: ArrayLike<number>,
    least: number,
  ): Uint8Array {
    // The few heaviest weights are cut, so that the many small ones keep their grain.
    const scale = 4 / 127;
    const rows: { key: number; pairs: [label: number, weight: number][] }[] = [];
    let total = 0;
    for (const [key, row] of features) {
      const pairs: [number, number][] = [];
      for (let k = 0; k < LABELS; k++) {
        const weight = Math.max(-127, Math.min(127, Math.round((row[k] as number) / scale)));
        if (weight !== 0 && Math.abs(row[k] as number) >= least) pairs.push([k, weight]);
      }
      if (pairs.length > 0) rows.push({ key, pairs });
      total += pairs.length;
    }
    rows.sort((a, b) => a.key - b.key);
    const head = 16 + 4 * rows.length + 4 * LABELS * (LABELS + 1);
    const bytes = new Uint8Array(head + rows.length + 2 * total);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, MAGIC, true);
    view.setUint32(4, rows.length, true);
    view.setUint32(8, total, true);
    view.setFloat32(12, scale, true);
    let at = 16 + 4 * rows.length;
    for (let k = 0; k < LABELS * LABELS; k++, at += 4) view.setFloat32(at, transitions[k] as number, true);
    for (let k = 0; k < LABELS; k++, at += 4) view.setFloat32(at, starts[k] as number, true);
    at = head + rows.length;
    rows.forEach(({ key, pairs }, r) => {
      view.setInt32(16 + 4 * r, key, true);
      bytes[head + r] = pairs.length;
      for (const [label, weight] of pairs) {
        bytes[at] = label;
        view.setInt8(at + total, weight);
        at++;
      }
    });
    return bytes;
  }

  /** Adds the weights of one token's features to `scores[from..from + LABELS)`. */
  addTo(scores: Float64Array, from: number, features: Int32Array, count: number): void {
    const sums = this.#sums.fill(0);
    this.#rows.addTo(sums, features, 0, count, 0);
    for (let k = 0; k < LABELS; k++) scores[from + k] = (scores[from + k] as number) + (sums[k] as number) * this.#scale;
  }
}

/** What may stand before each label, so that the search skips what is impossible. */
export const BEFORE: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, next) =>
  Array.from({ length: LABELS }, (_, l) => l).filter((l) => mayFollow(l, next)),
);

/** Labels that may follow every label: outside, and the beginnings. */
const OPENING: readonly number[] = Array.from({ length: LABELS }, (_, k) => k).filter((k) => k === 0 || begins(k));

/** The best lawful labels of a sentence (Viterbi) from `scores`, LABELS for each of `count` tokens. */
export function bestLabels(scores: Float64Array, count: number, transitions: Float64Array, starts: Float64Array): Uint8Array {
  const labels = new Uint8Array(count);
  if (count === 0) return labels;
  const back = new Uint8Array(count * LABELS);
  let last = new Float64Array(LABELS).fill(-Infinity);
  let next = new Float64Array(LABELS);
  for (const k of OPENING) last[k] = (scores[k] as number) + (starts[k] as number);
  for (let i = 1; i < count; i++) {
    const row = i * LABELS;
    for (let o = 0; o < OPENING.length; o++) {
      const k = OPENING[o] as number;
      let best = -Infinity;
      let from = 0;
      for (let l = 0; l < LABELS; l++) {
        const score = (last[l] as number) + (transitions[l * LABELS + k] as number);
        if (score > best) {
          best = score;
          from = l;
        }
      }
      next[k] = best + (scores[row + k] as number);
      back[row + k] = from;
    }
    // A name goes on only after its own beginning or itself, which are the two labels k - 1 and k.
    for (let k = 2; k < LABELS; k += 2) {
      const begun = (last[k - 1] as number) + (transitions[(k - 1) * LABELS + k] as number);
      const gone = (last[k] as number) + (transitions[k * LABELS + k] as number);
      next[k] = (gone > begun ? gone : begun) + (scores[row + k] as number);
      back[row + k] = gone > begun ? k : k - 1;
    }
    const spare = last;
    last = next;
    next = spare;
  }
  let label = 0;
  for (let k = 1; k < LABELS; k++) if ((last[k] as number) > (last[label] as number)) label = k;
  for (let i = count - 1; i >= 0; i--) {
    labels[i] = label;
    label = back[i * LABELS + label] as number;
  }
  return labels;
}
