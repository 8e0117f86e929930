import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { captured } from '../../src/1-pages/capture.ts';
import { open } from '../../src/7-records/open.ts';
import { makeReport } from '../make.ts';
import { run } from './stand-in.ts';

let folder: string;
let db: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saidso-'));
  db = join(folder, 'a.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const URL = 'https://news.example/a';
function keep(texts: readonly string[]): void {
  const store = open(db);
  texts.forEach((text, day) => {
    const capture = captured(Buffer.from(`<p>${text}</p>`), {
      addresses: [URL],
      status: 200,
      headers: {},
      at: `2026-01-0${day + 1}T00:00:00Z`,
    });
    store.put(makeReport({ text, source: URL, url: URL }), { codebook: 'test 1', software: '0.1.0' }, capture);
  });
  store.close();
}

describe('saidso diff', () => {
  it('shows what changed, and passes over what stayed', async () => {
    keep(['It was dark.\n\nThree men died.', 'It was dark.\n\nFive men died.']);
    const { code, out } = await run(['diff', URL, '--db', db]);
    expect(code).toBe(0);
    expect(out).toContain('capture 1, 2026-01-01T00:00:00Z → capture 2, 2026-01-02T00:00:00Z');
    expect(out).toContain('[-Three-]{+Five+} men died.');
    expect(out).toContain('… 1 paragraph unchanged');
    expect(out).not.toContain('It was dark');
  });
  it('gives JSON, says when nothing changed, and what was never captured', async () => {
    keep(['Three men died.']);
    expect((await run(['diff', URL, '--db', db])).out).toContain('1 capture of https://news.example/a, the text is the same in all');
    expect(JSON.parse((await run(['diff', URL, '--json', '--db', db])).out)).toMatchObject({ older: null, changes: [] });
    expect(await run(['diff', 'https://other.example/', '--db', db])).toMatchObject({
      code: 1,
      err: expect.stringContaining('was never captured') as string,
    });
  });
});

describe('saidso captures', () => {
  it('lists what arrived, and goes on where a list ended', async () => {
    keep(['Three men died.', 'Five men died.']);
    const first = await run(['captures', '--limit', '1', '--db', db]);
    expect(first.out).toMatch(/^ +1 {2}2026-01-01T00:00:00Z {2}https:\/\/news\.example\/a\n +r_\w{8}, SHA-256 \w{16}…, HTTP 200\n$/);
    expect(first.err).toBe('More: --after 1\n');
    const rest = await run(['captures', '--after', '1', '--json', '--db', db, URL]);
    expect(JSON.parse(rest.out)).toMatchObject({ n: 2, source: URL, noArticle: null });
    expect((await run(['captures', 'https://other.example/', '--db', db])).err).toContain('No captures of https://other.example/');
  });
  it('exports them, and writes over nothing', async () => {
    keep(['Three men died.']);
    const file = join(folder, 'a.wacz');
    expect(await run(['captures', '--wacz', file, '--db', db])).toMatchObject({ code: 0, out: `1 capture exported — ${file}\n` });
    const again = await run(['captures', '--wacz', file, '--db', db]);
    expect(again).toMatchObject({ code: 1, out: '', err: `saidso: ${file}: is there already; give another name\n` });
  });
  it('says which captures are no article, and diff passes over them', async () => {
    keep(['Three men died.', 'Five men died.']);
    const store = open(db);
    const wall = captured(Buffer.from('<p>wall</p>'), { addresses: [URL], status: 200, headers: {}, at: '2026-01-03T00:00:00Z' });
    store.putCapture(makeReport({ text: '', source: URL, url: URL }), 'consent-wall', { codebook: 'test 1', software: '0.1.0' }, wall);
    store.close();
    expect((await run(['captures', '--after', '2', '--db', db])).out).toContain('no article: consent-wall');
    const { out, err } = await run(['diff', URL, '--db', db]);
    expect(err).toContain('the newest capture, 2026-01-03T00:00:00Z, is no article (consent-wall)');
    expect(out).toContain('[-Three-]{+Five+} men died.');
  });
});

describe('--delay 0', () => {
  it('is refused for other people’s servers', async () => {
    const { code, err } = await run(['add', '--delay', '0', 'https://news.example/a', '--db', db]);
    expect(code).toBe(1);
    expect(err).toContain('give 1 or more, or add --allow-private for your own');
  });
});

describe('saidso verify', () => {
  it('says that all match, or names what does not', async () => {
    keep(['Three men died.', 'Five men died.']);
    expect(await run(['verify', '--db', db])).toMatchObject({ code: 0, out: `2 captures, 0.0 MB: all match — ${db}\n` });
    const handle = new Database(db);
    handle.exec("DROP TRIGGER blobs_stay; UPDATE blobs SET packed = x'00'");
    handle.close();
    const { code, out, err } = await run(['verify', '--db', db]);
    expect(code).toBe(1);
    expect(err).toContain(`${URL}: capture 1: its bytes are missing or damaged`);
    expect(out).toContain('2 mismatches');
  });
});

describe('saidso sources', () => {
  it('shows the feeds in trouble first, and why', async () => {
    const store = open(db);
    const [well, ill] = ['https://a.example/feed', 'https://b.example/feed'];
    store.watched.follow([{ url: well, title: 'The Post' }, { url: ill }], '2026-01-01T00:00:00Z');
    store.watched.polled(well, '2026-01-01T00:00:00Z', {
      title: null,
      etag: null,
      lastModified: null,
      entries: [{ id: '1', url: 'https://a.example/1' }],
      nextTry: '2026-01-01T00:30:00Z',
    });
    store.watched.missed(ill, '2026-01-01T00:00:00Z', { trouble: 'tls', said: 'the certificate ran out', nextTry: '2026-01-02T00:00:00Z' });
    store.close();
    const { code, out, err } = await run(['sources', '--db', db]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^TLS +https:\/\/b\.example\/feed\n.*last good never.*\n +the certificate ran out \(1 failed poll in a row\)\nWELL +The Post\n.*1 waiting/,
    );
    expect(err).toBe('2 sources, 1 in trouble.\n');
  });
});
