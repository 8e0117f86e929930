import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Capture, captured } from '../../src/1-pages/capture.ts';
import { open } from '../../src/7-records/open.ts';
import type { Store } from '../../src/7-records/store.ts';
import { textChanges } from '../../src/7-records/text-diff.ts';
import { makeReport } from '../make.ts';

const reading = { codebook: 'test 1.0.0', software: '0.1.0' };
const URL = 'https://news.example/a';
const capture = (bytes: string, at = '2026-01-01T00:00:00Z'): Capture =>
  captured(Buffer.from(bytes), { addresses: ['https://news.example/old', URL], status: 200, headers: { etag: 'x' }, at });
const report = (text: string) => makeReport({ text, source: URL, url: URL });

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
  rmSync(folder, { recursive: true, force: true });
});

describe('captures', () => {
  it('keep the bytes with all that is known of how they came', () => {
    store.put(report('Three died.'), reading, capture('<p>Three died.</p>'));
    const [kept] = store.captures(URL);
    expect(kept).toMatchObject({
      n: 1,
      addresses: ['https://news.example/old', URL],
      status: 200,
      headers: { etag: 'x' },
      at: '2026-01-01T00:00:00Z',
      software: '0.1.0',
    });
    expect(Buffer.from(store.bytes(kept?.bytesSha256 ?? '') ?? []).toString()).toBe('<p>Three died.</p>');
    expect(store.captures('https://news.example/old')).toHaveLength(1);
    expect(store.verify()).toMatchObject({ captures: 1, bytes: 18, mismatches: [] });
  });
  it('are new when the page changed, also back to what it was, and not when it stayed', () => {
    const add = (text: string): unknown => store.put(report(text), reading, capture(text));
    for (const text of ['Three died.', 'Three died.', 'Five died.', 'Three died.']) add(text);
    expect(store.captures(URL).map(({ n }) => n)).toEqual([3, 2, 1]);
    expect(store.verify().mismatches).toEqual([]);
  });
  it('of pages that are no article stand with the reason, and their proof holds', () => {
    const wall = { ...report(''), text: 'We value your privacy.' };
    expect(store.putCapture(wall, 'consent-wall', reading, capture('<p>wall</p>'))).toBe(true);
    expect(store.putCapture(wall, 'consent-wall', reading, capture('<p>wall</p>'))).toBe(false);
    store.put(report('Three died.'), reading, capture('<p>Three died.</p>'));
    expect(store.captures(URL).map(({ n, report, noArticle }) => [n, report?.slice(0, 2) ?? null, noArticle])).toEqual([
      [2, 'r_', null],
      [1, null, 'consent-wall'],
    ]);
    expect(store.counts().reports).toBe(1);
    expect(store.verify()).toMatchObject({ captures: 2, mismatches: [] });
    const db = new Database(file);
    db.exec("DROP TRIGGER captures_stay; UPDATE captures SET no_article = 'bot-check' WHERE n = 1");
    db.close();
    expect(store.verify().mismatches[0]?.what).toMatch(/was changed/);
  });
  it('can be walked through in their order, all or those of a place', () => {
    for (const text of ['One.', 'Two.', 'Three.']) store.put(report(text), reading, capture(text));
    expect(store.capturesAfter(1, 1).map(({ n }) => n)).toEqual([2]);
    expect(store.capturesAfter(0, 9, 'https://news.example/old')).toHaveLength(3);
    expect(store.capturesAfter(0, 9, 'https://elsewhere.example/')).toEqual([]);
  });
  it('cannot be written over', () => {
    store.put(report('Three died.'), reading, capture('x'));
    const db = new Database(file);
    for (const sql of ["UPDATE captures SET at = 'x'", 'DELETE FROM captures', 'UPDATE blobs SET size = 1', 'DELETE FROM blobs'])
      expect(() => db.exec(sql)).toThrow(/read-only/);
    db.close();
  });
  it.each([
    ['the bytes', "DROP TRIGGER blobs_stay; UPDATE blobs SET packed = x'00'", /bytes are missing or damaged/, 1],
    [
      'the bytes, well packed',
      'DROP TRIGGER blobs_stay; UPDATE blobs SET packed = (SELECT packed FROM blobs ORDER BY size DESC LIMIT 1)',
      /bytes are not those that were kept/,
      1,
    ],
    [
      'an entry',
      "DROP TRIGGER captures_stay; UPDATE captures SET at = '2020-01-01T00:00:00Z' WHERE n = 1",
      /its entry, or the one before it, was changed/,
      1,
    ],
    ['an entry that is gone', 'DROP TRIGGER captures_remain; DELETE FROM captures WHERE n = 1', /1 capture before it is missing/, 2],
    [
      'a text',
      "UPDATE reports SET record = json_replace(record, '$.report.text', 'Nobody died.')",
      /the text of the report r_\w+ is not the one/,
      2,
    ],
    ['a report that is gone', 'DELETE FROM reports', /the report r_\w+ that was read from it is missing/, 2],
  ])('show it when somebody changes %s', (_, sql, what, mismatches) => {
    store.put(report('Three died.'), reading, capture('short'));
    store.put(report('Five died.'), reading, capture('longer by far'));
    const db = new Database(file);
    db.exec(sql);
    db.close();
    const found = store.verify().mismatches;
    expect(found.length).toBeGreaterThanOrEqual(mismatches === 1 ? 1 : mismatches);
    expect(found.map((one) => one.what).join('\n')).toMatch(what);
  });
});

describe('changes of a text', () => {
  const flat = (older: string, newer: string): string =>
    textChanges(older, newer)
      .map((paragraph) =>
        paragraph.map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`)).join(''),
      )
      .join('|');
  it.each([
    ['A b.', 'A b.', 'A b.'],
    ['Three men died.', 'Five men died.', '[-Three-]{+Five+} men died.'],
    ['One here.\n\nTwo here.', 'One here.\n\nNew one.\n\nTwo here.', 'One here.|{+New one.+}|Two here.'],
    ['One here.\n\nTwo here.', 'Two here.', '[-One here.-]|Two here.'],
    ['Alpha beta gamma.', 'Completely other words.', '[-Alpha beta gamma.-]{+Completely other words.+}'],
    ['', 'New.', '{+New.+}'],
  ])('%j to %j', (older, newer, shown) => {
    expect(flat(older, newer)).toBe(shown);
  });
  it('of very long texts take no more than their share', () => {
    const words = (seed: number): string => Array.from({ length: 20_000 }, (_, n) => `w${(n * seed) % 7919}`).join(' ');
    expect(textChanges(words(3), words(5)).flat().length).toBeGreaterThan(1);
  });
});
