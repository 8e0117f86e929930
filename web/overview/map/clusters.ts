import { toSheet } from './outlines.ts';

/** A place of the record with the events that are put there. */
export interface MapPlace {
  /** Tells it from every other; stays the same between answers. */
  readonly key: string;
  readonly name: string;
  readonly country: string | null;
  readonly lat: number;
  readonly lon: number;
  /** How closely the place is known: exact, near, admin2, admin1 or country. */
  readonly precision: string;
  readonly count: number;
  /** Killed in them by the best figures. */
  readonly killed: number;
}

/** Places that lie so close on the screen that they are shown as one. */
export interface Cluster {
  readonly x: number;
  readonly y: number;
  readonly count: number;
  /** The one with most events first. */
  readonly places: readonly MapPlace[];
}

/**
 * Gathers places that lie within `reach` sheet units of a busier one, the busiest first: each place belongs to one cluster, and
 * a cluster stands where its busiest place stands, so that it does not lie in the sea between two towns. O(n) over a grid.
 */
export function clustersOf(places: readonly MapPlace[], reach: number): readonly Cluster[] {
  const byCount = [...places].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  const cell = (value: number): number => Math.floor(value / reach);
  const grid = new Map<string, { x: number; y: number; count: number; places: MapPlace[] }[]>();
  const clusters: { x: number; y: number; count: number; places: MapPlace[] }[] = [];
  for (const place of byCount) {
    const [x, y] = toSheet(place.lon, place.lat);
    const [column, row] = [cell(x), cell(y)];
    let nearest: (typeof clusters)[number] | null = null;
    let least = reach;
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const one of grid.get(`${column + dx} ${row + dy}`) ?? []) {
          const away = Math.hypot(one.x - x, one.y - y);
          if (away < least) [nearest, least] = [one, away];
        }
    if (nearest !== null) {
      nearest.count += place.count;
      nearest.places.push(place);
      continue;
    }
    const made = { x, y, count: place.count, places: [place] };
    clusters.push(made);
    const key = `${column} ${row}`;
    grid.set(key, [...(grid.get(key) ?? []), made]);
  }
  return clusters;
}

/** Radius on the ground within which an event of this precision lies, in kilometres; null for a point and for a whole country. */
export function vagueness(precision: string): number | null {
  if (precision === 'admin1') return 120;
  if (precision === 'admin2') return 40;
  return precision === 'near' ? 15 : null;
}

/** Smallest and largest longitude and latitude of places, a little widened; null of none. */
export function extentOf(places: readonly MapPlace[]): readonly [west: number, south: number, east: number, north: number] | null {
  if (places.length === 0) return null;
  const lons = places.map(({ lon }) => lon);
  const lats = places.map(({ lat }) => lat);
  const least = (all: readonly number[]): number => all.reduce((a, b) => Math.min(a, b));
  const most = (all: readonly number[]): number => all.reduce((a, b) => Math.max(a, b));
  return [least(lons) - 1, least(lats) - 1, most(lons) + 1, most(lats) + 1];
}
