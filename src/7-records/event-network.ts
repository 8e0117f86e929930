import type { Database } from 'better-sqlite3';
import type { ActorNetwork, EventQuery } from './overview.ts';
import { matching } from './overview-filter.ts';

/** The pairs of actor and target that most events have, and those parties. An event with two of each counts for four pairs; bare words are left out. */
export function networkOf(db: Database, query: EventQuery, limit: number): ActorNetwork {
  const hits = matching(db, query);
  // Cross joins, so that SQLite goes from the list to the rows.
  const pairs = db
    .prepare(
      `SELECT a.name AS "from", t.name AS "to", count(*) AS events, coalesce(sum(killed), 0) AS killed
       FROM json_each(?) AS hit CROSS JOIN event_parties AS a ON a.n = hit.value AND a.role = 'actor' AND a.kind IS NOT NULL
         JOIN event_parties AS t ON t.n = a.n AND t.role = 'target' AND t.kind IS NOT NULL JOIN event_rows ON event_rows.n = a.n
       GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`,
    )
    .all(hits) as ActorNetwork['edges'][number][];
  const edges = pairs.slice(0, limit);
  const names = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
  const nodes = db
    .prepare(
      `SELECT name, max(kind) AS kind, sum(role = 'actor') AS asActor, sum(role = 'target') AS asTarget
       FROM json_each(?) AS hit CROSS JOIN event_parties ON n = hit.value WHERE name IN (SELECT value FROM json_each(?)) GROUP BY 1 ORDER BY 1`,
    )
    .all(hits, JSON.stringify(names)) as ActorNetwork['nodes'][number][];
  return { nodes, edges, left: pairs.length - edges.length };
}
