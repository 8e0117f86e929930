import type { Database } from 'better-sqlite3';
import { digest } from '../0-terms/content-id.ts';

/**
 * What a person had removed, as digests only: enough to know it again when it comes back, too little to tell what it was. A capture that
 * led to no report says why in `no_article` (its `report` is empty).
 */
export const FORGOTTEN_TABLES = `
  ALTER TABLE captures ADD COLUMN no_article TEXT;

  CREATE TABLE forgotten (
    what TEXT NOT NULL CHECK (what IN ('text', 'bytes', 'address')),
    sha256 TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (what, sha256)
  ) STRICT, WITHOUT ROWID;
`;

/** What is to be known again, in plain words; only its digests are kept. */
export interface ToForget {
  /** Texts of reports, as they stood in the record. */
  readonly texts: readonly string[];
  /** SHA-256 of captured bytes, hexadecimal. */
  readonly bytes: readonly string[];
  /** Addresses from which they came; paths of files are passed over. */
  readonly addresses: readonly string[];
}

/** Notes that these may not come back, neither by `add` nor by a watched feed, and the reason. Runs in the caller's transaction. `at`: UTC, ISO 8601. */
export function noteForgotten(db: Database, forgotten: ToForget, at: string, why = ''): void {
  const insert = db.prepare('INSERT INTO forgotten (what, sha256, at, why) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING');
  for (const [what, sha256] of digests(forgotten)) insert.run(what, sha256, at, why);
}

/** Lets these come back. Runs in the caller's transaction. */
export function allowAgain(
  db: Database,
  { text, source, url }: { readonly text: string; readonly source: string; readonly url: string | null },
  capture: { readonly sha256: string; readonly addresses: readonly string[] } | undefined,
): void {
  const remove = db.prepare('DELETE FROM forgotten WHERE what = ? AND sha256 = ?');
  const again: ToForget = {
    texts: [text],
    bytes: capture === undefined ? [] : [capture.sha256],
    addresses: [source, ...(url === null ? [] : [url]), ...(capture?.addresses ?? [])],
  };
  for (const [what, sha256] of digests(again)) remove.run(what, sha256);
}

/** Whether what came from an address was forgotten. */
export const isForgotten = (db: Database, address: string): boolean => anyForgotten(db, { texts: [], bytes: [], addresses: [address] });

/** Whether a report's text, the bytes that it was read from or an address where they were found was forgotten: any one is enough. */
export const wasForgotten = (
  db: Database,
  { text, source }: { readonly text: string; readonly source: string },
  capture: { readonly sha256: string; readonly addresses: readonly string[] } | undefined,
): boolean =>
  anyForgotten(db, {
    texts: [text],
    bytes: capture === undefined ? [] : [capture.sha256],
    addresses: [source, ...(capture?.addresses ?? [])],
  });

function anyForgotten(db: Database, asked: ToForget): boolean {
  const has = db.prepare('SELECT 1 FROM forgotten WHERE what = ? AND sha256 = ?');
  return digests(asked).some(([what, sha256]) => has.get(what, sha256) !== undefined);
}

/** A path is no address: another file may come to stand under it. An empty text is that of every page without one. */
const digests = ({ texts, bytes, addresses }: ToForget): [what: string, sha256: string][] => [
  ...texts.filter((text) => text !== '').map((text): [string, string] => ['text', digest(text)]),
  ...bytes.map((sha256): [string, string] => ['bytes', sha256]),
  ...addresses.filter((address) => /^https?:/i.test(address)).map((address): [string, string] => ['address', digest(address)]),
];

/** The reason that a person gave. */
export const FORGOTTEN_REASONS = "ALTER TABLE forgotten ADD COLUMN why TEXT NOT NULL DEFAULT '';";
