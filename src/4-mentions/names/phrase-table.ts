import { hashText } from '../../3-sentences/hash.ts';

/** Kinds of known phrases, one bit each. */
export const PHRASE_BITS = {
  place: 1,
  firstName: 2,
  surname: 4,
  group: 8,
  organisation: 16,
  government: 32,
  nationality: 64,
  title: 128,
} as const;

const MAGIC = 0x50485254;

/**
 * Known phrases by the hash of their lower-case words joined by single spaces; each has a byte of PHRASE_BITS.
 * Packed: magic, count (uint32 little endian), the hashes (int32 each), the bytes. A wrong hit comes about once in 50,000 look-ups.
 */
export class PhraseTable {
  readonly #keys: Int32Array;
  readonly #bits: Uint8Array;
  readonly #mask: number;

  private constructor(keys: Int32Array, bits: Uint8Array) {
    this.#keys = keys;
    this.#bits = bits;
    this.#mask = keys.length - 1;
  }

  /** Throws RangeError when the bytes are no phrase table. */
  static fromBytes(bytes: Uint8Array): PhraseTable {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.byteLength < 8 || view.getUint32(0, true) !== MAGIC) throw new RangeError('not a phrase table');
    const count = view.getUint32(4, true);
    let size = 16;
    while (size < count * 2) size *= 2;
    const keys = new Int32Array(size);
    const values = new Uint8Array(size);
    for (let p = 0; p < count; p++) {
      const key = view.getInt32(8 + 4 * p, true);
      let at = key & (size - 1);
      while (values[at] !== 0) at = (at + 1) & (size - 1);
      keys[at] = key;
      values[at] = bytes[8 + 4 * count + p] as number;
    }
    return new PhraseTable(keys, values);
  }

  /** The packed form of phrases (lower case, words parted by one space) with their bits. */
  static pack(phrases: ReadonlyMap<string, number>): Uint8Array {
    const byHash = new Map<number, number>();
    for (const [phrase, bits] of phrases) {
      const key = hashText(phrase);
      byHash.set(key, (byHash.get(key) ?? 0) | bits);
    }
    const sorted = [...byHash].sort((a, b) => a[0] - b[0]);
    const bytes = new Uint8Array(8 + 5 * sorted.length);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, MAGIC, true);
    view.setUint32(4, sorted.length, true);
    sorted.forEach(([key, bits], p) => {
      view.setInt32(8 + 4 * p, key, true);
      bytes[8 + 4 * sorted.length + p] = bits;
    });
    return bytes;
  }

  /** Bits of the phrase with this hash, 0 when unknown. */
  get(key: number): number {
    let at = key & this.#mask;
    for (;;) {
      const bits = this.#bits[at] as number;
      if (bits === 0 || this.#keys[at] === key) return bits;
      at = (at + 1) & this.#mask;
    }
  }
}
