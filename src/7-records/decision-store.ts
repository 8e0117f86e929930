import type { ConflictEvent } from '../6-events/conflict-event.ts';
import type { CorrectedField } from '../6-events/correction.ts';
import type { ClaimAnchor, Decision } from '../6-events/decision.ts';
import type { Human } from '../6-events/human.ts';

/** A ruling as a person asks for it, by the ids of events (`e_…`) and claims (`c_…`) or beginnings of them; kept by the words of the claims. */
export type Asked =
  /** A claim, or all claims of an event, are right or wrong. */
  | { readonly kind: 'accept' | 'reject' | 'note'; readonly id: string }
  /** `value` as `readCorrection` takes it. */
  | { readonly kind: 'correct'; readonly id: string; readonly field: CorrectedField; readonly value: string }
  | { readonly kind: 'same' | 'different'; readonly id: string; readonly other: string }
  /** These claims of the event are of another happening. */
  | { readonly kind: 'split'; readonly id: string; readonly claims: readonly string[] }
  | { readonly kind: 'undo'; readonly decision: string };

/** An event as it is kept: what the machine made of the reports, and beside it what people say. */
export interface KeptEvent extends ConflictEvent {
  readonly human: Human;
}

export interface KeptDecision extends Decision {
  /** Id of the decision that undid it, or null. */
  readonly undone: string | null;
  /** Whether it takes effect: not undone, not overtaken, and of a coder's only where another coder says the same. */
  readonly holds: boolean;
}

/** All that are given must fit. */
export interface DecisionFilter {
  /** About a claim of this event, or what shaped it: an id or a beginning that fits one. */
  readonly event?: string;
  /** About a claim of this report. */
  readonly report?: string;
  readonly claim?: string;
  /** By this coder. */
  readonly coder?: string;
}

/** Blind coding: only what this coder ruled is shown, as if it held. */
export interface View {
  readonly blind?: string;
}

/** What one coder ruled on one claim. */
export interface Review {
  readonly report: string;
  /** The claim as it is now; null when a newer reading no longer has it. */
  readonly claim: string | null;
  readonly anchor: ClaimAnchor;
  readonly human: Human;
}

/** A question to which coders give different answers and on which nobody has ruled. About `split` it is how claims are parted into happenings. */
export interface Difference {
  /** `verdict`, a field of the claim or event, `pair` or `split`. */
  readonly about: string;
  readonly of: 'claim' | 'event';
  readonly anchors: readonly ClaimAnchor[];
  readonly answers: readonly CoderAnswer[];
}
export interface CoderAnswer {
  readonly coder: string;
  /** `accept`, `reject`, `same`, `different`, `split`, or the value as the coder wrote it. */
  readonly value: string;
  readonly decision: string;
  readonly why: string;
  /** Where it is about `split`, ids of claims: those that this coder splits off, or the two that are the same. */
  readonly claims?: readonly string[];
}

/** How far coders agree on one question over all claims that two or more of them coded. */
export interface Agreement {
  /** `verdict` or a field. */
  readonly about: string;
  readonly coders: readonly string[];
  /** Claims that two or more coded. */
  readonly claims: number;
  /** Krippendorff's alpha; null where nothing varies or nothing was coded twice. */
  readonly alpha: number | null;
  /** How far apart two answers are: `nominal`, `days`, `figures` or `names`. */
  readonly distance: 'nominal' | 'days' | 'figures' | 'names';
}

/** What people ruled. Decisions are only ever added. */
export interface DecisionStore {
  /**
   * Adds a decision. Throws InputError when an id fits nothing, or a value cannot be. `coder`: set where claims are coded twice (see `Decision`).
   * Events follow at the next `refreshEvents`.
   */
  decide(who: string, why: string, asked: Asked, coder?: string): Decision;
  /** In the order of time, undone ones included. */
  decisions(filter?: DecisionFilter): readonly KeptDecision[];
  /** The claims that a coder ruled on, with the own rulings only, in the order in which they were first ruled on. */
  reviews(coder: string): readonly Review[];
  /** What is left to rule on: questions on which coders differ. */
  differences(): readonly Difference[];
  agreement(): readonly Agreement[];
}
