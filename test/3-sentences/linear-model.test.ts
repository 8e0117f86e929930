import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  argmax,
  GroupedModel,
  LinearModel,
  leadOf,
  ROW_CLASSES,
  type SparseWeights,
  WeightRows,
} from '../../src/3-sentences/linear-model.ts';

/** Weights by key: pairs of a class and its weight. */
type Table = ReadonlyMap<number, readonly (readonly [label: number, weight: number])[]>;

const sparse = (classes: number, table: Table): SparseWeights => {
  const rows = [...table.values()];
  return {
    names: Array.from({ length: classes }, (_, i) => `class ${i}`),
    keys: Int32Array.from(table.keys()),
    counts: Uint8Array.from(rows, (row) => row.length),
    labels: Uint8Array.from(rows.flatMap((row) => row.map(([label]) => label))),
    values: Int8Array.from(rows.flatMap((row) => row.map(([, weight]) => weight))),
  };
};

const sums = (table: Table, keys: readonly number[], classes: number): number[] => {
  const result = new Array<number>(classes).fill(0);
  for (const key of keys) for (const [label, weight] of table.get(key) ?? []) result[label] = (result[label] as number) + weight;
  return result;
};

const rowOf = (classes: number) =>
  fc
    .uniqueArray(fc.tuple(fc.nat({ max: classes - 1 }), fc.integer({ min: -127, max: 127 })), {
      selector: ([label]) => label,
      minLength: 1,
    })
    .map((row) => row as readonly (readonly [number, number])[]);

// Few distinct low bits, so that keys meet in the same slots; equal high bits too.
const anyKey = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.nat({ max: 5 })).map(([high, low]) => (high << 22) | low);
const tableOf = (classes: number) =>
  fc.uniqueArray(fc.tuple(anyKey, rowOf(classes)), { selector: ([key]) => key }).map((rows) => new Map(rows));

describe('a linear model', () => {
  it('adds the weights of the keys it knows, whatever their number and sign', () => {
    fc.assert(
      fc.property(tableOf(ROW_CLASSES), fc.array(anyKey, { maxLength: 200 }), (table, keys) => {
        const scores = new Int32Array(ROW_CLASSES);
        new LinearModel(sparse(ROW_CLASSES, table)).addTo(scores, Int32Array.from(keys), 0, keys.length);
        expect(Array.from(scores)).toEqual(sums(table, keys, ROW_CLASSES));
      }),
    );
  });

  it('overflows with no number of heavy weights', () => {
    const table: Table = new Map([[5, Array.from({ length: ROW_CLASSES }, (_, label) => [label, label % 2 ? 127 : -127] as const)]]);
    const scores = new Int32Array(ROW_CLASSES);
    new LinearModel(sparse(ROW_CLASSES, table)).addTo(scores, new Int32Array(256).fill(5), 0, 256);
    expect(Array.from(scores)).toEqual(Array.from({ length: ROW_CLASSES }, (_, label) => (label % 2 ? 127 : -127) * 256));
  });

  it('goes on where it stopped', () => {
    const table: Table = new Map([
      [1, [[0, 4]]],
      [2, [[0, -1]]],
    ]);
    const model = new LinearModel(sparse(2, table));
    const scores = new Int32Array(ROW_CLASSES);
    model.addTo(scores, Int32Array.of(1, 2, 1), 0, 1);
    expect(scores[0]).toBe(4);
    model.addTo(scores, Int32Array.of(1, 2, 1), 1, 3);
    expect(scores[0]).toBe(7);
  });

  it('refuses more classes than a row holds', () => {
    expect(() => new LinearModel(sparse(ROW_CLASSES + 1, new Map()))).toThrow(RangeError);
    expect(() => new GroupedModel(sparse(60, new Map()), [Array.from({ length: ROW_CLASSES + 1 }, (_, i) => i)])).toThrow(RangeError);
  });

  it('finds rows by their own keys only', () => {
    const rows = new WeightRows(1);
    rows.setWeight(rows.addRow(0x400001), 3, 9);
    const scores = new Int32Array(ROW_CLASSES);
    rows.addTo(scores, Int32Array.of(1, 0x800001, 0x400001), 0, 3, 0);
    expect(scores[3]).toBe(9);
  });
});

it('a grouped model scores the classes of one group in their order', () => {
  const groups = [[4, 0], [1], [3, 2, 5]];
  fc.assert(
    fc.property(tableOf(6), fc.array(anyKey, { maxLength: 60 }), fc.nat({ max: 2 }), (table, keys, group) => {
      const scores = new Int32Array(ROW_CLASSES);
      new GroupedModel(sparse(6, table), groups).addGroupTo(scores, group, Int32Array.from(keys), 0, keys.length);
      const all = sums(table, keys, 6);
      const classes = groups[group] as number[];
      expect(Array.from(scores.subarray(0, classes.length))).toEqual(classes.map((label) => all[label]));
    }),
  );
});

it.each([
  [[3, 9, 9, 1], 1, 0],
  [[7, 2, 5], 0, 2],
  [[-4, -9], 0, 5],
])('of %j the first of the highest, and its lead', (scores, best, lead) => {
  expect(argmax(Int32Array.from(scores), scores.length)).toBe(best);
  expect(leadOf(Int32Array.from(scores), scores.length)).toBe(lead);
});
