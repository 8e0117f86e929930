import type { MapPoint } from '../../../src/index.ts';
import type { MapPlace } from './clusters.ts';

/** Events that are put at one point with one precision, as one place each; the one with most events first. */
export function placesOf(points: readonly MapPoint[]): readonly MapPlace[] {
  const places = new Map<string, { -readonly [Key in keyof MapPlace]: MapPlace[Key] }>();
  for (const [, lat, lon, precision, , , killed, name, country] of points) {
    const key = `${lat} ${lon} ${precision ?? ''} ${name}`;
    const place = places.get(key);
    if (place === undefined)
      places.set(key, { key, name, country, lat, lon, precision: precision ?? 'near', count: 1, killed: killed ?? 0 });
    else {
      place.count += 1;
      place.killed += killed ?? 0;
    }
  }
  return [...places.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
