import { createSocket, type Socket } from 'node:dgram';
import { type LookupAddress, Resolver } from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Resolve } from '../../src/1-pages/address-guard.ts';
import { fetchBytes } from '../../src/1-pages/fetch.ts';

// An address that is given out and that nothing here leads to: a connection fails at once or runs out of time.
const PUBLIC = '93.184.216.34';
const PRIVATE = '127.0.0.1';

let intranet: Server;
let visits: number;
let port: number;
beforeEach(async () => {
  visits = 0;
  intranet = createServer((_, response) => {
    visits += 1;
    response.end('<p>The secrets of the house.</p>');
  });
  await new Promise<void>((done) => intranet.listen(0, PRIVATE, done));
  port = (intranet.address() as AddressInfo).port;
});
afterEach(() => {
  intranet.closeAllConnections();
  intranet.close();
});

const fetched = (resolve: Resolve, host = 'rebind.example'): Promise<string> =>
  fetchBytes(`http://${host}:${port}/`, {
    allowPrivate: false,
    agent: 'test',
    timeoutSeconds: 1,
    now: () => new Date(0),
    resolve,
  }).then(
    ({ bytes }) => Buffer.from(bytes).toString(),
    (error: Error) => error.message,
  );

describe('a name that changes its address', () => {
  it.each<[string, (asked: number) => LookupAddress[]]>([
    ['private at once', () => [{ address: PRIVATE, family: 4 }]],
    ['public first, private at the second asking', (asked) => [{ address: asked === 1 ? PUBLIC : PRIVATE, family: 4 }]],
    [
      'public and private together',
      () => [
        { address: PUBLIC, family: 4 },
        { address: PRIVATE, family: 4 },
      ],
    ],
    ['private in IPv6 clothes', () => [{ address: `::ffff:${PRIVATE}`, family: 6 }]],
    ['no address', () => []],
  ])('%s: no connection to this machine', async (_, answer) => {
    let asked = 0;
    const resolve: Resolve = (_, __, callback) => callback(null, answer(++asked));
    const said = [await fetched(resolve), await fetched(resolve)];
    expect(said.at(-1)).toContain('rebind.example');
    expect(said.at(-1)).toMatch(/is an address of a private network, which is not read/);
    expect(visits).toBe(0);
  });

  it('public when it is judged, private when the socket opens: broken off before a word is sent', async () => {
    let looks = 0;
    const two: LookupAddress = {
      get address() {
        looks += 1;
        return looks === 1 ? PUBLIC : PRIVATE;
      },
      family: 4,
    };
    expect(await fetched((_, __, callback) => callback(null, [two]))).toMatch(/private network, which is not read/);
    expect(looks).toBeGreaterThan(1);
    expect(visits).toBe(0);
  });

  describe('with a real server of names', () => {
    let names: Socket;
    let asked: number;
    beforeEach(async () => {
      asked = 0;
      names = createSocket('udp4');
      names.on('message', (question, from) => {
        asked += 1;
        names.send(answerTo(question, asked === 1 ? PUBLIC : PRIVATE), from.port, from.address);
      });
      await new Promise<void>((done) => names.bind(0, PRIVATE, done));
    });
    afterEach(() => void names.close());

    it('that answers a public address first and this machine from then on', async () => {
      const resolver = new Resolver();
      resolver.setServers([`${PRIVATE}:${names.address().port}`]);
      const resolve: Resolve = (host, _, callback) =>
        resolver.resolve4(host, (error, found) => callback(error, error === null ? found.map((address) => ({ address, family: 4 })) : []));
      const first = await fetched(resolve);
      const second = await fetched(resolve);
      expect(asked).toBe(2);
      expect(first).not.toContain('private network');
      expect(second).toMatch(/rebind\.example:\d+ is an address of a private network/);
      expect(visits).toBe(0);
    });
  });
});

/** The answer of a server of names to a question for one address (RFC 1035, 4.1), good for no time at all. */
function answerTo(question: Buffer, address: string): Buffer {
  const head = Buffer.from(question.subarray(0, 12));
  head.writeUInt16BE(0x8180, 2);
  head.writeUInt16BE(1, 6);
  head.writeUInt16BE(0, 10);
  const end = question.indexOf(0, 12) + 5;
  const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...address.split('.').map(Number)]);
  return Buffer.concat([head, question.subarray(12, end), record]);
}
