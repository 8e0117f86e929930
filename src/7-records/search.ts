import type { Database } from 'better-sqlite3';
import { InputError } from '../0-terms/errors.ts';
import type { SearchHit } from './event-store.ts';

/** What a user types as a query of the full-text index: words or "phrases", never an operator. Throws InputError where no word is given. */
export function matchOf(words: string): string {
  const terms = [...words.matchAll(/"([^"]+)"|([^\s"]+)/g)]
    .map((match) => (match[1] ?? match[2] ?? '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim())
    .filter((term) => term !== '')
    .map((term) => `"${term}"`);
  if (terms.length === 0) throw new InputError('give a word to search for');
  return terms.join(' ');
}

/** Full-text search over titles and texts. */
export function searchReports(db: Database, words: string, limit = 20): SearchHit[] {
  return db
    .prepare(
      `SELECT reports.id, reports.title, reports.publisher, reports.published, snippet(report_words, 1, '«', '»', '…', 24) AS passage
       FROM report_words JOIN report_numbers ON n = report_words.rowid JOIN reports ON reports.id = report
       WHERE report_words MATCH ? ORDER BY bm25(report_words, 4.0, 1.0), reports.id LIMIT ?`,
    )
    .all(matchOf(words), limit) as SearchHit[];
}
