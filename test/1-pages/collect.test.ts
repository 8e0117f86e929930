import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CollectRequest, collect, type Failure } from '../../src/1-pages/collect.ts';
import type { Page } from '../../src/1-pages/page.ts';

const REPORT = 'Two men were arrested in Examplia on Monday, police said.\n';
const HTML = '<!doctype html><html><head><title>Arrests</title></head><body><p>Two men were arrested.</p></body></html>';

async function all(request: CollectRequest): Promise<(Page | Failure)[]> {
  const results: (Page | Failure)[] = [];
  for await (const result of collect(request)) results.push(result);
  return results;
}
const one = async (request: CollectRequest): Promise<Page | Failure> => (await all(request))[0] as Page | Failure;
const said = (result: Page | Failure): string => ('error' in result ? result.error.message : `page ${result.mediaType} ${result.text}`);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saidso-pages-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('files', () => {
  it.each([
    ['report.txt', REPORT, 'text/plain'],
    ['report.jpg', REPORT, 'text/plain'],
    ['page.txt', HTML, 'text/html'],
    ['fragment', '<p>Two men were <b>arrested</b>.</p>', 'text/html'],
    ['mathematical.txt', 'The toll is < 5 and the price > 3, officials said.', 'text/plain'],
    ['name.txt', 'OTTO said BM and GIF are letters.', 'text/plain'],
  ])('tells the kind of %s by its bytes', async (name, content, mediaType) => {
    expect(await one({ inputs: [file(name, content)] })).toMatchObject({ mediaType, text: content, url: null, notes: [] });
  });

  it.each([
    ['empty.txt', '', /: is empty; /],
    ['blank.txt', ' \n\t\n', /holds nothing but blanks; /],
    ['photo.txt', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]), /is a JPEG picture, not a text; give a text or HTML file$/],
    ['picture.html', new Uint8Array([0x89, 80, 78, 71, 13, 10, 26, 10]), /is a PNG picture/],
    ['paper.txt', '%PDF-1.7 \u0001', /the PDF is cut off or damaged; copy or fetch it again/],
    ['archive', new Uint8Array([80, 75, 3, 4, 20, 0]), /the archive is cut off or damaged/],
    ['packed', gzipSync(REPORT).subarray(0, 30), /the gzip file ends too early: it was cut off/],
    ['noise', new Uint8Array(500).map((_, index) => (index * 7) % 32), /is binary data/],
    ['feed.xml', '<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', /is a list without addresses/],
    ['data', '{"title": "x", "size": 3}', /is JSON data, not a report/],
  ])('refuses %s in one line', async (name, content, line) => {
    const message = said(await one({ inputs: [file(name, content)] }));
    expect(message).toMatch(line);
    expect(message).not.toContain('\n');
  });

  it('names a missing file and goes on with the next', async () => {
    const good = file('good.txt', REPORT);
    const results = await all({ inputs: [join(folder, 'nowhere.txt'), good] });
    expect(results.map(said)).toEqual([
      expect.stringMatching(/nowhere\.txt: there is no such file or folder; check the path$/),
      `page text/plain ${REPORT}`,
    ]);
  });

  it('refuses what is over the limit without reading it whole', async () => {
    const big = file('big.txt', Buffer.alloc(21 * 1024 * 1024, 97));
    expect(said(await one({ inputs: [big] }))).toMatch(/is larger than 20 MB, the most a page may hold/);
    let given = 0;
    const endless = (async function* () {
      for (;;) {
        given += 1;
        yield new Uint8Array(1024 * 1024).fill(97);
      }
    })();
    expect(said(await one({ inputs: ['-'], stdin: endless }))).toMatch(/^-: is larger than 20 MB/);
    expect(given).toBeLessThan(25);
  });

  it('passes the day on and reads standard input', async () => {
    expect(await one({ inputs: ['-'], stdin: Buffer.from(REPORT), published: '2024-05-15' })).toMatchObject({
      source: '-',
      published: '2024-05-15',
      text: REPORT,
    });
    expect(said(await one({ inputs: ['-'] }))).toMatch(/there is no standard input/);
  });
});

describe('encodings', () => {
  const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
  it.each([
    ['utf-8 with a mark', Buffer.from('\uFEFFCafé at noon.'), 'Café at noon.', []],
    ['utf-16le with a mark', Buffer.from('\uFEFFCafé at noon.', 'utf16le'), 'Café at noon.', []],
    ['utf-16le without', Buffer.from('Cafe at noon, said he.', 'utf16le'), 'Cafe at noon, said he.', []],
    ['latin-1', latin1('Café at noon, José said.'), 'Café at noon, José said.', ['encoding-guessed']],
    ['windows-1252 quotes', latin1('He said \x93no\x94 at the caf\xe9.'), 'He said “no” at the café.', ['encoding-guessed']],
    [
      'said by the page',
      latin1('<html><head><meta charset="iso-8859-2"></head><body><p>\xa3\xf3d\xbc</p></body></html>'),
      '<html><head><meta charset="iso-8859-2"></head><body><p>Łódź</p></body></html>',
      [],
    ],
    [
      'utf-8 in spite of what it says',
      Buffer.from('<meta charset="iso-8859-1"><p>Łódź</p><p>x</p>'),
      '<meta charset="iso-8859-1"><p>Łódź</p><p>x</p>',
      [],
    ],
    [
      'broken utf-8',
      Buffer.concat([Buffer.from('Łódź and Kraków '), Buffer.from([0xc5]), Buffer.from(' end')]),
      'Łódź and Kraków \uFFFD end',
      ['broken-utf8'],
    ],
    [
      'more broken than whole',
      Buffer.concat([Buffer.from('Łódź '), Buffer.from([0xe9, 0x20, 0xff, 0x20, 0xfe, 0x20, 0xe9, 0x20])]),
      'Łódź � � � � ',
      ['broken-utf8'],
    ],
  ])('%s', async (_, bytes, text, notes) => {
    const page = (await one({ inputs: ['-'], stdin: bytes })) as Page;
    expect(page.text).toBe(text);
    expect(page.notes.map((note) => note.code)).toEqual(notes);
  });
});

describe('folders', () => {
  it('are read in order, through their folders, past what is no report', async () => {
    const root = join(folder, 'many');
    mkdirSync(join(root, 'b', 'page_files'), { recursive: true });
    writeFileSync(join(root, 'b', 'page.html'), HTML);
    writeFileSync(join(root, 'b', 'page_files', 'other.txt'), REPORT);
    writeFileSync(join(root, 'z.txt'), REPORT);
    writeFileSync(join(root, 'a.txt'), REPORT);
    writeFileSync(join(root, '.hidden.txt'), REPORT);
    writeFileSync(join(root, 'style.css'), 'p {}');
    writeFileSync(join(root, 'p.bin'), new Uint8Array([0x89, 80, 78, 71, 13, 10]));
    writeFileSync(join(root, 'paper'), '%PDF-1.4');
    symlinkSync(root, join(root, 'b', 'again'));
    const results = await all({ inputs: [root] });
    expect(results.map((result) => result.source.slice(root.length + 1))).toEqual(['a.txt', 'b/page.html', 'paper', 'z.txt']);
    expect(said(results[2] as Failure)).toMatch(/PDF/);
  });

  it('without reports give one line', async () => {
    const root = join(folder, 'none');
    mkdirSync(root);
    expect((await all({ inputs: [root] })).map(said)).toEqual([`${root}: the folder holds no reports; give one with text or HTML files`]);
    writeFileSync(join(root, 'x.css'), 'p {}');
    expect(said(await one({ inputs: [root] }))).toMatch(/holds no reports \(1 file is of other kinds\)/);
  });
});

describe('addresses', () => {
  let server: Server;
  let base: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = request.url ?? '';
      const send = (status: number, headers: Record<string, string>, body: string | Uint8Array = ''): void => {
        response.writeHead(status, headers);
        response.end(body);
      };
      if (path === '/page') send(200, { 'content-type': 'text/html' }, HTML);
      else if (path === '/agent') send(200, { 'content-type': 'text/plain' }, request.headers['user-agent'] ?? '');
      else if (path === '/latin')
        send(200, { 'content-type': 'text/html; charset=ISO-8859-1' }, Buffer.from('<p>caf\xe9</p><p>x</p>', 'latin1'));
      else if (path === '/gzip') send(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }, gzipSync(HTML));
      else if (path === '/br') send(200, { 'content-type': 'text/html', 'content-encoding': 'br' }, brotliCompressSync(HTML));
      else if (path === '/bad-gzip') send(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }, 'no gzip at all');
      else if (path === '/bomb')
        send(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(60 * 1024 * 1024, 32)));
      else if (path === '/large') send(200, { 'content-type': 'text/html', 'content-length': String(30 * 1024 * 1024) });
      else if (path === '/picture') send(200, { 'content-type': 'image/png' }, 'x');
      else if (path === '/hidden-picture') send(200, { 'content-type': 'text/html' }, Buffer.from([0x89, 80, 78, 71, 13, 10, 26, 10]));
      else if (path === '/moved') send(302, { location: '/page' });
      else if (path === '/loop') send(301, { location: '/loop' });
      else if (path === '/to-file') send(302, { location: 'file:///etc/passwd' });
      else if (path === '/slow') setTimeout(() => send(200, { 'content-type': 'text/html' }, HTML), 5000).unref();
      else if (path === '/dead') request.socket.destroy();
      else if (path.startsWith('/status/')) send(Number(path.slice(8)), {});
      else send(404, { 'content-type': 'text/html' }, 'no');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const fetched = (path: string, more: Partial<CollectRequest> = {}): Promise<Page | Failure> =>
    one({ inputs: [base + path], allowPrivate: true, timeoutSeconds: 5, version: '1.2.3', ...more });

  it.each([
    ['/page', HTML],
    ['/gzip', HTML],
    ['/br', HTML],
    ['/moved', HTML],
    ['/latin', '<p>café</p><p>x</p>'],
    ['/agent', 'Saidso/1.2.3'],
  ])('reads %s', async (path, text) => {
    expect(await fetched(path)).toMatchObject({ source: base + path, text });
  });

  it('keeps the address at which the page was found', async () => {
    expect(await fetched('/moved')).toMatchObject({ url: `${base}/page` });
  });

  it.each([
    ['/nowhere', /answered 404 \(not found\); check the address/],
    ['/status/503', /answered 503 \(the server is in trouble\); try again later/],
    ['/status/403', /answered 403/],
    ['/status/204', /answered 204/],
    ['/picture', /is image\/png, not a page of text/],
    ['/hidden-picture', /is a PNG picture/],
    ['/loop', /sends on more than 5 times/],
    ['/to-file', /sends on to a file address; only http and https are read/],
    ['/large', /is larger than 20 MB/],
    ['/bomb', /is larger than 20 MB/],
    ['/bad-gzip', /compressed content is damaged/],
    ['/dead', /broke off the connection/],
  ])('says in one line what is wrong with %s', async (path, line) => {
    const message = said(await fetched(path));
    expect(message).toMatch(line);
    expect(message).not.toContain('\n');
  });

  it('gives up on a server that does not answer', async () => {
    expect(said(await fetched('/slow', { timeoutSeconds: 0.3 }))).toMatch(/did not answer within 0.3 seconds/);
  });

  it('names a server that does not exist', async () => {
    expect(said(await one({ inputs: ['http://no-such-host.invalid/x'] }))).toMatch(
      /no server named no-such-host\.invalid was found|cannot be reached/,
    );
  });

  it.each([
    'http://127.0.0.1:1/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://169.254.169.254/latest',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://[2002:7f00:1::]/',
    'http://[fd00::1]/',
    'http://10.1.2.3/',
    'http://100.64.0.1/',
    'http://0.0.0.0/',
    'http://localhost:1/',
  ])('does not read %s', async (address) => {
    expect(said(await one({ inputs: [address] }))).toMatch(/private network, which is not read/);
  });

  it.each([
    ['ftp://example.org/x', /is a ftp address; only http and https/],
    ['http://user:secret@example.org/', /holds a user name or password/],
    ['http://', /is no address that can be read/],
  ])('does not read %s', async (address, line) => {
    expect(said(await one({ inputs: [address] }))).toMatch(line);
  });
});
