import type { Entity } from '../../src/4-mentions/annotated-report.ts';
import type { Claim, CodedReport } from '../../src/5-claims/coded-report.ts';
import { namesNation } from './nations.ts';
import { capitals } from './phrases.ts';
import { COUNTRIES, DATELINES } from './words.ts';

/** Country and place of an incident as MUC-4 writes them; null outside the nine countries. */
export function locate(
  claims: readonly Claim[],
  report: CodedReport,
  town: string | null,
): { readonly country: string; readonly location: string } | null {
  const entities = new Map(report.entities.map((e) => [e.id, e]));
  const places = claims.flatMap((c) => (c.where ? (entities.get(c.where.entity) ?? []) : []));
  const place = places.find((p) => p.precision !== 'country') ?? places[0];
  const home = COUNTRIES[DATELINES[town ?? ''] ?? ''];
  const text = capitals(report.text);
  let country = place?.country === undefined ? home : COUNTRIES[place.country];
  // A town whose namesake the gazetteer found in a country that the report never speaks of.
  if (place && place.precision !== 'country' && home && country !== home && (country === undefined || !namesNation(text, country))) {
    const other = capitals(place.name);
    if (country !== undefined || !text.includes(other)) country = home;
  }
  if (country === undefined) return null;
  return { country, location: place ? pathOf(place, country, text) : country };
}

/** `COUNTRY: DEPARTMENT (DEPARTMENT): TOWN (TOWN)`, the department where the report names it. */
function pathOf(place: Entity, country: string, text: string): string {
  const name = capitals(place.name);
  if (place.precision === 'country' || name === country) return country;
  if (place.precision === 'admin1') return `${country}: ${name} (DEPARTMENT)`;
  const admin = place.admin1 ? capitals(place.admin1) : '';
  const named = admin !== '' && admin !== name && !/ CITY$|CAPITAL|DISTRITO/.test(admin) && new RegExp(`\\b${admin.replace(/[^A-Z ]/g, '.')}\\b(?=,? (?:DEPARTMENT|PROVINCE))|(?:DEPARTMENT|PROVINCE) OF ${admin.replace(/[^A-Z ]/g, '.')}\\b`).test(text);
  return `${country}: ${named ? `${admin} (DEPARTMENT): ` : ''}${name} (CITY)`;
}
