import type { Database } from 'better-sqlite3';
import { alphaOf, answersOf, type CodedAnswers, DISTANCE_OF } from '../6-events/agreement/coded-values.ts';
import type { CorrectedField } from '../6-events/correction.ts';
import { anchorsOf, type ClaimAnchor, findAnchor, notUndone } from '../6-events/decision.ts';
import { blindFor, type Human, humanOfClaim, NOBODY } from '../6-events/human.ts';
import { disputedPartings } from '../6-events/partings.ts';
import { outcomeOf, questionsOf } from '../6-events/questions.ts';
import type { Agreement, Difference, Review } from './decision-store.ts';
import { allDecisions, claimsByReport } from './decisions.ts';
import { keptReport } from './find.ts';

/** The claims that a coder ruled on, with the own rulings only. */
export function listReviews(db: Database, coder: string): Review[] {
  const own = blindFor(coder, allDecisions(db));
  const claimsOf = claimsByReport(db);
  const reviews = new Map<string, Review>();
  for (const { ruling } of notUndone(own)) {
    for (const anchor of anchorsOf(ruling)) {
      const claims = claimsOf(anchor.report);
      const claim = findAnchor(anchor, claims);
      const key = `${anchor.report} ${claim?.id ?? anchor.claim}`;
      if (reviews.has(key)) continue;
      const human: Human = claim === null ? NOBODY : humanOfClaim(anchor.report, claim, claims, own);
      reviews.set(key, { report: anchor.report, claim: claim?.id ?? null, anchor, human });
    }
  }
  return [...reviews.values()];
}

/** Questions on which coders differ and nobody has ruled, in the order in which they were first answered; then how they part events. */
export function listDifferences(db: Database): Difference[] {
  const decisions = allDecisions(db);
  const partings = disputedPartings(decisions).map(
    ({ anchors, answers }): Difference => ({
      about: 'split',
      of: 'event',
      anchors,
      answers: answers.map(({ value, claims, decision: { id, coder, why } }) => ({
        coder: coder ?? '',
        value,
        decision: id,
        why,
        claims: claims.map(({ claim }) => claim),
      })),
    }),
  );
  const questions = questionsOf(decisions)
    .filter((question) => outcomeOf(question).state === 'disputed')
    .map(({ about, of, anchors, answers }) => ({
      about,
      of,
      anchors: anchors as readonly ClaimAnchor[],
      answers: [...new Map(answers.map((answer) => [answer.coder, answer])).values()].map(({ coder, value, decision }) => ({
        coder: coder ?? '',
        value,
        decision: decision.id,
        why: decision.why,
      })),
    }));
  return [...questions, ...partings];
}

/** Krippendorff's alpha of the verdict and of every field, over the claims that two or more coders ruled on. */
export function measureAgreement(db: Database): Agreement[] {
  const coders = db.prepare('SELECT DISTINCT coder FROM decisions WHERE coder IS NOT NULL ORDER BY 1').pluck().all() as string[];
  const byClaim = new Map<string, Map<string, CodedAnswers>>();
  for (const coder of coders) {
    for (const { report, claim: id, human } of listReviews(db, coder)) {
      const { record } = id === null ? { record: null } : keptReport(db, report);
      const claim = record?.claims.find((one) => one.id === id);
      if (record === null || claim === undefined) continue;
      const answers = answersOf(human, claim, { ...record.report, entities: record.entities });
      const key = `${report} ${id}`;
      if (answers.size > 0) byClaim.set(key, (byClaim.get(key) ?? new Map<string, CodedAnswers>()).set(coder, answers));
    }
  }
  return (Object.keys(DISTANCE_OF) as ('verdict' | CorrectedField)[]).flatMap((about): Agreement[] => {
    const answered = [...byClaim.values()].map((given) => [...given].filter(([, answers]) => answers.has(about)));
    const twice = answered.filter((given) => given.length >= 2);
    if (twice.length === 0) return [];
    return [
      {
        about,
        coders: coders.filter((coder) => twice.some((given) => given.some(([one]) => one === coder))),
        claims: twice.length,
        alpha: alphaOf(
          about,
          twice.map((given) => given.map(([, answers]) => answers.get(about))),
        ),
        distance: DISTANCE_OF[about],
      },
    ];
  });
}
