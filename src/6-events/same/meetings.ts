import { MEETING, windowOf, worthOf } from './keys.ts';
import type { Sketch } from './sketch.ts';

/**
 * The pairs of reports that meet, as numbers of the list, which is in order of publication; each pair once, the earlier first. They share keys that
 * are worth a meeting, and stand near each other among the reports that have each of these: no more places apart than `windowOf` the key.
 */
export function meetings(sketches: readonly Sketch[], widest: number): [a: number, b: number][] {
  const recent = new Map<number, number[]>();
  const pairs: [number, number][] = [];
  sketches.forEach(({ keys }, b) => {
    const met = new Map<number, number>();
    for (const key of keys) {
      const bucket = recent.get(key) ?? [];
      for (const a of bucket) met.set(a, (met.get(a) ?? 0) + worthOf(key));
      bucket.push(b);
      if (bucket.length > windowOf(key, widest)) bucket.shift();
      recent.set(key, bucket);
    }
    for (const [a, worth] of met) if (worth >= MEETING) pairs.push([a, b]);
  });
  return pairs;
}
