import type { Entity } from '../../src/4-mentions/annotated-report.ts';
import type { Claim, CodedReport } from '../../src/5-claims/coded-report.ts';
import { namesNation, timesNamed } from './nations.ts';
import { capitals } from './phrases.ts';
import { COUNTRIES, DATELINES } from './words.ts';

/** Country and place of an incident as MUC-4 writes them; null outside the nine countries. */
export function locate(
  claims: readonly Claim[],
  report: CodedReport,
  town: string | null,
): { readonly country: string; readonly location: string } | null {
  const entities = new Map(report.entities.map((e) => [e.id, e]));
  const text = capitals(report.text);
  const wheres = claims.flatMap((c) => {
    const place = c.where ? entities.get(c.where.entity) : undefined;
    return c.where && place ? [{ place, near: c.sentence[0] <= c.where.span[0] && c.where.span[1] <= c.sentence[1] }] : [];
  });
  const known = wheres.filter((w) => w.place.country === undefined || COUNTRIES[w.place.country] !== undefined);
  // Told of another country in the act's own sentence: no incident of the nine.
  if (known.length === 0 && wheres.some((w) => w.near && w.place.precision === 'country')) return null;
  const place = (known.find((w) => w.place.precision !== 'country') ?? known[0])?.place;
  const home = COUNTRIES[DATELINES[town ?? ''] ?? ''] ?? mostNamed(text);
  let country = place?.country === undefined ? home : COUNTRIES[place.country];
  // A town whose namesake the gazetteer found in a country that the report never speaks of.
  if (place && place.precision !== 'country' && home && country !== home && country !== undefined && !namesNation(text, country))
    country = home;
  if (country === undefined) return null;
  return { country, location: place ? pathOf(place, country, text) : country };
}

/** `COUNTRY: DEPARTMENT (DEPARTMENT): TOWN (TOWN)`, the department where the report names it. */
function pathOf(place: Entity, country: string, text: string): string {
  const name = capitals(place.name);
  if (place.precision === 'country' || name === country) return country;
  if (place.precision === 'admin1') return `${country}: ${name} (DEPARTMENT)`;
  const admin = place.admin1 ? capitals(place.admin1) : '';
  const named =
    admin !== '' &&
    admin !== name &&
    !/ CITY$|CAPITAL|DISTRITO/.test(admin) &&
    new RegExp(
      `\\b${admin.replace(/[^A-Z ]/g, '.')}\\b(?=,? (?:DEPARTMENT|PROVINCE))|(?:DEPARTMENT|PROVINCE) OF ${admin.replace(/[^A-Z ]/g, '.')}\\b`,
    ).test(text);
  return `${country}: ${named ? `${admin} (DEPARTMENT): ` : ''}${name} (CITY)`;
}

/** The one of the nine countries of which a text speaks most. */
function mostNamed(text: string): string | undefined {
  let best: { readonly country: string; readonly times: number } | undefined;
  for (const country of Object.values(COUNTRIES)) {
    const times = timesNamed(text, country);
    if (times > 0 && (best === undefined || times > best.times)) best = { country, times };
  }
  return best?.country;
}
