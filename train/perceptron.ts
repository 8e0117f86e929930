import type { Scorer } from '../src/3-sentences/linear-model.ts';

/** A growing sparse multi-class averaged perceptron (Collins 2002); a feature exists once it was part of an update. */
export class Perceptron implements Scorer {
  readonly classes: number;
  private mask = (1 << 20) - 1;
  private keys = new Int32Array(1 << 20);
  private rowOf = new Int32Array(1 << 20);
  private rows = 0;
  private start = new Int32Array(1 << 18);
  private size = new Uint8Array(1 << 18);
  private room = new Uint8Array(1 << 18);
  private updates = new Int32Array(1 << 18);
  private rowKey = new Int32Array(1 << 18);
  private used = 0;
  private label = new Uint8Array(1 << 22);
  private weight = new Int32Array(1 << 22);
  private sum = new Float64Array(1 << 22);
  private clock = 1;

  constructor(classes: number) {
    this.classes = classes;
  }

  /** Call once for every decision: averaging counts time in decisions. */
  tick(): void {
    this.clock++;
  }

  score(features: Int32Array, count: number, scores: Int32Array): void {
    scores.fill(0, 0, this.classes);
    for (let f = 0; f < count; f++) {
      const row = this.find(features[f] as number);
      if (row < 0) continue;
      const from = this.start[row] as number;
      const end = from + (this.size[row] as number);
      for (let e = from; e < end; e++) scores[this.label[e] as number] = (scores[this.label[e] as number] as number) + (this.weight[e] as number);
    }
  }

  /** Rewards the class `right` and punishes `wrong` on all the features. */
  update(features: Int32Array, count: number, right: number, wrong: number): void {
    for (let f = 0; f < count; f++) {
      const row = this.findOrAdd(features[f] as number);
      this.updates[row] = (this.updates[row] as number) + 1;
      this.add(row, right, 1);
      this.add(row, wrong, -1);
    }
  }

  private find(key: number): number {
    for (let slot = key & this.mask; ; slot = (slot + 1) & this.mask) {
      const found = this.keys[slot] as number;
      if (found === key) return this.rowOf[slot] as number;
      if (found === 0) return -1;
    }
  }

  private findOrAdd(key: number): number {
    const row = this.find(key);
    if (row >= 0) return row;
    if (this.rows * 2 > this.mask) this.rehash();
    if (this.rows === this.start.length) {
      this.start = grow(this.start);
      this.size = grow(this.size);
      this.room = grow(this.room);
      this.updates = grow(this.updates);
      this.rowKey = grow(this.rowKey);
    }
    const fresh = this.rows++;
    this.rowKey[fresh] = key;
    this.place(key, fresh);
    return fresh;
  }

  private place(key: number, row: number): void {
    let slot = key & this.mask;
    while (this.keys[slot] !== 0) slot = (slot + 1) & this.mask;
    this.keys[slot] = key;
    this.rowOf[slot] = row;
  }

  private rehash(): void {
    const length = (this.mask + 1) * 2;
    this.mask = length - 1;
    this.keys = new Int32Array(length);
    this.rowOf = new Int32Array(length);
    for (let row = 0; row < this.rows; row++) this.place(this.rowKey[row] as number, row);
  }

  private add(row: number, label: number, delta: number): void {
    const from = this.start[row] as number;
    const size = this.size[row] as number;
    for (let e = from; e < from + size; e++) {
      if (this.label[e] === label) {
        this.weight[e] = (this.weight[e] as number) + delta;
        this.sum[e] = (this.sum[e] as number) + delta * this.clock;
        return;
      }
    }
    if (size === this.room[row]) this.enlarge(row);
    const e = (this.start[row] as number) + size;
    this.label[e] = label;
    this.weight[e] = delta;
    this.sum[e] = delta * this.clock;
    this.size[row] = size + 1;
  }

  private enlarge(row: number): void {
    const size = this.size[row] as number;
    const room = Math.min(255, Math.max(2, size * 2));
    while (this.used + room > this.label.length) {
      this.label = grow(this.label);
      this.weight = grow(this.weight);
      this.sum = grow(this.sum);
    }
    const from = this.start[row] as number;
    this.label.copyWithin(this.used, from, from + size);
    this.weight.copyWithin(this.used, from, from + size);
    this.sum.copyWithin(this.used, from, from + size);
    this.start[row] = this.used;
    this.room[row] = room;
    this.used += room;
  }

  /**
   * The averaged weights, quantised to -127..127 and pruned, in the layout of `unpackModel`.
   * `least`: features updated fewer times are dropped (Goldberg & Elhadad 2011). `scale`: steps per unit of weight.
   */
  pack(names: readonly string[], least: number, scale: number): Uint8Array {
    const kept: { key: number; labels: number[]; weights: number[] }[] = [];
    for (let row = 0; row < this.rows; row++) {
      if ((this.updates[row] as number) < least) continue;
      const labels: number[] = [];
      const weights: number[] = [];
      for (let e = this.start[row] as number, end = e + (this.size[row] as number); e < end; e++) {
        const mean = (this.weight[e] as number) - (this.sum[e] as number) / this.clock;
        const step = Math.max(-127, Math.min(127, Math.round(mean * scale)));
        if (step === 0) continue;
        labels.push(this.label[e] as number);
        weights.push(step);
      }
      if (labels.length > 0) kept.push({ key: this.rowKey[row] as number, labels, weights });
    }
    let slots = 1024;
    while (slots * 0.8 < kept.length) slots *= 2;
    const table = new Int32Array(slots);
    const at = new Int32Array(slots).fill(-1);
    kept.forEach(({ key }, index) => {
      let slot = key & (slots - 1);
      while (table[slot] !== 0) slot = (slot + 1) & (slots - 1);
      table[slot] = key;
      at[slot] = index;
    });
    const counts = new Uint8Array(slots);
    const labels: number[] = [];
    const weights: number[] = [];
    for (let slot = 0; slot < slots; slot++) {
      const item = kept[at[slot] as number];
      if (!item) continue;
      counts[slot] = item.labels.length;
      for (const label of item.labels) labels.push(label);
      for (const weight of item.weights) weights.push(weight);
    }
    let header = JSON.stringify({ names, slots, entries: labels.length });
    while (new TextEncoder().encode(header).length % 4 !== 0) header += ' ';
    const head = new TextEncoder().encode(header);
    const bytes = new Uint8Array(4 + head.length + slots * 5 + labels.length * 2);
    new DataView(bytes.buffer).setUint32(0, head.length, true);
    bytes.set(head, 4);
    let offset = 4 + head.length;
    bytes.set(new Uint8Array(table.buffer), offset);
    offset += slots * 4;
    bytes.set(counts, offset);
    offset += slots;
    bytes.set(labels, offset);
    bytes.set(new Uint8Array(Int8Array.from(weights).buffer), offset + labels.length);
    return bytes;
  }
}

function grow<T extends Int32Array | Uint8Array | Float32Array | Float64Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2);
  larger.set(array as never);
  return larger;
}
