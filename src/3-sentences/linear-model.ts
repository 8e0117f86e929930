/** Adds up the weights of features for every class. The packed model and the trainer's growing one both do. */
export interface Scorer {
  readonly classes: number;
  /** Adds to `scores[0..classes)` the sums over `keys[from..end)`. Unknown keys add nothing. */
  addTo(scores: Int32Array, keys: Int32Array, from: number, end: number): void;
}

/** Scores the classes of one group of several. The packed model and the trainer's growing one both do. */
export interface GroupScorer {
  /** Adds to `scores` the sums of the group's classes over `keys[from..end)`. */
  addGroupTo(scores: Int32Array, group: number, keys: Int32Array, from: number, end: number): void;
}

/** A model as its file has it: by key a number of entries; by entry a class and its weight. */
export interface SparseWeights {
  readonly names: readonly string[];
  readonly keys: Int32Array;
  readonly counts: Uint8Array;
  readonly labels: Uint8Array;
  readonly values: Int8Array;
}

/** A row of weights holds so many classes: five words of four bytes. */
export const ROW_CLASSES = 20;
/** Words of a row: its key, then the weights. */
const WIDTH = 6;
/** No decision has more features. */
const MOST_KEYS = 256;
/** A search compares these bits of the key before it looks at the row. */
const HIGH = 0xffc00000;
const LOW = 0x003fffff;

/**
 * Rows of weights by the key of their feature. A weight is a byte (weight + 128); four are added at a time, for two sums of sixteen
 * bits lie in one number, and 256 rows cannot overflow them.
 */
export class WeightRows {
  /** By the low bits of a key: its ten high bits, then its row's number; 0 for none. At most half full, so that a search ends soon. */
  private readonly index: Uint32Array;
  private readonly rows: Int32Array;
  /** By row, a view of the bytes of `rows`. */
  private readonly bytes: Uint8Array;
  private used = 0;
  private readonly slots = new Uint32Array(MOST_KEYS);
  private readonly found = new Int32Array(MOST_KEYS);

  /** `size`: how many rows there will be. */
  constructor(size: number) {
    let room = 1024;
    while (room < size * 2) room *= 2;
    this.index = new Uint32Array(room);
    this.rows = new Int32Array((size + 1) * WIDTH).fill(0x80808080 | 0);
    this.bytes = new Uint8Array(this.rows.buffer);
  }

  /** Adds an empty row for a key that has none yet, and gives its number. */
  addRow(key: number): number {
    const row = ++this.used;
    this.rows[row * WIDTH] = key;
    const mask = this.index.length - 1;
    let slot = key & mask;
    while (this.index[slot] !== 0) slot = (slot + 1) & mask;
    this.index[slot] = (key & HIGH) | row;
    return row;
  }

  setWeight(row: number, column: number, weight: number): void {
    this.bytes[(row * WIDTH + 1) * 4 + column] = weight + 128;
  }

  /** Adds to `scores[0..ROW_CLASSES)` the sums over `keys[from..end)`, each key mixed with `salt`. */
  addTo(scores: Int32Array, keys: Int32Array, from: number, end: number, salt: number): void {
    const { index, rows, slots, found } = this;
    const mask = index.length - 1;
    // The searches do not wait for one another's memory: first all slots, then all rows, then the sums.
    for (let f = from; f < end; f++) slots[f] = index[((keys[f] as number) ^ salt) & mask] as number;
    let n = 0;
    for (let f = from; f < end; f++) {
      const key = (keys[f] as number) ^ salt;
      let entry = slots[f] as number;
      for (let slot = key & mask; entry !== 0; entry = index[slot] as number) {
        const row = (entry & LOW) * WIDTH;
        if ((entry ^ key) >>> 22 === 0 && rows[row] === key) {
          found[n++] = row;
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
    let a0 = 0;
    let a1 = 0;
    let b0 = 0;
    let b1 = 0;
    let c0 = 0;
    let c1 = 0;
    let d0 = 0;
    let d1 = 0;
    let e0 = 0;
    let e1 = 0;
    for (let k = 0; k < n; k++) {
      const row = found[k] as number;
      const a = rows[row + 1] as number;
      const b = rows[row + 2] as number;
      const c = rows[row + 3] as number;
      const d = rows[row + 4] as number;
      const e = rows[row + 5] as number;
      a0 = (a0 + (a & 0xff00ff)) | 0;
      a1 = (a1 + ((a >>> 8) & 0xff00ff)) | 0;
      b0 = (b0 + (b & 0xff00ff)) | 0;
      b1 = (b1 + ((b >>> 8) & 0xff00ff)) | 0;
      c0 = (c0 + (c & 0xff00ff)) | 0;
      c1 = (c1 + ((c >>> 8) & 0xff00ff)) | 0;
      d0 = (d0 + (d & 0xff00ff)) | 0;
      d1 = (d1 + ((d >>> 8) & 0xff00ff)) | 0;
      e0 = (e0 + (e & 0xff00ff)) | 0;
      e1 = (e1 + ((e >>> 8) & 0xff00ff)) | 0;
    }
    const zero = n * 128;
    scores[0] = (scores[0] as number) + (a0 & 0xffff) - zero;
    scores[1] = (scores[1] as number) + (a1 & 0xffff) - zero;
    scores[2] = (scores[2] as number) + (a0 >>> 16) - zero;
    scores[3] = (scores[3] as number) + (a1 >>> 16) - zero;
    scores[4] = (scores[4] as number) + (b0 & 0xffff) - zero;
    scores[5] = (scores[5] as number) + (b1 & 0xffff) - zero;
    scores[6] = (scores[6] as number) + (b0 >>> 16) - zero;
    scores[7] = (scores[7] as number) + (b1 >>> 16) - zero;
    scores[8] = (scores[8] as number) + (c0 & 0xffff) - zero;
    scores[9] = (scores[9] as number) + (c1 & 0xffff) - zero;
    scores[10] = (scores[10] as number) + (c0 >>> 16) - zero;
    scores[11] = (scores[11] as number) + (c1 >>> 16) - zero;
    scores[12] = (scores[12] as number) + (d0 & 0xffff) - zero;
    scores[13] = (scores[13] as number) + (d1 & 0xffff) - zero;
    scores[14] = (scores[14] as number) + (d0 >>> 16) - zero;
    scores[15] = (scores[15] as number) + (d1 >>> 16) - zero;
    scores[16] = (scores[16] as number) + (e0 & 0xffff) - zero;
    scores[17] = (scores[17] as number) + (e1 & 0xffff) - zero;
    scores[18] = (scores[18] as number) + (e0 >>> 16) - zero;
    scores[19] = (scores[19] as number) + (e1 >>> 16) - zero;
  }
}

/** A sparse linear classifier of up to ROW_CLASSES classes. */
export class LinearModel implements Scorer {
  readonly classes: number;
  private readonly rows: WeightRows;

  constructor({ names, keys, counts, labels, values }: SparseWeights) {
    this.classes = names.length;
    if (this.classes > ROW_CLASSES) throw new RangeError(`a row holds ${ROW_CLASSES} classes, not ${this.classes}`);
    this.rows = new WeightRows(keys.length);
    for (let k = 0, entry = 0; k < keys.length; k++) {
      const row = this.rows.addRow(keys[k] as number);
      for (const end = entry + (counts[k] as number); entry < end; entry++)
        this.rows.setWeight(row, labels[entry] as number, values[entry] as number);
    }
  }

  /** `scores` has room for ROW_CLASSES. */
  addTo(scores: Int32Array, keys: Int32Array, from: number, end: number): void {
    this.rows.addTo(scores, keys, from, end, 0);
  }
}

const saltOf = (group: number): number => Math.imul(group + 1, 0x9e3779b1);

/**
 * A sparse linear classifier whose many classes stand in groups of up to ROW_CLASSES; only one group is asked at a time. A feature has a
 * row for each group in which it has weights.
 */
export class GroupedModel implements GroupScorer {
  private readonly rows: WeightRows;

  /** `groups`: the classes of each, as indices into the model's names. */
  constructor({ keys, counts, labels, values }: SparseWeights, groups: readonly ArrayLike<number>[]) {
    const groupOf: number[] = [];
    const columnOf: number[] = [];
    groups.forEach((classes, group) => {
      if (classes.length > ROW_CLASSES) throw new RangeError(`a group holds ${ROW_CLASSES} classes, not ${classes.length}`);
      for (let column = 0; column < classes.length; column++) {
        groupOf[classes[column] as number] = group;
        columnOf[classes[column] as number] = column;
      }
    });
    const rowOf = new Int32Array(groups.length);
    let size = 0;
    for (let k = 0, entry = 0; k < keys.length; k++) {
      for (const end = entry + (counts[k] as number); entry < end; entry++) {
        const group = groupOf[labels[entry] as number] as number;
        if (rowOf[group] === k + 1) continue;
        rowOf[group] = k + 1;
        size++;
      }
    }
    this.rows = new WeightRows(size);
    for (let k = 0, entry = 0; k < keys.length; k++) {
      rowOf.fill(0);
      for (const end = entry + (counts[k] as number); entry < end; entry++) {
        const label = labels[entry] as number;
        const group = groupOf[label] as number;
        if (rowOf[group] === 0) rowOf[group] = this.rows.addRow((keys[k] as number) ^ saltOf(group));
        this.rows.setWeight(rowOf[group] as number, columnOf[label] as number, values[entry] as number);
      }
    }
  }

  /** `scores` has room for ROW_CLASSES. */
  addGroupTo(scores: Int32Array, group: number, keys: Int32Array, from: number, end: number): void {
    this.rows.addTo(scores, keys, from, end, saltOf(group));
  }
}

/** The first of the highest of `scores[0..count)`. */
export function argmax(scores: Int32Array, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if ((scores[i] as number) > (scores[best] as number)) best = i;
  return best;
}

/** By how much the highest of `scores[0..count)` leads the next. */
export function leadOf(scores: Int32Array, count: number): number {
  let best = -Infinity;
  let next = -Infinity;
  for (let i = 0; i < count; i++) {
    const score = scores[i] as number;
    if (score > best) {
      next = best;
      best = score;
    } else if (score > next) next = score;
  }
  return best - next;
}

/**
 * Reads what `packModels` wrote, little endian: u32 length of the header, JSON header (padded to 4 bytes), then
 * keys i32[keys], counts u8[keys], labels u8[entries], weights i8[entries]. `size` is the number of bytes that it took.
 */
export function unpackModel(bytes: Uint8Array): SparseWeights & { readonly size: number } {
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
  return {
    names: header.names,
    keys: new Int32Array(take(header.keys * 4)),
    counts: new Uint8Array(take(header.keys)),
    labels: new Uint8Array(take(header.entries)),
    values: new Int8Array(take(header.entries)),
    size: at - bytes.byteOffset,
  };
}
