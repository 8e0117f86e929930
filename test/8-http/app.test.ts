import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from '../../src/1-pages/page.ts';
import { toJson } from '../../src/7-records/json.ts';
import { open } from '../../src/7-records/open.ts';
import type { Store } from '../../src/7-records/store.ts';
import { app, LARGEST_BODY } from '../../src/8-http/app.ts';
import { listen } from '../../src/8-http/listen.ts';
import { makeFullReport, makeReport } from '../make.ts';

const reading = { codebook: 'test 1.0.0', software: '0.1.0' };
let store: Store;
let folder: string;
let seen: Page | undefined;
let server: ReturnType<typeof app>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saidso-'));
  mkdirSync(join(folder, 'web', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'web', 'index.html'), '<!doctype html><title>Saidso</title>');
  writeFileSync(join(folder, 'web', 'assets', 'a-1.js'), 'export {};');
  writeFileSync(join(folder, 'secret.json'), '{}');
  store = open(':memory:');
  store.put(makeFullReport(), reading);
  seen = undefined;
  const read = (page: Page) => {
    seen = page;
    if (page.text.includes('explode')) throw new TypeError('inner workings');
    if (page.text.includes('cookies'))
      return makeReport({ text: page.text, notes: [{ code: 'consent-wall', text: 'The page only asks for consent.' }] });
    return makeFullReport({ text: makeFullReport().text, id: 'r_pasted', source: page.source });
  };
  server = app(store, { read, reading, web: join(folder, 'web') });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}) => server.request(`http://localhost:4180${path}`, { headers });
const post = (body: unknown, headers: Record<string, string> = {}) =>
  server.request('http://localhost:4180/api/read', {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });

describe('the API', () => {
  it('tells its health', async () => {
    expect(await (await get('/api/health')).json()).toEqual({ ok: true, ...reading, reports: 1, claims: 3 });
  });
  it('lists reports', async () => {
    const { items, next, total } = (await (await get('/api/reports')).json()) as {
      items: { id: string; claims: number }[];
      next: null;
      total: number;
    };
    expect([items.length, items[0]?.claims, next, total]).toEqual([1, 3, null, 1]);
  });
  it('gives a report with a statement for each claim, by the beginning of its id', async () => {
    const full = makeFullReport();
    const view = (await (await get(`/api/reports/${full.id.slice(0, 7)}`)).json()) as {
      record: unknown;
      statements: { line: string }[];
      appearances: unknown[];
    };
    expect(view.record).toEqual(JSON.parse(JSON.stringify(toJson(full))));
    expect(view.statements.map(({ line }) => line)[0]).toContain('Arrested: Mara Delane');
    expect(view.appearances).toHaveLength(1);
    expect(await (await get(`/api/reports/${full.id}/record`)).json()).toEqual(view.record);
  });
  it.each([
    ['', 3],
    ['?type=arrest', 1],
    ['?type=&country=', 3],
    ['?country=pk&stage=foiled', 1],
    ['?since=2017-07-01', 1],
    ['?limit=2', 2],
  ])('lists claims%s', async (query, n) => {
    const { items } = (await (await get(`/api/claims${query}`)).json()) as { items: { statement: string; claim: { id: string } }[] };
    expect(items).toHaveLength(n);
  });
  it('counts types, countries and stages', async () => {
    expect(await (await get('/api/counts')).json()).toMatchObject({ claims: 3, countries: [{ value: 'PK', count: 2 }] });
  });
  it.each([
    ['/api/reports/r_none', 404, 'no-such-report'],
    ['/api/nothing', 404, 'no-such-route'],
    ['/api/claims?stage=done', 400, 'bad-input'],
    ['/api/claims?since=yesterday', 400, 'bad-input'],
    ['/api/claims?limit=many', 400, 'bad-input'],
    ['/api/claims?after=xyz', 400, 'bad-input'],
    ['/api/claims?report=zz', 400, 'bad-input'],
  ])('%s fails in the one shape', async (path, status, code) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    const body = (await response.json()) as { error: Record<string, string> };
    expect(Object.keys(body)).toEqual(['error']);
    expect(Object.keys(body.error)).toEqual(['code', 'message', 'hint']);
    expect(body.error['code']).toBe(code);
  });
});

describe('reading a pasted report', () => {
  it('gives its record and keeps nothing', async () => {
    const response = await post({ text: 'A report.', published: '2017-09-12' });
    expect(response.status).toBe(200);
    expect(((await response.json()) as { record: { format: string } }).record.format).toBe('saidso/1');
    expect(seen).toMatchObject({ text: 'A report.', mediaType: 'text/plain', published: '2017-09-12' });
    expect(store.counts().reports).toBe(1);
  });
  it('keeps it when asked, once', async () => {
    expect((await post({ html: '<p>A report.', keep: true })).status).toBe(201);
    await post({ html: '<p>A report.', keep: true });
    expect(seen?.mediaType).toBe('text/html');
    expect(store.counts().reports).toBe(2);
  });
  it.each<[string, unknown, number, string]>([
    ['nothing', {}, 400, 'bad-input'],
    ['blank', { text: '  ' }, 400, 'bad-input'],
    ['no JSON', '{', 400, 'bad-input'],
    ['a bad day', { text: 'x', published: 'today' }, 400, 'bad-input'],
    ['a wall', { text: 'We use cookies' }, 422, 'consent-wall'],
    ['a fault of ours', { text: 'explode' }, 500, 'fault'],
    ['too much', { text: 'x'.repeat(LARGEST_BODY) }, 413, 'too-large'],
  ])('%s is refused', async (_, body, status, code) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    const said = JSON.stringify(await response.json());
    expect(said).toContain(`"code":"${code}"`);
    expect(said).not.toContain('inner workings');
  });
  it('refuses a form of another site', async () => {
    expect((await post('text=x', { 'content-type': 'text/plain' })).status).toBe(415);
  });
});

describe('the guard', () => {
  it.each<[Record<string, string>, string, number]>([
    [{ host: 'localhost:4180' }, '/api/health', 200],
    [{ host: '127.0.0.1:4180' }, '/api/health', 200],
    [{ host: '[::1]:4180' }, '/api/health', 200],
    [{ host: 'evil.example' }, '/api/health', 403],
    [{ host: 'localhost.evil.example' }, '/', 403],
    [{ host: '192.168.1.7:4180' }, '/', 403],
    [{ origin: 'https://evil.example' }, '/api/health', 403],
    [{ origin: 'null' }, '/api/health', 403],
    [{ origin: 'http://localhost:4180' }, '/api/health', 200],
    [{ 'sec-fetch-site': 'cross-site' }, '/api/health', 403],
    [{ 'sec-fetch-site': 'cross-site' }, '/', 200],
  ])('%o on %s gives %i', async (headers, path, status) => {
    expect((await get(path, headers)).status).toBe(status);
  });
  it('sends a strict policy and no CORS with everything', async () => {
    for (const path of ['/', '/api/health', '/nothing', '/api/reports/r_none']) {
      const { headers } = await get(path, { origin: 'http://localhost:4180' });
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect([...headers.keys()].filter((key) => key.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('the page', () => {
  it('is served with its assets', async () => {
    expect(await (await get('/')).text()).toContain('<title>Saidso');
    const script = await get('/assets/a-1.js');
    expect([script.status, script.headers.get('content-type'), script.headers.get('cache-control')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
  });
  it.each(['/../secret.json', '/%2e%2e/secret.json', '/..%2fsecret.json', '/assets/../../secret.json', '/none.js', '/%ff.js', '/%'])(
    '%s stays inside its folder',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
  it('says when it is not built', async () => {
    rmSync(join(folder, 'web', 'index.html'));
    expect((await get('/')).status).toBe(503);
  });
});

describe('listening', () => {
  it('takes the next port when one is taken, on this machine only', async () => {
    const first = await listen(server.fetch, 0);
    const second = await listen(server.fetch, first.port);
    expect(second.port).toBeGreaterThan(first.port);
    expect(((await (await fetch(`${second.url}api/health`)).json()) as { ok: boolean }).ok).toBe(true);
    await first.close();
    await second.close();
  });
});
