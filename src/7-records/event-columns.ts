import type { Database } from 'better-sqlite3';
import type { FacetName } from './overview.ts';
import { prepared } from './prepared.ts';

/** The values of all events in one facet: those of row `r` are `values[codes[starts[r]]]` up to, but without, `values[codes[starts[r + 1]]]`. */
export interface Column {
  /** In the order of their characters. */
  readonly values: readonly string[];
  readonly starts: Int32Array;
  readonly codes: Int32Array;
}
export interface Columns {
  /** How many events there are. */
  readonly size: number;
  /** The row of each event, by its number in `event_rows`. */
  readonly rows: ReadonlyMap<number, number>;
  readonly columns: Readonly<Record<FacetName, Column>>;
}

const SINGLE = ['type', 'stage', 'status', 'country', 'admin1', 'place'] as const;
const held = new WeakMap<Database, Columns & { readonly version: string }>();

/**
 * What facets count, out of `event_rows` and its neighbours, held in memory (some 100 bytes an event) until the database changes, by this connection or
 * another: to group the rows in SQL takes longer than all the rest of an overview, and is the same work for every filter.
 */
export function columnsOf(db: Database): Columns {
  const version = versionOf(db);
  const known = held.get(db);
  if (known?.version === version) return known;
  const made = { version, ...readColumns(db) };
  held.set(db, made);
  return made;
}

/** Changes with every change of the database: the first part with those of other connections, the second with those of this one. */
function versionOf(db: Database): string {
  const { total } = prepared(db, 'SELECT total_changes() AS total').get() as { total: number };
  return `${db.pragma('data_version', { simple: true })} ${total}`;
}

function readColumns(db: Database): Columns {
  const events = db
    .prepare(`SELECT n, ${SINGLE.join(', ')} FROM event_rows ORDER BY n`)
    .raw()
    .all() as [number, ...(string | null)[]][];
  const rows = new Map(events.map(([n], row) => [n, row]));
  const columns: Partial<Record<FacetName, Column>> = {};
  SINGLE.forEach((name, at) => {
    const column = columnMaker(events.length);
    events.forEach((event, row) => {
      column.add(row, event[at + 1] as string | null);
    });
    columns[name] = column.made();
  });
  // Bare words such as "eleven people" mean others in every event, so only entities are counted.
  const parties = db.prepare('SELECT n, name FROM event_parties WHERE role = ? AND kind IS NOT NULL ORDER BY n').raw();
  for (const role of ['actor', 'target'] as const) {
    // A name is one whatever its case, as it is in a filter.
    const column = columnMaker(events.length, (name) => name.toLowerCase());
    for (const [n, name] of parties.all(role) as [number, string][]) column.add(rows.get(n), name);
    columns[role] = column.made();
  }
  // Several reports of one publisher may tell one event, which counts once.
  const tellers = db.prepare('SELECT DISTINCT n, publisher FROM event_tellers WHERE publisher IS NOT NULL ORDER BY n').raw();
  const source = columnMaker(events.length);
  for (const [n, publisher] of tellers.all() as [number, string][]) source.add(rows.get(n), publisher);
  return { size: events.length, rows, columns: { ...columns, source: source.made() } as Record<FacetName, Column> };
}

/** Gathers a column; values must be added in the order of rows. */
function columnMaker(size: number, keyOf: (value: string) => string = (value) => value) {
  const known = new Map<string, number>();
  const values: string[] = [];
  const codes: number[] = [];
  const counts = new Int32Array(size + 1);
  return {
    add(row: number | undefined, value: string | null): void {
      if (row === undefined || value === null) return;
      const key = keyOf(value);
      let code = known.get(key);
      if (code === undefined) {
        code = values.push(value) - 1;
        known.set(key, code);
      }
      codes.push(code);
      counts[row + 1] = (counts[row + 1] ?? 0) + 1;
    },
    made(): Column {
      const starts = Int32Array.from(counts);
      for (let row = 0; row < size; row++) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
      const sorted = [...values].sort();
      const rank = new Map(sorted.map((value, at) => [value, at]));
      return { values: sorted, starts, codes: Int32Array.from(codes, (code) => rank.get(values[code] ?? '') ?? 0) };
    },
  };
}
