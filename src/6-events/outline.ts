import type { Entity } from '../4-mentions/annotated-report.ts';
import type { Claim } from '../5-claims/coded-report.ts';
import type { Happening } from './happening.ts';

/** A claim as far as decisions name it. */
export type ClaimMark = Pick<Claim, 'id' | 'type' | 'trigger'>;
export type PlaceOutline = Pick<Entity, 'name' | 'ref' | 'country' | 'admin1' | 'lat' | 'lon' | 'precision'>;

/** What gathering needs of a happening: a plain value that can be kept and compared without its report. */
export interface Outline {
  readonly id: string;
  readonly report: string;
  readonly group: string;
  readonly done: boolean;
  readonly main: boolean;
  readonly days: readonly [from: number, to: number] | null;
  readonly place: PlaceOutline | null;
  /** Highest lower bounds that the claims give. */
  readonly killed: number | null;
  readonly injured: number | null;
  readonly claims: readonly ClaimMark[];
}

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
