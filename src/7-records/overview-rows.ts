import type { Database } from 'better-sqlite3';
import { EFFECTS, type Effect } from '../5-claims/coded-report.ts';
import type { ConflictEvent, EventStatus } from '../6-events/conflict-event.ts';
import type { CorrectedField } from '../6-events/correction.ts';
import type { KeptEvent } from './decision-store.ts';
import { machinePlace, placeFinder } from './human-place.ts';
import { withHuman } from './human-values.ts';
import type { EventSummary, PartyName } from './overview.ts';

/** Makes the rows anew of events that changed since they were last asked for. Cheap when nothing did. */
export function bringRowsUpToDate(db: Database): void {
  if (db.prepare('SELECT 1 FROM event_rows_due LIMIT 1').get() === undefined) return;
  db.transaction(() => {
    const due = db
      .prepare('SELECT record FROM events WHERE id IN (SELECT event FROM event_rows_due)')
      .pluck()
      .all()
      .map((json) => JSON.parse(json as string) as ConflictEvent);
    const write = writer(db);
    for (const event of withHuman(db, due)) write(event);
    db.exec('DELETE FROM event_rows_due');
  }).immediate();
}

function writer(db: Database): (event: KeptEvent) => void {
  const drop = db.prepare('DELETE FROM event_rows WHERE event = ?');
  const row =
    db.prepare(`INSERT INTO event_rows (event, type, stage, status, date_from, date_to, place, country, admin1, lat, lon, precision,
    killed, injured, reports, origins, sureness, disputed, ruled, summary) VALUES (${Array(20).fill('?').join(', ')})`);
  const party = db.prepare('INSERT OR IGNORE INTO event_parties VALUES (?, ?, ?, ?)');
  const tellers = db.prepare(`INSERT INTO event_tellers SELECT ?, report_numbers.n, reports.publisher
    FROM event_reports JOIN reports ON reports.id = event_reports.report JOIN report_numbers ON report_numbers.report = reports.id
    WHERE event_reports.event = ?`);
  const summarise = summariser(db);
  return (event) => {
    const summary = summarise(event);
    const { when, where, toll } = summary;
    drop.run(event.id);
    const { lastInsertRowid } = row.run(
      event.id,
      summary.type,
      summary.stage,
      summary.status,
      when?.from ?? null,
      when?.to ?? null,
      where?.name ?? null,
      where?.country ?? null,
      where?.admin1 ?? null,
      where?.lat ?? null,
      where?.lon ?? null,
      where?.precision ?? null,
      toll.killed?.best ?? null,
      toll.injured?.best ?? null,
      summary.reports,
      summary.origins,
      // What a person accepted is not unsure any more.
      summary.verdict === 'accepted' ? 2 : summary.confidence,
      summary.disagreements.length > 0 || event.human.disputed.length > 0 ? 1 : 0,
      summary.decisions > 0 ? 1 : 0,
      JSON.stringify(summary),
    );
    for (const { name, kind } of summary.actors) party.run(lastInsertRowid, 'actor', name, kind);
    for (const { name, kind } of summary.targets) party.run(lastInsertRowid, 'target', name, kind);
    tellers.run(lastInsertRowid, event.id);
  };
}

/** The values of an event in short, people's over the machine's. */
function summariser(db: Database): (event: KeptEvent) => EventSummary {
  const first = db
    .prepare(
      `SELECT title FROM reports WHERE id IN (SELECT value FROM json_each(?)) AND title IS NOT NULL ORDER BY coalesce(published, '9'), id LIMIT 1`,
    )
    .pluck();
  const surest = db
    .prepare(`SELECT max(confidence) FROM claims WHERE id IN (SELECT json_extract(value, '$.claim') FROM json_each(?))`)
    .pluck();
  const place = placeFinder(db);
  return (event) => {
    const { values, verdict, decisions } = event.human;
    const stage = values.stage?.value ?? event.stage;
    const when = values.when === undefined ? event.when : values.when.value && { ...values.when.value, basis: 'explicit' as const };
    const toll: Partial<Record<Effect, { low: number; best: number; high: number | null }>> = {};
    for (const effect of EFFECTS) {
      const human = values[effect];
      const figure = human === undefined ? event.toll[effect] : human.value && { ...human.value, best: human.value.low };
      if (figure) toll[effect] = { low: figure.low, best: figure.best, high: figure.high };
    }
    return {
      id: event.id,
      title: (first.get(JSON.stringify(event.reports)) as string | undefined) ?? null,
      type: values.type?.value ?? event.type,
      stage,
      status: statusOf(event, stage, values.polarity?.value),
      when: when && { from: when.from, to: when.to, precision: when.precision, basis: when.basis },
      where: values.where === undefined ? machinePlace(event) : values.where.value && place(values.where.value, event),
      actors: values.actor?.value.map(({ name }) => partyOf(name, event.actors)) ?? event.actors.map(({ name, kind }) => ({ name, kind })),
      targets:
        values.target?.value.map(({ name }) => partyOf(name, event.targets)) ?? event.targets.map(({ name, kind }) => ({ name, kind })),
      toll,
      claims: event.claims.length,
      reports: event.reports.length,
      origins: event.origins,
      disagreements: event.disagreements.map(({ field }) => field),
      verdict,
      corrected: Object.keys(values) as CorrectedField[],
      decisions: new Set([...event.decisions, ...decisions]).size,
      confidence: (surest.get(JSON.stringify(event.claims)) as number | null) ?? 0,
    };
  };
}

/** As merging tells it, from what people set right. */
function statusOf(event: ConflictEvent, stage: ConflictEvent['stage'], polarity: 'affirmed' | 'denied' | undefined): EventStatus {
  if (polarity === undefined && stage === event.stage) return event.status;
  if (polarity === 'denied' || (polarity === undefined && event.status === 'denied')) return 'denied';
  if (stage !== 'occurred') return stage;
  return event.origins > 1 ? 'corroborated' : 'single-origin';
}

const partyOf = (name: string, known: readonly PartyName[]): PartyName => ({
  name,
  kind: known.find((one) => one.name === name)?.kind ?? null,
});
