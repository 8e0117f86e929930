import type { EventSummary } from '../overview.ts';
import { privateNamesOf } from '../private-names.ts';
import type { ReportRecord } from '../record.ts';
import { countryName } from '../statement.ts';

/** How finely places are told: `admin1` the first division, `country` the country alone. */
export const COARSENINGS = ['admin1', 'country'] as const;
export type Coarsening = (typeof COARSENINGS)[number];

/** What is not told of one event, and what stands for it. */
export interface Discretion {
  /** A text with private persons named by their role; the text itself where names are kept. */
  readonly words: (text: string) => string;
  /** What every place is told as; null where places are told as they are. */
  readonly place: string | null;
}

interface DiscretionInput {
  readonly summary: EventSummary;
  readonly records: readonly ReportRecord[];
  readonly privateNames: boolean;
  readonly coarsen: Coarsening | null;
}

export function discretionOf({ summary, records, privateNames, coarsen }: DiscretionInput): Discretion {
  const roles = new Map(privateNames ? records.flatMap((record) => [...privateNamesOf(record)]) : []);
  return { words: replacer(roles), place: coarsen === null ? null : coarsePlace(summary.where, coarsen) };
}

function coarsePlace(where: EventSummary['where'], coarsen: Coarsening): string {
  if (where === null) return 'place unknown';
  const country = where.country === undefined ? null : countryName(where.country);
  if (coarsen === 'admin1' && where.admin1 !== undefined && country !== null) return `${where.admin1}, ${country}`;
  return country ?? 'place not told';
}

/** Puts roles for names, the longest first, whole words only. */
function replacer(roles: ReadonlyMap<string, string>): (text: string) => string {
  if (roles.size === 0) return (text) => text;
  const names = [...roles.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const any = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return (text) => text.replace(any, (name) => roles.get(name) ?? name);
}

/** An event in short without what is not to be told. Coordinates of a coarsened place are rounded to whole degrees. */
export function discreet(summary: EventSummary, { words, place }: Discretion, coarsen: Coarsening | null): EventSummary {
  const party = ({ name, kind }: EventSummary['actors'][number]): EventSummary['actors'][number] => ({ name: words(name), kind });
  const { where } = summary;
  return {
    ...summary,
    title: summary.title === null || place !== null ? null : words(summary.title),
    actors: summary.actors.map(party),
    targets: summary.targets.map(party),
    where: where === null || place === null || coarsen === null ? where : blunted(where, coarsen),
  };
}

function blunted(where: NonNullable<EventSummary['where']>, coarsen: Coarsening): EventSummary['where'] {
  const { country, admin1, lat, lon, precision } = where;
  const known = coarsen === 'admin1' && admin1 !== undefined && precision !== 'country';
  return {
    name: known ? admin1 : country === undefined ? 'place not told' : countryName(country),
    ...(country === undefined ? {} : { country }),
    ...(known ? { admin1 } : {}),
    ...(lat === undefined || lon === undefined ? {} : { lat: Math.round(lat), lon: Math.round(lon) }),
    precision: known ? 'admin1' : 'country',
  };
}
