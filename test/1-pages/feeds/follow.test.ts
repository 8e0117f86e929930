import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collect } from '../../../src/1-pages/collect.ts';

let server: Server;
let base: string;
const asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const bodies: Record<string, string> = {
      '/opml': `<opml><body><outline xmlUrl="${base}/feed"/><outline xmlUrl="${base}/gone"/></body></opml>`,
      '/feed': `<rss><channel><item><title>Raid</title><link>/a</link><pubDate>15 May 2024</pubDate></item><item><link>/private/b</link></item><item><link>/feed</link></item></channel></rss>`,
      '/a': '<html><body><p>A raid took place.</p></body></html>',
      '/robots.txt': 'User-agent: *\nDisallow: /private/\n',
    };
    response.writeHead(bodies[path] === undefined ? 404 : 200);
    response.end(bodies[path]);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it('follows an OPML to its feeds and their pages, as robots.txt allows, and never round', async () => {
  const said: string[] = [];
  for await (const one of collect({ inputs: [`${base}/opml`], allowPrivate: true, delaySeconds: 0 }))
    said.push(
      'error' in one
        ? one.error.message.replaceAll(base, '')
        : `${one.url?.replace(base, '')} ${one.known?.listedTitle} ${one.known?.listedDate}`,
    );
  expect(said).toEqual([
    '/a Raid 15 May 2024',
    '/private/b: its robots.txt asks not to be read; open it in a browser, save the page and give the file',
    '/feed: is a feed, not a text; give it by itself, and its articles are fetched',
    '/gone: the server answered 404 (not found); check the address',
  ]);
  expect(asked.filter((path) => path === '/robots.txt')).toHaveLength(1);
});
