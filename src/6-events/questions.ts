import { overlaps } from '../0-terms/span.ts';
import { type ClaimAnchor, type Decision, notUndone } from './decision.ts';
import { groupOf } from './type-groups.ts';

/** One thing that can be answered once: is this claim right, what is its day, are these two one happening. */
export interface Question {
  /** `verdict`, a field, `pair` (same or different) or `split`. */
  readonly about: string;
  /** Whether a field is the claim's or that of the event that holds it. */
  readonly of: 'claim' | 'event';
  readonly anchors: readonly ClaimAnchor[];
  /** In the order of time. */
  readonly answers: readonly Answer[];
}

export interface Answer {
  readonly coder: string | null;
  /** `accept`, `reject`, `same`, `different`, `split`, or the value as the person wrote it. */
  readonly value: string;
  readonly decision: Decision;
}

/** How a question stands: settled by a ruling, agreed by two coders, open with one coder so far, or disputed between coders. */
export type QuestionState = 'settled' | 'agreed' | 'open' | 'disputed';

export interface Outcome {
  readonly state: QuestionState;
  /** The answers that hold: one ruling, or all of the coders who agree; empty when open or disputed. */
  readonly holding: readonly Answer[];
}

/** All questions that decisions answer, in the order in which they were first answered; undone decisions answer nothing. */
export function questionsOf(decisions: readonly Decision[]): Question[] {
  const keyOf = anchorKeys();
  const questions = new Map<string, Question & { answers: Answer[] }>();
  const answer = (about: string, of: Question['of'], anchors: readonly ClaimAnchor[], value: string, decision: Decision): void => {
    const key = [about, of, ...anchors.map(keyOf).sort()].join('|');
    const known = questions.get(key) ?? { about, of, anchors, answers: [] };
    known.answers.push({ coder: decision.coder, value, decision });
    questions.set(key, known);
  };
  for (const decision of notUndone(decisions)) {
    const { ruling } = decision;
    if (ruling.kind === 'accept' || ruling.kind === 'reject')
      for (const anchor of ruling.claims) answer('verdict', 'claim', [anchor], ruling.kind, decision);
    if (ruling.kind === 'correct') answer(ruling.field, ruling.of ?? 'event', [ruling.claim], ruling.value.trim(), decision);
    if (ruling.kind === 'same' || ruling.kind === 'different') answer('pair', 'event', [ruling.a, ruling.b], ruling.kind, decision);
    if (ruling.kind === 'split') answer('split', 'event', ruling.off, 'split', decision);
  }
  return [...questions.values()];
}

/** A ruling holds over coders, the later over the earlier; coders' answers hold from the second coder who says the same. */
export function outcomeOf({ answers }: Pick<Question, 'answers'>): Outcome {
  const ruling = answers.filter(({ coder }) => coder === null).at(-1);
  if (ruling !== undefined) return { state: 'settled', holding: [ruling] };
  const latest = [...new Map(answers.map((answer) => [answer.coder, answer])).values()];
  if (latest.length < 2) return { state: 'open', holding: [] };
  return new Set(latest.map(({ value }) => value)).size === 1 ? { state: 'agreed', holding: latest } : { state: 'disputed', holding: [] };
}

/**
 * The decisions that hold: not undone, not overtaken by a later one on the same question, and of those of coders only where two agree. Accepting and
 * rejecting keep the claims for which they hold. In the order given, which is that of time. Applying it twice changes nothing.
 */
export function standing(decisions: readonly Decision[]): Decision[] {
  const verdicts = new Map<string, ClaimAnchor[]>();
  const others = new Set<string>();
  for (const question of questionsOf(decisions)) {
    for (const { decision } of outcomeOf(question).holding) {
      if (question.about !== 'verdict') others.add(decision.id);
      else verdicts.set(decision.id, [...(verdicts.get(decision.id) ?? []), question.anchors[0] as ClaimAnchor]);
    }
  }
  return notUndone(decisions).flatMap((decision): Decision[] => {
    const { id, ruling } = decision;
    if (ruling.kind === 'note') return [decision];
    if (ruling.kind !== 'accept' && ruling.kind !== 'reject') return others.has(id) ? [decision] : [];
    const claims = verdicts.get(id);
    return claims === undefined ? [] : [{ ...decision, ruling: { ...ruling, claims } }];
  });
}

/** One key for all anchors of one claim, also those that were set before it was read anew with another id. */
export function anchorKeys(): (anchor: ClaimAnchor) => string {
  const byReport = new Map<string, ClaimAnchor[]>();
  return (anchor) => {
    const known = byReport.get(anchor.report) ?? [];
    byReport.set(anchor.report, known);
    const same =
      known.find(({ claim }) => claim === anchor.claim) ??
      known.find(({ type, trigger }) => overlaps(trigger, anchor.trigger) && groupOf(type) === groupOf(anchor.type));
    if (same === undefined) known.push(anchor);
    return `${anchor.report} ${(same ?? anchor).claim}`;
  };
}
