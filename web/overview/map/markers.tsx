import { useMemo } from 'react';
import { counted, number } from '../../format.ts';
import { texts } from '../../texts.ts';
import { placeName } from '../labels.ts';
import type { Cluster, MapPlace } from './clusters.ts';
import { clustersOf, vagueness } from './clusters.ts';
import { sheetUnits, toSheet } from './outlines.ts';
import type { Transform } from './position.ts';

/** Places closer than this on the screen, in pixels, are shown as one. */
const REACH = 46;
const LARGEST = REACH / 2 - 1;
/** A disc of the largest size is at least so many events. */
const MANY = 32;

interface MarkersProps {
  readonly places: readonly MapPlace[];
  readonly at: Transform;
  readonly width: number;
  readonly height: number;
  readonly onPlace: (place: MapPlace) => void;
  readonly onCluster: (cluster: Cluster) => void;
}

/** Discs sized by the number of events; a ring where the place is only roughly known. The list beside the map is their text. */
export function Markers({ places, at, width, height, onPlace, onCluster }: MarkersProps) {
  // Clusters change with the zoom in steps, not with every move.
  const step = 2 ** (Math.round(Math.log2(at.k) * 2) / 2);
  const towns = useMemo(() => places.filter(({ precision }) => precision !== 'country'), [places]);
  const countries = useMemo(() => places.filter(({ precision }) => precision === 'country'), [places]);
  const clusters = useMemo(() => clustersOf(towns, REACH / step), [towns, step]);
  const most = useMemo(() => clusters.reduce((high, { count }) => Math.max(high, count), MANY), [clusters]);
  const seen = ({ x, y }: { readonly x: number; readonly y: number }): boolean => {
    const [sx, sy] = [x * at.k + at.x, y * at.k + at.y];
    return sx > -60 && sy > -60 && sx < width + 60 && sy < height + 60;
  };
  const words = texts.overview.map;
  return (
    <g>
      {countries.map((place) => {
        const [x, y] = toSheet(place.lon, place.lat);
        if (!seen({ x, y })) return null;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the map is the same for keys and screen readers
          <g
            key={place.key}
            className="ov-mark ov-country"
            transform={`translate(${x * at.k + at.x} ${y * at.k + at.y})`}
            onClick={() => onPlace(place)}
          >
            <title>{words.marker(words.somewhere(placeName(place)), counted(place.count, 'event'))}</title>
            <rect x={-5 - digits(place.count) * 4} y={-9} width={10 + digits(place.count) * 8} height={18} rx={3} />
            <text dy="0.35em">{number(place.count)}</text>
          </g>
        );
      })}
      {clusters.filter(seen).map((cluster) => {
        const [place] = cluster.places;
        if (place === undefined) return null;
        const one = cluster.places.length === 1;
        // By area; a figure that is written inside needs room.
        const r = Math.max(String(cluster.count).length * 3 + 5, 4 + (LARGEST - 4) * Math.sqrt(cluster.count / most));
        const around = one ? vagueness(place.precision) : null;
        const ring = around === null ? 0 : Math.max(r + 4, sheetUnits(around, place.lat) * at.k);
        const name = around === null ? placeName(place) : words.around(placeName(place));
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the map is the same for keys and screen readers
          <g
            key={place.key}
            className={around === null ? 'ov-mark' : 'ov-mark ov-vague'}
            transform={`translate(${cluster.x * at.k + at.x} ${cluster.y * at.k + at.y})`}
            onClick={() => (one ? onPlace(place) : onCluster(cluster))}
          >
            <title>
              {one
                ? words.marker(name, counted(cluster.count, 'event'))
                : words.cluster(counted(cluster.places.length, 'place'), counted(cluster.count, 'event'), placeName(place))}
            </title>
            {ring > 0 && <circle className="ov-ring" r={ring} />}
            <circle className="ov-disc" r={r} />
            {(cluster.count > 1 || !one) && <text dy="0.35em">{number(cluster.count)}</text>}
          </g>
        );
      })}
    </g>
  );
}

const digits = (n: number): number => String(n).length;
