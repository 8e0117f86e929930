import type { Database } from 'better-sqlite3';
import { InputError } from '../0-terms/errors.ts';
import type { ConflictEvent } from '../6-events/conflict-event.ts';
import { fromCursor, toCursor } from './cursor.ts';
import type { EventFilter } from './event-store.ts';
import { expand } from './find.ts';
import type { PageOf, Paging } from './store.ts';

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
