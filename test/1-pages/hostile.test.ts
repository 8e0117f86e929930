import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Socket, type Server as SocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type CollectRequest, collect, type Failure } from '../../src/1-pages/collect.ts';
import { readList } from '../../src/1-pages/feeds/feed.ts';
import { incomingBytes, labelsOfFile, type Ways } from '../../src/1-pages/incoming.ts';
import type { Page } from '../../src/1-pages/page.ts';
import { pagesOf } from '../../src/1-pages/pages-of.ts';
import { parseXml } from '../../src/1-pages/xml.ts';
import { extract } from '../../src/2-reports/extract.ts';
import { outletsFromText } from '../../src/2-reports/outlets.ts';
import { makePdf, makeRecord, makeZip } from './make-files.ts';

const REPORT = 'Two men were arrested in Examplia on Monday, police said.\n';
const MB = 1024 * 1024;
// What takes for ever fails; what a busy machine takes does not.
vi.setConfig({ testTimeout: 60_000 });
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saidso-hostile-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function drained(results: AsyncIterable<Page | Failure>): Promise<string[]> {
  const lines: string[] = [];
  for await (const result of results) lines.push('error' in result ? result.error.message.replaceAll(folder, '') : result.text);
  return lines;
}
const lines = (request: CollectRequest): Promise<string[]> => drained(collect(request));
const ZEROS = Buffer.alloc(40 * MB);
const nested = (depth: number): Buffer => makeZip(depth === 0 ? { 'report.txt': REPORT } : { 'inner.zip': nested(depth - 1) });
const zip = makeZip({ 'a.txt': REPORT, 'b.txt': REPORT });

describe('hostile files: one clear line, and the rest goes on', () => {
  it.each<[string, () => Uint8Array, RegExp]>([
    ['a zip bomb', () => makeZip({ 'bomb.txt': ZEROS }), /bomb\.txt: is larger than 20 MB/],
    ['a zip whose sizes lie', () => makeZip({ 'a.txt': Buffer.alloc(MB, 97) }, { size: 10 }), /a\.txt: is damaged in the archive/],
    ['zips within zips', () => nested(6), /lies more than 4 archives deep; unpack the outer ones/],
    ['a gzip bomb', () => gzipSync(ZEROS), /is larger than 20 MB/],
    ['a gzip bomb of gzips', () => gzipSync(gzipSync(ZEROS)), /is larger than 20 MB/],
    [
      'a table that is one row',
      () => gzipSync(Buffer.concat([Buffer.from('title,text\nA,"'), Buffer.alloc(30 * MB, 97)])),
      /a row is larger than 20 MB/,
    ],
    ['a zip that is cut off', () => zip.subarray(0, zip.length - 40), /cut off or damaged/],
    ['a gzip that is cut off', () => gzipSync(REPORT).subarray(0, 40), /ends too early/],
    ['a PDF that is cut off', () => makePdf([[700, 'A']]).subarray(0, 40), /the PDF is cut off or damaged/],
    ['a web archive that is cut off', () => makeRecord('https://a.example/', REPORT).subarray(0, 120), /cut off in or after record 1/],
    [
      'a web archive record that claims 9 exabytes',
      () =>
        Buffer.from(
          'WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: 9000000000000000\r\n\r\nHTTP/1.1 200 OK\r\n',
        ),
      /cut off in or after record 1/,
    ],
    [
      'a page that unpacks to a bomb',
      () => makeRecord('https://a.example/', gzipSync(ZEROS), 'Content-Type: text/html\r\nContent-Encoding: gzip'),
      /a\.example\/: is larger than 20 MB/,
    ],
    [
      'a message with parts without end',
      () =>
        Buffer.from(
          `From: a\nSubject: b\nDate: c\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n${'--x\n\n'.repeat(20_000)}`,
        ),
      /the message holds no text/,
    ],
  ])('%s', async (name, make, line) => {
    const bad = join(folder, `${name.replace(/\W/g, '-')}.bin`);
    const good = join(folder, 'good.txt');
    writeFileSync(bad, make());
    writeFileSync(good, REPORT);
    global.gc?.();
    const before = process.memoryUsage.rss();
    const said = await lines({ inputs: [bad, good] });
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(line);
    expect(said[0]).not.toContain('\n');
    expect(said[1]).toBe(REPORT);
    expect((process.memoryUsage.rss() - before) / MB).toBeLessThan(300);
  });

  it('names that lead out of an archive are passed over, and nothing is written', async () => {
    const said = await lines({
      inputs: ['-'],
      stdin: makeZip({ '../../etc/cron.txt': REPORT, '/etc/x.txt': REPORT, 'C:\\x.txt': REPORT, '..\\y.txt': REPORT, 'good.txt': REPORT }),
    });
    expect(said.slice(0, 4).every((line) => line.includes('its name leads out of the archive; it was passed over'))).toBe(true);
    expect(said[4]).toBe(REPORT);
  });

  it.each([
    ['a zip', makeZip({ 'a.csv': `title,text\n${'A,\n'.repeat(300_000)}`, 'b.txt': REPORT })],
    ['a gzip', gzipSync(`title,text\n${'A,\n'.repeat(300_000)}`)],
  ])('what %s may grow to is counted through all its layers', async (_, bytes) => {
    const ways: Ways = {
      published: undefined,
      columns: {},
      now: () => new Date(0),
      follow: null,
      budget: { left: 500_000 },
      depth: 0,
      among: false,
    };
    const said = await drained(pagesOf(incomingBytes(bytes, labelsOfFile('in', new Date(0))), ways));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/grows to more than 200 times its size when unpacked/);
  });
});

describe('hostile markup', () => {
  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
  const rss = (doctype: string, title: string): string =>
    `<?xml version="1.0"?><!DOCTYPE rss [${doctype}]><rss><channel><title>${title}</title><item><link>https://a.example/1</link></item></channel></rss>`;
  it.each([
    ['billion laughs', rss(`<!ENTITY l0 "ha">${laughs}`, '&l9;'), '&l9;'],
    ['a file that an entity names', rss('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;'), '&x;'],
    ['an address that a parameter entity names', rss('<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;', 'T'), 'T'],
  ])('%s: not read', (_, text, title) => {
    expect(readList(text, null)).toMatchObject({ title, entries: [{ url: 'https://a.example/1' }] });
  });
  it.each([
    ['deep elements', '<a>'.repeat(200_000)],
    ['open tags', '<a '.repeat(200_000)],
    ['open quotation marks', '<a b="'.repeat(100_000)],
    ['closing tags', '</a>'.repeat(200_000)],
    ['ampersands', '<a>&'.repeat(1000) + '&'.repeat(500_000)],
  ])('XML of %s ends', (_, text) => {
    expect(parseXml(text).name).toBe('');
  });
  it('HTML 10,000 deep gives its text', () => {
    const sentence = 'Two men were arrested in Examplia on Monday, police said, after a raid on a house. ';
    const text = `<!doctype html><html><body>${'<div>'.repeat(10_000)}<p>${sentence.repeat(5)}</p>${'</div>'.repeat(10_000)}</body></html>`;
    const report = extract({ source: 'deep', url: null, mediaType: 'text/html', text, notes: [] }, { outlets: outletsFromText('') });
    expect(report.text).toContain('Two men were arrested in Examplia');
  });
  it.each([
    ['latin-1 that says it is UTF-8', Buffer.from('<meta charset="utf-8"><p>caf\xe9</p><p>x</p>', 'latin1'), /caf(?:é|\uFFFD)/],
    ['UTF-8 that says it is UTF-16', Buffer.from('<meta charset="utf-16"><p>café</p><p>x</p>'), /café/],
    ['a charset that nobody knows', Buffer.from('<meta charset="x-nonsense"><p>caf\xe9</p><p>x</p>', 'latin1'), /café/],
  ])('%s is read', async (_, bytes, text) => {
    expect((await lines({ inputs: ['-'], stdin: bytes }))[0]).toMatch(text);
  });
});

describe('hostile servers', () => {
  let web: Server;
  let drip: SocketServer;
  const open = new Set<Socket>();
  const at = (server: Server | SocketServer): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  beforeAll(async () => {
    web = createServer((request, response) => {
      const hop = Number(/\d+$/.exec(request.url ?? '')?.[0] ?? 0);
      response.writeHead(302, { location: `/hop/${hop + 1}` }).end();
    });
    // A byte of a header, or of a body, every 50 ms, without end.
    drip = createSocketServer((socket) => {
      open.add(socket);
      socket.on('error', () => undefined);
      let timer: NodeJS.Timeout | undefined;
      socket.on('close', () => clearInterval(timer));
      socket.once('data', (request) => {
        socket.write(
          request.toString().startsWith('GET /body') ? 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n' : 'HTTP/1.1 200 OK\r\nX: ',
        );
        timer = setInterval(() => socket.write('a'), 50);
      });
    });
    await Promise.all([web, drip].map((server) => new Promise<void>((done) => server.listen(0, '127.0.0.1', done))));
  });
  afterAll(() => {
    for (const socket of open) socket.destroy();
    web.closeAllConnections();
    web.close();
    drip.close();
  });
  it.each<[string, () => string, RegExp]>([
    ['redirects without end', () => `${at(web)}/hop/0`, /sends on more than 5 times/],
    ['a head that drips', () => `${at(drip)}/head`, /did not answer within 1 seconds/],
    ['a body that drips', () => `${at(drip)}/body`, /did not answer within 1 seconds/],
  ])('%s', async (_, address, line) => {
    const good = join(folder, 'good.txt');
    writeFileSync(good, REPORT);
    const said = await lines({ inputs: [address(), good], allowPrivate: true, timeoutSeconds: 1 });
    expect(said).toEqual([expect.stringMatching(line), REPORT]);
  });
});
