/** Adds up the weights of features for every class. The packed model and the trainer's growing one both do. */
export interface Scorer {
  readonly classes: number;
  /** Sets `scores[0..classes)` to the sums over the first `count` keys. Unknown keys add nothing. */
  score(keys: Int32Array, count: number, scores: Float64Array): void;
}

/**
 * A sparse linear classifier: a hash table from feature keys to short lists of (class, weight).
 * Key 0 marks an empty slot, so no feature may have it.
 */
export class LinearModel implements Scorer {
  readonly classes: number;
  private readonly keys: Int32Array;
  private readonly starts: Uint32Array;
  private readonly labels: Uint8Array;
  private readonly weights: Int8Array;

  constructor(classes: number, keys: Int32Array, counts: Uint8Array, labels: Uint8Array, weights: Int8Array) {
    this.classes = classes;
    this.keys = keys;
    this.labels = labels;
    this.weights = weights;
    this.starts = new Uint32Array(keys.length + 1);
    for (let i = 0, sum = 0; i < keys.length; i++) {
      sum += counts[i] as number;
      this.starts[i + 1] = sum;
    }
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    const { keys, starts, labels, weights } = this;
    const mask = keys.length - 1;
    scores.fill(0, 0, this.classes);
    for (let f = 0; f < count; f++) {
      const key = features[f] as number;
      let slot = key & mask;
      for (;;) {
        const found = keys[slot] as number;
        if (found === key) break;
        if (found === 0) {
          slot = -1;
          break;
        }
        slot = (slot + 1) & mask;
      }
      if (slot < 0) continue;
      const end = starts[slot + 1] as number;
      for (let e = starts[slot] as number; e < end; e++) {
        const label = labels[e] as number;
        scores[label] = (scores[label] as number) + (weights[e] as number);
      }
    }
  }
}

/**
 * Reads what `packModel` wrote, little endian: u32 length of the header, JSON header (padded to 4 bytes), then
 * keys i32[slots], counts u8[slots], labels u8[entries], weights i8[entries].
 */
export function unpackModel(bytes: Uint8Array): { readonly names: readonly string[]; readonly model: LinearModel } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headerLength))) as { names: string[]; slots: number; entries: number };
  let at = bytes.byteOffset + 4 + headerLength;
  const take = (length: number): ArrayBuffer => {
    const piece = bytes.buffer.slice(at, at + length) as ArrayBuffer;
    at += length;
    return piece;
  };
  const keys = new Int32Array(take(header.slots * 4));
  const counts = new Uint8Array(take(header.slots));
  const labels = new Uint8Array(take(header.entries));
  const weights = new Int8Array(take(header.entries));
  return { names: header.names, model: new LinearModel(header.names.length, keys, counts, labels, weights) };
}
