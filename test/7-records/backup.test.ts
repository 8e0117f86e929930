import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError, StoreError } from '../../src/0-terms/errors.ts';
import { restore } from '../../src/7-records/backup.ts';
import { open } from '../../src/7-records/open.ts';
import { STEPS } from '../../src/7-records/schema.ts';
import type { Store } from '../../src/7-records/store.ts';
import { makeFullReport, makeReport } from '../make.ts';

const reading = { codebook: 'test 1.0.0', software: '0.1.0' };
let folder: string;
let path: string;
let file: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saidso-'));
  path = join(folder, 'a.db');
  file = join(folder, 'copy.db');
  store = open(path);
  store.put(makeFullReport(), reading);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});
const reportsIn = (at: string): number => {
  const one = open(at, { create: false });
  const { reports } = one.counts();
  one.close();
  return reports;
};

describe('a backup', () => {
  it('is a whole record in one file, made while the database is open', async () => {
    expect(await store.backup(file)).toMatchObject({ file, reports: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.db']);
    expect(reportsIn(file)).toBe(1);
  });

  it('does not replace a file unless it is told to, nor the database itself', async () => {
    writeFileSync(file, 'notes');
    await expect(store.backup(file)).rejects.toThrow(InputError);
    expect(readFileSync(file, 'utf8')).toBe('notes');
    await store.backup(file, true);
    expect(reportsIn(file)).toBe(1);
    await expect(store.backup(path, true)).rejects.toThrow('the database itself');
    mkdirSync(join(folder, 'f'));
    await expect(store.backup(join(folder, 'f'), true)).rejects.toThrow('is a folder');
    await expect(store.backup(join(folder, 'none', 'x.db'))).rejects.toThrow(StoreError);
  });
});

describe('restoring', () => {
  it('puts the copy in the place of the database, with nothing left of its log', async () => {
    await store.backup(file);
    store.put(makeReport({ text: 'A later one.' }), reading);
    store.close();
    await expect(restore(file, path)).rejects.toThrow('--force');
    expect(await restore(file, path, true)).toMatchObject({ reports: 1 });
    store = open(path);
    expect(store.counts().reports).toBe(1);
    expect(store.report(makeFullReport().id)?.record.claims).toHaveLength(3);
  });

  it('makes a database where there is none, and replaces a damaged one', async () => {
    await store.backup(file);
    await restore(file, join(folder, 'new.db'));
    expect(reportsIn(join(folder, 'new.db'))).toBe(1);
    writeFileSync(join(folder, 'bad.db'), 'garbage '.repeat(2000));
    await restore(file, join(folder, 'bad.db'), true);
    expect(reportsIn(join(folder, 'bad.db'))).toBe(1);
  });

  it('leaves the database as it is when another program uses it', { timeout: 20_000 }, async () => {
    await store.backup(file);
    store.put(makeReport({ text: 'A later one.' }), reading);
    await expect(restore(file, path, true)).rejects.toThrow('locked by another program');
    expect(store.counts().reports).toBe(2);
  });

  it.each([
    ['is cut short', (at: string) => truncateSync(at, 40_000)],
    ['is no database', (at: string) => writeFileSync(at, 'These are notes. '.repeat(500))],
    ['is empty', (at: string) => writeFileSync(at, '')],
    [
      "is another program's",
      (at: string) => {
        rmSync(at);
        const db = new Database(at);
        db.exec('CREATE TABLE cows (name TEXT)');
        db.close();
      },
    ],
  ])('refuses a copy that %s, in one line', async (_, spoil) => {
    await store.backup(file);
    spoil(file);
    const target = join(folder, 'new.db');
    const failure = await restore(file, target).catch((error: Error) => error);
    expect(failure).toBeInstanceOf(StoreError);
    expect((failure as Error).message).not.toContain('\n');
    expect(existsSync(target)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('bringing the schema up to date', () => {
  it('keeps a copy as it was', () => {
    store.close();
    // As the first Saidso made it: the first three steps alone.
    rmSync(path);
    const old = new Database(path);
    for (const step of STEPS.slice(0, 3)) old.exec(step);
    old.pragma('application_id = 0x53414944');
    old.pragma('user_version = 3');
    old.close();
    const told: string[] = [];
    store = open(path, { tell: (line) => told.push(line) });
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`${path}.schema-3.backup.db`);
    const copy = new Database(`${path}.schema-3.backup.db`, { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(3);
    copy.close();
    store.put(makeFullReport(), reading);
    store.close();
    open(path, { tell: (line) => told.push(line) }).close();
    expect(told).toHaveLength(1);
    store = open(path);
  });
});
