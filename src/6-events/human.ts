import type { Claim } from '../5-claims/coded-report.ts';
import type { ClaimRef } from './conflict-event.ts';
import { type CorrectedField, type CorrectionValues, readCorrection } from './correction.ts';
import { anchorsOf, type ClaimAnchor, type Decision, findAnchor, notUndone, type Ruling } from './decision.ts';
import { outcomeOf, type Question, questionsOf } from './questions.ts';

/** What people say of a claim or an event, beside the machine's values, which stay as they are. */
export interface Human {
  /** accepted: right as it stands, or as corrected. Null: nobody said, or coders differ. Of an event: all, or only some, of its claims. */
  readonly verdict: 'accepted' | 'partly-accepted' | 'rejected' | null;
  /** The values that hold, by field. */
  readonly values: HumanValues;
  readonly notes: readonly HumanNote[];
  /** On what coders differ, with nobody having ruled yet: `verdict` or a field. */
  readonly disputed: readonly string[];
  /** Ids of the decisions that are about it and not undone, also those that do not hold; in the order of time. */
  readonly decisions: readonly string[];
}

export type HumanValues = { readonly [F in CorrectedField]?: HumanValue<F> };

export interface HumanValue<F extends CorrectedField = CorrectedField> {
  readonly value: CorrectionValues[F];
  /** As the person wrote it. */
  readonly written: string;
  readonly who: string;
  /** ISO 8601 time. */
  readonly at: string;
  readonly decision: string;
}

export interface HumanNote {
  readonly text: string;
  readonly who: string;
  /** ISO 8601 time. */
  readonly at: string;
  readonly decision: string;
}

export const NOBODY: Human = { verdict: null, values: {}, notes: [], disputed: [], decisions: [] };

/** What people say of one claim of a report, out of all decisions. */
export function humanOfClaim(report: string, claim: Claim, claims: readonly Claim[], decisions: readonly Decision[]): Human {
  const is = (anchor: ClaimAnchor): boolean => anchor.report === report && findAnchor(anchor, claims)?.id === claim.id;
  const about = notUndone(decisions).filter(({ ruling }) => anchorsOf(ruling).some(is));
  if (about.length === 0) return NOBODY;
  const questions = questionsOf(about).filter(({ of, anchors: [first] }) => of === 'claim' && first !== undefined && is(first));
  const verdict = questions.find((question) => question.about === 'verdict');
  const held = verdict === undefined ? undefined : outcomeOf(verdict).holding[0]?.value;
  return {
    ...gathered(about, questions),
    verdict: held === 'accept' ? 'accepted' : held === 'reject' ? 'rejected' : null,
  };
}

/** What people say of an event, which is its claims. `claimsOf` gives all claims of a report, as they are now. */
export function humanOfEvent(
  refs: readonly ClaimRef[],
  claimsOf: (report: string) => readonly Claim[],
  decisions: readonly Decision[],
): Human {
  const own = new Set(refs.map(({ report, claim }) => `${report} ${claim}`));
  const reports = new Set(refs.map(({ report }) => report));
  const is = (anchor: ClaimAnchor): boolean => {
    if (!reports.has(anchor.report)) return false;
    const found = findAnchor(anchor, claimsOf(anchor.report));
    return found !== null && own.has(`${anchor.report} ${found.id}`);
  };
  const about = notUndone(decisions).filter(({ ruling }) => concerns(ruling, is, claimsOf));
  if (about.length === 0) return NOBODY;
  const all = questionsOf(about);
  const questions = all.filter(({ of, about: field }) => of === 'event' && field !== 'pair' && field !== 'split');
  const verdicts = all.filter(({ about: field, anchors: [first] }) => field === 'verdict' && first !== undefined && is(first));
  const accepted = verdicts.filter((question) => outcomeOf(question).holding[0]?.value === 'accept').length;
  return {
    ...gathered(about, [...questions, ...verdicts]),
    verdict: accepted === 0 ? null : accepted >= own.size ? 'accepted' : 'partly-accepted',
  };
}

/** A correction goes with its first claim; with the next ones when that is no longer there. */
function concerns(ruling: Ruling, is: (anchor: ClaimAnchor) => boolean, claimsOf: (report: string) => readonly Claim[]): boolean {
  if (ruling.kind !== 'correct' || ruling.of === 'claim') return anchorsOf(ruling).some(is);
  const present = anchorsOf(ruling).find((anchor) => findAnchor(anchor, claimsOf(anchor.report)) !== null);
  return present !== undefined && is(present);
}

function gathered(about: readonly Decision[], questions: readonly Question[]): Omit<Human, 'verdict'> {
  const values: Record<string, unknown> = {};
  const disputed = new Set<string>();
  for (const question of questions) {
    const { state, holding } = outcomeOf(question);
    if (state === 'disputed') disputed.add(question.about);
    const last = holding.at(-1);
    if (last === undefined || question.about === 'verdict') continue;
    const read = readCorrection(question.about as CorrectedField, last.value);
    const { who, at, id } = last.decision;
    if ('value' in read) values[question.about] = { value: read.value, written: last.value, who, at, decision: id };
  }
  return {
    values: values as HumanValues,
    notes: about.flatMap(({ id, who, at, why, ruling }) => (ruling.kind === 'note' ? [{ text: why, who, at, decision: id }] : [])),
    disputed: [...disputed],
    decisions: about.map(({ id }) => id),
  };
}

/** Decisions as one coder sees them who is not to see the others': only the own ones, which then hold. */
export const blindFor = (coder: string, decisions: readonly Decision[]): Decision[] =>
  decisions.filter((one) => one.coder === coder || one.ruling.kind === 'undo').map((one) => ({ ...one, coder: null }));
