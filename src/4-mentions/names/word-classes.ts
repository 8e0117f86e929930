const MAGIC = 0x57434c53;

/**
 * What the open raw text knows of words: a distributional cluster (1 to 65,535; 0 = unknown word) and the kind of name the word mostly
 * belongs to (a byte; 0 = unknown). Words by the hash of their lower-case form.
 * Packed: magic, count, hashes (int32), clusters (uint16), kinds (uint8), little endian.
 */
export class WordClasses {
  readonly #keys: Int32Array;
  readonly #rows: Int32Array;
  readonly #mask: number;

  private constructor(keys: Int32Array, rows: Int32Array) {
    this.#keys = keys;
    this.#rows = rows;
    this.#mask = keys.length - 1;
  }

  /** Throws RangeError when the bytes are no word classes. */
  static fromBytes(bytes: Uint8Array): WordClasses {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.byteLength < 8 || view.getUint32(0, true) !== MAGIC) throw new RangeError('no word classes');
    const count = view.getUint32(4, true);
    let size = 16;
    while (size < count * 2) size *= 2;
    const keys = new Int32Array(size);
    const rows = new Int32Array(size);
    for (let p = 0; p < count; p++) {
      const key = view.getInt32(8 + 4 * p, true);
      let at = key & (size - 1);
      while (rows[at] !== 0) at = (at + 1) & (size - 1);
      keys[at] = key;
      rows[at] = (view.getUint16(8 + 4 * count + 2 * p, true) << 8) | view.getUint8(8 + 6 * count + p);
    }
    return new WordClasses(keys, rows);
  }

  /** Packs clusters and kinds, both by word hash. */
  static pack(clusters: ReadonlyMap<number, number>, kinds: ReadonlyMap<number, number>): Uint8Array {
    const rows = new Map<number, number>();
    for (const [key, cluster] of clusters) rows.set(key, cluster << 8);
    for (const [key, kind] of kinds) rows.set(key, (rows.get(key) ?? 0) | kind);
    const sorted = [...rows].sort((a, b) => a[0] - b[0]);
    const count = sorted.length;
    const bytes = new Uint8Array(8 + 7 * count);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, MAGIC, true);
    view.setUint32(4, count, true);
    sorted.forEach(([key, row], p) => {
      view.setInt32(8 + 4 * p, key, true);
      view.setUint16(8 + 4 * count + 2 * p, row >>> 8, true);
      view.setUint8(8 + 6 * count + p, row & 255);
    });
    return bytes;
  }

  /** `cluster << 8 | kind` of the word with this hash, 0 when unknown. */
  get(key: number): number {
    let at = key & this.#mask;
    for (;;) {
      const row = this.#rows[at] as number;
      if (row === 0 || this.#keys[at] === key) return row;
      at = (at + 1) & this.#mask;
    }
  }
}
