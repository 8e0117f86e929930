import type { Span } from '../0-terms/span.ts';
import type { Polarity, Responsibility, Stage } from '../0-terms/stage.ts';
import type { CodeKit } from './code-kit.ts';
import type { EventType, RoleName, Rule } from './codebook/codebook.ts';
import type { ClaimPlace, ClaimTime, Reason, Source, Toll } from './coded-report.ts';
import type { Graph, Node } from './graph.ts';
import type { Slot } from './slots.ts';

/** Somebody or something found for a role, still in the tree. */
export interface Part {
  readonly node: Node;
  readonly span: Span;
  readonly entity: string | null;
  readonly rule: string;
  readonly responsibility?: Responsibility;
  readonly count?: { readonly low: number; readonly high: number | null };
}

/** A claim in the making. Refiners take a list of these and give a list of these. */
export interface Draft {
  readonly type: EventType;
  readonly rule: Rule;
  /** The trigger's head and all words of the trigger. */
  readonly node: Node;
  readonly trigger: Span;
  readonly slots: readonly Slot[];
  readonly roles: Readonly<Record<Exclude<RoleName, 'where'>, readonly Part[]>>;
  readonly stage: Stage;
  readonly polarity: Polarity;
  readonly when: ClaimTime | null;
  readonly where: ClaimPlace | null;
  readonly toll: readonly Toll[];
  readonly saidBy: readonly Source[];
  readonly reasons: readonly Reason[];
  /** Heads of other tellings that were merged into this one. */
  readonly tellings: readonly Node[];
  /** How well the rule fitted: the matcher's score. */
  readonly fit: number;
}

/** What every refiner may look at. */
export interface Context {
  readonly graph: Graph;
  readonly kit: CodeKit;
}

/** One idea each: takes drafts, gives better ones. */
export type Refiner = (drafts: readonly Draft[], context: Context) => readonly Draft[];
