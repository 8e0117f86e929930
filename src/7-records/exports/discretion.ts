import { privateNamesOf } from '../private-names.ts';
import type { ReportRecord } from '../record.ts';
import type { Coarsening } from './format.ts';
import type { Discretion, ToldPlace } from './told-event.ts';

/** Nothing held back. */
export const OPEN: Discretion = {
  words: (text) => text,
  replaced: () => [],
  isPrivate: () => false,
  url: (url) => url,
  place: (place) => place,
  blunt: false,
};

/** How names and places of these reports are told. Whole words only, the longest name first; also where a name stands in capitals throughout. */
export function discretionOf(records: Iterable<ReportRecord>, privateNames: boolean, coarsen: Coarsening | null): Discretion {
  if (!privateNames && coarsen === null) return OPEN;
  const roles = new Map<string, string>();
  if (privateNames)
    for (const record of records)
      for (const [name, role] of privateNamesOf(record))
        for (const written of [name, name.toUpperCase()]) roles.set(written.replace(/\s+/g, ' '), role);
  const any = patternOf(roles.keys(), 'gu');
  const slug = patternOf([...roles.keys()].map(plain), 'gu');
  const hides = (text: string): boolean => any !== null && text.search(any) >= 0;
  const roleOf = (name: string): string => roles.get(name.replace(/\s+/g, ' ')) ?? name;
  return {
    words: (text) => (any === null ? text : text.replace(any, roleOf)),
    replaced: (text) =>
      any === null ? [] : [...text.matchAll(any)].map(({ 0: name, index }) => ({ from: index, to: index + name.length, by: roleOf(name) })),
    isPrivate: hides,
    // An address often holds the headline, and so the name or the place.
    url: (url) => (url !== null && (coarsen !== null || (slug !== null && plain(url).search(slug) >= 0)) ? siteOf(url) : url),
    place: (place) => (coarsen === null ? place : blunted(place, coarsen)),
    blunt: coarsen !== null,
  };
}

/** Finds any of the names as whole words; null without names. */
function patternOf(names: Iterable<string>, flags: string): RegExp | null {
  const longest = [...names].filter((name) => name !== '').sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  if (longest.length === 0) return null;
  const escaped = longest.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, flags);
}

/** Words as an address writes them: small letters without accents, parted by single spaces. */
const plain = (text: string): string => {
  let decoded = text;
  try {
    decoded = decodeURIComponent(text);
  } catch {
    // as it stands
  }
  return decoded
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
};

function siteOf(url: string): string | null {
  try {
    const { origin } = new URL(url);
    return origin === 'null' ? null : `${origin}/`;
  } catch {
    return null;
  }
}

/** The first division, or the country, with nothing finer: no name, no coordinates. */
function blunted({ country, admin1, precision }: ToldPlace, coarsen: Coarsening): ToldPlace {
  const known = country === undefined ? {} : { country };
  if (coarsen === 'admin1' && admin1 !== undefined && precision !== 'country')
    return { name: admin1, ...known, admin1, precision: 'admin1' };
  return { name: country ?? '', ...known, precision: 'country' };
}
