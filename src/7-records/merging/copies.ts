import type { Database } from 'better-sqlite3';
import type { CopyKind, CopyPair } from '../../6-events/copies/find-copies.ts';
import { type CopiesByPair, copiesByPair } from '../../6-events/republication.ts';
import { prepared } from '../prepared.ts';

interface CopyRow {
  readonly a: string;
  readonly b: string;
  readonly kind: CopyKind;
  readonly share_a: number;
  readonly share_b: number;
  readonly words: number;
  readonly passages: string;
}

/** The copies among these reports. */
export function copiesOf(db: Database, reports: readonly string[]): CopiesByPair {
  const among = new Set(reports);
  const rows = reports.flatMap((report) => prepared(db, 'SELECT * FROM copies WHERE a = ?').all(report) as CopyRow[]);
  return copiesByPair(rows.filter(({ b }) => among.has(b)).map(pairOf));
}

const pairOf = ({ a, b, kind, share_a, share_b, words, passages }: CopyRow): CopyPair => ({
  a,
  b,
  kind,
  shareA: share_a,
  shareB: share_b,
  words,
  passages: JSON.parse(passages) as CopyPair['passages'],
});
