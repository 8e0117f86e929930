import type { Database } from 'better-sqlite3';
import { type Column, type Columns, columnsOf } from './event-columns.ts';
import type { EventQuery, FacetName, Facets, Tally } from './overview.ts';
import { matchingOrAll } from './overview-filter.ts';

/** Counts of each facet under all filters but its own, so that a second value can be chosen beside the first. */
export function facetsOf(db: Database, query: EventQuery, names: readonly FacetName[], limit: number): Facets {
  const all = columnsOf(db);
  const hits = rowsUnder(db, all, query);
  const facets: Partial<Record<FacetName, Tally[]>> = {};
  for (const name of names) {
    const { [name]: own, ...others } = query;
    facets[name] = tallied(all.columns[name], own === undefined || own.length === 0 ? hits : rowsUnder(db, all, others), limit);
  }
  return { total: hits?.length ?? all.size, facets };
}

/** Events by type, the filter on types not left out. */
export function typesOf(db: Database, query: EventQuery): Tally[] {
  const all = columnsOf(db);
  return tallied(all.columns.type, rowsUnder(db, all, query), all.columns.type.values.length);
}

/** Rows of the events that fit; null when nothing is filtered. */
const rowsUnder = (db: Database, { rows }: Columns, query: EventQuery): Int32Array | null =>
  matchingOrAll(db, query)?.map((n) => rows.get(n) ?? -1) ?? null;

/** The values that most of these rows have, the most frequent first, ties by value; null: of all rows. */
function tallied({ values, starts, codes }: Column, rows: Int32Array | null, limit: number): Tally[] {
  const counts = new Int32Array(values.length);
  const take = (code: number | undefined): void => {
    if (code !== undefined) counts[code] = (counts[code] ?? 0) + 1;
  };
  if (rows === null) codes.forEach(take);
  else for (const row of rows) for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) take(codes[at]);
  // Of thousands of places and names some dozens are asked for: what cannot be among them is not sorted.
  const least = Math.max(1, Int32Array.from(counts).sort()[Math.max(0, counts.length - limit)] ?? 1);
  const many: Tally[] = [];
  const tied: Tally[] = [];
  counts.forEach((count, code) => {
    if (count >= least) (count > least ? many : tied).push({ value: values[code] ?? '', count });
  });
  // The values stand in order already, and sorting keeps the order of ties.
  return [...many.sort((a, b) => b.count - a.count), ...tied].slice(0, limit);
}
