import { describe, expect, it } from 'vitest';
import { meetings } from '../../src/6-events/same/meetings.ts';
import type { Sketch } from '../../src/6-events/same/sketch.ts';

/** The lowest bits of a key tell its kind. */
const word = (n: number): number => 4 * n;
const name = (n: number): number => 4 * n + 1;
const place = (n: number): number => 4 * n + 2;
const met = (keys: readonly number[][], widest = 40): string[] =>
  meetings(
    keys.map((list) => ({ keys: list }) as unknown as Sketch),
    widest,
  )
    .map(([a, b]) => `${a} ${b}`)
    .sort();

describe('meetings', () => {
  it('takes two rare words, or one name, or one place in a week', () => {
    expect(met([[word(1)], [word(1)]])).toEqual([]);
    expect(
      met([
        [word(1), word(2)],
        [word(1), word(2)],
      ]),
    ).toEqual(['0 1']);
    expect(met([[name(1)], [name(1)]])).toEqual(['0 1']);
    expect(met([[place(1)], [place(1)]])).toEqual(['0 1']);
  });

  it('tells kinds of key apart by their number alone', () => {
    expect(met([[word(1), word(2)], [name(1)], [place(2)]])).toEqual([]);
  });

  it('brings a report together with a few neighbours under a word that many have, with more under a name', () => {
    const many = (keys: number[]): number => met(Array.from({ length: 100 }, () => keys)).length;
    const neighbours = (window: number): number => 100 * window - (window * (window + 1)) / 2;
    expect(many([name(1)])).toBe(neighbours(40));
    expect(many([word(1), word(2)])).toBe(neighbours(12));
  });

  it('counts words that stand near, not those of reports far off', () => {
    const crowd = Array.from({ length: 20 }, () => [word(1)]);
    // The first and the last share two words, but of one of them twenty others stand between.
    expect(met([[word(1), word(2)], ...crowd, [word(1), word(2)]])).toEqual([]);
  });

  it('narrows all kinds where it is asked to', () => {
    expect(met([[name(1)], [name(1)], [name(1)]], 1)).toEqual(['0 1', '1 2']);
  });
});
