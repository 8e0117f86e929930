import type { Database } from 'better-sqlite3';
import type { KeptCapture } from '../captures.ts';

const PAGE = 500;

/** Every capture in its order, those whose content was removed included: they carry the chain of proofs. */
export function* exportedCaptures(db: Database): Iterable<KeptCapture> {
  const page = db.prepare(
    `SELECT n, source, url, addresses, status, headers, at, software, bytes_sha256 AS bytesSha256, text_sha256 AS textSha256,
       report, no_article AS noArticle, proof FROM captures WHERE n > ? ORDER BY n LIMIT ${PAGE}`,
  );
  for (let n = 0; ; ) {
    const rows = page.all(n) as (Omit<KeptCapture, 'addresses' | 'headers' | 'report'> & {
      addresses: string;
      headers: string;
      report: string;
    })[];
    for (const row of rows)
      yield {
        ...row,
        addresses: JSON.parse(row.addresses) as string[],
        headers: JSON.parse(row.headers) as Record<string, string>,
        report: row.report || null,
      };
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) return;
    n = last.n;
  }
}
