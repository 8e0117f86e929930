import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guest } from '../../src/1-pages/guest.ts';

type Answers = Record<string, { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: string }>;
const servers: Server[] = [];
let asked: string[];
beforeEach(() => {
  asked = [];
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A host of its own; its answers may be filled in later. */
async function host(name: string): Promise<{ base: string; answers: Answers }> {
  const answers: Answers = {};
  const server = createServer((request, response) => {
    asked.push(`${name}${request.url}`);
    const { status = 200, headers = {}, body = '' } = answers[request.url ?? ''] ?? { status: 404 };
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, answers };
}
const visit = () => guest({ allowPrivate: true, version: '1', timeoutSeconds: 5, delaySeconds: 0, now: () => new Date(0) });

describe('a guest on the web', () => {
  it('asks the robots.txt of the host that a redirect leads to, and stays out where it is not wanted', async () => {
    const [a, b] = [await host('a'), await host('b')];
    a.answers['/1'] = { status: 302, headers: { location: `${b.base}/closed/1` } };
    a.answers['/2'] = { status: 302, headers: { location: `${b.base}/open/2` } };
    b.answers['/robots.txt'] = { body: 'User-agent: *\nDisallow: /closed/\n' };
    b.answers['/open/2'] = { body: '<p>Here.</p>' };
    const guide = visit();
    await expect(guide.fetch(`${a.base}/1`, { found: true })).rejects.toThrow(
      `${a.base}/1: sends on to ${b.base}/closed/1, whose robots.txt asks not to be read`,
    );
    const { bytes, url, arrival } = await guide.fetch(`${a.base}/2`, { found: true });
    expect(Buffer.from(bytes).toString()).toBe('<p>Here.</p>');
    expect([url, arrival.addresses]).toEqual([`${b.base}/open/2`, [`${a.base}/2`, `${b.base}/open/2`]]);
    expect(asked).toEqual(['a/robots.txt', 'a/1', 'b/robots.txt', 'a/2', 'b/open/2']);
  });

  it('asks it too where the redirect stays on the host', async () => {
    const a = await host('a');
    a.answers['/1'] = { status: 301, headers: { location: '/closed/1' } };
    a.answers['/robots.txt'] = { body: 'User-agent: Saidso\nDisallow: /closed/\n' };
    await expect(visit().fetch(`${a.base}/1`, { found: true })).rejects.toMatchObject({ trouble: 'robots' });
    expect(asked).toEqual(['a/robots.txt', 'a/1']);
  });

  it('reads what a person names as a browser would', async () => {
    const a = await host('a');
    a.answers['/robots.txt'] = { body: 'User-agent: *\nDisallow: /\n' };
    a.answers['/1'] = { body: '<p>Here.</p>' };
    await visit().fetch(`${a.base}/1`);
    expect(asked).toEqual(['a/1']);
  });

  it.each([
    ['a server in trouble with its robots.txt is left alone', { status: 503 }, false],
    ['none means no rules', { status: 404 }, true],
  ])('%s', async (_, answer, isRead) => {
    const a = await host('a');
    a.answers['/robots.txt'] = answer;
    a.answers['/1'] = { body: '<p>Here.</p>' };
    const done = visit().fetch(`${a.base}/1`, { found: true });
    if (isRead) expect((await done).url).toBe(`${a.base}/1`);
    else await expect(done).rejects.toThrow('robots.txt');
  });
});
