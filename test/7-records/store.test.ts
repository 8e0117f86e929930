import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError, StoreError } from '../../src/0-terms/errors.ts';
import { toJson } from '../../src/7-records/json.ts';
import { open } from '../../src/7-records/open.ts';
import type { Store } from '../../src/7-records/store.ts';
import { storeFault } from '../../src/7-records/store-fault.ts';
import { makeClaim, makeFullReport, makeReport } from '../make.ts';

const first = { codebook: 'test 1.0.0', software: '0.1.0' };
const newer = { codebook: 'test 1.1.0', software: '0.1.0' };
let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saidso-'));
  store = open(join(folder, 'a.db'));
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('keeping reports', () => {
  it('gives back the very record that was kept', () => {
    const coded = makeFullReport();
    expect(store.put(coded, first)).toBe('added');
    expect(store.report(coded.id)?.record).toEqual(toJson(coded));
    expect(store.report(coded.id)?.reading).toEqual(first);
  });
  it('changes nothing when the same is added again', () => {
    const coded = makeFullReport();
    store.put(coded, first);
    const before = dump(join(folder, 'a.db'));
    expect(store.put(coded, first)).toBe('unchanged');
    expect(dump(join(folder, 'a.db'))).toEqual(before);
  });
  it('replaces the values of an older reading, leaving none of them behind', () => {
    const coded = makeFullReport();
    store.put(coded, first);
    const reread = makeFullReport({ claims: coded.claims.slice(0, 1), quotes: [] });
    expect(store.put(reread, newer)).toBe('updated');
    expect(store.report(coded.id)?.reading).toEqual(newer);
    expect(store.counts()).toMatchObject({ reports: 1, claims: 1 });
    expect(store.reports().items[0]).toMatchObject({ claims: 1, quotes: 0 });
  });
  it('keeps the same text from another place as another appearance', () => {
    const coded = makeFullReport();
    store.put(coded, first);
    const copy = { ...coded, source: 'https://mirror.example/1', url: 'https://mirror.example/1', title: 'Other title' };
    expect(store.put(copy, first)).toBe('copy');
    expect(store.put(copy, first)).toBe('unchanged');
    expect(store.report(coded.id)?.appearances.map(({ source }) => source)).toEqual(['report.txt', 'https://mirror.example/1']);
    expect(store.report(coded.id)?.record.report.title).toBe(coded.title);
  });
  it('takes the reading of a copy that brings the missing date, and settles there', () => {
    const undated = makeFullReport({ published: { date: null, basis: 'unknown' } });
    store.put(undated, first);
    const dated = makeFullReport({ source: 'dated.html' });
    expect(store.put(dated, first)).toBe('updated');
    expect(store.put(undated, first)).toBe('unchanged');
    expect(store.put(dated, first)).toBe('unchanged');
    expect(store.report(undated.id)?.record.report.published.date).toBe('2017-09-12');
  });
  it('keeps all of a report or nothing', () => {
    const broken = makeFullReport({ quotes: [{ ...makeFullReport().quotes[0], direct: true, rule: null } as never] });
    expect(() => store.put(broken, first)).toThrow(StoreError);
    expect(store.counts()).toMatchObject({ reports: 0, claims: 0 });
  });
  it('survives two claims with one id and odd characters', () => {
    const text = 'Gunmen attacked\u0000 a \ud800 convoy.';
    const claim = makeClaim(text, 'armed-attack', 'attacked');
    store.put(makeReport({ text, claims: [claim, claim] }), first);
    expect(store.claim(claim.id)?.claim.type).toBe('armed-attack');
    expect(store.claims().total).toBe(2);
  });
});

describe('finding', () => {
  it('takes a beginning of an id, with or without its letter', () => {
    const coded = makeFullReport();
    store.put(coded, first);
    expect(store.report(coded.id.slice(0, 6))?.record.report.id).toBe(coded.id);
    expect(store.report(coded.id.slice(2, 8))?.record.report.id).toBe(coded.id);
    expect(store.report('r_zz')).toBeNull();
    expect(store.report('')).toBeNull();
    expect(store.claim(coded.claims[1]?.id.slice(0, 8) ?? '')?.claim.type).toBe('suicide-bombing');
  });
  it('names the choices when a beginning fits several', () => {
    // Seventeen ids and sixteen digits: two of them begin alike.
    for (let n = 1; n <= 17; n++) store.put(makeReport({ text: `Report ${n}` }), first);
    const digits = store.reports().items.map(({ id }) => id.slice(0, 3));
    const shared = digits.find((digit, at) => digits.indexOf(digit) !== at) ?? '';
    expect(() => store.report(shared)).toThrow(InputError);
    expect(() => store.report(shared)).toThrow(/fits .* give more of the id/);
  });
  it.each([
    [{ type: 'arrest' }, ['arrest']],
    [{ country: 'pk' }, ['arrest', 'suicide-bombing']],
    [{ stage: 'foiled' as const }, ['suicide-bombing']],
    [{ since: '2017-07-01' }, ['bombing']],
    [{ until: '2017-04-01' }, ['arrest', 'suicide-bombing']],
    [{ since: '2017-04-30', until: '2017-07-11' }, ['bombing', 'arrest', 'suicide-bombing']],
    [{ type: 'nothing' }, []],
  ])('claims with %o', (filter, types) => {
    store.put(makeFullReport(), first);
    store.put(makeReport({ text: 'A curfew.', claims: [] }), first);
    expect(store.claims(filter).items.map(({ claim }) => claim.type)).toEqual(types);
    expect(store.claims(filter).total).toBe(types.length);
  });
  it('pages through everything once, in order', () => {
    for (let n = 1; n <= 7; n++) {
      const text = `Gunmen attacked convoy ${n}.`;
      const day = `2017-0${(n % 3) + 1}-01`;
      const claim = makeClaim(
        text,
        'armed-attack',
        'attacked',
        n === 7 ? {} : { when: { from: day, to: day, precision: 'day', basis: 'explicit', rule: 't' } },
      );
      store.put(
        makeReport({ text, published: n === 5 ? { date: null, basis: 'unknown' } : { date: day, basis: 'given' }, claims: [claim] }),
        first,
      );
    }
    const walk = <T>(page: (after: string | undefined) => { items: readonly T[]; next: string | null }): T[] => {
      const all: T[] = [];
      let after: string | undefined;
      do {
        const { items, next } = page(after);
        all.push(...items);
        after = next ?? undefined;
      } while (after !== undefined);
      return all;
    };
    const claims = walk((after) => store.claims({}, { limit: 2, ...(after === undefined ? {} : { after }) }));
    expect(claims.map(({ claim }) => claim.when?.from ?? '')).toEqual(
      ['2017-03-01', '2017-03-01', '2017-02-01', '2017-02-01', '2017-01-01', '2017-01-01', ''].sort().reverse(),
    );
    expect(new Set(claims.map(({ claim }) => claim.id)).size).toBe(7);
    const reports = walk((after) => store.reports({ limit: 3, ...(after === undefined ? {} : { after }) }));
    expect(reports.map(({ published }) => published ?? '')).toEqual(
      reports
        .map(({ published }) => published ?? '')
        .sort()
        .reverse(),
    );
    expect(new Set(reports.map(({ id }) => id)).size).toBe(7);
  });
  it.each([['nonsense'], ['W10'], ['']])('refuses the cursor "%s"', (after) => {
    expect(() => store.claims({}, { after })).toThrow(InputError);
  });
  it('makes every value a row that SQL can ask for', () => {
    store.put(makeFullReport(), first);
    const db = new Database(join(folder, 'a.db'), { readonly: true });
    const rows = db
      .prepare(
        "SELECT c.type, v.words, v.responsibility FROM claim_values v JOIN claims c ON c.report = v.report AND c.n = v.claim WHERE field = 'actor' ORDER BY 1",
      )
      .all();
    db.close();
    expect(rows).toEqual([
      { type: 'arrest', words: 'Harbour Police', responsibility: 'fact' },
      { type: 'suicide-bombing', words: 'Mara Delane', responsibility: 'accused-by-authorities' },
    ]);
  });
});

describe('a database that cannot be used', () => {
  const fails = (path: string, says: RegExp, options = {}): void => {
    expect(() => open(path, options)).toThrow(StoreError);
    expect(() => open(path, options)).toThrow(says);
    try {
      open(path, options);
    } catch (error) {
      expect((error as Error).message).not.toContain('\n');
    }
  };
  it('is no database', () => {
    const path = join(folder, 'notes.txt');
    writeFileSync(path, 'These are notes, not a database. '.repeat(50));
    fails(path, /is not a database/);
  });
  it('is a folder', () => {
    mkdirSync(join(folder, 'x.db'));
    fails(join(folder, 'x.db'), /is a folder/);
  });
  it('is in a folder that is not there', () => {
    fails(join(folder, 'none', 'x.db'), /folder is there/);
  });
  it('is missing where one is needed', () => {
    fails(join(folder, 'x.db'), /no database yet/, { create: false });
  });
  it("is another program's, and stays as it was", () => {
    const path = join(folder, 'other.db');
    const other = new Database(path);
    other.exec('CREATE TABLE cows (name TEXT)');
    other.close();
    fails(path, /another program/);
    expect(dump(path)).toEqual({ cows: [] });
  });
  it('was made by a newer Saidso', () => {
    const path = join(folder, 'newer.db');
    open(path).close();
    const db = new Database(path);
    db.pragma('user_version = 99');
    db.close();
    fails(path, /newer Saidso \(schema 99/);
  });
  it('is locked', () => {
    const path = join(folder, 'locked.db');
    const mine = open(path, { patience: 20 });
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    expect(() => mine.put(makeFullReport(), first)).toThrow(/locked by another program/);
    other.exec('ROLLBACK');
    expect(mine.put(makeFullReport(), first)).toBe('added');
    other.close();
    mine.close();
  });
  it.skipIf(process.getuid?.() === 0)('is in a read-only folder', () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o555);
    fails(join(closed, 'x.db'), /can be written to|read-only/);
  });
  it.each([
    ['SQLITE_READONLY_DIRECTORY', /read-only/],
    ['SQLITE_FULL', /disk is full/],
    ['ERR_DLOPEN_FAILED', /npm rebuild/],
    ['WHATEVER', /failed: boom/],
  ])('%s reads as one line', (code, says) => {
    expect(storeFault('x.db', Object.assign(new Error('boom\nat line 2'), { code })).message).toMatch(says);
  });
});

function dump(path: string): Record<string, unknown[]> {
  const db = new Database(path, { readonly: true });
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1").pluck().all() as string[];
  const rows = Object.fromEntries(tables.map((name) => [name, db.prepare(`SELECT * FROM ${name}`).all()]));
  db.close();
  return rows;
}
