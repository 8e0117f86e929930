import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { InputError, StoreError } from '../0-terms/errors.ts';
import { draftOf } from './draft.ts';
import type { Backup } from './hand-over.ts';
import { APPLICATION_ID, STEPS } from './schema.ts';
import { storeFault } from './store-fault.ts';

/**
 * Copies a database that is in use into a file, with SQLite's online backup; writers go on meanwhile. The copy is checked before it gets its name, so
 * that a file of that name is always whole. Throws InputError when the file is there and `force` is not set, StoreError when the copy fails.
 */
export async function backup(db: Database.Database, path: string, file: string, force = false): Promise<Backup> {
  if (resolve(file) === resolve(path)) throw new InputError(`${file}: is the database itself; give the copy another name`);
  refuseKnown(file, force);
  const draft = draftOf(file);
  try {
    await db.backup(draft);
    return take(draft, file);
  } catch (cause) {
    throw cause instanceof InputError ? cause : storeFault(file, cause);
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Puts a copy in the place of a database. The copy is checked first and stays as it is; the database is replaced at once or not at all. Throws InputError
 * when there is a database and `force` is not set, StoreError when the copy is damaged or no record of Saidso, or another program uses the database.
 */
export async function restore(file: string, path: string, force = false): Promise<Backup> {
  if (!existsSync(file)) throw new InputError(`${file}: is not there; give the file that \`saidso backup\` made`);
  if (resolve(file) === resolve(path)) throw new InputError(`${file}: is the database itself; name another with --db`);
  if (existsSync(path) && !force)
    throw new InputError(`${path}: is there already; replace it with --force, or name another file with --db`);
  const draft = draftOf(path);
  try {
    const from = new Database(file, { readonly: true });
    try {
      check(from, file);
      await from.backup(draft);
    } finally {
      from.close();
    }
    const done = inspect(draft, file);
    if (existsSync(path)) release(path);
    moveDurably(draft, path);
    return { ...done, file: path };
  } catch (cause) {
    throw cause instanceof InputError ? cause : storeFault(file, cause);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A copy beside the database before its schema changes; gives its name. */
export function backupBefore(db: Database.Database, path: string, version: number): string {
  const file = `${path}.schema-${version}.backup.db`;
  const draft = draftOf(file);
  rmSync(draft, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(draft);
    take(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  return file;
}

function refuseKnown(file: string, force: boolean): void {
  if (!existsSync(file)) return;
  if (statSync(file).isDirectory()) throw new InputError(`${file}: is a folder; give a file name`);
  if (!force) throw new InputError(`${file}: is there already; replace it with --force, or give another name`);
}

function take(draft: string, file: string): Backup {
  const done = inspect(draft, file);
  moveDurably(draft, file);
  return done;
}

/** Opens a finished copy, checks it, and tells what it holds. It is left as one file, without a log beside it. */
function inspect(draft: string, file: string): Backup {
  const copy = new Database(draft);
  try {
    copy.pragma('journal_mode = DELETE');
    check(copy, file);
    // Nothing that was removed is left in its gaps.
    copy.exec('VACUUM');
    const reports = copy.prepare('SELECT count(*) FROM reports').pluck().get() as number;
    return { file, reports, bytes: statSync(draft).size, sha256: digestOf(draft) };
  } finally {
    copy.close();
  }
}

function check(db: Database.Database, file: string): void {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    throw new StoreError(`${file}: is no record of Saidso; give a file that \`saidso backup\` made`);
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > STEPS.length)
    throw new StoreError(`${file}: was made by a newer Saidso (schema ${version}, this one knows ${STEPS.length}); update Saidso`);
  const said = db.pragma('integrity_check(1)', { simple: true });
  if (said !== 'ok') throw new StoreError(`${file}: the copy is damaged (${String(said).split('\n')[0]}); take an older one`);
}

/** Sees that nobody uses the database, and that nothing of it is left in a log that would be taken for the new one's. */
function release(path: string): void {
  try {
    const old = new Database(path, { timeout: 2000 });
    try {
      old.pragma('locking_mode = EXCLUSIVE');
      old.exec('BEGIN EXCLUSIVE; COMMIT');
      old.pragma('wal_checkpoint(TRUNCATE)');
      old.pragma('journal_mode = DELETE');
    } finally {
      old.close();
    }
  } catch (cause) {
    // What is damaged is to be replaced; what is in use is not.
    if (/^SQLITE_(?:BUSY|LOCKED)/.test(String((cause as { code?: unknown }).code))) throw storeFault(path, cause);
  }
  for (const end of ['-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true });
}

function moveDurably(draft: string, file: string): void {
  const handle = openSync(draft, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(draft, file);
}

function digestOf(file: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(1 << 20);
  const handle = openSync(file, 'r');
  try {
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) hash.update(piece.subarray(0, read));
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}
