import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { captured } from '../../src/1-pages/capture.ts';
import { noteForgotten, type ToForget } from '../../src/7-records/forgotten.ts';
import { open } from '../../src/7-records/open.ts';
import type { Store } from '../../src/7-records/store.ts';
import { makeReport } from '../make.ts';

const reading = { codebook: 'test 1', software: '0.1.0' };
const URL = 'https://news.example/a';
const capture = captured(Buffer.from('<p>Three died.</p>'), {
  addresses: ['https://news.example/old', URL],
  status: 200,
  headers: {},
  at: '2026-01-01T00:00:00Z',
});
let folder: string;
let file: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saidso-'));
  file = join(folder, 'a.db');
  store = open(file);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});
const forget = (what: Partial<ToForget>): void => {
  const db = new Database(file);
  noteForgotten(db, { texts: [], bytes: [], addresses: [], ...what }, '2026-01-02T00:00:00Z');
  db.close();
};

it.each<[string, Partial<ToForget>, string]>([
  ['its text', { texts: ['Three died.'] }, 'forgotten'],
  ['its bytes', { bytes: [capture.sha256] }, 'forgotten'],
  ['an address on its way', { addresses: ['https://news.example/old'] }, 'forgotten'],
  ['another text', { texts: ['Four died.', ''] }, 'added'],
  ['the path of a file', { addresses: ['reports/a.txt'] }, 'added'],
])('a report does not come back when %s was forgotten', (_, what, outcome) => {
  forget(what);
  expect(store.put(makeReport({ text: 'Three died.', source: URL, url: URL }), reading, capture)).toBe(outcome);
  expect(store.counts().reports).toBe(outcome === 'added' ? 1 : 0);
  expect(store.captures(URL)).toHaveLength(outcome === 'added' ? 1 : 0);
});

it('keeps no word of what was forgotten', () => {
  forget({ texts: ['Three died.'], addresses: [URL] });
  const db = new Database(file);
  expect(JSON.stringify(db.prepare('SELECT * FROM forgotten').all())).not.toMatch(/Three|news\.example/);
  db.close();
  expect(store.isForgotten(URL)).toBe(true);
  expect(store.isForgotten('https://news.example/b')).toBe(false);
});
