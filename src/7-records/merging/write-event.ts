import type { Database } from 'better-sqlite3';
import type { ConflictEvent } from '../../6-events/conflict-event.ts';
import { prepared } from '../prepared.ts';

const COLUMNS =
  'type, stage, status, date_from, date_to, place_name, country, lat, lon, killed, injured, reports, origins, record, id'.split(', ');
const INSERT = `INSERT INTO events (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`;
const UPDATE = `UPDATE events SET ${COLUMNS.slice(0, -1).map((column) => `${column} = ?`)} WHERE id = ?`;

/** Keeps an event, in the place of the one that had its id. Writes nothing when it is the same. */
export function writeEvent(db: Database, event: ConflictEvent): void {
  const { id, type, stage, status, when, where, toll, reports, origins } = event;
  const record = JSON.stringify(event);
  const known = prepared(db, 'SELECT record FROM events WHERE id = ?').get(id) as { record: string } | undefined;
  if (known?.record === record) return;
  prepared(db, known === undefined ? INSERT : UPDATE).run(
    type,
    stage,
    status,
    when?.from ?? null,
    when?.to ?? null,
    where?.name ?? null,
    where?.country ?? null,
    where?.lat ?? null,
    where?.lon ?? null,
    toll.killed?.best ?? null,
    toll.injured?.best ?? null,
    reports.length,
    origins,
    record,
    id,
  );
  prepared(db, 'DELETE FROM event_reports WHERE event = ?').run(id);
  const tell = prepared(db, 'INSERT INTO event_reports VALUES (?, ?)');
  for (const report of reports) tell.run(id, report);
  prepared(db, 'DELETE FROM event_successors WHERE id = ?').run(id);
}

/** Takes an event out. Its id stays, with that of the event that has the first of its claims that is still there. `homes`: event by report and claim. */
export function removeEvent(db: Database, id: string, homes: ReadonlyMap<string, string>): void {
  const row = prepared(db, 'SELECT record FROM events WHERE id = ?').get(id) as { record: string } | undefined;
  if (row === undefined) return;
  const { claims } = JSON.parse(row.record) as ConflictEvent;
  const successor = claims.map(({ report, claim }) => homes.get(`${report} ${claim}`)).find((one) => one !== undefined) ?? null;
  prepared(db, 'INSERT INTO event_successors VALUES (?, ?) ON CONFLICT DO UPDATE SET successor = excluded.successor').run(id, successor);
  prepared(db, 'DELETE FROM events WHERE id = ?').run(id);
  prepared(db, 'DELETE FROM event_accounts WHERE event = ?').run(id);
}
