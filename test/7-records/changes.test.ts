import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../src/0-terms/errors.ts';
import { open } from '../../src/7-records/open.ts';
import type { Store } from '../../src/7-records/store.ts';
import { makeFullReport, makeReport } from '../make.ts';
import { eachAlone, eventOf } from './make-events.ts';

const reading = { codebook: 'test 1.0.0', software: '0.1.0' };
const report = makeFullReport();
const [arrest, foiled, bombing] = report.claims.map(({ id }) => ({ report: report.id, claim: id }));
let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saidso-'));
  store = open(join(folder, 'a.db'));
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});
const kinds = (since?: number | string): string[] => store.changes(since).items.map(({ kind, id }) => `${kind} ${id}`);

describe('changes', () => {
  it('number what is added, changed and gone, with the successor', () => {
    store.put(report, reading);
    store.refreshEvents(eachAlone);
    const added = [arrest!, foiled!, bombing!].map((claim) => `event-added ${eventOf(claim)}`);
    expect(kinds().sort()).toEqual([`report-added ${report.id}`, ...added].sort());
    store.put({ ...report, title: 'Another title' }, reading);
    const ruling = store.decide('Ada', '', { kind: 'same', id: arrest!.claim, other: foiled!.claim });
    const { last } = store.changes();
    store.refreshEvents(eachAlone);
    const [home] = store.events().items.filter(({ claims }) => claims.length === 2);
    const gone = [eventOf(arrest!), eventOf(foiled!)].find((id) => id !== home?.id);
    expect(store.changes(last).items.map(({ kind, id, successor }) => [kind, id, successor])).toEqual([
      ['event-changed', home?.id, null],
      ['event-gone', gone, home?.id],
    ]);
    expect(home?.decisions).toEqual([ruling.id]);
  });

  it('say nothing of what was written over with the same', () => {
    store.put(report, reading);
    store.refreshEvents(eachAlone);
    const { last } = store.changes();
    store.put({ ...report }, { ...reading, codebook: 'test 2.0.0' });
    store.refreshEvents(eachAlone);
    expect(kinds(last)).toEqual([]);
  });

  it('tell that an event is told otherwise when a person ruled on it, and when that is undone', () => {
    store.put(report, reading);
    store.refreshEvents(eachAlone);
    const { last } = store.changes();
    const [event] = store.events({ type: 'bombing' }).items;
    const decision = store.decide('Ada', '', { kind: 'correct', id: event?.id ?? '', field: 'killed', value: '7' });
    const undo = store.decide('Ada', '', { kind: 'undo', decision: decision.id });
    store.refreshEvents(eachAlone);
    expect(kinds(last)).toEqual([
      `decision ${decision.id}`,
      `event-changed ${event?.id}`,
      `decision ${undo.id}`,
      `event-changed ${event?.id}`,
    ]);
  });

  it('go page by page without a gap, from two writers', () => {
    const other = open(join(folder, 'a.db'));
    for (let n = 0; n < 7; n++) (n % 2 ? store : other).put(makeReport({ text: `Report ${n}` }), reading);
    other.close();
    const seen: number[] = [];
    for (let page = store.changes(0, 3); ; page = store.changes(page.last, 3)) {
      seen.push(...page.items.map(({ n }) => n));
      if (!page.more) break;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it.each([
    ['2000-01-01', 1],
    ['2000-01-01T00:00:00Z', 1],
    ['9000-01-01', 0],
    ['1', 0],
    ['0', 1],
  ])('since %s are %i', (since, count) => {
    store.put(makeReport({ text: 'One.' }), reading);
    expect(store.changes(since).items).toHaveLength(count);
  });

  it.each(['yesterday', '2020-13-40', '-1', ''])('since "%s" is refused', (since) => {
    expect(() => store.changes(since)).toThrow(InputError);
  });
});
