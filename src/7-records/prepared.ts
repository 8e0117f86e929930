import type { Database, Statement } from 'better-sqlite3';

const known = new WeakMap<Database, Map<string, Statement<unknown[]>>>();

/** A statement, prepared once a connection. Calling `pluck` on it stays in force: give such a one its own text. */
export function prepared(db: Database, sql: string): Statement<unknown[]> {
  const statements = known.get(db) ?? new Map<string, Statement<unknown[]>>();
  known.set(db, statements);
  const found = statements.get(sql) ?? db.prepare<unknown[]>(sql);
  statements.set(sql, found);
  return found;
}
