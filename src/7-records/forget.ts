import { deflateSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { InputError } from '../0-terms/errors.ts';
import type { Capture } from '../1-pages/capture.ts';
import type { CodedReport } from '../5-claims/coded-report.ts';
import type { ConflictEvent } from '../6-events/conflict-event.ts';
import { decisionsAbout } from './decisions.ts';
import { expand, keptReport } from './find.ts';
import { allowAgain, noteForgotten } from './forgotten.ts';
import type { Forgotten } from './hand-over.ts';

/** Marks the row of a capture whose content a person had removed. */
const REMOVED = 'forgotten';

/**
 * Removes a report: text, captured bytes, values, words of the search, events, decisions about it with their reasons. What stays are digests, the day and
 * `why`, so that it does not come back. The entries of its captures keep their number and proof, so that the chain of the others holds. All of it or
 * nothing; then the file is written anew. Throws InputError when there is no such report.
 */
export function forgetReport(db: Database, id: string, why: string): Forgotten {
  const forgotten = db
    .transaction((): Omit<Forgotten, 'overwritten'> => {
      const report = expand(db, 'reports', id);
      if (report === null) throw new InputError(`no report has the id "${id}"; \`saidso reports\` lists them`);
      const { record, appearances } = keptReport(db, report);
      const captures = db
        .prepare('SELECT n, source, url, addresses, bytes_sha256 FROM captures WHERE report = ?')
        .all(report) as CaptureRow[];
      const addresses = [
        ...appearances.flatMap(({ source, url }) => [source, ...(url === null ? [] : [url])]),
        ...captures.flatMap((row) => [row.source, ...(row.url === null ? [] : [row.url]), ...(JSON.parse(row.addresses) as string[])]),
      ];
      const bytes = [...new Set(captures.map((row) => row.bytes_sha256))];
      // A table or archive holds other reports too, which may be added from it again.
      const alone = bytes.filter((sha) => captures.filter((row) => row.bytes_sha256 === sha).length === capturesOf(db, sha));
      noteForgotten(db, { texts: [record.report.text], bytes: alone, addresses: [...new Set(addresses)] }, new Date().toISOString(), why);
      emptyCaptures(db, captures, bytes);
      const decisions = removeDecisions(db, report);
      hideItems(db, addresses);
      const events = emptyEvents(db, report);
      db.exec("INSERT INTO report_words (report_words, rank) VALUES ('secure-delete', 1)");
      db.prepare('DELETE FROM reports WHERE id = ?').run(report);
      db.exec("INSERT INTO report_words (report_words, rank) VALUES ('secure-delete', 0)");
      return { report, captures: captures.length, claims: record.claims.length, decisions, events };
    })
    .immediate();
  return { ...forgotten, overwritten: rewrite(db) };
}

/** Writes the file anew, so that nothing is left in its gaps or in its log. False when that could not be done: the disk is full, or another program reads. */
function rewrite(db: Database): boolean {
  try {
    db.exec('VACUUM');
    const [log] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return log?.busy === 0;
  } catch {
    return false;
  }
}

/** Lets a report come back that a person had removed: what is put next is kept. Runs in the caller's transaction. */
export function takeAgain(db: Database, coded: CodedReport, capture: Capture | undefined): void {
  allowAgain(db, coded, capture);
  if (capture === undefined) return;
  writable(db, ['blobs_stay'], () => {
    db.prepare('UPDATE blobs SET size = ?, packed = ? WHERE sha256 = ? AND length(packed) = 0').run(
      capture.bytes.length,
      deflateSync(capture.bytes),
      capture.sha256,
    );
  });
}

interface CaptureRow {
  readonly n: number;
  readonly source: string;
  readonly url: string | null;
  readonly addresses: string;
  readonly bytes_sha256: string;
}

const capturesOf = (db: Database, sha: string): number =>
  db.prepare('SELECT count(*) FROM captures WHERE bytes_sha256 = ?').pluck().get(sha) as number;

function emptyCaptures(db: Database, captures: readonly CaptureRow[], bytes: readonly string[]): void {
  writable(db, ['blobs_stay', 'captures_stay'], () => {
    const blank = db.prepare(
      "UPDATE captures SET source = '', url = NULL, addresses = '[]', status = NULL, headers = '{}', report = '', no_article = ? WHERE n = ?",
    );
    for (const { n } of captures) blank.run(REMOVED, n);
    const empty = db.prepare("UPDATE blobs SET size = 0, packed = x'' WHERE sha256 = ?");
    for (const sha of bytes) empty.run(sha);
  });
}

/** Decisions that are about this report, alone or beside another, with all that undo them. */
function removeDecisions(db: Database, report: string): number {
  const ids = decisionsAbout(db, [report]).map(({ id }) => id);
  writable(db, ['decisions_are_kept'], () => {
    const among = 'id IN (SELECT value FROM json_each(?))';
    db.prepare(`DELETE FROM decision_reports WHERE decision IN (SELECT n FROM decisions WHERE ${among})`).run(JSON.stringify(ids));
    db.prepare(`DELETE FROM decisions WHERE ${among}`).run(JSON.stringify(ids));
  });
  return ids.length;
}

/** Events that it told lose all values, of whichever report, until they are made anew; their claims stay, so that a successor is found. */
function emptyEvents(db: Database, report: string): number {
  const told = db.prepare('SELECT record FROM events WHERE id IN (SELECT event FROM event_reports WHERE report = ?)').pluck().all(report);
  const update = db.prepare(
    'UPDATE events SET date_from = NULL, date_to = NULL, place_name = NULL, country = NULL, lat = NULL, lon = NULL, killed = NULL, injured = NULL, record = ? WHERE id = ?',
  );
  for (const json of told as string[]) {
    const event = JSON.parse(json) as ConflictEvent;
    const others = event.claims.filter((ref) => ref.report !== report);
    const reports = event.reports.filter((id) => id !== report);
    const bare = { when: null, where: null, actors: [], targets: [], toll: {}, republication: [], disagreements: [], decisions: [] };
    update.run(JSON.stringify({ ...event, ...bare, claims: others, reports }), event.id);
  }
  return told.length;
}

/** What feeds told of it: title and day. The item stays, so that the feed does not bring it anew. */
function hideItems(db: Database, addresses: readonly string[]): void {
  db.prepare("UPDATE source_items SET known = '{}', said = ?, state = 'rejected' WHERE url IN (SELECT value FROM json_each(?))").run(
    'a person had it removed',
    JSON.stringify(addresses),
  );
}

/** Does the work with these guards taken down, and puts them up again as they were. Runs in the caller's transaction. */
function writable(db: Database, triggers: readonly string[], work: () => void): void {
  const guards = db
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name IN (SELECT value FROM json_each(?))")
    .all(JSON.stringify(triggers)) as { name: string; sql: string }[];
  for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`);
  work();
  for (const { sql } of guards) db.exec(sql);
}
