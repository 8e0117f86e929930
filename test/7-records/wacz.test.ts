import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openZip, type Zip } from '../../src/1-pages/archives/zip.ts';
import { collect } from '../../src/1-pages/collect.ts';
import { incomingFile, labelsOfFile, type Ways } from '../../src/1-pages/incoming.ts';
import type { Page } from '../../src/1-pages/page.ts';
import { extract } from '../../src/2-reports/extract.ts';
import { outletsFromText } from '../../src/2-reports/outlets.ts';
import { open } from '../../src/7-records/open.ts';
import type { Store } from '../../src/7-records/store.ts';
import { sortKey } from '../../src/7-records/wacz/cdx.ts';
import { writeWacz } from '../../src/7-records/wacz/write-wacz.ts';
import { ingest } from '../../src/ingest.ts';
import { makePdf, makeRecord, makeZip } from '../1-pages/make-files.ts';
import { makeReport } from '../make.ts';

const TEXT = 'Two men were arrested in Examplia on Monday, police said. A third one fled across the river, a witness told reporters.';
const WALL =
  '<html><title>Before you continue</title><body><p>We value your privacy. Accept all cookies or manage your preferences.</p></body></html>';
let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saidso-wacz-'));
  store = open(join(folder, 'a.db'));
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const kit = { outlets: outletsFromText('') };
const read = (page: Page) => {
  const report = extract(page, kit);
  return { ...makeReport({ text: report.text, source: report.source, url: report.url }), ...report, notes: report.notes };
};
async function add(into: Store, inputs: readonly string[], published?: string): Promise<string[]> {
  const pages = collect({ inputs, ...(published === undefined ? {} : { published }), now: () => new Date('2026-03-01T08:00:00Z') });
  const said: string[] = [];
  for await (const one of ingest({ pages, read, keep: { store: into, reading: { codebook: 'test 1', software: '0.1.0' } } }))
    said.push('error' in one ? one.error.message : String(one.kept));
  return said;
}

/** One of each kind of input that is kept. */
async function fill(): Promise<void> {
  const at = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, 'in', name);
    mkdirSync(join(folder, 'in'), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  await add(store, [
    at('plain é.txt', TEXT),
    at('table.csv', `headline;body\nArrests;"${TEXT} Row one; done."\nMore;"${TEXT} Row two."\n`),
    at('rows.jsonl', `${JSON.stringify({ title: 'Line', text: `${TEXT} Line one.` })}\n${JSON.stringify({ text: `${TEXT} Line two.` })}\n`),
    at(
      'mail.eml',
      `From: The Post <a@post.example>\nSubject: Arrests\nDate: Tue, 3 Feb 2026 10:00:00 +0000\nMessage-ID: <1@x>\nContent-Type: text/plain; charset=utf-8\n\n${TEXT} By mail.\n`,
    ),
    at('scan.pdf', makePdf([[700, 'Two men were arrested in Examplia on Monday, police said, in a PDF.']])),
    at(
      'crawl.warc',
      Buffer.concat([
        makeRecord(
          'https://news.example/a?b=2&a=1',
          `<html><title>Arrests</title><body><article><p>${TEXT} On the web.</p></article></body></html>`,
        ),
        makeRecord('https://news.example/wall', WALL),
      ]),
    ),
  ]);
  await add(store, [at('undated.txt', `${TEXT} Undated.`)], '2026-02-02');
}
const summaries = (from: Store): unknown =>
  from
    .reports({ limit: 100 })
    .items.map(({ claims: _, quotes: __, ...rest }) => rest)
    .sort((a, b) => (a.id < b.id ? -1 : 1));

describe('WACZ', () => {
  it('holds every capture, and adding it gives the same reports and the same captures', async () => {
    await fill();
    const file = join(folder, 'out.wacz');
    expect(writeWacz(file, store, { version: '0.1.0' })).toEqual({ captures: 10, without: 0 });
    const other = open(join(folder, 'b.db'));
    const said = await add(other, [file]);
    expect(said.filter((one) => one !== 'added')).toEqual([expect.stringContaining('only asks for consent')]);
    expect(summaries(other)).toEqual(summaries(store));
    // The path of the archive that it was read from first is nobody's business.
    const proofless = (from: Store): unknown =>
      from.capturesAfter(0, 100).map(({ proof: _, headers: { 'x-saidso-archive': __, ...headers }, ...rest }) => ({ ...rest, headers }));
    expect(proofless(other)).toEqual(proofless(store));
    expect(other.verify().mismatches).toEqual([]);
    other.close();
    // Into the same database nothing is new.
    expect(new Set((await add(store, [file])).filter((one) => !one.includes('consent')))).toEqual(new Set(['unchanged']));
  });

  it('is a valid archive: stored members, true digests, and an index that points at whole records', async () => {
    await fill();
    const file = join(folder, 'out.wacz');
    writeWacz(file, store, { version: '0.1.0' });
    const members = await membersOf(file);
    expect([...members.keys()]).toEqual([
      'archive/saidso-1.warc.gz',
      'indexes/index.cdx',
      'pages/pages.jsonl',
      'datapackage.json',
      'datapackage-digest.json',
    ]);
    const text = (name: string): string => members.get(name)?.toString('utf8') ?? '';
    const sha = (name: string): string =>
      `sha256:${createHash('sha256')
        .update(members.get(name) ?? '')
        .digest('hex')}`;
    const manifest = JSON.parse(text('datapackage.json')) as {
      wacz_version: string;
      resources: { path: string; hash: string; bytes: number }[];
    };
    expect(manifest).toMatchObject({ profile: 'data-package', wacz_version: '1.1.1' });
    for (const { path, hash, bytes } of manifest.resources) expect([hash, bytes]).toEqual([sha(path), members.get(path)?.length]);
    expect(manifest.resources).toHaveLength(3);
    expect(JSON.parse(text('datapackage-digest.json'))).toEqual({ path: 'datapackage.json', hash: sha('datapackage.json') });
    const index = text('indexes/index.cdx').trim().split('\n');
    expect(index).toHaveLength(10);
    expect(index).toEqual([...index].sort());
    const warc = members.get('archive/saidso-1.warc.gz') ?? Buffer.alloc(0);
    for (const line of index) {
      const { url, offset, length, digest } = JSON.parse(line.slice(line.indexOf('{'))) as Record<string, string>;
      const record = gunzipSync(warc.subarray(Number(offset), Number(offset) + Number(length)));
      const [head = '', ...rest] = record.toString('latin1').split('\r\n\r\n');
      expect(head).toMatch(/^WARC\/1\.1\r\n/);
      expect(head).toContain(`WARC-Target-URI: ${url}`);
      expect(head).toContain(`WARC-Payload-Digest: ${digest}`);
      expect(Number(/Content-Length: (\d+)/.exec(head)?.[1])).toBe(rest.join('\r\n\r\n').length - 4);
    }
    expect(index.find((line) => line.startsWith('example,news)/a?a=1&b=2 20240515080000 {'))).toBeDefined();
    expect(
      text('pages/pages.jsonl')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toMatchObject([
      { format: 'json-pages-1.0' },
      { url: 'https://news.example/a?b=2&a=1', ts: '2024-05-15T08:00:00Z', title: 'Arrests' },
      { url: 'https://news.example/wall' },
    ]);
    // The same captures give the same bytes.
    const again = join(folder, 'again.wacz');
    writeWacz(again, store, { version: '0.1.0' });
    expect(readFileSync(again).equals(readFileSync(file))).toBe(true);
  });

  it('takes one place, leaves out what has no bytes, and writes over nothing', async () => {
    await fill();
    const file = join(folder, 'out.wacz');
    expect(writeWacz(file, store, { version: '0.1.0', place: 'https://news.example/wall' })).toEqual({ captures: 1, without: 0 });
    expect(() => writeWacz(file, store, { version: '0.1.0' })).toThrow(/is there already; give another name/);
    const blind = { ...store, bytes: () => null };
    expect(writeWacz(join(folder, 'blind.wacz'), blind, { version: '0.1.0' })).toEqual({ captures: 0, without: 10 });
    expect(() => writeWacz(join(folder, 'none.wacz'), store, { version: '0.1.0', place: 'x' })).toThrow(/x: there are no captures/);
    expect(() => writeWacz(join(folder, 'no', 'such', 'a.wacz'), store, { version: '0.1.0' })).toThrow(/cannot be written/);
    const broken = {
      ...store,
      bytes: (): Uint8Array => {
        throw new Error('disk');
      },
    };
    expect(() => writeWacz(join(folder, 'half.wacz'), broken, { version: '0.1.0' })).toThrow('disk');
    expect([existsSync(join(folder, 'half.wacz')), existsSync(join(folder, 'half.wacz.part'))]).toEqual([false, false]);
  });

  it.each([
    ['https://www.Example.org:8080/A?b=2&a=1', 'org,example:8080)/a?a=1&b=2'],
    ['http://news.example/', 'example,news)/'],
    ['file:a b.txt', 'file:a%20b.txt'],
  ])('sorts %s as %s', (uri, key) => expect(sortKey(uri)).toBe(key));

  it('believes nobody else that every record is a report', async () => {
    const info = 'software: Browser/1\r\nformat: WARC File Format 1.1\r\n';
    const warc = Buffer.concat([
      Buffer.from(`WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: ${info.length}\r\n\r\n${info}\r\n\r\n`),
      makeRecord('https://news.example/a.csv', `title,text\nA,"${TEXT}"\n`, 'Content-Type: text/csv'),
    ]);
    const file = join(folder, 'other.wacz');
    writeFileSync(file, makeZip({ 'datapackage.json': '{}', 'archive/a.warc': warc }));
    expect(await add(store, [file])).toEqual([expect.stringContaining('holds no pages')]);
  });
});

async function membersOf(file: string): Promise<Map<string, Buffer>> {
  const ways: Ways = {
    published: undefined,
    columns: {},
    now: () => new Date(0),
    follow: null,
    budget: { left: 1e9 },
    depth: 0,
    among: false,
  };
  const zip: Zip = await openZip(await incomingFile(file, labelsOfFile(file, new Date(0))), ways);
  const members = new Map<string, Buffer>();
  for (const member of zip.members) {
    expect(member.entry.compressionMethod).toBe(0);
    const parts: Uint8Array[] = [];
    for await (const part of zip.stream(member)) parts.push(part);
    members.set(member.name, Buffer.concat(parts));
  }
  zip.close();
  return members;
}
