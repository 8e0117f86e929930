import type { Database } from 'better-sqlite3';
import type { EventQuery, FacetName, Facets, Tally } from './overview.ts';
import { matching } from './overview-filter.ts';

/**
 * How a facet counts events by value; `?` is the JSON list of their numbers. A cross join, for SQLite then goes from the list to the rows; left to
 * itself it goes from all rows of a role through the list for each: minutes for 10,000 events.
 */
const COUNTS: Readonly<Record<FacetName, string>> = {
  ...(Object.fromEntries(
    (['type', 'stage', 'status', 'country', 'admin1', 'place'] as const).map((column) => [
      column,
      `SELECT ${column} AS value, count(*) AS count FROM event_rows
       WHERE n IN (SELECT value FROM json_each(?)) AND ${column} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?`,
    ]),
  ) as Record<'type' | 'stage' | 'status' | 'country' | 'admin1' | 'place', string>),
  actor: parties('actor'),
  target: parties('target'),
  source: `SELECT publisher AS value, count(DISTINCT n) AS count FROM json_each(?) AS hit CROSS JOIN event_tellers ON n = hit.value
    WHERE publisher IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?`,
};

/** Bare words such as "eleven people" mean others in every event, so only entities are counted. */
function parties(role: 'actor' | 'target'): string {
  return `SELECT name AS value, count(*) AS count FROM json_each(?) AS hit CROSS JOIN event_parties ON n = hit.value AND role = '${role}' AND kind IS NOT NULL
    GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?`;
}

/** Counts of each facet under all filters but its own, so that a second value can be chosen beside the first. */
export function facetsOf(db: Database, query: EventQuery, names: readonly FacetName[], limit: number): Facets {
  const all = matching(db, query);
  const facets: Partial<Record<FacetName, Tally[]>> = {};
  for (const name of names) {
    const { [name]: own, ...others } = query;
    const hits = own === undefined || own.length === 0 ? all : matching(db, others);
    facets[name] = db.prepare(COUNTS[name]).all(hits, limit) as Tally[];
  }
  return { total: sizeOf(db, all), facets };
}

/** Events by type, the filter on types not left out. */
export const typesOf = (db: Database, query: EventQuery): Tally[] => db.prepare(COUNTS.type).all(matching(db, query), 10_000) as Tally[];

const sizeOf = (db: Database, hits: string): number => db.prepare('SELECT json_array_length(?)').pluck().get(hits) as number;
