import type { DateRange } from '../0-terms/date-range.ts';
import type { Span } from '../0-terms/span.ts';
import type { Polarity, Responsibility, Stage } from '../0-terms/stage.ts';
import type { AnnotatedReport } from '../4-mentions/annotated-report.ts';

/** Somebody or something in a role: an entity of the report, or the bare words. */
export interface Filler {
  readonly entity?: string;
  readonly span: Span;
  /** The rule or model that put it there. */
  readonly rule: string;
}
export interface Actor extends Filler {
  readonly responsibility: Responsibility;
}
export interface Target extends Filler {
  readonly count?: { readonly low: number; readonly high: number | null };
}
export interface ClaimTime extends DateRange {
  readonly span?: Span;
  readonly rule: string;
}
export interface ClaimPlace {
  readonly entity: string;
  readonly span: Span;
  readonly rule: string;
}
export const EFFECTS = ['killed', 'injured', 'missing', 'abducted', 'arrested', 'displaced'] as const;
export type Effect = (typeof EFFECTS)[number];
export interface Toll {
  readonly effect: Effect;
  readonly low: number;
  readonly high: number | null;
  readonly approximate?: true;
  readonly whom?: string;
  readonly span: Span;
  readonly rule: string;
}
export interface Source {
  readonly speaker?: string;
  readonly span: Span;
  readonly via?: string;
  readonly cue?: Span;
  readonly rule: string;
}

/** One happening on one account: who did what to whom, how far it got, and on whose word. */
export interface Claim {
  /** `c_` + hash of report id, type and trigger. */
  readonly id: string;
  readonly type: string;
  readonly trigger: Span;
  readonly stage: Stage;
  readonly polarity: Polarity;
  readonly actor: readonly Actor[];
  readonly target: readonly Target[];
  readonly object: readonly Filler[];
  readonly instrument: readonly Filler[];
  readonly when: ClaimTime | null;
  readonly where: ClaimPlace | null;
  readonly toll: readonly Toll[];
  /** Nearest to the reader first; empty: the report says it in its own voice. */
  readonly saidBy: readonly Source[];
  readonly sentence: Span;
  /** Calibrated: of the claims given 0.8, about 80 % are right. */
  readonly confidence: number;
  /** `type.rule`, e.g. `armed-attack.shot-dead`. */
  readonly rule: string;
  /** Why stage, polarity and the rest are what they are: field, the rule, the words it stands on. */
  readonly reasons: readonly Reason[];
}
export interface Reason {
  readonly field: string;
  readonly rule: string;
  readonly span?: Span;
}

export interface CodedReport extends AnnotatedReport {
  readonly claims: readonly Claim[];
}
