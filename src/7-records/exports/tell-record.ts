import Database from 'better-sqlite3';
import { InputError } from '../../0-terms/errors.ts';
import type { ConflictEvent } from '../../6-events/conflict-event.ts';
import { allDecisions } from '../decisions.ts';
import { keptReport } from '../find.ts';
import type { Coarsening, Export, ExportRequest } from '../hand-over.ts';
import { placeFinder } from '../human-place.ts';
import { withHuman } from '../human-values.ts';
import { conditionOf } from '../overview-filter.ts';
import { bringRowsUpToDate } from '../overview-rows.ts';
import type { ReportRecord } from '../record.ts';
import { exportedCaptures } from './captures-of.ts';
import { discretionOf } from './discretion.ts';
import type { ForgottenDigest, Told, ToldReport, Tombstone } from './format.ts';
import { FORMATS } from './formats.ts';
import { redactRecord, walk } from './redact-record.ts';
import { type Discretion, tellEvent } from './told-event.ts';

/** So many records are kept at hand. */
const RECENT = 100;

/**
 * Hands the record on in a format. Reads on a connection of its own, as of the moment when the first piece is asked for, while others write; memory
 * does not grow with the record. Throws InputError when there is no such format, or it cannot be coarsened.
 */
export function exportRecord(db: Database.Database, request: ExportRequest): Export {
  const format = FORMATS.find(({ name }) => name === request.format);
  if (format === undefined)
    throw new InputError(`"${request.format}" is no format; there are ${FORMATS.map(({ name }) => name).join(', ')}`);
  if (format.holdsTexts && request.coarsen !== undefined)
    throw new InputError(`${format.name} holds titles or texts, which name places; leave --coarsen out, or choose a format of events`);
  bringRowsUpToDate(db);
  // Wrong ids and words are told before anything is written.
  conditionOf(db, request.query ?? {});
  const leftOut = new Map<string, number>();
  const leaveOut = (reason: string): void => void leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
  return { leftOut, pieces: asOfNow(db, (own) => format.write(told(own, request, leaveOut))) };
}

/** A database on disk is read on a second connection, in one transaction; one in memory has but its own. */
function* asOfNow(db: Database.Database, work: (own: Database.Database) => Iterable<string>): Iterable<string> {
  if (db.memory) {
    yield* work(db);
    return;
  }
  const own = new Database(db.name, { readonly: true, timeout: 5000 });
  try {
    own.exec('BEGIN');
    yield* work(own);
  } finally {
    own.close();
  }
}

function told(
  db: Database.Database,
  { query, privateNames = false, coarsen = null, software = '' }: Filled,
  leaveOut: Told['leaveOut'],
): Told {
  const all = query === undefined || Object.keys(query).length === 0;
  const { where, values } = conditionOf(db, query ?? {});
  const discretion = (records: Iterable<ReportRecord>): Discretion => discretionOf(records, privateNames, coarsen);
  const recordsOf = recentRecords(db);
  const stands = placeFinder(db);
  function* kept(): Iterable<ConflictEvent> {
    const record = db.prepare('SELECT record FROM events WHERE id = ?').pluck();
    const ordered = db.prepare(`SELECT event FROM event_rows WHERE ${where} ORDER BY coalesce(date_from, ''), event`).pluck();
    for (const id of ordered.iterate(...values)) yield JSON.parse(record.get(id) as string) as ConflictEvent;
  }
  const among = all ? '1' : `report IN (SELECT report FROM event_reports WHERE event IN (SELECT event FROM event_rows WHERE ${where}))`;
  const ids = (): Iterable<string> =>
    db
      .prepare(`SELECT report FROM report_numbers WHERE ${among} ORDER BY n`)
      .pluck()
      .iterate(...(all ? [] : values)) as Iterable<string>;
  const rows = <T>(sql: string): readonly T[] => (all && !privateNames ? (db.prepare(sql).all() as T[]) : []);
  return {
    software,
    privateNames,
    coarsen,
    leaveOut,
    *events() {
      for (const event of kept()) {
        const records = recordsOf(event.reports);
        const [full] = withHuman(db, [event]);
        if (full !== undefined) yield tellEvent(full, records, discretion(records.values()), stands);
      }
    },
    *machineEvents() {
      for (const event of kept()) {
        if (!privateNames) yield event;
        else yield walk(event, '', discretion(recordsOf(event.reports).values()).words, (span) => span) as ConflictEvent;
      }
    },
    *reports() {
      for (const id of ids()) yield reportOf(db, id, privateNames, discretion, recordsOf);
    },
    *decisions() {
      if (privateNames) return;
      const about = all ? null : new Set(ids());
      const linked = db
        .prepare('SELECT report FROM decision_reports JOIN decisions ON decisions.n = decision WHERE decisions.id = ?')
        .pluck();
      for (const decision of allDecisions(db))
        if (about === null || (linked.all(decision.id) as string[]).some((report) => about.has(report))) yield decision;
    },
    captures: () => (all && !privateNames ? exportedCaptures(db) : []),
    tombstones: () => rows<Tombstone>('SELECT id, successor FROM event_successors ORDER BY id'),
    forgotten: () => rows<ForgottenDigest>('SELECT what, sha256, at, why FROM forgotten ORDER BY what, sha256'),
  };
}
type Filled = Omit<ExportRequest, 'coarsen'> & { readonly coarsen?: Coarsening | null };

/** Records of reports, the last few kept at hand: events that follow each other share them. */
function recentRecords(db: Database.Database): (ids: readonly string[]) => ReadonlyMap<string, ReportRecord> {
  const recent = new Map<string, ReportRecord>();
  const exists = db.prepare('SELECT 1 FROM reports WHERE id = ?').pluck();
  return (ids) => {
    const found = new Map<string, ReportRecord>();
    for (const id of ids) {
      const record = recent.get(id) ?? (exists.get(id) === undefined ? undefined : keptReport(db, id).record);
      if (record === undefined) continue;
      found.set(id, record);
      recent.delete(id);
      recent.set(id, record);
      if (recent.size > RECENT) recent.delete(recent.keys().next().value as string);
    }
    return found;
  };
}

/** A private name that one report of an event knows is one in the other reports of it too. */
function reportOf(
  db: Database.Database,
  id: string,
  privateNames: boolean,
  discretionFor: (records: Iterable<ReportRecord>) => Discretion,
  recordsOf: (ids: readonly string[]) => ReadonlyMap<string, ReportRecord>,
): ToldReport {
  const { record, reading, appearances } = keptReport(db, id);
  if (!privateNames) return { record, published: record, hides: () => false, reading, appearances };
  const beside = db
    .prepare(
      'SELECT DISTINCT b.report FROM event_reports AS a JOIN event_reports AS b ON b.event = a.event WHERE a.report = ? ORDER BY 1 LIMIT 50',
    )
    .pluck()
    .all(id) as string[];
  const discretion = discretionFor([record, ...recordsOf(beside.filter((one) => one !== id)).values()]);
  return {
    record: redactRecord(record, discretion),
    published: record,
    hides: discretion.isPrivate,
    reading,
    appearances: appearances.map(({ source, url, title, ...rest }) => ({
      ...rest,
      source: discretion.url(source) ?? 'withheld',
      url: discretion.url(url),
      title: title === null ? null : discretion.words(title),
    })),
  };
}
