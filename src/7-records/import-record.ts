import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import type { Database } from 'better-sqlite3';
import { contentId } from '../0-terms/content-id.ts';
import { InputError } from '../0-terms/errors.ts';
import type { CodedReport } from '../5-claims/coded-report.ts';
import type { ConflictEvent } from '../6-events/conflict-event.ts';
import type { Decision } from '../6-events/decision.ts';
import type { KeptCapture } from './captures.ts';
import { writeDecision } from './decisions.ts';
import { EVERYTHING } from './exports/jsonl.ts';
import type { Imported } from './hand-over.ts';
import { putReport } from './put.ts';
import type { ReportRecord } from './record.ts';
import type { Appearance, Reading } from './store.ts';

interface Line {
  readonly kind: string;
  readonly at: number;
  readonly value: Record<string, unknown>;
}

/**
 * Takes the lines of an export of everything into a record in which nothing is yet: all of it or nothing. Events are made anew by the next
 * `refreshEvents`; `settleImported` then leaves a tombstone for those that come out under another id. Captures come without their bytes.
 * Throws InputError with the number of the line that is wrong.
 */
export function importRecord(db: Database, file: string): Imported {
  return db
    .transaction((): Imported => {
      if (db.prepare('SELECT 1 FROM reports UNION SELECT 1 FROM captures UNION SELECT 1 FROM decisions LIMIT 1').get() !== undefined)
        throw new InputError('there are reports in this database already; name a new one with --db');
      const count = { reports: 0, captures: 0, decisions: 0 };
      let ended = false;
      for (const line of linesOf(file)) {
        if (ended) throw wrong(file, line.at, 'stands after the end');
        if (line.at === 1) checkHead(file, line);
        else if (line.kind === 'end') ended = checkEnd(file, line);
        else take(db, file, line, count);
      }
      if (!ended) throw new InputError(`${file}: is cut short; take it from where it was exported once more`);
      return count;
    })
    .immediate();
}

/** After the events were made: the ids of the export that are no longer there lead to the events that their claims went into. */
export function settleImported(db: Database, file: string): void {
  db.transaction(() => {
    const live = db.prepare('SELECT 1 FROM events WHERE id = ?').pluck();
    const home = db
      .prepare(
        `SELECT events.id FROM event_reports JOIN events ON events.id = event, json_each(events.record, '$.claims') AS own
         WHERE report = ? AND json_extract(own.value, '$.claim') = ? LIMIT 1`,
      )
      .pluck();
    const bury = db.prepare(
      'INSERT INTO event_successors (id, successor) VALUES (?, ?) ON CONFLICT DO UPDATE SET successor = excluded.successor',
    );
    for (const { kind, value } of linesOf(file)) {
      if (kind !== 'event') continue;
      const { id, claims } = value['event'] as ConflictEvent;
      if (live.get(id) !== undefined) continue;
      const successor = claims.map(({ report, claim }) => home.get(report, claim) as string | undefined).find((one) => one !== undefined);
      bury.run(id, successor ?? null);
    }
  }).immediate();
}

function checkHead(file: string, { kind, value }: Line): void {
  if (kind !== 'export') throw new InputError(`${file}: is no export of everything; \`saidso export jsonl\` makes one`);
  if (value['format'] !== EVERYTHING)
    throw new InputError(
      `${file}: is of the shape ${String(value['format'])}, and this Saidso reads ${EVERYTHING}; update the older of the two`,
    );
  if (value['names'] !== 'keep')
    throw new InputError(
      `${file}: was exported without private names, so its texts are not those of the reports; export with --names keep`,
    );
}

function checkEnd(file: string, { at, value }: Line): true {
  if (value['lines'] !== at - 1) throw new InputError(`${file}: ${Number(value['lines']) - at + 1} lines are missing; export once more`);
  return true;
}

function take(
  db: Database,
  file: string,
  { kind, at, value }: Line,
  count: { reports: number; captures: number; decisions: number },
): void {
  try {
    switch (kind) {
      case 'report':
        takeReport(db, value as unknown as ReportLine);
        count.reports += 1;
        return;
      case 'capture':
        takeCapture(db, value as unknown as KeptCapture);
        count.captures += 1;
        return;
      case 'decision': {
        const { id, who, coder, at: time, why, ruling } = value as unknown as Decision;
        writeDecision(db, { id, who, coder, at: time, why, ruling });
        count.decisions += 1;
        return;
      }
      case 'forgotten':
        db.prepare('INSERT INTO forgotten (what, sha256, at, why) VALUES (@what, @sha256, @at, @why)').run(value);
        return;
      case 'gone':
        db.prepare('INSERT INTO event_successors (id, successor) VALUES (@id, @successor)').run(value);
        return;
      case 'event':
        return;
      default:
        throw new InputError(`"${kind}" is no kind of line`);
    }
  } catch (cause) {
    throw wrong(file, at, cause instanceof Error ? cause.message : String(cause));
  }
}

interface ReportLine {
  readonly record: ReportRecord;
  readonly reading: Reading;
  readonly appearances: readonly Appearance[];
}

function takeReport(db: Database, { record, reading, appearances }: ReportLine): void {
  const { report, entities, mentions, quotes, claims, notes } = record;
  if (record.format !== 'saidso/1') throw new InputError(`the record is of the shape ${String(record.format)}`);
  if (report.id !== contentId('r', report.text)) throw new InputError(`the text is not that of ${report.id}`);
  const [first, ...others] = appearances;
  if (first === undefined) throw new InputError('the report has no place where it was seen');
  const layers = { sentences: [], times: [], counts: [] };
  const coded: CodedReport = { ...report, ...layers, source: first.source, entities, mentions, quotes, claims, notes };
  putReport(db, coded, reading);
  const seen = db.prepare(
    `INSERT INTO appearances (report, source, url, title, publisher, published) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET url = excluded.url, title = excluded.title, publisher = excluded.publisher, published = excluded.published`,
  );
  for (const { source, url, title, publisher, published } of [first, ...others])
    seen.run(report.id, source, url, title, publisher, published);
}

function takeCapture(db: Database, capture: KeptCapture): void {
  db.prepare("INSERT INTO blobs (sha256, size, packed) VALUES (?, 0, x'') ON CONFLICT DO NOTHING").run(capture.bytesSha256);
  db.prepare(
    `INSERT INTO captures (n, source, url, addresses, status, headers, at, software, bytes_sha256, text_sha256, report, no_article, proof)
     VALUES (@n, @source, @url, @addresses, @status, @headers, @at, @software, @bytesSha256, @textSha256, @report, @noArticle, @proof)`,
  ).run({
    ...capture,
    report: capture.report ?? '',
    addresses: JSON.stringify(capture.addresses),
    headers: JSON.stringify(capture.headers),
  });
}

const wrong = (file: string, line: number, what: string): InputError =>
  new InputError(`${file}:${line}: ${what.split('\n')[0]}; nothing was imported`);

/** The lines of a file of JSON objects, one in memory at a time. */
function* linesOf(file: string): Iterable<Line> {
  let at = 0;
  for (const text of textLines(file)) {
    at += 1;
    if (text.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw wrong(file, at, 'is no line of JSON');
    }
    const { kind, ...rest } = (typeof value === 'object' && value !== null ? value : {}) as { kind?: unknown };
    if (typeof kind !== 'string') throw wrong(file, at, 'has no kind');
    yield { kind, at, value: rest };
  }
}

function* textLines(file: string): Iterable<string> {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    throw new InputError(`${file}: cannot be read; give the file that \`saidso export jsonl --to FILE\` made`);
  }
  try {
    const decoder = new StringDecoder('utf8');
    const piece = Buffer.alloc(1 << 18);
    let rest = '';
    for (let read = reading(file, handle, piece); read > 0; read = reading(file, handle, piece)) {
      const lines = (rest + decoder.write(piece.subarray(0, read))).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    rest += decoder.end();
    if (rest !== '') yield rest;
  } finally {
    closeSync(handle);
  }
}

function reading(file: string, handle: number, piece: Buffer): number {
  try {
    return readSync(handle, piece);
  } catch {
    throw new InputError(`${file}: cannot be read; give the file that \`saidso export jsonl --to FILE\` made`);
  }
}
