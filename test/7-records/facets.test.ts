import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { open } from '../../src/7-records/open.ts';
import type { FacetName } from '../../src/7-records/overview.ts';
import type { Store } from '../../src/7-records/store.ts';
import { makeActor, makeClaim, makeEntity, makeReport } from '../make.ts';
import { eachAlone } from './make-events.ts';

let folder: string;
let store: Store;
let other: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saidso-facets-'));
  store = open(join(folder, 'record.db'));
  other = open(join(folder, 'record.db'));
});
afterEach(() => {
  store.close();
  other.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A report of one raid by a group, in the words of a paper. */
function raid(group: string, publisher: string, day: number) {
  const text = `${group} raided a depot on day ${day}, ${publisher} says.`;
  return makeReport({
    text,
    source: `${publisher}-${day}.txt`,
    publisher,
    entities: [makeEntity('e1', 'group', group)],
    claims: [makeClaim(text, 'raid', 'raided', { actor: [makeActor(text, group, 'fact', 'e1')] })],
  });
}
const keep = (into: Store, ...reports: ReturnType<typeof raid>[]): void => {
  for (const report of reports) into.put(report, { codebook: 'test', software: '0' });
  into.refreshEvents(eachAlone);
};
const counts = (name: FacetName, query = {}, limit?: number): Record<string, number> =>
  Object.fromEntries((store.overview.facets(query, [name], limit).facets[name] ?? []).map(({ value, count }) => [value, count]));

describe('facets', () => {
  it('follow what this and another connection change', () => {
    keep(store, raid('River Army', 'Gazette', 1));
    expect(counts('source')).toEqual({ Gazette: 1 });
    keep(store, raid('River Army', 'Gazette', 2));
    expect(counts('source')).toEqual({ Gazette: 2 });
    keep(other, raid('Hill Front', 'Herald', 3));
    expect(counts('source')).toEqual({ Gazette: 2, Herald: 1 });
    const [event] = other.overview.list({ source: ['Herald'] }).items;
    other.decide('Ada', '', { kind: 'correct', id: event?.id ?? '', field: 'type', value: 'bombing' });
    expect(counts('type')).toEqual({ raid: 2, bombing: 1 });
    expect(counts('type', { source: ['Herald'] })).toEqual({ bombing: 1 });
  });

  it('count a name once whatever its case, and a publisher once an event', () => {
    keep(store, raid('River Army', 'Gazette', 1), raid('RIVER ARMY', 'Gazette', 2), raid('Hill Front', 'Herald', 3));
    expect(Object.values(counts('actor'))).toEqual([2, 1]);
    expect(Object.values(counts('actor', { source: ['Herald'] }))).toEqual([1]);
    const [one, two] = store.overview.list({ source: ['Gazette'] }).items;
    store.decide('Ada', '', { kind: 'same', id: one?.id ?? '', other: two?.id ?? '' });
    store.refreshEvents(eachAlone);
    expect(counts('source')).toEqual({ Gazette: 1, Herald: 1 });
  });

  it('give the most frequent values, ties in the order of their letters', () => {
    const papers = ['Echo', 'Argus', 'Bell', 'Argus', 'Courier', 'Bell', 'Argus', 'Dawn'];
    keep(store, ...papers.map((paper, day) => raid('River Army', paper, day)));
    expect(Object.entries(counts('source', {}, 4))).toEqual([
      ['Argus', 3],
      ['Bell', 2],
      ['Courier', 1],
      ['Dawn', 1],
    ]);
    expect(counts('source', {}, 1)).toEqual({ Argus: 3 });
    expect(counts('source', { type: ['bombing'] })).toEqual({});
    expect(store.overview.facets({ type: ['bombing'] }, []).total).toBe(0);
    expect(store.overview.facets({}, []).total).toBe(8);
  });
});
