import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CollectRequest, collect, type Failure } from '../../src/1-pages/collect.ts';
import type { Page } from '../../src/1-pages/page.ts';
import { extract } from '../../src/2-reports/extract.ts';
import { outletsFromText } from '../../src/2-reports/outlets.ts';
import { makePdf, makeRecord, makeZip } from './make-files.ts';

const HTML = '<!doctype html><html><head><title>Arrests</title></head><body><p>Two men were arrested.</p></body></html>';
const REPORT = 'Two men were arrested in Examplia on Monday, police said.\n';
const NOW = new Date('2026-01-02T03:04:05Z');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saidso-inputs-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function all(request: CollectRequest): Promise<(Page | Failure)[]> {
  const results: (Page | Failure)[] = [];
  for await (const result of collect({ now: () => NOW, ...request })) results.push(result);
  return results;
}
const said = (result: Page | Failure | undefined): string =>
  result === undefined ? 'nothing' : 'error' in result ? `failed ${result.error.message}` : `${result.mediaType} ${result.text}`;
/** Reads bytes both as a file and from standard input; both must give the same. */
async function read(bytes: string | Uint8Array, more: Partial<CollectRequest> = {}): Promise<(Page | Failure)[]> {
  const path = join(folder, 'input');
  writeFileSync(path, bytes);
  const fromFile = await all({ inputs: [path], ...more });
  const fromPipe = await all({ inputs: ['-'], stdin: Buffer.from(bytes), ...more });
  const named = (list: readonly (Page | Failure)[], name: string): string[] => list.map((one) => said(one).replaceAll(name, '@'));
  expect(named(fromPipe, '-:')).toEqual(named(fromFile, `${path}:`).map((line) => line.replaceAll(path, '-')));
  return fromFile;
}

describe('saved pages and messages', () => {
  const MHTML = [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://news.example/a',
    'Subject: =?utf-8?Q?Arrests?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="--b1"',
    '',
    '',
    '----b1',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://ads.example/frame',
    '',
    '<html><body>Advertisement</body></html>',
    '----b1',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://news.example/a',
    '',
    '<html><body><p>Two men were arrested in Caf=C3=A9 Ex=',
    'amplia.</p></body></html>',
    '----b1--',
    '',
  ].join('\r\n');
  it('reads the saved page itself and its address', async () => {
    const [page] = (await read(MHTML)) as Page[];
    expect(page).toMatchObject({ mediaType: 'text/html', url: 'https://news.example/a' });
    expect(page?.text).toContain('arrested in Café Examplia');
    expect(page?.capture?.sha256).toBe(createHash('sha256').update(MHTML).digest('hex'));
  });
  it('reads a newsletter with subject, sender and day', async () => {
    const body = Buffer.from('<p>Two men were arrested.</p><p>Police said so.</p>').toString('base64');
    const mail = `Received: from a by b\nFrom: "The Example Post" <news@post.example>\nSubject: =?utf-8?B?${Buffer.from('Zwei Männer').toString('base64')}?=\nDate: Wed, 15 May 2024 08:00:00 +0200\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=xx\n\n--xx\nContent-Type: text/plain\n\nplain\n--xx\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${body}\n--xx--\n`;
    const [page] = (await read(mail)) as Page[];
    expect(page).toMatchObject({
      mediaType: 'text/html',
      known: { title: 'Zwei Männer', publisher: 'The Example Post', date: '15 May 2024 08:00:00 +0200' },
    });
    expect(extract(page as Page, { outlets: outletsFromText('') })).toMatchObject({
      title: 'Zwei Männer',
      publisher: 'The Example Post',
      published: { date: '2024-05-15' },
    });
  });
  it('takes a text that begins with a colon line for a text', async () => {
    expect(said((await read('Kabul: two men were arrested.\n\nPolice said so.'))[0])).toMatch(/^text\/plain Kabul: two/);
  });
});

describe('PDF', () => {
  it('gives paragraphs, joins parted words, drops page numbers', async () => {
    const [page] = await read(
      makePdf([
        [700, 'Two men were ar-'],
        [686, 'rested in Examplia on Monday.'],
        [650, 'Police \\(north\\) said so.'.replaceAll('\\', '')],
        [40, '12'],
      ]),
    );
    expect(said(page)).toBe('text/plain Two men were arrested in Examplia on Monday.\n\nPolice (north) said so.');
  });
  it('says that a scan has no text', async () => {
    expect(said((await read(makePdf([])))[0])).toMatch(/pictures of text only/);
  });
});

describe('tables', () => {
  const CSV =
    'id,headline,body,url,date,outlet\r\n1,Arrests,"Two men were ""arrested"".\r\nPolice said so.",https://a.example/1,2024-05-15,The Post\r\n2,Empty,,,,\r\n3,Raid,A raid took place.,,5 May 2024,\r\n';
  const PAGE = {
    text: 'Two men were "arrested".\r\nPolice said so.',
    url: 'https://a.example/1',
    known: { title: 'Arrests', publisher: 'The Post', date: '2024-05-15' },
  };
  it('reads CSV by the names of its columns', async () => {
    const pages = await read(CSV);
    expect(pages).toMatchObject([PAGE, { text: 'A raid took place.', known: { title: 'Raid', date: '5 May 2024' } }]);
    expect(pages.map(({ source }) => source.replace(/.*#/, ''))).toEqual(['1', '3']);
  });
  it.each([
    ['semicolons', CSV.replaceAll(',', ';')],
    ['tabs', CSV.replaceAll(',', '\t')],
    ['a byte order mark', `\uFEFF${CSV}`],
  ])('reads a table with %s', async (_, text) => {
    expect((await read(text))[0]).toMatchObject({ ...PAGE });
  });
  it('reads old code pages', async () => {
    expect((await read(Buffer.from('title,text\nA,caf\xe9 bombed, they said\n', 'latin1')))[0]).toMatchObject({ text: 'café bombed' });
  });
  it('takes columns as the user names them', async () => {
    const table = 'head,words,n\nRaid,A raid took place.,4\n';
    expect(said((await read(table))[0])).toMatch(
      /failed .*no column is named as one of texts \(head, words, n\); say which with --columns text=NAME/,
    );
    expect((await read(table, { columns: { text: 'words' } }))[0]).toMatchObject({ text: 'A raid took place.', known: { title: 'Raid' } });
    expect(said((await read(table, { columns: { text: 'nothing', title: 'head' } }))[0])).toMatch(
      /has no column "nothing"; it has head, words, n/,
    );
  });
  it('reads JSONL, and says which line is none', async () => {
    const lines = '{"title":"Raid","text":"A raid took place."}\n{"broken\n\n{"text":"Another raid took place.","date":"2024-05-15"}\n';
    const pages = await read(lines);
    expect(pages.map(said)).toEqual([
      'text/plain A raid took place.',
      expect.stringMatching(/#2: is no JSON object/),
      'text/plain Another raid took place.',
    ]);
    expect(pages[2]).toMatchObject({ known: { date: '2024-05-15' } });
  });
  it.each([
    ['an array', '[{"text":"A raid took place."}]'],
    ['an object with one list', '{"count":1,"articles":[{"text":"A raid took place."}]}'],
    ['one object over lines', '{\n "text": "A raid took place."\n}'],
    ['a long first line', `{"text":"A raid took place.${' '.repeat(20_000)}"}\n{"text":"x y"}\n`],
  ])('reads JSON: %s', async (_, text) => {
    expect((await read(text))[0]).toMatchObject({ mediaType: 'text/plain', text: 'A raid took place.' });
  });
  it('reads a workbook, its shared strings and its dates', async () => {
    const sheet =
      '<worksheet><sheetData><row><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>date</t></is></c></row><row><c r="B2" t="s"><v>2</v></c><c r="C2"><v>45427</v></c></row></sheetData></worksheet>';
    const book = makeZip({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': '<workbook/>',
      'xl/sharedStrings.xml':
        '<sst><si><t>Title</t></si><si><t>Text</t></si><si><r><t>A raid </t></r><r><t>took place &amp; ended.</t></r></si></sst>',
      'xl/worksheets/sheet1.xml': sheet,
    });
    expect((await read(book))[0]).toMatchObject({ text: 'A raid took place & ended.', known: { date: '2024-05-15' } });
  });
});

describe('archives', () => {
  it('reads the reports in a ZIP, in a ZIP in it, and in gzip', async () => {
    const inner = makeZip({ 'deep.txt': REPORT });
    const pages = await read(
      makeZip({
        'a/page.html': HTML,
        'a/': '',
        '__MACOSX/x': 'x',
        'style.css': 'p{}',
        'photo.bin': new Uint8Array([0x89, 80, 78, 71]),
        'inner.zip': inner,
        'b.txt.gz': gzipSync(REPORT),
      }),
    );
    expect(pages.map(({ source }) => source.slice(source.indexOf('!')))).toEqual(['!a/page.html', '!inner.zip!deep.txt', '!b.txt.gz']);
    expect(pages.map(said)).toEqual([`text/html ${HTML}`, `text/plain ${REPORT}`, `text/plain ${REPORT}`]);
  });
  it('reads a folder with archives and tables, and passes over tables of other things', async () => {
    const root = join(folder, 'mixed');
    mkdirSync(root);
    writeFileSync(join(root, 'a.zip'), makeZip({ 'x.txt': REPORT }));
    writeFileSync(join(root, 'b.csv'), 'title,text\nRaid,A raid took place.\n');
    writeFileSync(join(root, 'c.csv'), 'lat,lon\n1,2\n');
    expect((await all({ inputs: [root] })).map(said)).toEqual([`text/plain ${REPORT}`, 'text/plain A raid took place.']);
  });

  const chunked = Buffer.from(`5\r\n${HTML.slice(0, 5)}\r\n${(HTML.length - 5).toString(16)}\r\n${HTML.slice(5)}\r\n0\r\n\r\n`);
  const WARC = Buffer.concat([
    Buffer.from('WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 3\r\n\r\na: \r\n\r\n'),
    makeRecord('https://a.example/1', HTML),
    makeRecord('https://a.example/photo', new Uint8Array([0xff, 0xd8, 0xff]), 'Content-Type: image/jpeg'),
    makeRecord('https://a.example/gone', HTML, 'Content-Type: text/html', '404 Not Found'),
    makeRecord('https://a.example/2', gzipSync(HTML), 'Content-Type: text/html\r\nContent-Encoding: gzip'),
    makeRecord('https://a.example/3', chunked, 'Content-Type: text/html\r\nTransfer-Encoding: chunked'),
  ]);
  const pagesOfIt = ['https://a.example/1', 'https://a.example/2', 'https://a.example/3'];
  it.each([
    ['plain', WARC],
    ['in gzip', gzipSync(WARC)],
    ['in gzip of several members', Buffer.concat([gzipSync(WARC.subarray(0, 900)), gzipSync(WARC.subarray(900))])],
    [
      'in a WACZ',
      makeZip({
        'datapackage.json': '{}',
        'pages/pages.jsonl': '{"format":"x","title":"y","text":"z"}\n',
        'archive/data.warc.gz': gzipSync(WARC),
      }),
    ],
  ])('reads a web archive, %s', async (_, bytes) => {
    const pages = (await read(bytes)) as Page[];
    expect(pages.map(said)).toEqual(pagesOfIt.map(() => `text/html ${HTML}`));
    expect(pages.map(({ url }) => url)).toEqual(pagesOfIt);
    expect(pages[0]?.capture).toMatchObject({ addresses: ['https://a.example/1'], status: 200, at: '2024-05-15T08:00:00Z' });
  });
  it.each([
    ['plain', WARC.subarray(0, WARC.length - 100), 2],
    ['in gzip', Buffer.concat([gzipSync(WARC), gzipSync(WARC)]).subarray(0, -30), 3],
  ])('reads a web archive that was cut off as far as it goes, and says so: %s', async (_, bytes, least) => {
    const pages = await read(bytes);
    expect(pages.filter((one) => !('error' in one)).length).toBeGreaterThanOrEqual(least);
    expect(said(pages.at(-1))).toMatch(/failed .*cut off in or after record \d/);
  });
});

describe('captures', () => {
  it('carry the bytes, their digest and the time', async () => {
    const [page] = (await read(REPORT)) as Page[];
    expect(page?.capture).toMatchObject({
      addresses: [],
      status: null,
      at: '2026-01-02T03:04:05Z',
      sha256: createHash('sha256').update(REPORT).digest('hex'),
    });
    expect(Buffer.from(page?.capture?.bytes ?? []).toString()).toBe(REPORT);
  });
});
