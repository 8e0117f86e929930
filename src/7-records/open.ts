import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { StoreError } from '../0-terms/errors.ts';
import { NOBODY } from '../6-events/human.ts';
import { backup, backupBefore } from './backup.ts';
import { captureBytes, capturesAfter, listCaptures, putCapture, verifyCaptures } from './captures.ts';
import { listChanges } from './changes.ts';
import { addDecision, listDecisions } from './decide.ts';
import { findEvent, listEvents } from './events.ts';
import { exportRecord } from './exports/tell-record.ts';
import { findClaim, findReport } from './find.ts';
import { forgetReport, takeAgain } from './forget.ts';
import { isForgotten, wasForgotten } from './forgotten.ts';
import { reportWithHuman, withHuman } from './human-values.ts';
import { importRecord, settleImported } from './import-record.ts';
import { countAll, listClaims, listReports } from './list.ts';
import { refreshEvents, refreshSomeEvents } from './merging/refresh-events.ts';
import { overviewOf } from './overview-of.ts';
import { putReport } from './put.ts';
import { listDifferences, listReviews, measureAgreement } from './reviews.ts';
import { APPLICATION_ID, STEPS } from './schema.ts';
import { searchReports } from './search.ts';
import { watchedSources } from './sources.ts';
import type { PutOutcome, Store } from './store.ts';
import { storeFault } from './store-fault.ts';

export interface OpenOptions {
  /** Make the file when it is not there (default). When false, a missing file is a StoreError. */
  readonly create?: boolean;
  /** How long to wait for another program's lock, in milliseconds; default 5000. */
  readonly patience?: number;
  /** Is told in one line when a copy was made before the schema was brought up to date. */
  readonly tell?: (line: string) => void;
}

/**
 * Opens the database at `path` (`:memory:` for one that is not kept), makes it when missing, and brings its schema up to date.
 * Throws StoreError: one line with the file, the fault and the way out.
 */
export function open(path: string, options: OpenOptions = {}): Store {
  if (options.create === false && path !== ':memory:' && !existsSync(path)) {
    throw new StoreError(`${path}: there is no database yet; keep a first report with \`saidso add\`, or name the file with --db`);
  }
  if (existsSync(path) && statSync(path).isDirectory()) throw new StoreError(`${path}: is a folder; give a file name with --db`);
  const db = guarded(path, () => connect(path, options));
  const guard = <T>(work: () => T): T => guarded(path, work);
  return {
    put: (coded, reading, capture, again) =>
      guard(() =>
        db
          .transaction((): PutOutcome => {
            if (again === true) takeAgain(db, coded, capture);
            if (wasForgotten(db, coded, capture)) return 'forgotten';
            const outcome = putReport(db, coded, reading);
            const { source, url, text, id } = coded;
            if (capture !== undefined) putCapture(db, { source, url, text, report: id, noArticle: null }, reading.software, capture);
            return outcome;
          })
          .immediate(),
      ),
    putCapture: (report, noArticle, reading, capture) =>
      guard(() =>
        db
          .transaction(() => {
            if (wasForgotten(db, report, capture)) return false;
            const { source, url, text } = report;
            return putCapture(db, { source, url, text, report: null, noArticle }, reading.software, capture);
          })
          .immediate(),
      ),
    forget: (id, why) => guard(() => forgetReport(db, id, why)),
    backup: (file, force) => backup(db, path, file, force),
    export: (request) => guard(() => exportRecord(db, request)),
    import: (file, merger) =>
      guard(() => {
        const imported = importRecord(db, file);
        refreshEvents(db, merger);
        settleImported(db, file);
        return imported;
      }),
    isForgotten: (address) => guard(() => isForgotten(db, address)),
    together: (work) => guard(() => db.transaction(work).immediate()),
    captures: (place) => guard(() => listCaptures(db, place)),
    capturesAfter: (after, limit, place) => guard(() => capturesAfter(db, after, limit, place ?? null)),
    bytes: (sha256) => guard(() => captureBytes(db, sha256)),
    verify: () => guard(() => verifyCaptures(db)),
    reports: (paging) => guard(() => listReports(db, paging)),
    claims: (filter, paging) => guard(() => listClaims(db, filter, paging)),
    report: (id, view) =>
      guard(() => {
        const kept = findReport(db, id);
        return kept === null ? null : reportWithHuman(db, kept, view);
      }),
    claim: (id, view) =>
      guard(() => {
        const found = findClaim(db, id);
        if (found === null) return null;
        const kept = reportWithHuman(db, found.kept, view);
        return { claim: found.claim, kept, human: kept.human[found.claim.id] ?? NOBODY };
      }),
    counts: () => guard(() => countAll(db)),
    refreshEvents: (merger, progress) => guard(() => refreshEvents(db, merger, progress)),
    refreshSomeEvents: (merger) => guard(() => refreshSomeEvents(db, merger)),
    changes: (since, limit) => guard(() => listChanges(db, since, limit)),
    events: (filter, paging) =>
      guard(() => {
        const page = listEvents(db, filter, paging);
        return { ...page, items: withHuman(db, page.items, filter) };
      }),
    event: (id, view) =>
      guard(() => {
        const event = findEvent(db, id);
        return event === null ? null : (withHuman(db, [event], view)[0] ?? null);
      }),
    search: (words, limit) => guard(() => searchReports(db, words, limit)),
    decide: (who, why, asked, coder) => guard(() => addDecision(db, who, why, asked, coder ?? null)),
    decisions: (filter) => guard(() => listDecisions(db, filter)),
    reviews: (coder) => guard(() => listReviews(db, coder)),
    differences: () => guard(() => listDifferences(db)),
    agreement: () => guard(() => measureAgreement(db)),
    overview: overviewOf(db, guard),
    watched: watchedSources(db, guard),
    close: () => {
      db.close();
    },
  };
}

function connect(path: string, { patience = 5000, tell }: OpenOptions): Database.Database {
  const db = new Database(path, { timeout: patience });
  try {
    const version = db.pragma('user_version', { simple: true }) as number;
    refuseForeign(db, path, version);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    // Ids come from content, so one report's rows lie all over the tables: with SQLite's own two megabytes a large record would be read from the file again and again.
    db.pragma('cache_size = -65536');
    if (version > 0 && version < STEPS.length && path !== ':memory:') {
      const copy = backupBefore(db, path, version);
      tell?.(`${path}: was made by an older Saidso; it is brought up to date, and stands as it was in ${copy}`);
    }
    if (version < STEPS.length) migrate(db);
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}

/** A file that a newer Saidso or another program made is left as it is. */
function refuseForeign(db: Database.Database, path: string, version: number): void {
  const application = db.pragma('application_id', { simple: true }) as number;
  const tables = db.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").pluck().get() as number;
  if (application !== APPLICATION_ID && tables > 0)
    throw new StoreError(`${path}: is a database of another program; give another file with --db`);
  if (application === APPLICATION_ID && version > STEPS.length) {
    throw new StoreError(
      `${path}: was made by a newer Saidso (schema ${version}, this one knows ${STEPS.length}); update Saidso, or give another file with --db`,
    );
  }
}

function migrate(db: Database.Database): void {
  db.transaction(() => {
    // Another program may have done it between the look and the lock.
    const done = db.pragma('user_version', { simple: true }) as number;
    for (const step of STEPS.slice(done)) db.exec(step);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${STEPS.length}`);
  }).immediate();
}

/** InputErrors are the caller's; everything else that goes wrong here is the database's. */
function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'InputError') throw cause;
    throw storeFault(path, cause);
  }
}
