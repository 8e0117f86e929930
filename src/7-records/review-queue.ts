import type { Database } from 'better-sqlite3';
import { InputError } from '../0-terms/errors.ts';
import { anchorsOf, notUndone } from '../6-events/decision.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { allDecisions } from './decisions.ts';
import { expand } from './find.ts';
import type { ClaimToReview, ReviewQuery } from './overview.ts';
import type { PageOf, Paging } from './paging.ts';
import { listReviews } from './reviews.ts';

/** Claims to be reviewed under a filter, the least sure first; ties by report and place in it, so that a report's claims stand together. */
export function listToReview(db: Database, query: ReviewQuery, { limit = 50, after }: Paging): PageOf<ClaimToReview> {
  if (!Number.isInteger(limit) || limit < 1 || limit > 500) throw new InputError('limit: give a whole number from 1 to 500');
  const tests = ['id NOT IN (SELECT value FROM json_each(?))'];
  const values: (string | number)[] = [JSON.stringify(query.coder === undefined ? ruledOn(db) : codedBy(db, query.coder))];
  const test = (sql: string, value: string): void => {
    tests.push(sql);
    values.push(value);
  };
  for (const column of ['type', 'country', 'stage'] as const) {
    const list = query[column];
    if (list !== undefined && list.length > 0) test(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(list));
  }
  if (query.since !== undefined) test('date_to >= ?', query.since);
  if (query.until !== undefined) test('date_from <= ?', query.until);
  if (query.report !== undefined) {
    const report = expand(db, 'reports', query.report);
    if (report === null) throw new InputError(`no report has the id "${query.report}"`);
    test('report = ?', report);
  }
  const where = tests.join(' AND ');
  const total = db.prepare(`SELECT count(*) FROM claims WHERE ${where}`).pluck().get(values) as number;
  const from = after === undefined ? [] : fromCursor(after, 3);
  const beyond = after === undefined ? '' : 'AND (confidence, report, n) > (?, ?, ?)';
  const rows = db
    .prepare(`SELECT report, n, id AS claim, confidence FROM claims WHERE ${where} ${beyond} ORDER BY confidence, report, n LIMIT ?`)
    .all([...values, ...from, limit + 1]) as (ClaimToReview & { n: number; confidence: number })[];
  const last = rows[limit - 1];
  return {
    items: rows.slice(0, limit).map(({ report, claim }) => ({ report, claim })),
    total,
    next: rows.length > limit && last !== undefined ? toCursor([last.confidence, last.report, last.n]) : null,
  };
}

/** Claims with a verdict or correction of a ruling, under their own id. */
const ruledOn = (db: Database): string[] => [
  ...new Set(
    notUndone(allDecisions(db)).flatMap(({ coder, ruling }) =>
      coder !== null
        ? []
        : ruling.kind === 'accept' || ruling.kind === 'reject'
          ? ruling.claims.map(({ claim }) => claim)
          : ruling.kind === 'correct'
            ? [ruling.claim.claim]
            : [],
    ),
  ),
];

const codedBy = (db: Database, coder: string): string[] => listReviews(db, coder).flatMap(({ claim }) => (claim === null ? [] : [claim]));

export function listCoders(db: Database): { name: string; claims: number }[] {
  const claims = new Map<string, Set<string>>();
  for (const { coder, ruling } of notUndone(allDecisions(db))) {
    if (coder === null) continue;
    const own = claims.get(coder) ?? new Set();
    claims.set(coder, own);
    for (const { claim } of anchorsOf(ruling)) own.add(claim);
  }
  return [...claims].map(([name, own]) => ({ name, claims: own.size })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
