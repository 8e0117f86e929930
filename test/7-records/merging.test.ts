import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodedReport } from '../../src/5-claims/coded-report.ts';
import type { ConflictEvent } from '../../src/6-events/conflict-event.ts';
import { merge } from '../../src/6-events/merge.ts';
import { toJson } from '../../src/7-records/json.ts';
import { open } from '../../src/7-records/open.ts';
import type { Store } from '../../src/7-records/store.ts';
import { makeClaim, makeReport } from '../make.ts';
import { kit, numbers, tellingReport } from './make-war.ts';

const reading = { codebook: 'test 1.0.0', software: '0.1.0' };

let folder: string;
let path: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saidso-'));
  path = join(folder, 'a.db');
  store = open(path);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const byId = (a: ConflictEvent, b: ConflictEvent): number => (a.id < b.id ? -1 : 1);
function keptEvents(): ConflictEvent[] {
  const db = new Database(path, { readonly: true });
  const events = (db.prepare('SELECT record FROM events').pluck().all() as string[]).map((json) => JSON.parse(json) as ConflictEvent);
  db.close();
  return events.sort(byId);
}
/** All at once, in the form in which a database keeps it. */
const mergedAtOnce = (reports: readonly CodedReport[], window: number): ConflictEvent[] =>
  JSON.parse(
    JSON.stringify(
      merge(
        reports.map((report) => ({ ...toJson(report).report, ...toJson(report) })),
        { ...kit, window },
        store.decisions(),
        { seniority: (id) => reports.findIndex((report) => report.id === id) },
      ).sort(byId),
    ),
  ) as ConflictEvent[];

describe('merging one by one', () => {
  it.each(Array.from({ length: 24 }, (_, seed) => seed))('gives the events that merging all at once gives (%i)', (seed) => {
    const next = numbers(seed);
    // A narrow window, so that reports part and meet again as others come and go.
    const window = [1, 2, 3, 40][seed % 4] as number;
    const made: CodedReport[] = [];
    for (let n = 0; n < 16; n++) made.push(tellingReport(n, next, made));
    const kept: CodedReport[] = [];
    const refresh = (): void => void store.refreshEvents({ ...kit, window });
    for (const report of [...made].sort(() => next() - 0.5)) {
      store.put(report, reading);
      kept.push(report);
      if (next() < 0.5) refresh();
      if (next() < 0.15) remove(kept, Math.floor(next() * kept.length));
      if (next() < 0.4) rule(next, refresh);
    }
    refresh();
    expect(keptEvents()).toEqual(mergedAtOnce(kept, window));
    expect(keptEvents().length).toBeGreaterThan(0);
  });

  function remove(kept: CodedReport[], at: number): void {
    const [gone] = kept.splice(at, 1);
    const db = new Database(path);
    db.pragma('foreign_keys = ON');
    db.prepare('DELETE FROM reports WHERE id = ?').run(gone?.id);
    db.close();
  }

  /** A person rules on two events, or takes back what was ruled. */
  function rule(next: () => number, refresh: () => void): void {
    refresh();
    const events = store.events({}, { limit: 100 }).items;
    const [a, b] = [events[Math.floor(next() * events.length)], events[Math.floor(next() * events.length)]];
    const wide = events.find(({ claims }) => claims.length > 2);
    const what = next();
    if (what < 0.2) {
      const [last] = store.decisions().filter(({ undone, ruling }) => undone === null && ruling.kind !== 'undo');
      if (last !== undefined) store.decide('Ada', '', { kind: 'undo', decision: last.id });
    } else if (what < 0.4 && wide !== undefined) {
      store.decide('Ada', '', { kind: 'split', id: wide.id, claims: [wide.claims[0]?.claim ?? ''] });
    } else if (what < 0.5 && a !== undefined) {
      store.decide('Ada', '', { kind: 'reject', id: a.claims[0]?.claim ?? '' });
    } else if (a !== undefined && b !== undefined && a.id !== b.id) {
      store.decide('Ada', '', { kind: what < 0.75 ? 'same' : 'different', id: a.id, other: b.id });
    }
  }

  it('touches no event but those of what was added', () => {
    const next = numbers(7);
    const made: CodedReport[] = [];
    for (let n = 0; n < 12; n++) made.push(tellingReport(n, next, made));
    for (const report of made) store.put(report, reading);
    store.refreshEvents(kit);
    const before = new Map(keptEvents().map((event) => [event.id, JSON.stringify(event)]));
    const { last } = store.changes();
    const text = 'A shooting in far Norrby killed 2 at dawn.';
    store.put(makeReport({ id: 'r_far', text, source: 'far.txt', claims: [makeClaim(text, 'armed-attack', 'shooting')] }), reading);
    store.refreshEvents(kit);
    expect(store.changes(last).items.map(({ kind }) => kind)).toEqual(['report-added', 'event-added']);
    expect(keptEvents().filter(({ id, ...rest }) => before.get(id) === JSON.stringify({ id, ...rest }))).toHaveLength(before.size);
  });

  it('comes to the same a piece at a time', () => {
    const made: CodedReport[] = [];
    const next = numbers(11);
    for (let n = 0; n < 45; n++) made.push(tellingReport(n, next, made));
    for (const report of made) store.put(report, reading);
    let pieces = 1;
    while (store.refreshSomeEvents(kit)) pieces++;
    expect(pieces).toBe(3);
    expect(keptEvents()).toEqual(mergedAtOnce(made, 40));
    expect(store.refreshEvents(kit)).toBe(false);
  });

  it('has nothing to do when nothing changed', () => {
    store.put(tellingReport(1, numbers(1), []), reading);
    expect(store.refreshEvents(kit)).toBe(true);
    expect(store.refreshEvents(kit)).toBe(false);
  });

  it('merges all anew when the model of sameness is another', () => {
    const made: CodedReport[] = [];
    const next = numbers(3);
    for (let n = 0; n < 10; n++) made.push(tellingReport(n, next, made));
    for (const report of made) store.put(report, reading);
    store.refreshEvents(kit);
    expect(keptEvents().some(({ reports }) => reports.length > 1)).toBe(true);
    store.refreshEvents({ ...kit, sameEvent: new Map([['bias', -9]]) });
    expect(keptEvents().every(({ reports }) => reports.length === 1)).toBe(true);
  });

  it('keeps the id of an event when earlier and later accounts of it come', () => {
    const next = numbers(5);
    const first = tellingReport(0, next, []);
    store.put(first, reading);
    store.refreshEvents(kit);
    const [event] = store.events({ type: 'bombing' }).items;
    for (const [n, date] of ['2019-03-01', '2019-03-09', null].entries()) {
      const text = `${first.text} Edition ${n}.`;
      store.put(
        {
          ...first,
          id: `r_c${n}`,
          text,
          source: `c${n}.txt`,
          published: { date, basis: 'metadata' },
          claims: first.claims.map((claim) => ({ ...claim, id: `${claim.id}${n}` })),
        },
        reading,
      );
      store.refreshEvents(kit);
    }
    expect(store.event(event?.id ?? '')).toMatchObject({ id: event?.id });
    expect(store.event(event?.id ?? '')?.reports.length).toBeGreaterThan(2);
  });
});
