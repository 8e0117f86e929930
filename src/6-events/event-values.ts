import { dayOfIso, isoOfDay } from '../0-terms/calendar.ts';
import { cut } from '../0-terms/span.ts';
import type { Entity } from '../4-mentions/annotated-report.ts';
import type { Filler } from '../5-claims/coded-report.ts';
import type { ClaimRef, EventPlace, EventTime, Party } from './conflict-event.ts';
import type { PlaceOutline } from './outline.ts';
import type { Account } from './republication.ts';

const FINEST = ['day', 'week', 'month', 'year'];

/** An hour without a day is the day of publication only by default. */
const WEAK = /clock|reference/;

/** The days of an event: of the finest claims those that most reports give, on a tie those told first; else the first publication. */
export function timeOfEvent(accounts: readonly Account[]): EventTime | null {
  const told = accounts.flatMap(({ report, claims }) =>
    claims.flatMap(({ id, when, trigger }) =>
      when === null ? [] : [{ when, ref: { report: report.id, claim: id }, at: trigger[0] + (WEAK.test(when.rule) ? 1e6 : 0) }],
    ),
  );
  const ranges = new Map<string, { when: (typeof told)[number]['when']; claims: ClaimRef[]; reports: Set<string>; first: number }>();
  for (const { when, ref, at } of told) {
    const key = `${when.from} ${when.to}`;
    const known = ranges.get(key) ?? { when, claims: [], reports: new Set<string>(), first: at };
    known.claims.push(ref);
    known.reports.add(ref.report);
    if (at < known.first) known.first = at;
    ranges.set(key, known);
  }
  const listed = [...ranges.values()].sort((a, b) => {
    const grain = FINEST.indexOf(a.when.precision) - FINEST.indexOf(b.when.precision);
    const weak = Number(a.first >= 1e6) - Number(b.first >= 1e6);
    return grain || weak || b.reports.size - a.reports.size || a.first - b.first || (a.when.from < b.when.from ? -1 : 1);
  });
  const accountsOf = listed.map(({ when, claims }) => ({ from: when.from, to: when.to, claims }));
  const [best] = listed;
  if (best !== undefined) {
    const { from, to, precision, basis } = best.when;
    return {
      from,
      to,
      precision,
      basis,
      rule: listed.length === 1 ? 'when.all-agree' : 'when.finest-then-most-reports',
      accounts: accountsOf,
    };
  }
  const [first] = accounts.flatMap(({ report }) => report.published.date ?? []).sort();
  if (first === undefined) return null;
  const day = isoOfDay(dayOfIso(first));
  return { from: day, to: day, precision: 'day', basis: 'publication', rule: 'when.first-publication', accounts: [] };
}

const FINENESS = ['exact', 'near', 'admin2', 'admin1', 'country'];

/** The place of an event: of the finest places the one that most reports give. `otherwise` is where no claim says it. */
export function placeOfEvent(accounts: readonly Account[], otherwise: PlaceOutline | null): EventPlace | null {
  const places = new Map<string, { place: Entity; claims: ClaimRef[]; reports: Set<string> }>();
  for (const { report, claims } of accounts) {
    for (const { id, where } of claims) {
      const place = report.entities.find((one) => one.id === where?.entity);
      if (place === undefined) continue;
      const key = place.ref ?? place.name.toLowerCase();
      const known = places.get(key) ?? { place, claims: [], reports: new Set<string>() };
      known.claims.push({ report: report.id, claim: id });
      known.reports.add(report.id);
      places.set(key, known);
    }
  }
  const fineness = ({ precision }: Entity): number => (precision === undefined ? 9 : FINENESS.indexOf(precision));
  const listed = [...places.values()].sort(
    (a, b) => fineness(a.place) - fineness(b.place) || b.reports.size - a.reports.size || (a.place.name < b.place.name ? -1 : 1),
  );
  const best = listed[0]?.place ?? otherwise;
  if (best === null) return null;
  const { name, ref, country, admin1, lat, lon, precision } = best;
  return {
    name,
    ...(ref === undefined ? {} : { ref }),
    ...(country === undefined ? {} : { country }),
    ...(admin1 === undefined ? {} : { admin1 }),
    ...(lat === undefined ? {} : { lat }),
    ...(lon === undefined ? {} : { lon }),
    ...(precision === undefined ? {} : { precision }),
    rule: listed.length === 0 ? 'where.place-of-report' : listed.length === 1 ? 'where.all-agree' : 'where.finest-then-most-reports',
    accounts: listed.map(({ place, claims }) => ({ name: place.name, claims })),
  };
}

/** Who did it, or whom it was done to: names once over all reports, those of most reports first. */
export function partiesOf(accounts: readonly Account[], role: 'actor' | 'target'): Party[] {
  const parties = new Map<
    string,
    { name: string; kind: Party['kind']; responsibilities: Set<string>; claims: ClaimRef[]; reports: Set<string> }
  >();
  for (const { report, claims } of accounts) {
    for (const claim of claims) {
      for (const filler of claim[role] as readonly (Filler & { responsibility?: string })[]) {
        const entity = report.entities.find(({ id }) => id === filler.entity);
        const name = entity?.name ?? cut(report.text, filler.span).replace(/\s+/g, ' ');
        const key = entity?.ref ?? name.toLowerCase().replace(/^(?:the|an?) /, '');
        const known = parties.get(key) ?? {
          name,
          kind: entity?.kind ?? null,
          responsibilities: new Set<string>(),
          claims: [],
          reports: new Set<string>(),
        };
        if (filler.responsibility !== undefined) known.responsibilities.add(filler.responsibility);
        known.claims.push({ report: report.id, claim: claim.id });
        known.reports.add(report.id);
        parties.set(key, known);
      }
    }
  }
  return [...parties.values()]
    .sort((a, b) => b.reports.size - a.reports.size || b.claims.length - a.claims.length || (a.name < b.name ? -1 : 1))
    .map(({ name, kind, responsibilities, claims }) => ({ name, kind, responsibilities: [...responsibilities], claims }));
}
