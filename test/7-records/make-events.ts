import type { ConflictEvent } from '../../src/6-events/conflict-event.ts';
import type { Decision } from '../../src/6-events/decision.ts';
import type { MergeReport } from '../../src/6-events/merge-report.ts';

/** An event of some claims with everything else empty. */
export function makeEvent(id: string, claims: ConflictEvent['claims'], part: Partial<ConflictEvent> = {}): ConflictEvent {
  const reports = [...new Set(claims.map(({ report }) => report))];
  return {
    id,
    type: 'bombing',
    stage: 'occurred',
    status: reports.length > 1 ? 'corroborated' : 'single-origin',
    claims,
    when: null,
    where: null,
    actors: [],
    targets: [],
    toll: {},
    reports,
    origins: reports.length,
    republication: [],
    disagreements: [],
    decisions: [],
    ...part,
  };
}

/** A merger that makes an event of every claim, named for it, whatever was decided. */
export const eachClaim = (reports: readonly MergeReport[], _: readonly Decision[] = []): ConflictEvent[] =>
  reports.flatMap(({ id, claims }) =>
    claims.map((claim) => makeEvent(`e_${claim.id.slice(2)}`, [{ report: id, claim: claim.id }], { type: claim.type })),
  );
