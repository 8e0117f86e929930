import type { GroupScorer, Scorer } from '../src/3-sentences/linear-model.ts';

/** A growing sparse multi-class averaged perceptron (Collins 2002); a feature exists once it was part of an update. */
export class Perceptron implements Scorer {
  readonly classes: number;
  private mask = (1 << 20) - 1;
  /** Per slot: key and row. */
  private slots = new Int32Array(2 << 20);
  private rows = 0;
  /** Per row: where its list starts, its length, its room, the number of updates, its key. */
  private row = new Int32Array(5 << 18);
  private used = 0;
  /** Per entry: weight × 256 + class; beside it the sum that averaging needs. */
  private entry = new Int32Array(1 << 22);
  private sum = new Float64Array(1 << 22);
  private clock = 1;

  constructor(classes: number) {
    this.classes = classes;
  }

  /** Call once for every decision: averaging counts time in decisions. */
  tick(): void {
    this.clock++;
  }

  addTo(scores: Int32Array, features: Int32Array, first: number, last: number): void {
    const { row, entry } = this;
    for (let f = first; f < last; f++) {
      const at = this.find(features[f] as number);
      if (at < 0) continue;
      const from = row[at] as number;
      const end = from + (row[at + 1] as number);
      for (let e = from; e < end; e++) {
        const packed = entry[e] as number;
        scores[packed & 255] = (scores[packed & 255] as number) + (packed >> 8);
      }
    }
  }

  /** Rewards the class `right` and punishes `wrong` on all the features. */
  update(features: Int32Array, count: number, right: number, wrong: number): void {
    for (let f = 0; f < count; f++) {
      const at = this.findOrAdd(features[f] as number);
      this.row[at + 3] = (this.row[at + 3] as number) + 1;
      this.add(at, right, 1);
      this.add(at, wrong, -1);
    }
  }

  private find(key: number): number {
    const { slots, mask } = this;
    for (let slot = key & mask; ; slot = (slot + 1) & mask) {
      const found = slots[2 * slot] as number;
      if (found === key) return slots[2 * slot + 1] as number;
      if (found === 0) return -1;
    }
  }

  private findOrAdd(key: number): number {
    const known = this.find(key);
    if (known >= 0) return known;
    if (this.rows * 2 > this.mask) this.rehash();
    const at = this.rows++ * 5;
    if (at + 5 > this.row.length) this.row = grow(this.row);
    this.row[at + 4] = key;
    this.place(key, at);
    return at;
  }

  private place(key: number, at: number): void {
    let slot = key & this.mask;
    while (this.slots[2 * slot] !== 0) slot = (slot + 1) & this.mask;
    this.slots[2 * slot] = key;
    this.slots[2 * slot + 1] = at;
  }

  private rehash(): void {
    const length = (this.mask + 1) * 2;
    this.mask = length - 1;
    this.slots = new Int32Array(length * 2);
    for (let i = 0; i < this.rows; i++) this.place(this.row[i * 5 + 4] as number, i * 5);
  }

  private add(at: number, label: number, delta: number): void {
    const from = this.row[at] as number;
    const size = this.row[at + 1] as number;
    for (let e = from; e < from + size; e++) {
      if (((this.entry[e] as number) & 255) === label) {
        this.entry[e] = (this.entry[e] as number) + delta * 256;
        this.sum[e] = (this.sum[e] as number) + delta * this.clock;
        return;
      }
    }
    if (size === this.row[at + 2]) this.enlarge(at);
    const e = (this.row[at] as number) + size;
    this.entry[e] = delta * 256 + label;
    this.sum[e] = delta * this.clock;
    this.row[at + 1] = size + 1;
  }

  private enlarge(at: number): void {
    const size = this.row[at + 1] as number;
    const room = Math.max(2, size * 2);
    while (this.used + room > this.entry.length) {
      this.entry = grow(this.entry);
      this.sum = grow(this.sum);
    }
    const from = this.row[at] as number;
    this.entry.copyWithin(this.used, from, from + size);
    this.sum.copyWithin(this.used, from, from + size);
    this.row[at] = this.used;
    this.row[at + 2] = room;
    this.used += room;
  }

  /** Calls `each` with every feature's key, its number of updates, and its averaged weights by class. */
  eachMean(each: (key: number, updates: number, labels: readonly number[], means: readonly number[]) => void): void {
    for (let at = 0; at < this.rows * 5; at += 5) {
      const labels: number[] = [];
      const means: number[] = [];
      for (let e = this.row[at] as number, end = e + (this.row[at + 1] as number); e < end; e++) {
        const packed = this.entry[e] as number;
        labels.push(packed & 255);
        means.push((packed >> 8) - (this.sum[e] as number) / this.clock);
      }
      each(this.row[at + 4] as number, this.row[at + 3] as number, labels, means);
    }
  }
}

/**
 * The averaged weights of one model, or the mean of those of several that saw the texts in other orders, quantised to -127..127 and
 * pruned, in the layout of `unpackModel`. `least`: features updated fewer times (in the mean) are dropped (Goldberg & Elhadad 2011).
 * `scale`: steps per unit of weight. `smallest`: weights of fewer steps are dropped.
 */
export function packModels(
  models: readonly Perceptron[],
  names: readonly string[],
  { least, scale, smallest }: { readonly least: number; readonly scale: number; readonly smallest: number },
): Uint8Array {
  const all = new Map<number, { updates: number; row: Float64Array }>();
  for (const model of models) {
    model.eachMean((key, updates, labels, means) => {
      if (updates < least / 2) return;
      const own = all.get(key) ?? { updates: 0, row: new Float64Array(names.length) };
      all.set(key, own);
      own.updates += updates;
      for (let i = 0; i < labels.length; i++)
        own.row[labels[i] as number] = (own.row[labels[i] as number] as number) + (means[i] as number);
    });
  }
  const kept: { key: number; labels: number[]; weights: number[] }[] = [];
  for (const [key, { updates, row }] of all) {
    if (updates < least * models.length) continue;
    const labels: number[] = [];
    const weights: number[] = [];
    row.forEach((sum, label) => {
      const step = Math.max(-127, Math.min(127, Math.round((sum / models.length) * scale)));
      if (step === 0 || Math.abs(step) < smallest) return;
      labels.push(label);
      weights.push(step);
    });
    if (labels.length > 0) kept.push({ key, labels, weights });
  }
  // Features that speak of many classes are met most often: side by side they share the cache.
  kept.sort((a, b) => b.labels.length - a.labels.length || a.key - b.key);
  const counts = Uint8Array.from(kept, (item) => item.labels.length);
  const table = Int32Array.from(kept, (item) => item.key);
  const labels = kept.flatMap((item) => item.labels);
  const weights = kept.flatMap((item) => item.weights);
  let header = JSON.stringify({ names, keys: kept.length, entries: labels.length });
  while (new TextEncoder().encode(header).length % 4 !== 0) header += ' ';
  const head = new TextEncoder().encode(header);
  const bytes = new Uint8Array(4 + head.length + kept.length * 5 + labels.length * 2);
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  let offset = 4 + head.length;
  bytes.set(new Uint8Array(table.buffer), offset);
  offset += kept.length * 4;
  bytes.set(counts, offset);
  offset += kept.length;
  bytes.set(labels, offset);
  bytes.set(new Uint8Array(Int8Array.from(weights).buffer), offset + labels.length);
  return bytes;
}

/** A growing model of many classes, asked about one group of them at a time. */
export function inGroups(model: Perceptron, groups: readonly ArrayLike<number>[]): GroupScorer {
  const all = new Int32Array(model.classes);
  return {
    addGroupTo(scores, group, keys, from, end) {
      model.addTo(all.fill(0), keys, from, end);
      const classes = groups[group] as ArrayLike<number>;
      for (let column = 0; column < classes.length; column++)
        scores[column] = (scores[column] as number) + (all[classes[column] as number] as number);
    },
  };
}

/** Models in one file, one behind the other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function grow<T extends Int32Array | Float64Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2);
  larger.set(array as never);
  return larger;
}
