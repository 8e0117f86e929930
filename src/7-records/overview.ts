import type { DateRange } from '../0-terms/date-range.ts';
import type { EntityKind } from '../0-terms/entity-kind.ts';
import type { Stage } from '../0-terms/stage.ts';
import type { Effect } from '../5-claims/coded-report.ts';
import type { EventPlace, EventStatus } from '../6-events/conflict-event.ts';
import type { CorrectedField } from '../6-events/correction.ts';
import type { Human } from '../6-events/human.ts';
import type { Change } from './changes.ts';
import type { PageOf, Paging } from './paging.ts';

/** Which events are looked at. Of a list any one must fit; all that are given must hold. */
export interface EventQuery {
  /** Words that a report of the event holds, as in {@link Store.search}. */
  readonly q?: string;
  /** These events alone, by their ids. */
  readonly event?: readonly string[];
  readonly type?: readonly string[];
  /** Types of the chosen families: the type must be among these as well. */
  readonly among?: readonly string[];
  readonly stage?: readonly Stage[];
  readonly status?: readonly EventStatus[];
  /** Names of those who did it, and of those whom it was done to, as the events give them. */
  readonly actor?: readonly string[];
  readonly target?: readonly string[];
  /** Name of the place, ISO 3166-1 alpha-2 code of the country, name of the first division. */
  readonly place?: readonly string[];
  readonly country?: readonly string[];
  readonly admin1?: readonly string[];
  /** West, south, east, north in degrees; west greater than east goes over the date line. */
  readonly bbox?: readonly [west: number, south: number, east: number, north: number];
  /** ISO dates. An event passes when its days touch the interval; one without a day does not pass. */
  readonly since?: string;
  readonly until?: string;
  /** Publishers of its reports. */
  readonly source?: readonly string[];
  /** Told by this report: its id. */
  readonly report?: string;
  /** At least so many by the best figure. */
  readonly killed?: number;
  readonly injured?: number;
  /** Whether it stands on the map, its accounts differ, a person has ruled on it. */
  readonly placed?: boolean;
  readonly disputed?: boolean;
  readonly ruled?: boolean;
}

/** Columns that events can be sorted by, those without a value last; `-` before it: the highest first. `confidence` gives the least sure first. */
export const SORTS = ['date', 'type', 'place', 'country', 'killed', 'injured', 'reports', 'origins', 'confidence'] as const;
export type EventSort = (typeof SORTS)[number] | `-${(typeof SORTS)[number]}`;

/** An event as a row of a table. Where a person set a value right it is the person's, and `corrected` names the field. */
export interface EventSummary {
  readonly id: string;
  /** Title of the report that told it first. */
  readonly title: string | null;
  readonly type: string;
  readonly stage: Stage;
  readonly status: EventStatus;
  readonly when: DateRange | null;
  readonly where: Omit<EventPlace, 'rule' | 'accounts'> | null;
  readonly actors: readonly PartyName[];
  readonly targets: readonly PartyName[];
  readonly toll: Readonly<Partial<Record<Effect, { readonly low: number; readonly best: number; readonly high: number | null }>>>;
  readonly claims: number;
  readonly reports: number;
  /** Independent origins. */
  readonly origins: number;
  /** Fields on which its accounts differ. */
  readonly disagreements: readonly string[];
  /** What people say of it as a whole, and the fields whose value is a person's. */
  readonly verdict: Human['verdict'];
  readonly corrected: readonly CorrectedField[];
  /** Decisions that shaped it or are about it. */
  readonly decisions: number;
  /** The machine's, of its surest claim, 0 to 1. */
  readonly confidence: number;
}
export interface PartyName {
  readonly name: string;
  readonly kind: EntityKind | null;
}

export const FACETS = ['type', 'stage', 'status', 'country', 'admin1', 'place', 'actor', 'target', 'source'] as const;
export type FacetName = (typeof FACETS)[number];

export interface Tally {
  readonly value: string;
  readonly count: number;
}

/** Of each facet the values with the most events under all filters but its own, the most frequent first. */
export interface Facets {
  /** Events under all filters. */
  readonly total: number;
  readonly facets: Readonly<Partial<Record<FacetName, readonly Tally[]>>>;
}

/** One event on the map: as short as it goes, for there are thousands. */
export type MapPoint = readonly [
  id: string,
  lat: number,
  lon: number,
  /** exact, near, admin2, admin1, country or null. */
  precision: string | null,
  type: string,
  /** First day, ISO date. */
  date: string | null,
  killed: number | null,
  /** Name of the place and ISO 3166-1 alpha-2 code of its country: the list beside the map names what the map shows. */
  place: string,
  country: string | null,
];
export interface MapPoints {
  readonly points: readonly MapPoint[];
  /** Events under the filter that stand on no map. */
  readonly placeless: number;
  readonly total: number;
}

export const TIME_STEPS = ['day', 'week', 'month', 'year'] as const;
export type TimeStep = (typeof TIME_STEPS)[number];
export interface Timeline {
  readonly by: TimeStep;
  /** Only those with events, the earliest first; `from` is the first day of the day, week (Monday), month or year. An event counts on its first day. */
  readonly bins: readonly { readonly from: string; readonly count: number; readonly killed: number }[];
  readonly undated: number;
  readonly total: number;
}

/** Who acts on whom: parties by name, and events between two of them. */
export interface ActorNetwork {
  readonly nodes: readonly (PartyName & { readonly asActor: number; readonly asTarget: number })[];
  /** `from` and `to` are names of nodes. */
  readonly edges: readonly { readonly from: string; readonly to: string; readonly events: number; readonly killed: number }[];
  /** Pairs that are left out, being rarer than those given. */
  readonly left: number;
}

/** Which claims are to be reviewed. */
export interface ReviewQuery {
  /** In double coding: whose queue it is. Without one: claims on which nobody has ruled. */
  readonly coder?: string;
  readonly type?: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country?: readonly string[];
  readonly stage?: readonly Stage[];
  readonly since?: string;
  readonly until?: string;
  /** Id of a report. */
  readonly report?: string;
}
export interface ClaimToReview {
  readonly report: string;
  readonly claim: string;
}

/** The record as a whole, under a filter; each answer is as of the last refresh of the events. */
export interface Overview {
  list(query: EventQuery, sort?: EventSort, paging?: Paging): PageOf<EventSummary>;
  summaries(ids: readonly string[]): readonly EventSummary[];
  /** Events that this report tells of, the latest first: its whole id. */
  ofReport(report: string): readonly EventSummary[];
  /** Id of the event that a claim is an account of; null when it is of none. */
  ofClaim(report: string, claim: string): string | null;
  /** How an event came and changed, in the order of time. */
  history(event: string): readonly Change[];
  /** Claims on which nobody has ruled, or not this coder, the least sure first. */
  toReview(query: ReviewQuery, paging?: Paging): PageOf<ClaimToReview>;
  /** Who codes where claims are coded twice, and on how many claims each has ruled, by name. */
  coders(): readonly { readonly name: string; readonly claims: number }[];
  /** How many events there are. */
  count(): number;
  /** How many of each type, the type's own filter not left out. */
  types(query: EventQuery): readonly Tally[];
  facets(query: EventQuery, names: readonly FacetName[], limit?: number): Facets;
  points(query: EventQuery): MapPoints;
  /** Without a step the finest that spans at most 200 bins. */
  timeline(query: EventQuery, by?: TimeStep): Timeline;
  network(query: EventQuery, limit?: number): ActorNetwork;
}
