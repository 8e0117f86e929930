import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../src/0-terms/errors.ts';
import { captured, fromDisk } from '../../src/1-pages/capture.ts';
import { open } from '../../src/7-records/open.ts';
import type { Store } from '../../src/7-records/store.ts';
import { makeClaim, makeFullReport, makeReport } from '../make.ts';
import { eachAlone, eventOf } from './make-events.ts';

const reading = { codebook: 'test 1.0.0', software: '0.1.0' };
const secret = makeFullReport({ source: 'https://paper.example/mara', url: 'https://paper.example/mara' });
const otherText = 'Gunmen attacked a convoy near Tolvar.';
const other = makeReport({ text: otherText, source: 'b.txt', claims: [makeClaim(otherText, 'armed-attack', 'attacked')] });
const capture = (text: string) => captured(Buffer.from(text), fromDisk(new Date('2026-01-01T00:00:00Z')));
let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saidso-'));
  store = open(join(folder, 'a.db'));
  store.put(secret, reading, capture(secret.text));
  store.put(other, reading, capture(otherText));
  store.refreshEvents(eachAlone);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

describe('forgetting a report', () => {
  it('leaves no word of it in any file', () => {
    store.decide('Ada', 'asked Mara Delane', { kind: 'note', id: store.events({ type: 'arrest' }).items[0]?.id ?? '' });
    expect(inFiles('Delane')).toBe(true);
    expect(store.forget(secret.id, 'asked by the family')).toMatchObject({ captures: 1, claims: 3, decisions: 1, events: 3 });
    store.refreshEvents(eachAlone);
    for (const word of ['Delane', 'Karvel', 'paper.example', 'Ilse', 'chapel']) expect(inFiles(word), word).toBe(false);
    expect(store.report(secret.id)).toBeNull();
    expect(store.search('convoy')).toHaveLength(1);
    expect(store.events().items.map(({ type }) => type)).toEqual(['armed-attack']);
  });

  it('leaves the proof of the other captures whole, also of later ones', () => {
    store.forget(secret.id, '');
    store.put(makeReport({ text: 'A third.', source: 'c.txt' }), reading, capture('A third.'));
    expect(store.verify()).toMatchObject({ captures: 3, mismatches: [] });
    expect(store.capturesAfter(0, 10).map(({ source }) => source)).toEqual(['b.txt', 'c.txt']);
  });

  it('does not come back, by its text or by its address, until it is let', () => {
    store.forget(secret.id, '');
    expect(store.put(secret, reading)).toBe('forgotten');
    expect(store.put({ ...secret, source: 'elsewhere.txt', url: null }, reading)).toBe('forgotten');
    expect(store.put(makeReport({ text: 'Another text there.', source: secret.source }), reading)).toBe('forgotten');
    expect(store.put(secret, reading, capture(secret.text), true)).toBe('added');
    expect(store.put(secret, reading)).toBe('unchanged');
    expect(store.verify().mismatches).toEqual([]);
  });

  it('gives its events up to those that other reports tell, with a successor', () => {
    const [arrest] = secret.claims;
    const [attack] = other.claims;
    store.decide('Ada', '', { kind: 'same', id: arrest?.id ?? '', other: attack?.id ?? '' });
    store.refreshEvents(eachAlone);
    const both = store.events({ report: other.id }).items[0];
    expect(both?.reports).toHaveLength(2);
    const { last } = store.changes();
    store.forget(secret.id, '');
    store.refreshEvents(eachAlone);
    const [rest] = store.events().items;
    expect(rest?.reports).toEqual([other.id]);
    expect(store.event(both?.id ?? '')?.id).toBe(rest?.id);
    expect(store.event(eventOf({ claim: secret.claims[2]?.id ?? '' }))).toBeNull();
    expect(store.changes(last).items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['report-gone', 'event-gone']));
  });

  it('says in one line when there is no such report', () => {
    expect(() => store.forget('r_none', '')).toThrow(InputError);
  });
});

const inFiles = (word: string): boolean =>
  readdirSync(folder).some((name) => {
    const bytes = readFileSync(join(folder, name));
    return bytes.includes(word) || bytes.includes(word.toLowerCase());
  });
