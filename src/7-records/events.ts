import type { Database } from 'better-sqlite3';
import { InputError } from '../0-terms/errors.ts';
import type { ConflictEvent } from '../6-events/conflict-event.ts';
import type { MergeReport } from '../6-events/merge-report.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { allDecisions } from './decisions.ts';
import type { EventFilter, Merger } from './event-store.ts';
import { expand } from './find.ts';
import type { ReportRecord } from './record.ts';
import type { PageOf, Paging } from './store.ts';

/** Merges anew when something changed, in one transaction. An event that is gone leaves its id with that of its successor. */
export function refreshEvents(db: Database, merger: Merger): boolean {
  return db
    .transaction((): boolean => {
      if (db.prepare('SELECT stale FROM event_state').pluck().get() === 0) return false;
      const reports = (db.prepare('SELECT record FROM reports').pluck().all() as string[]).map((json): MergeReport => {
        const { report, entities, mentions, quotes, claims } = JSON.parse(json) as ReportRecord;
        return { ...report, entities, mentions, quotes, claims };
      });
      const events = merger(reports, allDecisions(db));
      keepSuccessors(db, events);
      db.exec('DELETE FROM event_reports; DELETE FROM events;');
      for (const event of events) write(db, event);
      db.exec('UPDATE event_state SET stale = 0');
      return true;
    })
    .immediate();
}

function keepSuccessors(db: Database, events: readonly ConflictEvent[]): void {
  const ids = new Set(events.map(({ id }) => id));
  const byClaim = new Map(events.flatMap(({ id, claims }) => claims.map(({ report, claim }) => [`${report} ${claim}`, id] as const)));
  const add = db.prepare('INSERT INTO event_successors VALUES (?, ?) ON CONFLICT DO UPDATE SET successor = excluded.successor');
  for (const json of db.prepare('SELECT record FROM events').pluck().all() as string[]) {
    const old = JSON.parse(json) as ConflictEvent;
    if (ids.has(old.id)) continue;
    add.run(old.id, old.claims.map(({ report, claim }) => byClaim.get(`${report} ${claim}`)).find((id) => id !== undefined) ?? null);
  }
  const live = db.prepare('DELETE FROM event_successors WHERE id = ?');
  for (const id of ids) live.run(id);
}

function write(db: Database, event: ConflictEvent): void {
  const { id, type, stage, status, when, where, toll, reports, origins } = event;
  db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    id,
    type,
    stage,
    status,
    when?.from ?? null,
    when?.to ?? null,
    where?.name ?? null,
    where?.country ?? null,
    where?.lat ?? null,
    where?.lon ?? null,
    toll.killed?.best ?? null,
    toll.injured?.best ?? null,
    reports.length,
    origins,
    JSON.stringify(event),
  );
  for (const report of reports) db.prepare('INSERT INTO event_reports VALUES (?, ?)').run(id, report);
}

export function listEvents(db: Database, filter: EventFilter = {}, { limit = 50, after }: Paging = {}): PageOf<ConflictEvent> {
  if (!Number.isInteger(limit) || limit < 1 || limit > 500) throw new InputError('limit: give a whole number from 1 to 500');
  const tests: string[] = [];
  const values: (string | number)[] = [];
  const test = (sql: string, ...given: (string | number)[]): void => {
    tests.push(sql);
    values.push(...given);
  };
  if (filter.type !== undefined) test('type = ?', filter.type);
  if (filter.country !== undefined) test('country = ?', filter.country.toUpperCase());
  if (filter.since !== undefined) test('date_to >= ?', filter.since);
  if (filter.until !== undefined) test('date_from <= ?', filter.until);
  if (filter.status !== undefined) test('status = ?', filter.status);
  if (filter.report !== undefined)
    test('id IN (SELECT event FROM event_reports WHERE report = ?)', expand(db, 'reports', filter.report) ?? filter.report);
  const where = (list: readonly string[]): string => (list.length > 0 ? `WHERE ${list.join(' AND ')}` : '');
  const total = db
    .prepare(`SELECT count(*) FROM events ${where(tests)}`)
    .pluck()
    .get(values) as number;
  if (after !== undefined) {
    const [day, id] = fromCursor(after, 2) as [string, string];
    test("(coalesce(date_from, '') < ? OR (coalesce(date_from, '') = ? AND id > ?))", day, day, id);
  }
  const rows = db
    .prepare(`SELECT record FROM events ${where(tests)} ORDER BY coalesce(date_from, '') DESC, id LIMIT ?`)
    .pluck()
    .all([...values, limit + 1]) as string[];
  const items = rows.slice(0, limit).map((json) => JSON.parse(json) as ConflictEvent);
  const last = items.at(-1);
  return { items, total, next: rows.length > limit && last ? toCursor([last.when?.from ?? '', last.id]) : null };
}

export function findEvent(db: Database, id: string): ConflictEvent | null {
  const prefix = /^e_/.test(id) ? id : `e_${id}`;
  const fitting = (table: 'events' | 'event_successors'): string[] =>
    db.prepare(`SELECT id FROM ${table} WHERE substr(id, 1, length(?)) = ? ORDER BY id LIMIT 3`).pluck().all(prefix, prefix) as string[];
  const live = prefix.length < 3 ? [] : fitting('events');
  if (live.length > 1) throw new InputError(`"${id}" fits several events (${live.join(', ')} …); give more of the id`);
  let at: string | null | undefined = live[0] ?? (prefix.length < 3 ? undefined : fitting('event_successors')[0]);
  // A successor may have been merged in its turn.
  for (let step = 0; step < 100 && at; step++) {
    const record = db.prepare('SELECT record FROM events WHERE id = ?').pluck().get(at) as string | undefined;
    if (record !== undefined) return JSON.parse(record) as ConflictEvent;
    at = db.prepare('SELECT successor FROM event_successors WHERE id = ?').pluck().get(at) as string | null | undefined;
  }
  return null;
}
