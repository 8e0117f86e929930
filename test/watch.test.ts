import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guest } from '../src/1-pages/guest.ts';
import { noteForgotten } from '../src/7-records/forgotten.ts';
import { open } from '../src/7-records/open.ts';
import type { Store } from '../src/7-records/store.ts';
import { type WatchEvent, watch } from '../src/watch.ts';
import { makeReport } from './make.ts';

let folder: string;
let store: Store;
let server: Server;
let base: string;
let time: number;
let asked: { path: string; headers: IncomingMessage['headers'] }[];
let answers: Record<string, { status?: number; headers?: Record<string, string>; body?: string }>;

const rss = (...names: readonly string[]): string =>
  `<rss><channel><title>The Post</title>${names.map((name) => `<item><title>${name}</title><link>${base}/${name}</link><guid isPermaLink="false">g-${name}</guid></item>`).join('')}</channel></rss>`;
const article = (name: string) => ({ headers: { 'content-type': 'text/html' }, body: `<html><body><p>${name}</p></body></html>` });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'saidso-watch-'));
  store = open(join(folder, 'a.db'));
  time = Date.parse('2026-01-01T00:00:00Z');
  asked = [];
  answers = {};
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, headers: request.headers });
    const { status = 200, headers = {}, body = '' } = answers[path] ?? { status: 404 };
    const known = headers['etag'] !== undefined && request.headers['if-none-match'] === headers['etag'];
    response.writeHead(known ? 304 : status, headers);
    response.end(known ? '' : body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const now = (): Date => new Date(time);
async function once(
  options: { stopAfter?: number; abortAfter?: number; delaySeconds?: number; feeds?: readonly string[] } = {},
): Promise<WatchEvent[]> {
  const events: WatchEvent[] = [];
  const ending = new AbortController();
  const { signal } = ending;
  if (options.abortAfter !== undefined) setTimeout(() => ending.abort(), options.abortAfter);
  const run = watch({
    sources: (options.feeds ?? ['/feed']).map((path) => ({ url: base + path })),
    store,
    reading: { codebook: 'test 1', software: '0.1.0' },
    read: (page) => ({
      ...makeReport({ text: page.text.replace(/<[^>]+>/g, ''), source: page.source, url: page.url }),
      notes: page.text.includes('wall') ? [{ code: 'consent-wall', text: 'The page only asks for consent to cookies.' }] : [],
    }),
    guest: guest({
      allowPrivate: true,
      version: '1',
      contact: 'desk@example.org',
      timeoutSeconds: 5,
      delaySeconds: options.delaySeconds ?? 0,
      now,
      signal,
    }),
    everyMinutes: 30,
    once: true,
    now,
    signal,
  });
  for await (const event of run) {
    events.push(event);
    if (events.length === options.stopAfter) break;
  }
  return events;
}
const kinds = (events: readonly WatchEvent[]): string[] => events.map(({ kind }) => kind);
const pathsAsked = (): string[] => asked.map(({ path }) => path).filter((path) => path !== '/robots.txt');

describe('watch', () => {
  it('keeps what a feed names, once, with its capture, and says who asks', async () => {
    answers = { '/feed': { headers: { etag: '"1"' }, body: rss('a', 'b') }, '/a': article('a'), '/b': article('b') };
    expect(kinds(await once())).toEqual(['polled', 'kept', 'kept']);
    expect(asked[0]?.headers['user-agent']).toBe('Saidso/1 (+desk@example.org)');
    expect(store.captures(`${base}/a`)[0]).toMatchObject({ status: 200, at: '2026-01-01T00:00:00Z' });
    expect(store.watched.list()[0]).toMatchObject({
      title: 'The Post',
      kept: 2,
      waiting: 0,
      failures: 0,
      trouble: null,
      nextTry: '2026-01-01T00:30:00Z',
    });
    // Before its time it is not asked again; after it, conditionally; a changed feed gives only what is new.
    expect(await once()).toEqual([]);
    time += 31 * 60_000;
    asked = [];
    expect(await once()).toEqual([{ kind: 'polled', source: `${base}/feed`, fresh: 0 }]);
    expect(asked.find(({ path }) => path === '/feed')?.headers['if-none-match']).toBe('"1"');
    answers['/feed'] = { headers: { etag: '"2"' }, body: rss('c', 'a', 'b') };
    answers['/c'] = article('c');
    time += 31 * 60_000;
    asked = [];
    expect(kinds(await once())).toEqual(['polled', 'kept']);
    expect(pathsAsked()).toEqual(['/feed', '/c']);
  });

  it('goes on where it was ended', async () => {
    answers = { '/feed': { body: rss('a', 'b', 'c') }, '/a': article('a'), '/b': article('b'), '/c': article('c') };
    await once({ stopAfter: 2 });
    store.close();
    store = open(join(folder, 'a.db'));
    await once();
    expect(store.counts().reports).toBe(3);
    expect(store.watched.list()[0]).toMatchObject({ kept: 3, waiting: 0 });
  });

  it('ends at once when it is told to, in a pause or a fetch, and holds it against nobody', async () => {
    answers = { '/feed': { body: rss('a') }, '/a': article('a') };
    expect(await once({ delaySeconds: 60, abortAfter: 100 })).toEqual([]);
    expect(store.watched.list()[0]).toMatchObject({ failures: 0, trouble: null, waiting: 0 });
    expect(kinds(await once())).toEqual(['polled', 'kept']);
  });

  it('does as robots.txt asks, and does not bring back what was rejected', async () => {
    answers = {
      '/robots.txt': { body: 'User-agent: *\nDisallow: /a\n' },
      '/feed': { body: rss('a', 'b') },
      '/b': article('b'),
    };
    const events = await once();
    expect(events[1]).toMatchObject({ kind: 'rejected', text: expect.stringContaining('robots.txt asks not to be read') as string });
    expect(pathsAsked()).toEqual(['/feed', '/b']);
    time += 31 * 60_000;
    expect(kinds(await once())).toEqual(['polled']);
  });

  it('does not bring back what a person deleted or had removed', async () => {
    answers = { '/feed': { body: rss('a', 'b') }, '/a': article('a'), '/b': article('b') };
    const db = new Database(join(folder, 'a.db'));
    noteForgotten(db, { texts: [], bytes: [], addresses: [`${base}/b`] }, '2026-01-01T00:00:00Z');
    expect(kinds(await once())).toEqual(['polled', 'kept']);
    expect(pathsAsked()).toEqual(['/feed', '/a']);
    db.pragma('foreign_keys = ON');
    db.exec('DELETE FROM reports');
    db.close();
    time += 31 * 60_000;
    // The same article under a new name of the feed is known by its address.
    answers['/feed'] = { body: rss('a', 'b').replaceAll('g-', 'h-') };
    expect(kinds(await once())).toEqual(['polled']);
    expect(store.counts().reports).toBe(0);
    expect(store.watched.list()[0]).toMatchObject({ waiting: 0 });
  });

  it('keeps the capture of a page that is no article, and says what it is', async () => {
    answers = { '/feed': { body: rss('a') }, '/a': article('wall') };
    const events = await once();
    expect(events[1]).toMatchObject({ kind: 'rejected', text: expect.stringContaining('only asks for consent') as string });
    expect(store.captures(`${base}/a`)).toMatchObject([{ noArticle: 'consent-wall', report: null }]);
    expect(store.counts().reports).toBe(0);
  });

  it('tries again later what is out of order, with growing pauses', async () => {
    answers = { '/feed': { body: rss('a') }, '/a': { status: 503, headers: { 'retry-after': '7200' } } };
    expect(kinds(await once())).toEqual(['polled', 'put-off']);
    time += 119 * 60_000;
    expect(kinds(await once())).toEqual(['polled']);
    time += 2 * 60_000;
    answers['/a'] = article('a');
    expect(kinds(await once())).toEqual(['kept']);
  });

  it.each([
    ['not-found', { status: 404 }],
    ['server', { status: 500 }],
    ['not-a-feed', { body: '<html><body>Welcome</body></html>' }],
    ['bot-wall', { body: '<html><body>Please verify you are human</body></html>' }],
    ['empty', { body: '<rss><channel></channel></rss>' }],
  ])('says that a feed is %s and asks more and more rarely', async (trouble, answer) => {
    answers = { '/feed': answer };
    expect(await once()).toMatchObject([{ kind: 'trouble', trouble, failures: 1 }]);
    expect(store.watched.list()[0]).toMatchObject({ trouble, failures: 1, nextTry: '2026-01-01T00:30:00Z' });
    time += 31 * 60_000;
    expect(await once()).toMatchObject([{ kind: 'trouble', failures: 2 }]);
    expect(store.watched.list()[0]).toMatchObject({ failures: 2, nextTry: '2026-01-01T01:31:00Z' });
  });
});
