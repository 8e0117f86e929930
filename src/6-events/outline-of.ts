import type { Entity } from '../4-mentions/annotated-report.ts';
import type { Happening } from './happening.ts';
import type { Outline, PlaceOutline } from './outline.ts';

/** The plain value of a happening. */
export function outlineOf({ id, report, group, done, main, days, place, toll, claims }: Happening): Outline {
  return {
    id,
    report,
    group,
    done,
    main,
    days,
    place: place === null ? null : placeOutline(place),
    killed: toll.get('killed') ?? null,
    injured: toll.get('injured') ?? null,
    claims: claims.map(({ id: claim, type, trigger }) => ({ id: claim, type, trigger })),
  };
}

function placeOutline({ name, ref, country, admin1, lat, lon, precision }: Entity): PlaceOutline {
  return {
    name,
    ...(ref === undefined ? {} : { ref }),
    ...(country === undefined ? {} : { country }),
    ...(admin1 === undefined ? {} : { admin1 }),
    ...(lat === undefined ? {} : { lat }),
    ...(lon === undefined ? {} : { lon }),
    ...(precision === undefined ? {} : { precision }),
  };
}
