import type { Database } from 'better-sqlite3';
import { InputError } from '../0-terms/errors.ts';
import { type Human, NOBODY } from '../6-events/human.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { expand, keptReport } from './find.ts';
import { humanOfReport } from './human-values.ts';
import type { ReportRecord } from './record.ts';
import { statement } from './statement.ts';
import type { ClaimFilter, ClaimSummary, Counts, PageOf, Paging, ReportSummary, Tally } from './store.ts';

export function listReports(db: Database, paging: Paging = {}): PageOf<ReportSummary> {
  const limit = limitOf(paging);
  const after = paging.after === undefined ? null : fromCursor(paging.after, 2);
  // One order, one key: (date descending, id). The key of the last row is where the next page begins.
  const rows = db
    .prepare(
      `SELECT id, source, url, title, publisher, published, language,
         (SELECT count(*) FROM claims WHERE report = reports.id) AS claims,
         (SELECT count(*) FROM quotes WHERE report = reports.id) AS quotes
       FROM reports ${after ? "WHERE coalesce(published, '') < ? OR (coalesce(published, '') = ? AND id > ?)" : ''}
       ORDER BY coalesce(published, '') DESC, id LIMIT ?`,
    )
    .all(...(after ? [after[0], after[0], after[1]] : []), limit + 1) as ReportSummary[];
  const total = db.prepare('SELECT count(*) FROM reports').pluck().get() as number;
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? toCursor([last.published ?? '', last.id]) : null, total };
}

interface ClaimRow {
  readonly report: string;
  readonly n: number;
  readonly date: string;
}

export function listClaims(db: Database, filter: ClaimFilter = {}, paging: Paging = {}): PageOf<ClaimSummary> {
  const limit = limitOf(paging);
  const { where, values } = conditions(db, filter);
  const total = db
    .prepare(`SELECT count(*) FROM claims WHERE ${where}`)
    .pluck()
    .get(...values) as number;
  const after = paging.after === undefined ? null : fromCursor(paging.after, 3);
  const date = "coalesce(date_from, '')";
  const rows = db
    .prepare(
      `SELECT report, n, ${date} AS date FROM claims
       WHERE (${where}) ${after ? `AND (${date} < ? OR (${date} = ? AND (report > ? OR (report = ? AND n > ?))))` : ''}
       ORDER BY ${date} DESC, report, n LIMIT ?`,
    )
    .all(...values, ...(after ? [after[0], after[0], after[1], after[1], after[2]] : []), limit + 1) as ClaimRow[];
  const records = new Map<string, { record: ReportRecord; human: Record<string, Human> }>();
  const items = rows.slice(0, limit).map(({ report, n }): ClaimSummary => {
    const known = records.get(report) ?? readOnce(db, report, filter);
    records.set(report, known);
    return summary(known.record, n, known.human);
  });
  const last = rows[limit - 1];
  return { items, next: rows.length > limit && last ? toCursor([last.date, last.report, last.n]) : null, total };
}

function readOnce(db: Database, report: string, filter: ClaimFilter): { record: ReportRecord; human: Record<string, Human> } {
  const { record } = keptReport(db, report);
  return { record, human: humanOfReport(db, report, record.claims, filter) };
}

function summary(record: ReportRecord, n: number, human: Readonly<Record<string, Human>>): ClaimSummary {
  const claim = record.claims[n];
  if (claim === undefined) throw new Error(`claim ${n} of ${record.report.id} is missing from its record`);
  const { id, title, publisher, published } = record.report;
  const place = claim.where ? record.entities.find((entity) => entity.id === claim.where?.entity) : undefined;
  return {
    report: { id, title, publisher, published: published.date },
    statement: statement(claim, record),
    place: place ? { name: place.name, country: place.country ?? null, lat: place.lat ?? null, lon: place.lon ?? null } : null,
    claim,
    human: human[claim.id] ?? NOBODY,
  };
}

function conditions(db: Database, filter: ClaimFilter): { where: string; values: string[] } {
  const parts: string[] = ['1'];
  const values: string[] = [];
  const add = (sql: string, value: string): void => {
    parts.push(sql);
    values.push(value);
  };
  if (filter.type !== undefined) add('type = ?', filter.type);
  if (filter.country !== undefined) add('country = ?', filter.country.toUpperCase());
  if (filter.stage !== undefined) add('stage = ?', filter.stage);
  if (filter.since !== undefined) add('date_to >= ?', filter.since);
  if (filter.until !== undefined) add('date_from <= ?', filter.until);
  if (filter.report !== undefined) {
    const id = expand(db, 'reports', filter.report);
    if (id === null) throw new InputError(`no report has the id "${filter.report}"; \`saidso reports\` lists them`);
    add('report = ?', id);
  }
  return { where: parts.join(' AND '), values };
}

export function countAll(db: Database): Counts {
  const one = (sql: string): number => db.prepare(sql).pluck().get() as number;
  const tally = (column: string): Tally[] =>
    db
      .prepare(`SELECT ${column} AS value, count(*) AS count FROM claims WHERE ${column} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`)
      .all() as Tally[];
  return {
    reports: one('SELECT count(*) FROM reports'),
    claims: one('SELECT count(*) FROM claims'),
    types: tally('type'),
    countries: tally('country'),
    stages: tally('stage'),
  };
}

function limitOf({ limit = 50 }: Paging): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > 500) throw new InputError('the limit must be a whole number from 1 to 500');
  return limit;
}
