/** Adds up the weights of features for every class. The packed model and the trainer's growing one both do. */
export interface Scorer {
  readonly classes: number;
  /** Sets `scores[0..classes)` to the sums over the first `count` keys. Unknown keys add nothing. */
  score(keys: Int32Array, count: number, scores: Int32Array): void;
}

/**
 * A sparse linear classifier: a hash table from feature keys to short lists of (class, weight).
 * Key 0 marks an empty slot, so no feature may have it.
 */
export class LinearModel implements Scorer {
  readonly classes: number;
  /** Per slot: the key, then where its list starts and its length (start × 256 + length). Side by side, for the cache's sake. */
  private readonly slots: Int32Array;
  /** Per entry: class × 256 + (weight + 128). */
  private readonly entries: Uint16Array;

  constructor(classes: number, keys: Int32Array, counts: Uint8Array, labels: Uint8Array, weights: Int8Array) {
    this.classes = classes;
    // Half of the slots stay empty: a search for an unknown key ends soon.
    let room = 1024;
    while (room < keys.length * 2) room *= 2;
    this.slots = new Int32Array(room * 2);
    for (let i = 0, sum = 0; i < keys.length; i++) {
      const count = counts[i] as number;
      let slot = (keys[i] as number) & (room - 1);
      while (this.slots[2 * slot] !== 0) slot = (slot + 1) & (room - 1);
      this.slots[2 * slot] = keys[i] as number;
      this.slots[2 * slot + 1] = (sum << 8) | count;
      sum += count;
    }
    this.entries = new Uint16Array(labels.length);
    for (let i = 0; i < labels.length; i++) this.entries[i] = ((labels[i] as number) << 8) | ((weights[i] as number) + 128);
  }

  score(features: Int32Array, count: number, scores: Int32Array): void {
    const { slots, entries, classes } = this;
    const mask = slots.length / 2 - 1;
    for (let c = 0; c < classes; c++) scores[c] = 0;
    for (let f = 0; f < count; f++) {
      const key = features[f] as number;
      let slot = key & mask;
      let found = slots[2 * slot] as number;
      while (found !== key && found !== 0) {
        slot = (slot + 1) & mask;
        found = slots[2 * slot] as number;
      }
      if (found === 0) continue;
      const place = slots[2 * slot + 1] as number;
      const end = (place >>> 8) + (place & 255);
      for (let e = place >>> 8; e < end; e++) {
        const entry = entries[e] as number;
        scores[entry >>> 8] = (scores[entry >>> 8] as number) + (entry & 255) - 128;
      }
    }
  }
}

/**
 * Reads what `packModel` wrote, little endian: u32 length of the header, JSON header (padded to 4 bytes), then
 * keys i32[keys], counts u8[keys], labels u8[entries], weights i8[entries]. `size` is the number of bytes that it took.
 */
export function unpackModel(bytes: Uint8Array): { readonly names: readonly string[]; readonly model: LinearModel; readonly size: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headerLength))) as {
    names: string[];
    keys: number;
    entries: number;
  };
  let at = bytes.byteOffset + 4 + headerLength;
  const take = (length: number): ArrayBuffer => {
    const piece = bytes.buffer.slice(at, at + length) as ArrayBuffer;
    at += length;
    return piece;
  };
  const keys = new Int32Array(take(header.keys * 4));
  const counts = new Uint8Array(take(header.keys));
  const labels = new Uint8Array(take(header.entries));
  const weights = new Int8Array(take(header.entries));
  return { names: header.names, model: new LinearModel(header.names.length, keys, counts, labels, weights), size: at - bytes.byteOffset };
}
