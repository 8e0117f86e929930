import type { Database } from 'better-sqlite3';
import type { EventQuery, MapPoint, MapPoints, Timeline, TimeStep } from './overview.ts';
import { TIME_STEPS } from './overview.ts';
import { conditionOf } from './overview-filter.ts';

/** Every event under the filter that has coordinates. */
export function pointsOf(db: Database, query: EventQuery): MapPoints {
  const { where, values } = conditionOf(db, query);
  const points = db
    .prepare(
      `SELECT event, round(lat, 4), round(lon, 4), precision, type, date_from, killed, place, country FROM event_rows WHERE (${where}) AND lat IS NOT NULL ORDER BY n`,
    )
    .raw()
    .all(values) as unknown as MapPoint[];
  const total = db.prepare(`SELECT count(*) FROM event_rows WHERE ${where}`).pluck().get(values) as number;
  return { points, placeless: total - points.length, total };
}

/** The first day of the bin that a day falls in; weeks begin on Monday (ISO 8601). */
const BIN: Readonly<Record<TimeStep, string>> = {
  day: 'date_from',
  week: "date(date_from, 'weekday 0', '-6 days')",
  month: "substr(date_from, 1, 7) || '-01'",
  year: "substr(date_from, 1, 4) || '-01-01'",
};
const DAYS: Readonly<Record<TimeStep, number>> = { day: 1, week: 7, month: 31, year: 366 };
const MOST_BINS = 200;

/** Events by the first of their days. */
export function timelineOf(db: Database, query: EventQuery, asked?: TimeStep): Timeline {
  const { where, values } = conditionOf(db, query);
  const [total, dated, days] = db
    .prepare(
      `SELECT count(*), count(date_from), coalesce(julianday(max(date_from)) - julianday(min(date_from)), 0) FROM event_rows WHERE ${where}`,
    )
    .raw()
    .get(values) as [number, number, number];
  const by = asked ?? TIME_STEPS.find((step) => days / DAYS[step] < MOST_BINS) ?? 'year';
  const bins = db
    .prepare(
      `SELECT ${BIN[by]} AS "from", count(*) AS count, coalesce(sum(killed), 0) AS killed FROM event_rows
       WHERE (${where}) AND date_from IS NOT NULL GROUP BY 1 ORDER BY 1`,
    )
    .all(values) as Timeline['bins'][number][];
  return { by, bins, undated: total - dated, total };
}
