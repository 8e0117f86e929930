import type { Database } from 'better-sqlite3';
import { digest } from '../0-terms/content-id.ts';
import { InputError } from '../0-terms/errors.ts';
import type { Decision, Ruling } from '../6-events/decision.ts';

/** Adds a decision with the time of this machine. Throws InputError when it undoes one that is not there. */
export function addDecision(db: Database, who: string, why: string, ruling: Ruling): Decision {
  return db
    .transaction((): Decision => {
      const named = ruling.kind === 'undo' ? { ...ruling, decision: expandDecision(db, ruling.decision) } : ruling;
      const at = new Date().toISOString();
      const count = db.prepare('SELECT count(*) FROM decisions').pluck().get() as number;
      const id = `d_${digest(JSON.stringify([count, who, at, why, named])).slice(0, 16)}`;
      db.prepare('INSERT INTO decisions (id, who, at, why, ruling) VALUES (?, ?, ?, ?, ?)').run(id, who, at, why, JSON.stringify(named));
      return { id, who, at, why, ruling: named };
    })
    .immediate();
}

export function allDecisions(db: Database): Decision[] {
  const rows = db.prepare('SELECT id, who, at, why, ruling FROM decisions ORDER BY n').all() as (Omit<Decision, 'ruling'> & {
    ruling: string;
  })[];
  return rows.map((row) => ({ ...row, ruling: JSON.parse(row.ruling) as Ruling }));
}

function expandDecision(db: Database, id: string): string {
  const fits = allDecisions(db).filter((one) => one.id.startsWith(id));
  const [found] = fits;
  if (found === undefined || fits.length > 1 || id.length < 3)
    throw new InputError(
      `${fits.length > 1 ? 'several decisions have' : 'no decision has'} the id "${id}"; \`saidso decide list\` shows them`,
    );
  return found.id;
}
