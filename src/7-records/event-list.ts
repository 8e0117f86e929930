import type { Database } from 'better-sqlite3';
import { InputError } from '../0-terms/errors.ts';
import { fromCursor, toCursor } from './cursor.ts';
import type { EventQuery, EventSort, EventSummary, SORTS } from './overview.ts';
import { conditionOf } from './overview-filter.ts';
import type { PageOf, Paging } from './paging.ts';

const COLUMN: Readonly<Record<(typeof SORTS)[number], string>> = {
  date: 'date_from',
  type: 'type',
  place: 'place',
  country: 'country',
  killed: 'killed',
  injured: 'injured',
  reports: 'reports',
  origins: 'origins',
  confidence: 'sureness',
};

/** One page of events in the order asked for; those without a value stand last, ties by id. */
export function listSummaries(db: Database, query: EventQuery, sort: EventSort, { limit = 50, after }: Paging): PageOf<EventSummary> {
  if (!Number.isInteger(limit) || limit < 1 || limit > 500) throw new InputError('limit: give a whole number from 1 to 500');
  const { where, values } = conditionOf(db, query);
  const column = COLUMN[sort.replace(/^-/, '') as (typeof SORTS)[number]];
  const [order, beyond] = sort.startsWith('-') ? ['DESC', '<'] : ['ASC', '>'];
  const total = db.prepare(`SELECT count(*) FROM event_rows WHERE ${where}`).pluck().get(values) as number;
  const from = after === undefined ? null : fromCursor(after, 3);
  let start = '';
  const place: (string | number)[] = [];
  if (from !== null) {
    const [none, value, id] = from as [number, string | number, string];
    start =
      none === 1
        ? `AND ${column} IS NULL AND event > ?`
        : `AND (${column} IS NULL OR ${column} ${beyond} ? OR (${column} = ? AND event > ?))`;
    place.push(...(none === 1 ? [id] : [value, value, id]));
  }
  const rows = db
    .prepare(
      `SELECT event, ${column} AS value, summary FROM event_rows WHERE (${where}) ${start} ORDER BY ${column} IS NULL, ${column} ${order}, event LIMIT ?`,
    )
    .all([...values, ...place, limit + 1]) as { event: string; value: string | number | null; summary: string }[];
  const last = rows[limit - 1];
  return {
    items: rows.slice(0, limit).map(({ summary }) => JSON.parse(summary) as EventSummary),
    total,
    next: rows.length > limit && last !== undefined ? toCursor([last.value === null ? 1 : 0, last.value ?? '', last.event]) : null,
  };
}

/** The events with these ids, in their order; those that are gone are left out. */
export function summariesOf(db: Database, ids: readonly string[]): EventSummary[] {
  const one = db.prepare('SELECT summary FROM event_rows WHERE event = ?').pluck();
  return ids.flatMap((id) => {
    const json = one.get(id) as string | undefined;
    return json === undefined ? [] : [JSON.parse(json) as EventSummary];
  });
}

/** Events that a report tells of, the latest first. */
export function eventsOfReport(db: Database, report: string): EventSummary[] {
  const rows = db
    .prepare(
      `SELECT summary FROM event_reports JOIN event_rows USING (event) WHERE report = ? ORDER BY date_from IS NULL, date_from DESC, event`,
    )
    .pluck()
    .all(report) as string[];
  return rows.map((json) => JSON.parse(json) as EventSummary);
}

/** The event that holds a claim. */
export function eventOfClaim(db: Database, report: string, claim: string): string | null {
  const found = db
    .prepare(
      `SELECT events.id FROM event_reports JOIN events ON events.id = event, json_each(record, '$.claims') AS told
       WHERE event_reports.report = ? AND json_extract(told.value, '$.claim') = ? LIMIT 1`,
    )
    .pluck()
    .get(report, claim) as string | undefined;
  return found ?? null;
}
