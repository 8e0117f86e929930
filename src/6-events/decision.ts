import { overlaps, type Span } from '../0-terms/span.ts';
import type { Claim, Effect } from '../5-claims/coded-report.ts';
import { groupOf } from './type-groups.ts';

/** A claim as a person saw it: found again by its words when a newer codebook or model gives it another id. */
export interface ClaimAnchor {
  readonly report: string;
  readonly claim: string;
  readonly type: string;
  readonly trigger: Span;
}

/** What a person ruled. Decisions are only ever added; `undo` takes one back and can itself be taken back. */
export type Ruling =
  | { readonly kind: 'same' | 'different'; readonly a: ClaimAnchor; readonly b: ClaimAnchor }
  | { readonly kind: 'reject'; readonly claims: readonly ClaimAnchor[] }
  | { readonly kind: 'correct'; readonly claim: ClaimAnchor; readonly field: CorrectedField; readonly value: string }
  | { readonly kind: 'note'; readonly claim: ClaimAnchor }
  | { readonly kind: 'undo'; readonly decision: string };
export type CorrectedField = 'type' | 'when' | 'where' | Effect;

export interface Decision {
  readonly id: string;
  readonly who: string;
  /** ISO 8601 time. */
  readonly at: string;
  readonly why: string;
  readonly ruling: Ruling;
}

/** The decisions that hold: those that no later one undoes. In the order given, which is that of time. */
export function standing(decisions: readonly Decision[]): Decision[] {
  const undone = new Set<string>();
  for (const { id, ruling } of [...decisions].reverse()) if (ruling.kind === 'undo' && !undone.has(id)) undone.add(ruling.decision);
  return decisions.filter(({ id, ruling }) => ruling.kind !== 'undo' && !undone.has(id));
}

export const anchorOf = (report: string, { id, type, trigger }: Claim): ClaimAnchor => ({ report, claim: id, type, trigger });

/** The claim of a report that an anchor stands for: the same id, else the same words with a type of the same group; null when it is gone. */
export function findAnchor(anchor: ClaimAnchor, claims: readonly Claim[]): Claim | null {
  return (
    claims.find(({ id }) => id === anchor.claim) ??
    claims.find(({ type, trigger }) => overlaps(trigger, anchor.trigger) && groupOf(type) === groupOf(anchor.type)) ??
    null
  );
}
