import { SHEET_HEIGHT, SHEET_WIDTH, toEarth, toSheet } from './outlines.ts';

/** Centre in degrees and zoom; at zoom 1 the world is 960 pixels wide. */
export type Position = readonly [lon: number, lat: number, zoom: number];
/** Screen = sheet × k + (x, y), in pixels. */
export interface Transform {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

/** About 1 km to 15 pixels at the equator: closer, the outlines say nothing. */
export const CLOSEST = 600;

export function transformOf([lon, lat, k]: Position, width: number, height: number): Transform {
  const [x, y] = toSheet(lon, lat);
  return { k, x: width / 2 - x * k, y: height / 2 - y * k };
}

export function positionOf({ k, x, y }: Transform, width: number, height: number): Position {
  const [lon, lat] = toEarth((width / 2 - x) / k, (height / 2 - y) / k);
  return [lon, lat, k];
}

/** The closest look that shows all of an extent, though never closer than some countries, so that one knows where it is; the world when there is none. */
export function fitting(
  extent: readonly [west: number, south: number, east: number, north: number] | null,
  width: number,
  height: number,
): Transform {
  const [west, south, east, north] = extent ?? [-180, -57, 180, 83];
  const [x0, y0] = toSheet(Math.max(-180, west), north);
  const [x1, y1] = toSheet(Math.min(180, east), south);
  const least = Math.min(width / SHEET_WIDTH, height / SHEET_HEIGHT);
  const margin = 0.88;
  const k = Math.max(least, Math.min(10, (width / Math.max(1, x1 - x0)) * margin, (height / Math.max(1, y1 - y0)) * margin));
  return { k, x: width / 2 - ((x0 + x1) / 2) * k, y: height / 2 - ((y0 + y1) / 2) * k };
}
