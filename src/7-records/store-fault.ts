import { StoreError } from '../0-terms/errors.ts';

/** Turns what SQLite or the disk says into one line that names the file, the fault and the way out. */
export function storeFault(path: string, cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  const code = codeOf(cause);
  const known = FAULTS.find(([prefix]) => code.startsWith(prefix));
  const said = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
  return new StoreError(known ? `${path}: ${known[1]}` : `${path}: the database failed: ${said}`, { cause });
}

const FAULTS: readonly (readonly [prefix: string, says: string])[] = [
  ['SQLITE_NOTADB', 'is not a database; give another file with --db'],
  ['SQLITE_CORRUPT', 'the database is damaged; restore a copy, or add the reports again into a new file with --db'],
  ['SQLITE_BUSY', 'the database is locked by another program; wait until it is done, or close it, and try again'],
  ['SQLITE_LOCKED', 'the database is locked by another program; wait until it is done, or close it, and try again'],
  ['SQLITE_READONLY', 'the file or its folder is read-only; allow writing there, or give another file with --db'],
  ['SQLITE_CANTOPEN', 'cannot be opened or made; check that the folder is there and can be written to, or give another file with --db'],
  ['SQLITE_PERM', 'permission denied; give another file with --db'],
  ['SQLITE_FULL', 'the disk is full; free some space and try again, nothing was half kept'],
  ['SQLITE_IOERR', 'the disk could not be read or written'],
  ['ERR_DLOPEN_FAILED', 'the SQLite part of the installation does not fit this Node; run `npm rebuild better-sqlite3`'],
  ['MODULE_NOT_FOUND', 'the SQLite part of the installation is missing; run `npm rebuild better-sqlite3`'],
];

function codeOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return '';
  const { code, message } = cause as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return code;
  // better-sqlite3 throws a TypeError without a code for a folder that is not there, and `bindings` throws a plain Error.
  if (typeof message === 'string' && message.includes('directory does not exist')) return 'SQLITE_CANTOPEN';
  if (typeof message === 'string' && message.includes('bindings file')) return 'MODULE_NOT_FOUND';
  return '';
}
