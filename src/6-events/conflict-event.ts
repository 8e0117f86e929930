import type { DateRange } from '../0-terms/date-range.ts';
import type { EntityKind } from '../0-terms/entity-kind.ts';
import type { Stage } from '../0-terms/stage.ts';
import type { Effect } from '../5-claims/coded-report.ts';

/** A claim and the report that holds it. */
export interface ClaimRef {
  readonly report: string;
  readonly claim: string;
}

/** One happening as all reports of it together tell it. Every value keeps the claims that say so. */
export interface ConflictEvent {
  /** `e_` + hash of its eldest account: the one that was in the record first. */
  readonly id: string;
  /** Type that most reports give. */
  readonly type: string;
  readonly stage: Stage;
  readonly status: EventStatus;
  readonly claims: readonly ClaimRef[];
  readonly when: EventTime | null;
  readonly where: EventPlace | null;
  readonly actors: readonly Party[];
  readonly targets: readonly Party[];
  readonly toll: Readonly<Partial<Record<Effect, EventToll>>>;
  readonly reports: readonly string[];
  /** How many independent origins its reports go back to. */
  readonly origins: number;
  /** Which report goes back to which, and why. */
  readonly republication: readonly RepublicationEdge[];
  readonly disagreements: readonly Disagreement[];
  /** Ids of the decisions that shaped this event: what belongs together, what does not. What people say of its values stands in `Human`. */
  readonly decisions: readonly string[];
}

/** corroborated: it happened, by two or more independent origins; single-origin: it happened, on one; else how far it got, or that it is denied. */
export type EventStatus = 'corroborated' | 'single-origin' | 'denied' | 'attempted' | 'foiled' | 'planned' | 'threatened';

export interface EventTime extends DateRange {
  /** What chose these days among the accounts. */
  readonly rule: string;
  readonly accounts: readonly (Pick<DateRange, 'from' | 'to'> & { readonly claims: readonly ClaimRef[] })[];
}
export interface EventPlace {
  readonly name: string;
  readonly ref?: string;
  readonly country?: string;
  readonly admin1?: string;
  readonly lat?: number;
  readonly lon?: number;
  readonly precision?: string;
  readonly rule: string;
  readonly accounts: readonly { readonly name: string; readonly claims: readonly ClaimRef[] }[];
}
export interface Party {
  readonly name: string;
  readonly kind: EntityKind | null;
  /** How reports tie an actor to the act; empty for targets. */
  readonly responsibilities: readonly string[];
  readonly claims: readonly ClaimRef[];
}
export interface EventToll {
  readonly low: number;
  readonly best: number;
  /** Null when some account leaves it open upwards and none gives more. */
  readonly high: number | null;
  readonly rule: string;
  /** One a report, in order of publication: how the figure went over the days. */
  readonly accounts: readonly TollAccount[];
}
export interface TollAccount extends ClaimRef {
  readonly published: string | null;
  /** Set where the figure was worked out and not told. */
  readonly rule?: string;
  readonly low: number;
  readonly high: number | null;
}
export interface Disagreement {
  readonly field: 'when' | 'where' | 'type' | Effect;
  readonly accounts: readonly { readonly value: string; readonly reports: readonly string[] }[];
}

export type RepublicationReason = 'credit-line' | 'agency' | 'copied-passages' | 'shared-quote' | 'shared-statement';
/** `from` goes back to `to`, or both to one origin outside the record (`origin`). The later one is `from`; same day, the shorter. */
export interface RepublicationEdge {
  readonly from: string;
  readonly to: string;
  readonly reasons: readonly { readonly reason: RepublicationReason; readonly text: string }[];
}
