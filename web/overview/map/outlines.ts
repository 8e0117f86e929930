import type { GeoPermissibleObjects, GeoProjection } from 'd3-geo';
import { geoArea, geoCentroid, geoMercator, geoPath } from 'd3-geo';
import type { Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { lettersOf } from './country-codes.ts';

export type WorldTopology = Topology<{ readonly countries: GeometryCollection<{ readonly name: string }> }>;

/** One land on the sheet of the map, in its units. */
export interface Outline {
  readonly code: string | null;
  readonly name: string;
  /** SVG path. */
  readonly path: string;
  /** Smallest and largest x and y. */
  readonly bounds: readonly [x0: number, y0: number, x1: number, y1: number];
  /** Middle of its largest part. */
  readonly middle: readonly [x: number, y: number];
}

/** Width of the sheet on which the world lies at zoom 1, in its units. */
export const SHEET_WIDTH = 960;

/** Mercator: shapes stay true when a town is looked at closely. d3 cuts what crosses ±180°. */
const projection: GeoProjection = geoMercator()
  .scale(SHEET_WIDTH / (2 * Math.PI))
  .translate([SHEET_WIDTH / 2, 0])
  .precision(0.3);
/** From the north of Greenland to Cape Horn: beyond lies nothing that news of violence come from. */
const NORTH_EDGE = projection([0, 83.5])?.[1] ?? 0;
export const SHEET_HEIGHT = (projection([0, -57])?.[1] ?? 0) - NORTH_EDGE;
projection.translate([SHEET_WIDTH / 2, -NORTH_EDGE]);

/** Sheet position of a point of the earth; latitudes beyond the sheet's edge are put on it. */
export function toSheet(lon: number, lat: number): readonly [x: number, y: number] {
  const at = projection([lon, Math.max(-85, Math.min(85, lat))]);
  return at ?? [0, 0];
}

/** The point of the earth at a sheet position, as longitude and latitude in degrees; longitudes are kept within ±180. */
export function toEarth(x: number, y: number): readonly [lon: number, lat: number] {
  const [lon, lat] = projection.invert?.([x, y]) ?? [0, 0];
  return [x <= 0 ? -180 : x >= SHEET_WIDTH ? 180 : lon, Math.max(-85, Math.min(85, lat))];
}

/** Sheet units that a distance on the ground takes at a latitude. */
export const sheetUnits = (kilometres: number, lat: number): number =>
  (kilometres / (40_075 * Math.cos((Math.max(-80, Math.min(80, lat)) * Math.PI) / 180))) * SHEET_WIDTH;

/** The outlines of all countries, drawn on the sheet. Antarctica, of which nothing is told, is left out. */
export function outlinesOf(world: WorldTopology): readonly Outline[] {
  const path = geoPath(projection).digits(2);
  return feature(world, world.objects.countries)
    .features.filter(({ id }) => id !== '010')
    .map((land) => {
      const shape = land as GeoPermissibleObjects;
      const [[x0, y0], [x1, y1]] = path.bounds(shape);
      return {
        code: lettersOf(land.id === undefined ? undefined : String(land.id).padStart(3, '0'), land.properties.name),
        name: land.properties.name,
        path: path(shape) ?? '',
        bounds: [x0, y0, x1, y1] as const,
        middle: path.centroid(largestPart(land.geometry)),
      };
    })
    .filter(({ path: drawn }) => drawn !== '');
}

/** A point within each country, by its letters, as longitude and latitude: the middle of its largest part. */
export function middlesOf(world: WorldTopology): ReadonlyMap<string, readonly [lon: number, lat: number]> {
  const middles = new Map<string, readonly [number, number]>();
  for (const { id, properties, geometry } of feature(world, world.objects.countries).features) {
    const code = lettersOf(id === undefined ? undefined : String(id).padStart(3, '0'), properties.name);
    if (code !== null && !middles.has(code)) middles.set(code, geoCentroid(largestPart(geometry)));
  }
  return middles;
}

/** France without its islands: the part of a land that has the largest area. */
function largestPart(shape: Geometry): Geometry {
  if (shape.type !== 'MultiPolygon') return shape;
  const [largest] = shape.coordinates
    .map((coordinates) => ({ type: 'Polygon' as const, coordinates }))
    .map((part) => ({ part, area: geoArea(part) }))
    .sort((a, b) => b.area - a.area);
  return largest?.part ?? shape;
}
