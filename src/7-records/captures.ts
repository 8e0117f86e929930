import { deflateSync, inflateSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { digest } from '../0-terms/content-id.ts';
import { type Capture, sha256 } from '../1-pages/capture.ts';

/** A capture as it is kept: everything but the bytes. */
export interface KeptCapture {
  /** Captures count from 1, in the order in which they were kept. */
  readonly n: number;
  readonly source: string;
  readonly url: string | null;
  /** From the address that was asked for to the last; empty for files. */
  readonly addresses: readonly string[];
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly software: string;
  readonly bytesSha256: string;
  readonly textSha256: string;
  /** Id of the report that was read from it; null where the page was no article. */
  readonly report: string | null;
  /** Why no report was read: a code of `NOT_AN_ARTICLE` (`consent-wall`, `bot-check` …); null where one was. */
  readonly noArticle: string | null;
  /** SHA-256 over this row and the proof of the one before. */
  readonly proof: string;
}

/** Something that does not match its proof. */
export interface Mismatch {
  /** The capture's number; null where the trouble is a report's. */
  readonly capture: number | null;
  readonly source: string;
  /** What is wrong, one plain sentence without a full stop. */
  readonly what: string;
}

/** What {@link verifyCaptures} looked at and found. */
export interface Verification {
  readonly captures: number;
  readonly bytes: number;
  readonly mismatches: readonly Mismatch[];
}

interface Row {
  readonly n: number;
  readonly source: string;
  readonly url: string | null;
  readonly addresses: string;
  readonly status: number | null;
  readonly headers: string;
  readonly at: string;
  readonly software: string;
  readonly bytes_sha256: string;
  readonly text_sha256: string;
  /** Empty where there is none. */
  readonly report: string;
  readonly no_article: string | null;
  readonly proof: string;
}

/** What was made of captured bytes: a report, or the finding that they hold none. */
export interface CapturedAs {
  readonly source: string;
  readonly url: string | null;
  readonly text: string;
  /** The report's id; null where the page is no article. */
  readonly report: string | null;
  readonly noArticle: string | null;
}

/** Keeps a capture, unless the last one of its source holds the same bytes and text. True when it was kept. Runs in the caller's transaction. */
export function putCapture(db: Database, as: CapturedAs, software: string, capture: Capture): boolean {
  const last = db.prepare('SELECT bytes_sha256, text_sha256 FROM captures WHERE source = ? ORDER BY n DESC LIMIT 1').get(as.source) as
    | Pick<Row, 'bytes_sha256' | 'text_sha256'>
    | undefined;
  const text = digest(as.text);
  if (last?.bytes_sha256 === capture.sha256 && last.text_sha256 === text) return false;
  db.prepare('INSERT INTO blobs (sha256, size, packed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(
    capture.sha256,
    capture.bytes.length,
    deflateSync(capture.bytes),
  );
  const before = db.prepare('SELECT n, proof FROM captures ORDER BY n DESC LIMIT 1').get() as Pick<Row, 'n' | 'proof'> | undefined;
  const row: Omit<Row, 'proof'> = {
    n: (before?.n ?? 0) + 1,
    source: as.source,
    url: capture.addresses.at(-1) ?? as.url,
    addresses: JSON.stringify(capture.addresses),
    status: capture.status,
    headers: JSON.stringify(capture.headers),
    at: capture.at,
    software,
    bytes_sha256: capture.sha256,
    text_sha256: text,
    report: as.report ?? '',
    no_article: as.noArticle,
  };
  db.prepare(
    `INSERT INTO captures (n, source, url, addresses, status, headers, at, software, bytes_sha256, text_sha256, report, no_article, proof)
     VALUES (@n, @source, @url, @addresses, @status, @headers, @at, @software, @bytes_sha256, @text_sha256, @report, @no_article, @proof)`,
  ).run({ ...row, proof: proofOf(row, before?.proof ?? '') });
  return true;
}

/** The proof of a row, with its values in one fixed order. */
const proofOf = (row: Omit<Row, 'proof'>, before: string): string =>
  digest(
    JSON.stringify([
      before,
      row.n,
      row.source,
      row.url,
      row.addresses,
      row.status,
      row.headers,
      row.at,
      row.software,
      row.bytes_sha256,
      row.text_sha256,
      row.report,
      // Only where it stands: entries from before there was such a thing keep their proof.
      ...(row.no_article === null ? [] : [row.no_article]),
    ]),
  );

/** The captures of a source or address, the newest first. A redirect's first address finds them too. */
export function listCaptures(db: Database, place: string): KeptCapture[] {
  const rows = db
    .prepare(
      'SELECT * FROM captures WHERE source = @place OR url = @place OR EXISTS (SELECT 1 FROM json_each(addresses) WHERE value = @place) ORDER BY n DESC',
    )
    .all({ place }) as Row[];
  return rows.map(kept);
}

/** Captures from number `after` + 1 on, in their order; those of one source or address where `place` is given. */
export function capturesAfter(db: Database, after: number, limit: number, place: string | null): KeptCapture[] {
  const rows = db
    .prepare(
      `SELECT * FROM captures WHERE n > @after AND no_article IS NOT 'forgotten' AND (@place IS NULL OR source = @place OR url = @place
         OR EXISTS (SELECT 1 FROM json_each(addresses) WHERE value = @place)) ORDER BY n LIMIT @limit`,
    )
    .all({ after, limit, place }) as Row[];
  return rows.map(kept);
}

const kept = ({ bytes_sha256, text_sha256, addresses, headers, report, no_article, ...rest }: Row): KeptCapture => ({
  ...rest,
  report: report || null,
  noArticle: no_article,
  addresses: JSON.parse(addresses) as string[],
  headers: JSON.parse(headers) as Record<string, string>,
  bytesSha256: bytes_sha256,
  textSha256: text_sha256,
});

/** The bytes that stand under a digest; null where there are none, or they cannot be unpacked. */
export function captureBytes(db: Database, sha: string): Uint8Array | null {
  const packed = db.prepare('SELECT packed FROM blobs WHERE sha256 = ?').pluck().get(sha) as Buffer | undefined;
  if (packed === undefined || packed.length === 0) return null;
  try {
    return inflateSync(packed);
  } catch {
    return null;
  }
}

/** Whether a person had bytes removed that this capture shares with a report that is gone. */
const isEmptied = (db: Database, sha: string): boolean =>
  db.prepare('SELECT 1 FROM blobs WHERE sha256 = ? AND size = 0 AND length(packed) = 0').get(sha) !== undefined;

/** Recomputes every digest and proof, one capture in memory at a time. */
export function verifyCaptures(db: Database): Verification {
  const mismatches: Mismatch[] = [];
  let captures = 0;
  let bytes = 0;
  let before = '';
  let expected = 1;
  const checked = new Map<string, string | null>();
  const textOf = db.prepare("SELECT json_extract(record, '$.report.text') FROM reports WHERE id = ?").pluck();
  for (const row of db.prepare('SELECT * FROM captures ORDER BY n').iterate() as IterableIterator<Row>) {
    captures += 1;
    const wrong = (what: string): void => {
      mismatches.push({ capture: row.n, source: row.source, what });
    };
    if (row.n !== expected)
      wrong(
        `${row.n - expected} ${row.n - expected === 1 ? 'capture' : 'captures'} before it ${row.n - expected === 1 ? 'is' : 'are'} missing`,
      );
    const { proof, ...rest } = row;
    // Its content was removed by `forgetReport`; number and proof stay, for those that follow.
    const removed = row.no_article === 'forgotten';
    if (!removed && proofOf(rest, before) !== proof) wrong('its entry, or the one before it, was changed after it was kept');
    before = proof;
    expected = row.n + 1;
    if (removed) continue;
    if (!checked.has(row.bytes_sha256)) {
      const found = captureBytes(db, row.bytes_sha256);
      bytes += found?.length ?? 0;
      checked.set(
        row.bytes_sha256,
        found === null
          ? isEmptied(db, row.bytes_sha256)
            ? null
            : 'its bytes are missing or damaged'
          : sha256(found) === row.bytes_sha256
            ? null
            : 'its bytes are not those that were kept',
      );
    }
    const fault = checked.get(row.bytes_sha256);
    if (fault != null) wrong(fault);
    if (row.report === '') continue;
    const text = textOf.get(row.report) as string | undefined;
    if (text === undefined) wrong(`the report ${row.report} that was read from it is missing`);
    else if (digest(text) !== row.text_sha256) wrong(`the text of the report ${row.report} is not the one that was read from it`);
  }
  return { captures, bytes, mismatches };
}
