import { overlaps, type Span } from '../0-terms/span.ts';
import type { Claim } from '../5-claims/coded-report.ts';
import type { CorrectedField } from './correction.ts';
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
  /** The claims are, or are not, what the report says. Of an event: all claims that it had. */
  | { readonly kind: 'accept' | 'reject'; readonly claims: readonly ClaimAnchor[] }
  /**
   * The right value of a field, as a person writes it (`readCorrection` gives its parts). Of the claim, or of the event that holds the
   * claim; `also` are the event's other claims, by which it is found when the first is gone.
   */
  | {
      readonly kind: 'correct';
      readonly of?: 'claim' | 'event';
      readonly claim: ClaimAnchor;
      readonly also?: readonly ClaimAnchor[];
      readonly field: CorrectedField;
      readonly value: string;
    }
  | { readonly kind: 'same' | 'different'; readonly a: ClaimAnchor; readonly b: ClaimAnchor }
  /** The claims `off` are of another happening than `from`, with which an event held them. */
  | { readonly kind: 'split'; readonly off: readonly ClaimAnchor[]; readonly from: readonly ClaimAnchor[] }
  /** The text stands in the decision's `why`. */
  | { readonly kind: 'note'; readonly claim: ClaimAnchor }
  | { readonly kind: 'undo'; readonly decision: string };

export interface Decision {
  readonly id: string;
  readonly who: string;
  /**
   * Set where claims are coded twice: by whom. Such a decision stands beside those of other coders and takes effect when another coder says
   * the same. A decision without a coder is a ruling: it takes effect at once and settles what coders say of the same question.
   */
  readonly coder: string | null;
  /** ISO 8601 time. */
  readonly at: string;
  readonly why: string;
  readonly ruling: Ruling;
}

/** Those that no later one undoes, in the order given, which is that of time; without the undoings themselves. */
export function notUndone(decisions: readonly Decision[]): Decision[] {
  const undone = undoings(decisions);
  return decisions.filter(({ id, ruling }) => ruling.kind !== 'undo' && !undone.has(id));
}

/** Id of each decision that is undone, with the id of what undid it. An undoing that is itself undone undoes nothing. */
export function undoings(decisions: readonly Decision[]): Map<string, string> {
  const undone = new Map<string, string>();
  for (const { id, ruling } of [...decisions].reverse()) if (ruling.kind === 'undo' && !undone.has(id)) undone.set(ruling.decision, id);
  return undone;
}

export const anchorOf = (report: string, { id, type, trigger }: Pick<Claim, 'id' | 'type' | 'trigger'>): ClaimAnchor => ({
  report,
  claim: id,
  type,
  trigger,
});

/** The claim of a report that an anchor stands for: the same id, else the same words with a type of the same group; null when it is gone. */
export function findAnchor<T extends Pick<Claim, 'id' | 'type' | 'trigger'>>(anchor: ClaimAnchor, claims: readonly T[]): T | null {
  return (
    claims.find(({ id }) => id === anchor.claim) ??
    claims.find(({ type, trigger }) => overlaps(trigger, anchor.trigger) && groupOf(type) === groupOf(anchor.type)) ??
    null
  );
}

/** Every claim that a ruling names; none for an undoing. */
export function anchorsOf(ruling: Ruling): readonly ClaimAnchor[] {
  switch (ruling.kind) {
    case 'accept':
    case 'reject':
      return ruling.claims;
    case 'correct':
      return [ruling.claim, ...(ruling.also ?? [])];
    case 'note':
      return [ruling.claim];
    case 'same':
    case 'different':
      return [ruling.a, ruling.b];
    case 'split':
      return [...ruling.off, ...ruling.from];
    case 'undo':
      return [];
  }
}
