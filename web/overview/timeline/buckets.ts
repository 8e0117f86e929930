import type { Grain } from '../view.ts';

const DAY = 86_400_000;
const utc = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const iso = (date: Date): string => date.toISOString().slice(0, 10);

/** The first day of the day, week (Monday), month or year in which an ISO day lies. */
export function startOf(day: string, grain: Grain): string {
  if (grain === 'year') return `${day.slice(0, 4)}-01-01`;
  if (grain === 'month') return `${day.slice(0, 7)}-01`;
  if (grain === 'day') return day;
  const date = utc(day);
  return iso(new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * DAY));
}

/** The first day of the bucket that comes `steps` after the one that begins on `start`. */
export function stepped(start: string, grain: Grain, steps: number): string {
  const date = utc(start);
  if (grain === 'day' || grain === 'week') return iso(new Date(date.getTime() + steps * (grain === 'day' ? 1 : 7) * DAY));
  const months = grain === 'month' ? steps : steps * 12;
  return iso(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)));
}

/** The last day of the bucket that begins on `start`. */
export const endOf = (start: string, grain: Grain): string => iso(new Date(utc(stepped(start, grain, 1)).getTime() - DAY));

/** How many buckets lie from one day to another, both counted. */
export function bucketsBetween(from: string, to: string, grain: Grain): number {
  const [a, b] = [utc(startOf(from, grain)), utc(startOf(to, grain))];
  if (grain === 'day' || grain === 'week') return Math.round((b.getTime() - a.getTime()) / DAY / (grain === 'day' ? 1 : 7)) + 1;
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  return (grain === 'month' ? months : months / 12) + 1;
}

/** More bars than this cannot be told apart. */
export const MOST_BARS = 1500;

/** The finest grain that shows the days in at most about a hundred bars. */
export function fittingGrain(from: string, to: string): Grain {
  for (const grain of ['day', 'week', 'month'] as const) if (bucketsBetween(from, to, grain) <= 120) return grain;
  return 'year';
}

export interface Bar {
  /** First day. */
  readonly start: string;
  readonly count: number;
}

/**
 * One bar for each bucket from the first that holds events to the last, those between without events too. Bins of a finer grain
 * are gathered; where the grain asked for would give more bars than can be told apart, a coarser one is taken.
 */
export function barsOf(
  bins: readonly { readonly from: string; readonly count: number }[],
  asked: Grain,
): { readonly grain: Grain; readonly bars: readonly Bar[] } {
  const days = bins.map(({ from }) => from).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return { grain: asked, bars: [] };
  const grain = bucketsBetween(from, to, asked) > MOST_BARS ? fittingGrain(from, to) : asked;
  const counts = new Map<string, number>();
  for (const bin of bins) {
    const start = startOf(bin.from, grain);
    counts.set(start, (counts.get(start) ?? 0) + bin.count);
  }
  const first = startOf(from, grain);
  return { grain, bars: barsBetween(counts, first, to, grain) };
}

function barsBetween(counts: ReadonlyMap<string, number>, first: string, to: string, grain: Grain): readonly Bar[] {
  return Array.from({ length: Math.min(MOST_BARS, Math.max(1, bucketsBetween(first, to, grain))) }, (_, at) => {
    const start = stepped(first, grain, at);
    return { start, count: counts.get(start) ?? 0 };
  });
}
