import type { Database } from 'better-sqlite3';
import type { Known } from '../1-pages/page.ts';

/** A watched feed and how it fares. Times are UTC, ISO 8601. */
export interface SourceHealth {
  readonly url: string;
  readonly title: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly lastTry: string | null;
  readonly lastSuccess: string | null;
  /** When it last named something new. */
  readonly lastNew: string | null;
  readonly nextTry: string;
  /** Failed polls since the last good one. */
  readonly failures: number;
  /** Class of the last failure, null when the last poll was good: `not-found`, `tls`, `not-a-feed`, `empty`, `bot-wall` … */
  readonly trouble: string | null;
  readonly said: string | null;
  readonly waiting: number;
  readonly kept: number;
  readonly rejected: number;
}

/** An item that is to be fetched. */
export interface WaitingItem {
  readonly source: string;
  readonly id: string;
  readonly url: string;
  readonly known: Known;
  readonly tries: number;
}

export interface FeedEntry {
  readonly id: string;
  readonly url: string;
  readonly known?: Known;
}

/** What the watch remembers. Each call is one transaction, so it can be stopped at any moment. */
export interface WatchedSources {
  /** Takes sources up; those already known keep what is known of them. */
  follow(sources: readonly { readonly url: string; readonly title?: string }[], now: string): void;
  list(): SourceHealth[];
  /** A good poll: new entries wait from now on. How many were new. `entries` null: not changed since the last poll. */
  polled(
    url: string,
    now: string,
    poll: {
      readonly title: string | null;
      readonly etag: string | null;
      readonly lastModified: string | null;
      readonly entries: readonly FeedEntry[] | null;
      readonly nextTry: string;
    },
  ): number;
  /** A poll that failed. */
  missed(url: string, now: string, failure: { readonly trouble: string; readonly said: string; readonly nextTry: string }): void;
  /** Items of these sources whose time has come, the oldest first. */
  waiting(sources: readonly string[], now: string, limit: number): WaitingItem[];
  /** Whether an address was kept or rejected already, by whichever source. */
  done(url: string): boolean;
  settle(item: WaitingItem, state: 'kept' | 'rejected', said: string | null): void;
  /** Puts an item off. */
  postpone(item: WaitingItem, nextTry: string, said: string): void;
  /** When the next source or item is due; null when there are none. */
  nextDue(sources: readonly string[]): string | null;
}

type Guard = <T>(work: () => T) => T;

export function watchedSources(db: Database, guard: Guard): WatchedSources {
  const atOnce = <T>(work: () => T): T => guard(() => db.transaction(work).immediate());
  const among = 'IN (SELECT value FROM json_each(?))';
  return {
    follow: (sources, now) =>
      atOnce(() => {
        const insert = db.prepare('INSERT INTO sources (url, title, next_try) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
        for (const { url, title } of sources) insert.run(url, title ?? null, now);
      }),
    list: () => guard(() => listed(db)),
    polled: (url, now, { title, etag, lastModified, entries, nextTry }) =>
      atOnce(() => {
        const insert = db.prepare(
          "INSERT INTO source_items (source, id, url, known, found, state, next_try) VALUES (?, ?, ?, ?, ?, 'waiting', ?) ON CONFLICT DO NOTHING",
        );
        let fresh = 0;
        for (const { id, url: address, known } of entries ?? [])
          fresh += insert.run(url, id, address, JSON.stringify(known ?? {}), now, now).changes;
        db.prepare(
          `UPDATE sources SET title = coalesce(?, title), etag = ?, last_modified = ?, last_try = ?, last_success = ?,
             last_new = CASE WHEN ? > 0 THEN ? ELSE last_new END, next_try = ?, failures = 0, trouble = NULL, said = NULL WHERE url = ?`,
        ).run(title, etag, lastModified, now, now, fresh, now, nextTry, url);
        return fresh;
      }),
    missed: (url, now, { trouble, said, nextTry }) =>
      guard(() => {
        db.prepare('UPDATE sources SET last_try = ?, next_try = ?, failures = failures + 1, trouble = ?, said = ? WHERE url = ?').run(
          now,
          nextTry,
          trouble,
          said,
          url,
        );
      }),
    waiting: (sources, now, limit) =>
      guard(() =>
        (
          db
            .prepare(
              `SELECT source, id, url, known, tries FROM source_items WHERE state = 'waiting' AND next_try <= ? AND source ${among} ORDER BY next_try, source, id LIMIT ?`,
            )
            .all(now, JSON.stringify(sources), limit) as (Omit<WaitingItem, 'known'> & { known: string })[]
        ).map((row) => ({ ...row, known: JSON.parse(row.known) as Known })),
      ),
    done: (url) =>
      guard(() => db.prepare("SELECT 1 FROM source_items WHERE url = ? AND state <> 'waiting' LIMIT 1").get(url) !== undefined),
    settle: ({ source, id }, state, said) =>
      guard(() => {
        db.prepare('UPDATE source_items SET state = ?, said = ? WHERE source = ? AND id = ?').run(state, said, source, id);
      }),
    postpone: ({ source, id }, nextTry, said) =>
      guard(() => {
        db.prepare('UPDATE source_items SET tries = tries + 1, next_try = ?, said = ? WHERE source = ? AND id = ?').run(
          nextTry,
          said,
          source,
          id,
        );
      }),
    nextDue: (sources) =>
      guard(
        () =>
          db
            .prepare(
              `SELECT min(next_try) FROM (SELECT next_try FROM sources WHERE url ${among} UNION ALL
                 SELECT next_try FROM source_items WHERE state = 'waiting' AND source ${among})`,
            )
            .pluck()
            .get(JSON.stringify(sources), JSON.stringify(sources)) as string | null,
      ),
  };
}

const listed = (db: Database): SourceHealth[] =>
  db
    .prepare(
      `SELECT url, title, etag, last_modified AS lastModified, last_try AS lastTry, last_success AS lastSuccess, last_new AS lastNew,
         next_try AS nextTry, failures, trouble, said,
         (SELECT count(*) FROM source_items WHERE source = url_of.url AND state = 'waiting') AS waiting,
         (SELECT count(*) FROM source_items WHERE source = url_of.url AND state = 'kept') AS kept,
         (SELECT count(*) FROM source_items WHERE source = url_of.url AND state = 'rejected') AS rejected
       FROM sources AS url_of ORDER BY failures DESC, url`,
    )
    .all() as SourceHealth[];
