import type { Side } from './features.ts';

/** A key takes no more accounts: what so many share tells nothing apart. */
const FULL = 80;
const RAREST_WORDS = 14;

/**
 * The keys under which an account is looked for: people named, the words most its own (by month where the day is known), and the place with
 * the week. Two accounts of one happening share several; most pairs of accounts share none.
 */
export function keysOf({ happening, sketch }: Side): string[] {
  const day = happening.days?.[0] ?? sketch.published;
  const week = day === null ? null : Math.floor(day / 7);
  const group = happening.group === 'none' ? '' : happening.group;
  const keys = [...sketch.people].map((name) => `n ${name}`);
  const rare = [...sketch.words].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, RAREST_WORDS);
  for (const [word] of rare) keys.push(`w ${word}`);
  const place = happening.place?.ref ?? happening.place?.name.toLowerCase();
  if (place !== undefined && week !== null) for (const near of [week, week + 1]) keys.push(`p ${place} ${near} ${group}`);
  return keys;
}

/** Finds accounts that may be of one happening, at a cost that does not grow with the record. */
export class CandidateIndex {
  private readonly buckets = new Map<string, number[]>();

  /** Numbers of earlier accounts that share a key; this one is kept for later ones. */
  meet(number: number, side: Side): number[] {
    const met = new Set<number>();
    for (const key of keysOf(side)) {
      const bucket = this.buckets.get(key);
      if (bucket === undefined) this.buckets.set(key, [number]);
      else {
        for (const other of bucket) met.add(other);
        bucket.push(number);
        if (bucket.length > FULL) bucket.shift();
      }
    }
    return [...met].sort((a, b) => a - b);
  }
}
