import type { Database } from 'better-sqlite3';
import { InputError } from '../0-terms/errors.ts';
import { anchorsOf, type Ruling } from '../6-events/decision.ts';
import { prepared } from './prepared.ts';

/** A change of the record. */
export interface Change {
  /** Counts up in the order of commits; hand the last one back to go on from there. */
  readonly n: number;
  /** UTC, ISO 8601, by the clock of the machine that wrote it. */
  readonly at: string;
  readonly kind: ChangeKind;
  /** Id of the report, event or decision. */
  readonly id: string;
  /** Of an event that is gone: the event that its claims went into, if any. */
  readonly successor: string | null;
}
export type ChangeKind = 'report-added' | 'report-changed' | 'report-gone' | 'event-added' | 'event-changed' | 'event-gone' | 'decision';

export interface ChangePage {
  readonly items: readonly Change[];
  /** Number of the last one given; `since` when there was none. */
  readonly last: number;
  /** Whether there are more after it. */
  readonly more: boolean;
}

const MOST = 1000;

/** Changes after a number, or from a time on (ISO 8601; a day is its first moment in UTC), in the order of commits. Throws InputError when it is neither. */
export function listChanges(db: Database, since: number | string = 0, limit = MOST): ChangePage {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) throw new InputError(`limit: give a whole number from 1 to ${MOST}`);
  const after = numberOf(db, since);
  const rows = db
    .prepare('SELECT n, at, kind, id, successor FROM changes WHERE n > ? ORDER BY n LIMIT ?')
    .all(after, limit + 1) as Change[];
  const items = rows.slice(0, limit);
  return { items, last: items.at(-1)?.n ?? after, more: rows.length > limit };
}

/** The changes of one report, event or decision, in the order of commits. */
export const changesOf = (db: Database, id: string): Change[] =>
  db.prepare('SELECT n, at, kind, id, successor FROM changes WHERE id = ? ORDER BY n').all(id) as Change[];

function numberOf(db: Database, since: number | string): number {
  const text = String(since).trim();
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const time = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time))
    throw new InputError(`"${text.slice(0, 40)}" is neither a time such as 2026-11-22T10:00:00Z nor the number of a change`);
  // A clock that was set back must not hide what came after: the first change at or after the time counts, whatever follows it.
  const first = db.prepare('SELECT min(n) FROM changes WHERE at >= ?').pluck().get(new Date(time).toISOString()) as number | null;
  return first === null ? ((db.prepare('SELECT coalesce(max(n), 0) FROM changes').pluck().get() as number) ?? 0) : first - 1;
}

/** Events that were deleted and did not come back are gone, each with its successor. Runs in the transaction that wrote the events. */
export function settleChanges(db: Database): void {
  prepared(
    db,
    `INSERT INTO changes (at, kind, id, successor)
       SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'event-gone', before.id, kept.successor
       FROM event_before AS before LEFT JOIN event_successors AS kept ON kept.id = before.id ORDER BY before.id`,
  ).run();
  prepared(db, 'DELETE FROM event_before').run();
}

/** What a person says of an event changes what is told of it. Runs in the transaction of the decision. */
export function noteDecided(db: Database, ruling: Ruling, at: string): void {
  const events = db
    .prepare(
      `SELECT DISTINCT events.id FROM event_reports JOIN events ON events.id = event, json_each(?) AS anchor
       WHERE report = json_extract(anchor.value, '$.report')
         AND EXISTS (SELECT 1 FROM json_each(events.record, '$.claims') AS own WHERE json_extract(own.value, '$.claim') = json_extract(anchor.value, '$.claim'))
       ORDER BY 1`,
    )
    .pluck()
    .all(JSON.stringify(anchorsOf(ruling))) as string[];
  const insert = db.prepare("INSERT INTO changes (at, kind, id) VALUES (?, 'event-changed', ?)");
  for (const id of events) insert.run(at, id);
}
