import type { Database } from 'better-sqlite3';
import { InputError } from '../0-terms/errors.ts';
import { expand } from './find.ts';
import type { EventQuery } from './overview.ts';
import { matchOf } from './search.ts';

/** A filter as a condition on `event_rows`, with its values. */
export interface Condition {
  readonly where: string;
  readonly values: readonly (string | number)[];
}

/** The condition that holds for all. */
const EVERYTHING = '1';

const COLUMNS = ['event', 'type', 'stage', 'status', 'place', 'country', 'admin1'] as const;

/** The condition of a query. Throws InputError on a report that is not there and on words that hold none. */
export function conditionOf(db: Database, query: EventQuery): Condition {
  const tests: string[] = [];
  const values: (string | number)[] = [];
  const test = (sql: string, ...given: (string | number)[]): void => {
    tests.push(sql);
    values.push(...given);
  };
  const among = (list: readonly string[]): string => {
    values.push(JSON.stringify(list));
    return 'IN (SELECT value FROM json_each(?))';
  };
  for (const column of COLUMNS) {
    const list = query[column];
    if (list !== undefined && list.length > 0) test(`${column} ${among(list)}`);
  }
  if (query.among !== undefined) test(`type ${among(query.among)}`);
  for (const role of ['actor', 'target'] as const) {
    const list = query[role];
    if (list !== undefined && list.length > 0) test(`n IN (SELECT n FROM event_parties WHERE role = '${role}' AND name ${among(list)})`);
  }
  if (query.source !== undefined && query.source.length > 0)
    test(`n IN (SELECT n FROM event_tellers WHERE publisher ${among(query.source)})`);
  if (query.report !== undefined) {
    const id = expand(db, 'reports', query.report);
    if (id === null) throw new InputError(`no report has the id "${query.report}"`);
    test('n IN (SELECT n FROM event_tellers WHERE report = (SELECT n FROM report_numbers WHERE report = ?))', id);
  }
  if (query.q !== undefined)
    test(
      'n IN (SELECT n FROM event_tellers WHERE report IN (SELECT rowid FROM report_words WHERE report_words MATCH ?))',
      matchOf(query.q),
    );
  if (query.since !== undefined) test('date_to >= ?', query.since);
  if (query.until !== undefined) test('date_from <= ?', query.until);
  if (query.bbox !== undefined) {
    const [west, south, east, north] = query.bbox;
    test('lat BETWEEN ? AND ?', south, north);
    if (west <= east) test('lon BETWEEN ? AND ?', west, east);
    else test('(lon >= ? OR lon <= ?)', west, east);
  }
  if (query.killed !== undefined) test('killed >= ?', query.killed);
  if (query.injured !== undefined) test('injured >= ?', query.injured);
  if (query.placed !== undefined) test(`lat IS ${query.placed ? 'NOT ' : ''}NULL`);
  if (query.disputed !== undefined) test('disputed = ?', query.disputed ? 1 : 0);
  if (query.ruled !== undefined) test('ruled = ?', query.ruled ? 1 : 0);
  return { where: tests.length > 0 ? tests.join(' AND ') : EVERYTHING, values };
}

/**
 * The numbers of the events that fit, as a JSON list: an answer is made of several counts, and the filter is worked out once for all of them.
 */
export function matching(db: Database, query: EventQuery): string {
  const { where, values } = conditionOf(db, query);
  return db.prepare(`SELECT json_group_array(n) FROM event_rows WHERE ${where}`).pluck().get(values) as string;
}

/** The same as numbers; null when nothing is filtered. */
export function matchingOrAll(db: Database, query: EventQuery): Int32Array | null {
  const { where, values } = conditionOf(db, query);
  if (where === EVERYTHING) return null;
  return Int32Array.from(db.prepare(`SELECT n FROM event_rows WHERE ${where}`).pluck().all(values) as number[]);
}
