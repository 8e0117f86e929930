import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { InputError } from '../../src/0-terms/errors.ts';
import type { Job, JobResult } from '../../src/8-http/answers.ts';
import { LIMITS } from '../../src/8-http/limits.ts';
import { listen } from '../../src/8-http/listen.ts';
import { makeReport } from '../make.ts';
import { type Made, makeApp } from './make-app.ts';

let made: Made;
beforeEach(() => {
  made = makeApp();
  vi.stubEnv('TMPDIR', made.folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await made.close();
});

/** The job when it has ended. */
async function ended(response: Response): Promise<Job> {
  expect(response.status).toBe(202);
  const { id } = (await response.json()) as Job;
  expect(response.headers.get('location')).toBe(`/api/jobs/${id}`);
  for (let look = 0; look < 500; look++) {
    const job = await made.json<Job>(`/api/jobs/${id}`);
    if (job.endedAt !== null) return job;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('the job does not end');
}

/** The messages of a stream of server-sent events, to its end or as many as asked for. */
async function heard(response: Response, most = Number.POSITIVE_INFINITY): Promise<{ event: string; id: string; data: unknown }[]> {
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const messages: { event: string; id: string; data: unknown }[] = [];
  const reader = (response.body as ReadableStream<Uint8Array>)
    .pipeThrough(new TextDecoderStream() as never)
    .getReader() as ReadableStreamDefaultReader<string>;
  let text = '';
  while (messages.length < most) {
    const { value, done } = await reader.read();
    if (done) break;
    text += value;
    for (let at = text.indexOf('\n\n'); at >= 0 && messages.length < most; at = text.indexOf('\n\n')) {
      const fields = Object.fromEntries(
        text
          .slice(0, at)
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
      );
      text = text.slice(at + 2);
      if (fields['data']) messages.push({ event: fields['event'] ?? '', id: fields['id'] ?? '', data: JSON.parse(fields['data']) });
    }
  }
  await reader.cancel();
  return messages;
}

const upload = (files: readonly (readonly [name: string, content: string | Uint8Array])[], published = ''): FormData => {
  const form = new FormData();
  for (const [name, content] of files) form.append('files', new Blob([content as BlobPart]), name);
  if (published !== '') form.append('published', published);
  return form;
};
const leftovers = (): string[] => readdirSync(made.folder).filter((name) => name !== 'web' && name !== 'secret.json');

describe('a pasted report', () => {
  it('is read as a job and kept, with what the person knows of it', async () => {
    const job = await ended(
      await made.post('/api/reports', { html: '<p>A report.', published: '2017-09-12', title: 'A title', publisher: 'A paper' }),
    );
    expect(job).toMatchObject({ kind: 'text', state: 'done', done: 1, total: 1, added: 1, failed: 0, claims: 3 });
    expect(job.results[0]).toMatchObject({ outcome: 'added', error: null, claims: 3, report: { title: 'A title' } });
    expect(made.pages[0]).toMatchObject({
      mediaType: 'text/html',
      published: '2017-09-12',
      known: { title: 'A title', publisher: 'A paper' },
    });
    expect(made.store.counts().reports).toBe(2);
    // Its events are there as soon as it is done.
    expect((await made.json<{ total: number }>('/api/events')).total).toBe(6);
  });
  it.each<[string, string, string]>([
    ['We use cookies', 'failed', 'the page only asks for consent'],
    ['explode', 'failed', 'by a fault of Saidso'],
  ])('%s is a result of its job', async (text, outcome, error) => {
    const { state, failed, results } = await ended(await made.post('/api/reports', { text }));
    expect([state, failed, results[0]?.outcome]).toEqual(['done', 1, outcome]);
    expect(results[0]?.error).toContain(error);
  });
  it('is read at once by /api/read, and kept when asked for', async () => {
    const read = await made.post('/api/read', { text: 'A report.', published: '' });
    expect([read.status, made.store.counts().reports]).toEqual([200, 1]);
    expect(((await read.json()) as { record: { format: string } }).record.format).toBe('saidso/1');
    expect((await made.post('/api/read', { text: 'A report.', keep: true })).status).toBe(201);
    expect(made.store.counts().reports).toBe(2);
  });
  it.each<[string, string, unknown, number, string]>([
    ['nothing', '/api/reports', {}, 400, 'bad-input'],
    ['a list', '/api/reports', [], 400, 'bad-input'],
    ['blanks', '/api/reports', { text: '  ' }, 400, 'bad-input'],
    ['a number', '/api/read', { text: 7 }, 400, 'bad-input'],
    ['no JSON', '/api/read', '{', 400, 'bad-input'],
    ['a bad day', '/api/reports', { text: 'x', published: 'today' }, 400, 'bad-input'],
    ['a wall', '/api/read', { text: 'We use cookies' }, 422, 'consent-wall'],
    ['a fault of ours', '/api/read', { text: 'explode' }, 500, 'fault'],
    ['too much', '/api/reports', { text: 'x'.repeat(LIMITS.body) }, 413, 'too-large'],
    ['a file', '/api/urls', { urls: ['file:///etc/passwd'] }, 400, 'bad-input'],
    ['no address', '/api/urls', { urls: [] }, 400, 'bad-input'],
  ])('%s to %s is refused', async (_, path, body, status, code) => {
    const response = await made.post(path, body);
    const said = await response.text();
    expect([response.status, said.includes(`"code":"${code}"`)], said).toEqual([status, true]);
    expect(said).not.toContain('inner workings');
  });
});

describe('uploaded files', () => {
  it('are read by their bytes, under their names, and leave nothing behind', async () => {
    const job = await ended(
      await made.post(
        '/api/uploads',
        upload(
          [
            ['a.bin', '<!doctype html><p>A first report of the day.'],
            ['b.html', 'A second report in plain text.'],
            ['c.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
          ],
          '2017-09-12',
        ),
      ),
    );
    expect([job.state, job.done, job.added, job.failed]).toEqual(['done', 3, 2, 1]);
    expect(made.pages.map(({ source, mediaType, published }) => [source, mediaType, published])).toEqual([
      ['a.bin', 'text/html', '2017-09-12'],
      ['b.html', 'text/plain', '2017-09-12'],
    ]);
    expect(job.results[2]?.error).toMatch(/^c\.png: /);
    expect(leftovers()).toEqual([]);
  });
  it('may be archives', async () => {
    const zip = readFileSync(join(import.meta.dirname, 'two-reports.zip'));
    const job = await ended(await made.post('/api/uploads', upload([['two.zip', zip]])));
    expect([job.added, made.pages.map(({ source }) => source)]).toEqual([2, ['two.zip!a.txt', 'two.zip!b.txt']]);
  });
  it('that are feeds fetch nothing', async () => {
    const feed =
      '<?xml version="1.0"?><rss version="2.0"><channel><title>F</title><item><title>T</title><link>http://127.0.0.1:1/x</link></item></channel></rss>';
    const job = await ended(await made.post('/api/uploads', upload([['feed.xml', feed]])));
    expect([job.failed, made.pages.length]).toEqual([1, 0]);
    expect(job.results[0]?.error).toMatch(/^feed\.xml: is a feed/);
  });
  it.each([
    '../../../tmp/evil.txt',
    '/etc/passwd',
    '..\\evil.txt',
    'C:\\evil.txt',
    'a\u0000b\u202Etxt.exe',
    '<img src=x onerror=alert(1)>.txt',
  ])('called %j are written nowhere but to the folder', async (name) => {
    const job = await ended(await made.post('/api/uploads', upload([[name, 'A report of the day.']])));
    expect(job.added).toBe(1);
    expect(job.results[0]?.source).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
    expect(leftovers()).toEqual([]);
  });
  it.each<[string, FormData | string, Record<string, string>, number, string]>([
    ['none', upload([]), {}, 400, 'bad-input'],
    ['with a bad day', upload([['a.txt', 'x']], 'soon'), {}, 400, 'bad-input'],
    [
      'that are broken off',
      '--x\r\nContent-Disposition: form-data; name="files"',
      { 'content-type': 'multipart/form-data; boundary=x' },
      400,
      'bad-input',
    ],
    ['without a boundary', 'x', { 'content-type': 'multipart/form-data' }, 400, 'bad-input'],
    [
      'that say they are too large',
      'x',
      { 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(LIMITS.upload + 1) },
      413,
      'too-large',
    ],
  ])('%s are refused', async (_, body, headers, status, code) => {
    const response = await made.post('/api/uploads', body, headers);
    const said = await response.text();
    expect([response.status, said.includes(`"code":"${code}"`)], said).toEqual([status, true]);
  });
});

describe('addresses', () => {
  it('are fetched when a person gives them', async () => {
    const job = await ended(await made.post('/api/urls', { urls: ['https://news.example/1', ' https://news.example/2 '] }));
    expect([job.kind, job.added, job.results.map(({ source }) => source)]).toEqual([
      'urls',
      2,
      ['https://news.example/1', 'https://news.example/2'],
    ]);
  });
});

describe('jobs', () => {
  it('are followed to their end, from the result on that was heard last', async () => {
    const response = await made.post('/api/urls', { urls: ['https://news.example/1', 'https://news.example/2'] });
    const { id } = (await response.json()) as Job;
    const messages = await heard(await made.get(`/api/jobs/${id}/events`));
    expect(messages.filter(({ event }) => event === 'result').map(({ id: n, data }) => [n, (data as JobResult).source])).toEqual([
      ['1', 'https://news.example/1'],
      ['2', 'https://news.example/2'],
    ]);
    expect(messages.at(-1)).toMatchObject({ event: 'end', data: { state: 'done', done: 2 } });
    const again = await heard(await made.get(`/api/jobs/${id}/events`, { 'last-event-id': '1' }));
    expect(again.map(({ event, id: n }) => event + n)).toEqual(['result2', 'progress', 'end']);
    expect((await made.json<{ items: Job[] }>('/api/jobs')).items.map((job) => [job.id, job.results])).toEqual([[id, []]]);
  });
  it('are ended between two pages, and wait one behind the other, but not too many', async () => {
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    vi.unstubAllEnvs();
    await made.close();
    made = makeApp({
      fetchPages: async function* (urls) {
        for (const url of urls) {
          yield { source: url, url, mediaType: 'text/plain', text: `From ${url}`, notes: [] };
          await gate;
        }
      },
    });
    const start = async (...urls: string[]) => made.post('/api/urls', { urls });
    const first = await start('https://news.example/1', 'https://news.example/2');
    const { id } = (await first.clone().json()) as Job;
    for (let n = 1; n < LIMITS.jobs; n++) expect((await start(`https://news.example/more-${n}`)).status).toBe(202);
    const refused = await start('https://news.example/one-too-many');
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('"busy"')]);
    expect((await made.server.request(`http://localhost:4180/api/jobs/${id}`, { method: 'DELETE' })).status).toBe(200);
    go();
    const job = await ended(first);
    expect([job.state, job.done]).toEqual(['cancelled', 1]);
  });
});

describe('reading on another thread', () => {
  it('keeps what comes back, and tells what could not be read', async () => {
    await made.close();
    vi.unstubAllEnvs();
    const here: string[] = [];
    made = makeApp({
      readAside: async (page) => {
        here.push(page.source);
        await new Promise((resolve) => setTimeout(resolve, 1));
        if (page.source.endsWith('bad')) return { source: page.source, error: new InputError(`${page.source}: no report`) };
        return makeReport({ text: page.text, source: page.source });
      },
    });
    const job = await ended(await made.post('/api/urls', { urls: ['https://news.example/good', 'https://news.example/bad'] }));
    expect(job.results.map(({ outcome, error }) => [outcome, error])).toEqual([
      ['added', null],
      ['failed', 'https://news.example/bad: no report'],
    ]);
    expect([here.length, made.pages.length, made.store.counts().reports]).toEqual([2, 0, 2]);
    expect((await made.post('/api/read', { text: 'A report.' })).status).toBe(200);
    expect(made.pages).toEqual([]);
  });
});

describe('changes', () => {
  it('are told by number and as they come, from the one on that was heard last', async () => {
    const before = await made.json<{ last: number }>('/api/changes');
    await ended(await made.post('/api/reports', { text: 'A report.' }));
    const { items } = await made.json<{ items: { n: number; kind: string }[] }>(`/api/changes?since=${before.last}`);
    expect(items.map(({ kind }) => kind)).toContain('report-added');
    const stream = await made.get('/api/changes/events', { 'last-event-id': String(before.last) });
    const [from, ...messages] = await heard(stream, items.length + 1);
    expect(from).toEqual({ event: 'from', id: String(before.last), data: before.last });
    expect(messages.map(({ event, id, data }) => [event, Number(id), data])).toEqual(items.map((item) => ['change', item.n, item]));
  });
});

describe('over a real port', () => {
  it('a file is sent and followed', async () => {
    const { url, close } = await listen(made.server.fetch, { port: 0 });
    const sent = await fetch(`${url}api/uploads`, { method: 'POST', body: upload([['a.txt', 'A report of the day.']]) });
    const { id } = (await sent.json()) as Job;
    const messages = await heard(await fetch(`${url}api/jobs/${id}/events`));
    expect(messages.at(-1)).toMatchObject({ event: 'end', data: { added: 1 } });
    await close();
  });
});
