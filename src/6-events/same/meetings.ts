import type { Sketch } from './sketch.ts';

/**
 * The pairs of reports that meet, as numbers of the list, which is in order of publication; each pair once, the earlier first. Two meet when they share
 * a key and stand no more than `window` places apart among those that have it.
 */
export function meetings(sketches: readonly Sketch[], window: number): [a: number, b: number][] {
  const recent = new Map<number, number[]>();
  const pairs: [number, number][] = [];
  sketches.forEach(({ keys }, b) => {
    const met = new Set<number>();
    for (const key of keys) {
      const bucket = recent.get(key) ?? [];
      for (const a of bucket) met.add(a);
      bucket.push(b);
      if (bucket.length > window) bucket.shift();
      recent.set(key, bucket);
    }
    for (const a of met) pairs.push([a, b]);
  });
  return pairs;
}
