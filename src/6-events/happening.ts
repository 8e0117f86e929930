import { dayOfIso } from '../0-terms/calendar.ts';
import type { Entity } from '../4-mentions/annotated-report.ts';
import type { Claim, Effect } from '../5-claims/coded-report.ts';
import type { MergeReport } from './merge-report.ts';
import type { PlaceOutline } from './outline.ts';
import { groupOf, meansDiffer } from './type-groups.ts';

/** What one report tells of one happening: its claims about it, and what they come to. */
export interface Happening {
  /** Id of its first claim; of the report when it has none. */
  readonly id: string;
  readonly report: string;
  readonly group: string;
  /** False for what was planned, threatened or foiled. What is denied is a happening on which accounts differ. */
  readonly done: boolean;
  readonly claims: readonly Claim[];
  /** Day numbers, where a claim fixes them to at most a week. */
  readonly days: readonly [from: number, to: number] | null;
  readonly place: Entity | null;
  /** The highest lower bound that the claims give. */
  readonly toll: ReadonlyMap<Effect, number>;
  /** What the report is mainly about. */
  readonly main: boolean;
}

/** Who denies an act speaks of one that others say was done. */
const isDone = ({ stage }: Claim): boolean => stage === 'occurred' || stage === 'attempted';
/** Speech is about an event; it makes none. */
const SPEECH = new Set(['responsibility-claim', 'denial', 'accusation', 'threat', 'demand', 'confession']);

/**
 * The happenings that a report tells, the main one first. Claims of one group of types, with days and places that can be the same, are about
 * one happening. A report without claims has one empty happening, so that it can still be gathered with others by its words.
 */
export function happeningsOf(report: MergeReport): Happening[] {
  const entities = new Map(report.entities.map((entity) => [entity.id, entity]));
  const drafts: Claim[][] = [];
  for (const claim of report.claims) {
    if (SPEECH.has(claim.type)) continue;
    const home = drafts.find((draft) => draft.every((other) => canBeSame(claim, other, entities)));
    if (home === undefined) drafts.push([claim]);
    else home.push(claim);
  }
  if (drafts.length === 0) drafts.push([]);
  const importance = drafts.map((claims) => weigh(claims));
  const mainAt = importance.indexOf(Math.max(...importance));
  const ordered = [drafts[mainAt] as Claim[], ...drafts.filter((_, at) => at !== mainAt)];
  return ordered.map((claims, at) => happeningOf(report, claims, entities, at === 0));
}

function happeningOf(report: MergeReport, claims: readonly Claim[], entities: ReadonlyMap<string, Entity>, main: boolean): Happening {
  return {
    id: claims[0]?.id ?? report.id,
    report: report.id,
    group: claims[0] === undefined ? 'none' : groupOf(claims[0].type),
    done: claims.every(isDone),
    claims,
    days: daysOf(claims),
    place: placeOf(claims, entities) ?? (main ? placeOfReport(report) : null),
    toll: tollOf(claims),
    main,
  };
}

/** A happening of a report with these claims alone. */
export const withClaims = (report: MergeReport, claims: readonly Claim[], main: boolean): Happening =>
  happeningOf(report, claims, new Map(report.entities.map((entity) => [entity.id, entity])), main);

function canBeSame(a: Claim, b: Claim, entities: ReadonlyMap<string, Entity>): boolean {
  if (groupOf(a.type) !== groupOf(b.type) || meansDiffer(a.type, b.type) || isDone(a) !== isDone(b)) return false;
  const [daysA, daysB] = [daysOf([a]), daysOf([b])];
  if (daysA && daysB && (daysA[0] > daysB[1] + 1 || daysB[0] > daysA[1] + 1)) return false;
  const coarse = (claim: Claim): boolean => claim.when !== null && (claim.when.precision === 'month' || claim.when.precision === 'year');
  if (coarse(a) !== coarse(b) && (coarse(a) ? daysB : daysA) !== null && !within(a, b) && !within(b, a)) return false;
  const [placeA, placeB] = [placeOf([a], entities), placeOf([b], entities)];
  return (
    placeA === null || placeB === null || placeA.id === placeB.id || holds(placeA, placeB) || holds(placeB, placeA) || near(placeA, placeB)
  );
}

const within = (a: Claim, b: Claim): boolean => a.when !== null && b.when !== null && a.when.from >= b.when.from && a.when.to <= b.when.to;

/** Whether one place is the country or province that the other lies in. */
export function holds(outer: PlaceOutline, inner: PlaceOutline): boolean {
  if (outer.country === undefined || outer.country !== inner.country) return false;
  if (outer.precision === 'country') return true;
  return outer.precision === 'admin1' && outer.admin1 !== undefined && outer.admin1 === inner.admin1;
}

/** Kilometres between two places (equirectangular, good to a few per cent); null when one has no coordinates. */
export function kilometres(a: PlaceOutline, b: PlaceOutline): number | null {
  if (a.lat === undefined || a.lon === undefined || b.lat === undefined || b.lon === undefined) return null;
  const x = (((b.lon - a.lon + 540) % 360) - 180) * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return 111.2 * Math.hypot(x, b.lat - a.lat);
}
/** In one report a place that cannot be put on the map is more often another name than another place. */
const near = (a: Entity, b: Entity): boolean => (kilometres(a, b) ?? 0) < 40;

function weigh(claims: readonly Claim[]): number {
  const [first] = claims;
  if (first === undefined) return 0;
  const group = groupOf(first.type);
  const act = group === 'violence' ? 4 : group === 'arrest' || group === 'justice' || group === 'investigation' ? 0 : 2;
  return (
    act +
    Math.min(4, claims.length) +
    (claims.some(({ toll }) => toll.length > 0) ? 2 : 0) +
    (claims.every(isDone) ? 1 : 0) +
    4 / (1 + first.trigger[0] / 400)
  );
}

function daysOf(claims: readonly Claim[]): [number, number] | null {
  for (const finest of ['day', 'week'] as const) {
    for (const { when } of claims) {
      if (when === null || when.precision !== finest || when.basis === 'publication') continue;
      return [dayOfIso(when.from), dayOfIso(when.to)];
    }
  }
  return null;
}

const FINENESS = ['exact', 'near', 'admin2', 'admin1', 'country'];
function placeOf(claims: readonly Claim[], entities: ReadonlyMap<string, Entity>): Entity | null {
  const places = claims.flatMap(({ where }) => (where === null ? [] : [entities.get(where.entity)])).filter((one) => one !== undefined);
  return places.sort((a, b) => FINENESS.indexOf(a.precision ?? 'country') - FINENESS.indexOf(b.precision ?? 'country'))[0] ?? null;
}

/** The town that a report is about when no claim says so: that of its dateline, else the one named most often. */
function placeOfReport(report: MergeReport): Entity | null {
  const towns = report.entities.filter(
    ({ kind, precision }) => kind === 'place' && precision !== 'country' && precision !== 'admin1' && precision !== undefined,
  );
  const dateline = report.dateline?.place.toLowerCase();
  const named = towns.find(({ name }) => dateline?.includes(name.toLowerCase()));
  if (named !== undefined) return named;
  const count = new Map<string, number>();
  for (const { entity } of report.mentions) count.set(entity, (count.get(entity) ?? 0) + 1);
  return [...towns].sort((a, b) => (count.get(b.id) ?? 0) - (count.get(a.id) ?? 0))[0] ?? null;
}

function tollOf(claims: readonly Claim[]): Map<Effect, number> {
  const toll = new Map<Effect, number>();
  for (const claim of claims) for (const { effect, low } of claim.toll) toll.set(effect, Math.max(toll.get(effect) ?? 0, low));
  return toll;
}
