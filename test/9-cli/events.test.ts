import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeptEvent } from '../../src/7-records/decision-store.ts';
import { makeFullReport } from '../make.ts';
import { run, type World } from './stand-in.ts';

let folder: string;
let db: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saidso-'));
  db = join(folder, 'a.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const one = makeFullReport();
const copy = { ...one, id: 'r_00000000000000aa', text: one.text, title: 'The same in another paper', publisher: 'The Evening Post' };
const world: World = { pages: { 'a.txt': one, 'b.txt': copy } };
const eventsNow = async (...more: string[]): Promise<KeptEvent[]> =>
  (await run(['events', '--json', '--db', db, ...more])).out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as KeptEvent);

describe('saidso events', () => {
  it('lists what reports tell together, and counts a copy as no second origin', async () => {
    await run(['add', 'a.txt', 'b.txt', '--db', db], world);
    const bombing = (await eventsNow()).find(({ type }) => type === 'bombing');
    expect(bombing).toMatchObject({ status: 'single-origin', origins: 1, toll: { killed: { low: 6, best: 6, high: null } } });
    expect(bombing?.reports).toHaveLength(2);
    expect((await run(['events', '--db', db, '--type', 'bombing'])).out).toMatch(
      /^e_\w{8} {2}Bombing, .*6 killed \(single origin, 2\s+reports\)/s,
    );
    expect(await eventsNow('--since', '2018-01-01')).toEqual([]);
  });

  it('tells one as a page, with the copies', async () => {
    await run(['add', 'a.txt', 'b.txt', '--db', db], world);
    const [bombing] = (await eventsNow()).filter(({ type }) => type === 'bombing');
    const { out } = await run(['event', bombing?.id.slice(0, 9) ?? '', '--db', db]);
    expect(out).toContain('Toll: 6 killed');
    expect(out).toContain('On whose word');
    expect(out.replace(/\s+/g, ' ')).toContain('according to the Ministry of Order');
    expect(out.replace(/\s+/g, ' ')).toMatch(/goes back to .*: 100 % of its words stand in the other \(exact copy/);
  });

  it('says in one line what is not there', async () => {
    await run(['add', 'a.txt', '--db', db], world);
    const { code, err } = await run(['event', 'e_ffff', '--db', db]);
    expect([code, err]).toEqual([1, 'saidso: no event has the id "e_ffff"; `saidso events` lists them\n']);
  });
});

describe('saidso search', () => {
  it.each([
    [['markets'], 1],
    [['car', 'bomb'], 1],
    [['car bomb'], 1],
    [['bomb car'], 0],
    [['"Old Market"'], 1],
    [['zebra'], 0],
    [['NOT', 'OR*'], 0],
  ])('%j finds %i', async (words, found) => {
    await run(['add', 'a.txt', '--db', db], world);
    const { code, out } = await run(['search', ...words, '--json', '--db', db]);
    expect([code, out.split('\n').filter(Boolean).length]).toEqual([0, found]);
  });

  it('finds the new words after a report was read anew', async () => {
    await run(['add', 'a.txt', '--db', db], world);
    await run(['add', 'a.txt', '--db', db], { ...world, codebook: 'test 2.0.0' });
    expect((await run(['search', 'market', '--json', '--db', db])).out.split('\n').filter(Boolean)).toHaveLength(1);
  });
});

describe('saidso decide', () => {
  it('corrects a value beside the machine’s, survives a new reading, and is undone', async () => {
    await run(['add', 'a.txt', '--db', db], world);
    const [bombing] = (await eventsNow()).filter(({ type }) => type === 'bombing');
    const said = await run(['decide', 'correct', bombing?.id ?? '', 'killed', '7', '--why', 'the list', '--by', 'Ada', '--db', db]);
    expect(said.out).toMatch(/^d_\w{8} correct killed to 7, by Ada, .*: the list\nTake it back with: saidso decide undo d_/);
    await run(['add', 'a.txt', '--db', db], { ...world, codebook: 'test 2.0.0' });
    const [again] = (await eventsNow()).filter(({ type }) => type === 'bombing');
    expect(again?.human.values.killed).toMatchObject({ value: { low: 7, high: 7 }, written: '7', who: 'Ada' });
    expect(again?.toll.killed?.best).toBe(6);
    const id = again?.human.values.killed?.decision ?? '';
    expect((await run(['decide', 'undo', id, '--by', 'Ada', '--db', db])).code).toBe(0);
    expect((await eventsNow()).map(({ human }) => human.values)).toEqual((await eventsNow()).map(() => ({})));
    expect((await run(['decide', 'list', '--db', db])).out.split('\n').filter(Boolean)).toHaveLength(2);
  });

  it('rejects an event, and keeps its id as gone', async () => {
    await run(['add', 'a.txt', '--db', db], world);
    const [bombing] = (await eventsNow()).filter(({ type }) => type === 'bombing');
    await run(['decide', 'reject', bombing?.id ?? '', '--db', db]);
    expect((await eventsNow()).filter(({ type }) => type === 'bombing')).toEqual([]);
    const file = new Database(db, { readonly: true });
    expect(file.prepare('SELECT successor FROM event_successors WHERE id = ?').get(bombing?.id)).toEqual({ successor: null });
    file.close();
  });

  it('is never changed or deleted in the database', async () => {
    await run(['add', 'a.txt', '--db', db], world);
    const [first] = await eventsNow();
    await run(['decide', 'note', first?.id ?? '', '--why', 'ask', '--db', db]);
    const file = new Database(db);
    expect(() => file.exec('DELETE FROM decisions')).toThrow('only added');
    expect(() => file.exec("UPDATE decisions SET why = ''")).toThrow('only added');
    file.close();
  });

  it.each([
    [['correct', 'E', 'colour', 'red'], '"colour" cannot be corrected'],
    [['correct', 'E', 'killed', 'many'], '"many" is no whole number'],
    [['correct', 'E', 'when', 'soon'], '"soon" is no day'],
    [['same', 'E', 'E'], 'are one and the same'],
    [['undo', 'd_none'], 'no decision has the id'],
    [['reject', 'c_none'], 'nothing has the id'],
  ])('%j is refused in one line', async (words, says) => {
    await run(['add', 'a.txt', '--db', db], world);
    const [first] = await eventsNow();
    const { code, err } = await run(['decide', ...words.map((word) => (word === 'E' ? (first?.id ?? '') : word)), '--db', db]);
    expect(code).toBe(1);
    expect(err).toContain(says);
    expect(err.trim()).not.toContain('\n');
  });
});
