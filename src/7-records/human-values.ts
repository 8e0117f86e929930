import type { Database } from 'better-sqlite3';
import type { Claim } from '../5-claims/coded-report.ts';
import type { ConflictEvent } from '../6-events/conflict-event.ts';
import { blindFor, type Human, humanOfClaim, humanOfEvent, NOBODY } from '../6-events/human.ts';
import type { KeptEvent, View } from './decision-store.ts';
import { claimsByReport, decisionsAbout } from './decisions.ts';
import type { BareReport } from './find.ts';
import type { KeptReport } from './store.ts';

/** What people say of the claims of a report, by claim id; claims of which nobody says anything are left out. */
export function humanOfReport(db: Database, report: string, claims: readonly Claim[], { blind }: View = {}): Record<string, Human> {
  const all = decisionsAbout(db, [report]);
  const decisions = blind === undefined ? all : blindFor(blind, all);
  const said: Record<string, Human> = {};
  if (decisions.length === 0) return said;
  for (const claim of claims) {
    const human = humanOfClaim(report, claim, claims, decisions);
    if (human !== NOBODY) said[claim.id] = human;
  }
  return said;
}

/** A report with what people say of its claims. */
export const reportWithHuman = (db: Database, kept: BareReport, view?: View): KeptReport => ({
  ...kept,
  human: humanOfReport(db, kept.record.report.id, kept.record.claims, view),
});

/** Events with what people say of them beside the machine's values. */
export function withHuman(db: Database, events: readonly ConflictEvent[], { blind }: View = {}): KeptEvent[] {
  const claimsOf = claimsByReport(db);
  return events.map((event) => {
    const all = decisionsAbout(db, event.reports);
    const decisions = blind === undefined ? all : blindFor(blind, all);
    return { ...event, human: decisions.length === 0 ? NOBODY : humanOfEvent(event.claims, claimsOf, decisions) };
  });
}
