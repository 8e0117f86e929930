import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toJson } from '../../src/7-records/json.ts';
import { listen } from '../../src/8-http/listen.ts';
import { makeFullReport } from '../make.ts';
import { type Made, makeApp, reading } from './make-app.ts';

let made: Made;
beforeEach(() => {
  made = makeApp();
});
afterEach(() => made.close());

describe('the API', () => {
  it('tells its health', async () => {
    expect(await made.json('/api/health')).toMatchObject({ ok: true, ...reading, reports: 1, claims: 3, events: 0, who: 'Ada' });
  });
  it('lists reports', async () => {
    const { items, next, total } = await made.json<{ items: { claims: number }[]; next: null; total: number }>('/api/reports');
    expect([items.length, items[0]?.claims, next, total]).toEqual([1, 3, null, 1]);
  });
  it('gives a report with a statement for each claim, by the beginning of its id', async () => {
    const full = makeFullReport();
    const view = await made.json<{ record: unknown; statements: { line: string }[]; appearances: unknown[] }>(
      `/api/reports/${full.id.slice(0, 7)}`,
    );
    expect(view.record).toEqual(JSON.parse(JSON.stringify(toJson(full))));
    expect(view.statements.map(({ line }) => line)[0]).toContain('Arrested: Mara Delane');
    expect(view.appearances).toHaveLength(1);
    expect(await made.json(`/api/reports/${full.id}/record`)).toEqual(view.record);
  });
  it('gives a claim with each value, its words and its rule', async () => {
    const claim = makeFullReport().claims[0];
    const view = await made.json<{
      values: { field: string; value: string; words: string | null }[];
      passage: { text: string };
      event: string;
    }>(`/api/claims/${claim?.id}`);
    expect(view.values).toContainEqual(expect.objectContaining({ field: 'where', value: 'Karvel', words: 'Karvel' }));
    expect(view.values).toContainEqual(expect.objectContaining({ field: 'when', words: 'April 2017' }));
    expect(view.passage.text).toMatch(/^In April 2017, .* a chapel\.$/);
    expect(view.event).toMatch(/^e_/);
  });
  it.each([
    ['', 3],
    ['?type=arrest', 1],
    ['?type=&country=', 3],
    ['?country=pk&stage=foiled', 1],
    ['?since=2017-07-01', 1],
    ['?limit=2', 2],
  ])('lists claims%s', async (query, n) => {
    expect((await made.json<{ items: unknown[] }>(`/api/claims${query}`)).items).toHaveLength(n);
  });
  it('counts types, countries and stages', async () => {
    expect(await made.json('/api/counts')).toMatchObject({ claims: 3, countries: [{ value: 'PK', count: 2 }] });
  });
  it('gives the codebook, sources and search', async () => {
    expect(await made.json('/api/codebook')).toMatchObject({
      families: ['violence', 'security'],
      types: [{ id: 'bombing', roles: ['actor', 'target'] }, {}, {}],
    });
    expect(await made.json('/api/sources')).toEqual({ items: [] });
    expect(await made.json('/api/search?q=chapel')).toMatchObject({ items: [{ passage: expect.stringContaining('«chapel»') }] });
  });
  it.each([
    ['/api/reports/r_none', 404, 'no-such-report'],
    ['/api/claims/c_none', 404, 'no-such-claim'],
    ['/api/events/e_none', 404, 'no-such-event'],
    ['/api/jobs/j_none', 404, 'no-such-job'],
    ['/api/jobs/j_none/events', 404, 'no-such-job'],
    ['/api/nothing', 404, 'no-such-route'],
    ['/api/read', 405, 'wrong-method'],
    ['/api/claims?stage=done', 400, 'bad-input'],
    ['/api/claims?since=yesterday', 400, 'bad-input'],
    ['/api/claims?since=2017-02-30', 400, 'bad-input'],
    ['/api/claims?limit=many', 400, 'bad-input'],
    ['/api/claims?limit=0', 400, 'bad-input'],
    ['/api/claims?after=xyz', 400, 'bad-input'],
    ['/api/claims?report=zz', 400, 'bad-input'],
    ['/api/events?tpye=bombing', 400, 'bad-input'],
    ['/api/events?bbox=1,2,3', 400, 'bad-input'],
    ['/api/events?killed=some', 400, 'bad-input'],
    ['/api/events?sort=colour', 400, 'bad-input'],
    ['/api/events?after=xyz', 400, 'bad-input'],
    ['/api/events?q=%22', 400, 'bad-input'],
    ['/api/search', 400, 'bad-input'],
    ['/api/facets?facet=colour', 400, 'bad-input'],
    ['/api/timeline?by=hour', 400, 'bad-input'],
    ['/api/changes?since=soon', 400, 'bad-input'],
    ['/api/changes/events?since=soon', 400, 'bad-input'],
  ])('%s fails in the one shape', async (path, status, code) => {
    const response = await made.get(path);
    expect(response.status).toBe(status);
    const body = (await response.json()) as { error: Record<string, string> };
    expect(Object.keys(body)).toEqual(['error']);
    expect(Object.keys(body.error)).toEqual(['code', 'message', 'hint']);
    expect(body.error['code']).toBe(code);
    expect(body.error['message']).not.toContain('\n');
  });
  it('says which methods a path takes', async () => {
    expect((await made.get('/api/read')).headers.get('allow')).toBe('POST');
  });
  it('says so when the database fails, without its innards', async () => {
    made.store.close();
    const response = await made.get('/api/counts');
    expect([response.status, ((await response.json()) as { error: { code: string } }).error.code]).toEqual([503, 'database']);
  });
});

describe('tags', () => {
  it('spare an answer that has not changed, and give one that has', async () => {
    const first = await made.get('/api/counts');
    const tag = first.headers.get('etag') ?? '';
    const again = await made.get('/api/counts', { 'if-none-match': `"other", ${tag}` });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    made.store.put({ ...makeFullReport(), id: 'r_second', source: 'b.txt' }, reading);
    expect((await made.get('/api/counts', { 'if-none-match': tag })).status).toBe(200);
  });
});

describe('the page', () => {
  it('is served with its assets, its nonce that of the answer and never the same', async () => {
    const [one, two] = [await made.get('/'), await made.get('/')];
    const nonce = /nonce="([^"]+)"/.exec(await one.text())?.[1];
    expect(nonce).toMatch(/^[\w+/=]{20,}$/);
    expect(one.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(one.headers.get('cache-control')).toBe('no-store');
    expect(await two.text()).not.toContain(nonce);
    const script = await made.get('/assets/a-1.js');
    expect([script.status, script.headers.get('content-type'), script.headers.get('cache-control')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
  });
  it.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/..%5csecret.json',
    '/%252e%252e/secret.json',
    '/assets/../../secret.json',
    '/secret.json%00.js',
    '/none.js',
    '/%ff.js',
    '/%',
  ])('%s stays inside its folder', async (path) => {
    expect((await made.get(path)).status).toBe(404);
  });
  it('says when it is not built', async () => {
    rmSync(join(made.folder, 'web', 'index.html'));
    expect((await made.get('/')).status).toBe(503);
  });
});

describe('listening', () => {
  it('takes the next port when one is taken, on this machine only', async () => {
    const first = await listen(made.server.fetch, { port: 0 });
    const second = await listen(made.server.fetch, { port: first.port });
    expect(second.port).toBeGreaterThan(first.port);
    expect(((await (await fetch(`${second.url}api/health`)).json()) as { ok: boolean }).ok).toBe(true);
    await first.close();
    await second.close();
  });
  it('refuses an address that is not of this machine', async () => {
    await expect(listen(made.server.fetch, { port: 0, host: '203.0.113.7' })).rejects.toThrow('--host');
  });
});
