import type { Outline } from '../../6-events/outline.ts';
import type { Sketch } from '../../6-events/same/sketch.ts';

/** A row of `merge_reports`. */
export interface SketchRow {
  readonly n: number;
  readonly report: string;
  readonly day: number;
  readonly rank: number;
  readonly sketch: Uint8Array;
  readonly outlines: string;
}

/** Seven lengths and one unused number come first: what follows lies where 64-bit numbers may. */
const HEAD = 8;

/** The numbers of a sketch as bytes: lengths, 64-bit lists, 32-bit lists. */
export function packSketch({ words, lead, people, ages, groups, keys, bands }: Sketch): Uint8Array {
  const doubles = keys.length + bands.length;
  const ints = 2 * words.ids.length + 2 * lead.ids.length + people.length + ages.length + groups.length;
  const buffer = new ArrayBuffer(4 * HEAD + 8 * doubles + 4 * ints);
  const head = [keys, bands, words.ids, lead.ids, people, ages, groups].map(({ length }) => length);
  new Int32Array(buffer, 0, HEAD).set(head);
  let at = 4 * HEAD;
  for (const list of [keys, bands]) {
    new Float64Array(buffer, at, list.length).set(list);
    at += 8 * list.length;
  }
  for (const list of [words.ids, words.weights, lead.ids, lead.weights, people, ages, groups]) {
    new (list instanceof Float32Array ? Float32Array : Int32Array)(buffer, at, list.length).set(list);
    at += 4 * list.length;
  }
  return new Uint8Array(buffer);
}

/** The sketch of a row, as it was packed. */
export function unpackSketch({ report, day, rank, sketch, outlines }: Omit<SketchRow, 'n'>): Sketch {
  // The bytes may lie anywhere in a pool; lists of numbers must not.
  const buffer = sketch.buffer.slice(sketch.byteOffset, sketch.byteOffset + sketch.byteLength) as ArrayBuffer;
  const head = new Int32Array(buffer, 0, HEAD);
  const length = (at: number): number => head[at] as number;
  let at = 4 * HEAD;
  const next = <T>(List: new (buffer: ArrayBuffer, at: number, count: number) => T, size: number, count: number): T => {
    const list = new List(buffer, at, count);
    at += size * count;
    return list;
  };
  const doubles = (count: number): Float64Array => next(Float64Array, 8, count);
  const ints = (count: number): Int32Array => next(Int32Array, 4, count);
  const floats = (count: number): Float32Array => next(Float32Array, 4, count);
  return {
    report,
    day,
    rank,
    keys: [...doubles(length(0))],
    bands: doubles(length(1)),
    words: { ids: ints(length(2)), weights: floats(length(2)) },
    lead: { ids: ints(length(3)), weights: floats(length(3)) },
    people: ints(length(4)),
    ages: ints(length(5)),
    groups: ints(length(6)),
    happenings: JSON.parse(outlines) as Outline[],
  };
}
