import type { Database } from 'better-sqlite3';
import type { Claim } from '../5-claims/coded-report.ts';
import type { Decision, Ruling } from '../6-events/decision.ts';
import { expand, keptReport } from './find.ts';
import { prepared } from './prepared.ts';

/** Keeps a decision just as it is. Runs in the caller's transaction. */
export function writeDecision(db: Database, { id, who, coder, at, why, ruling }: Decision): void {
  db.prepare('INSERT INTO decisions (id, who, coder, at, why, ruling) VALUES (?, ?, ?, ?, ?, ?)').run(
    id,
    who,
    coder,
    at,
    why,
    JSON.stringify(ruling),
  );
}

type Row = Omit<Decision, 'ruling'> & { readonly ruling: string };
const COLUMNS = 'id, who, coder, at, why, ruling';
const decisionOf = (row: Row): Decision => ({ ...row, ruling: JSON.parse(row.ruling) as Ruling });

/** In the order of time. */
export const allDecisions = (db: Database): Decision[] =>
  (db.prepare(`SELECT ${COLUMNS} FROM decisions ORDER BY n`).all() as Row[]).map(decisionOf);

/** Those about any of these reports, in the order of time; undoings of them included. */
export const decisionsAbout = (db: Database, reports: readonly string[]): Decision[] =>
  (
    prepared(
      db,
      `SELECT ${COLUMNS} FROM decisions WHERE n IN (SELECT decision FROM decision_reports WHERE report IN (SELECT value FROM json_each(?))) ORDER BY n`,
    ).all(JSON.stringify(reports)) as Row[]
  ).map(decisionOf);

/** The claims of a report as they are now; none when it is not there. Each report is read once. */
export function claimsByReport(db: Database): (report: string) => readonly Claim[] {
  const known = new Map<string, readonly Claim[]>();
  return (report) => {
    const claims = known.get(report) ?? (expand(db, 'reports', report) === null ? [] : keptReport(db, report).record.claims);
    known.set(report, claims);
    return claims;
  };
}
