import { describe, expect, it } from 'vitest';
import { interval, krippendorffAlpha, masi, nominal, ratio, stretch } from '../../src/6-events/agreement/krippendorff.ts';

/** Columns of a table of answers as units; a dot is a missing answer. */
const unitsOf = (...coders: string[]): string[][] => {
  const rows = coders.map((row) => row.split(' '));
  return (rows[0] ?? []).map((_, at) => rows.flatMap((row) => (row[at] === undefined || row[at] === '.' ? [] : [row[at]])));
};
const numbersOf = (...coders: string[]): number[][] => unitsOf(...coders).map((unit) => unit.map(Number));

// K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): sections A, B, C and E.
const binary = ['0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'];
const letters = ['a a b b d c c c e d d a', 'b a b b b c c c e d d d'];
const four = ['1 2 3 3 2 1 4 1 2 . . .', '1 2 3 3 2 2 4 1 2 5 . 3', '. 3 3 3 2 3 4 2 2 5 1 .', '1 2 3 3 2 4 4 1 2 5 1 .'];

describe("Krippendorff's alpha", () => {
  it.each([
    ['two coders, two values', unitsOf(...binary), 0.095],
    ['two coders, five values', unitsOf(...letters), 0.692],
    ['four coders, answers missing', unitsOf(...four), 0.743],
  ])('is as published, nominal: %s', (_, units, expected) => {
    expect(krippendorffAlpha(units, nominal)).toBeCloseTo(expected, 3);
  });

  it.each([
    ['interval', interval, 0.849],
    ['ratio', ratio, 0.797],
  ])('is as published with the %s metric', (_, distance, expected) => {
    expect(krippendorffAlpha(numbersOf(...four), distance)).toBeCloseTo(expected, 3);
  });

  it('is 1 where all agree, null where nothing varies or nothing was coded twice', () => {
    expect(krippendorffAlpha([['a', 'a'], ['b', 'b']], nominal)).toBe(1); // biome-ignore format: a table
    expect(krippendorffAlpha([['a', 'a'], ['a', 'a']], nominal)).toBeNull(); // biome-ignore format: a table
    expect(krippendorffAlpha([['a'], ['b']], nominal)).toBeNull();
    expect(krippendorffAlpha([], nominal)).toBeNull();
  });

  it('holds boundaries that differ a little for little, and with stretches apart is the nominal one', () => {
    const near: [number, number][][] = [
      [[0, 10], [0, 11]], // biome-ignore format: a table
      [[50, 60], [51, 60]], // biome-ignore format: a table
      [[90, 99], [90, 99]], // biome-ignore format: a table
    ];
    expect(krippendorffAlpha(near, stretch)).toBeGreaterThan(0.9);
    expect(krippendorffAlpha(near, nominal)).toBeLessThan(0.5);
    const apart = unitsOf(...letters).map((unit) =>
      unit.map((letter): [number, number] => [letter.charCodeAt(0), letter.charCodeAt(0) + 1]),
    );
    expect(krippendorffAlpha(apart, stretch)).toBeCloseTo(0.692, 3);
  });
});

describe('distances', () => {
  it.each([
    [[0, 10], [0, 10], 0],
    [[0, 10], [5, 15], 2 / 3],
    [[0, 10], [10, 20], 1],
    [[0, 10], null, 1],
    [null, null, 0],
  ] as const)('between stretches %j and %j: %f', (a, b, expected) => {
    expect(stretch(a, b)).toBeCloseTo(expected);
    expect(stretch(b, a)).toBeCloseTo(expected);
  });

  // R. Passonneau (2006): monotonicity 1, 2/3, 1/3, 0 times Jaccard.
  it.each([
    [['a', 'b'], ['b', 'a'], 0],
    [['a'], ['a', 'b'], 1 - (1 / 2) * (2 / 3)],
    [['a', 'b'], ['b', 'c'], 1 - (1 / 3) * (1 / 3)],
    [['a'], ['b'], 1],
    [[], [], 0],
    [[], ['a'], 1],
  ])('between sets %j and %j: %f', (a, b, expected) => {
    expect(masi(a, b)).toBeCloseTo(expected);
  });
});
