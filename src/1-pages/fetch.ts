import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, buildConnector, request } from 'undici';
import { InputError } from '../0-terms/errors.ts';
import { checkLiteral, guardedLookup, mayVisit, PrivateAddressError, type Resolve } from './address-guard.ts';
import { contentType } from './archives/http-message.ts';
import { type Arrival, instant } from './capture.ts';
import { FetchError, type Trouble } from './fetch-error.ts';
import { bounded } from './incoming.ts';
import { MAX_PAGE_BYTES, tooLarge } from './page-from-bytes.ts';

/** How an address is fetched. */
export interface FetchOptions {
  /** Also addresses of this machine and its network. */
  readonly allowPrivate: boolean;
  /** The user agent, whole. */
  readonly agent: string;
  /** For the whole page, redirects and body included. */
  readonly timeoutSeconds: number;
  readonly now: () => Date;
  /** Further request headers, e.g. `if-none-match`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** Asked before a redirect is followed; what it throws ends the fetch. */
  readonly onRedirect?: (url: string) => Promise<void>;
  /** How names become addresses; the machine's own way without it. */
  readonly resolve?: Resolve | undefined;
}

/** What a server sent, its content encoding removed. */
export interface Fetched {
  readonly bytes: Uint8Array;
  /** Where it was found in the end. */
  readonly url: string;
  readonly mediaType: string | null;
  readonly charset: string | null;
  readonly arrival: Arrival;
}

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** What holds no text, by what the server says: not worth the transfer. */
const NO_TEXT = /^(?:image|audio|video|font|model)\//;

/** Fetches one address. Throws InputError, mostly a FetchError: one line for a person with what happened, at which address, what to do. */
export async function fetchBytes(source: string, options: FetchOptions): Promise<Fetched> {
  const dispatcher = agent(options.allowPrivate, options.resolve);
  const timeout = AbortSignal.timeout(options.timeoutSeconds * 1000);
  const signal = options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]);
  let url: URL | null = null;
  const addresses: string[] = [];
  try {
    url = parsed(source, source);
    checkLiteral(url, options.allowPrivate);
    for (let hop = 0; ; hop += 1) {
      addresses.push(url.href);
      const response = await request(url, {
        dispatcher,
        signal,
        headers: {
          'user-agent': options.agent,
          accept: 'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain;q=0.9, */*;q=0.1',
          'accept-encoding': 'gzip, br, deflate',
          ...options.headers,
        },
        headersTimeout: options.timeoutSeconds * 1000,
        bodyTimeout: options.timeoutSeconds * 1000,
      });
      const header = (name: string): string => [response.headers[name]].flat()[0] ?? '';
      const { statusCode: status } = response;
      if (REDIRECTS.has(status) && header('location') !== '') {
        giveUp(response.body);
        if (hop === MAX_REDIRECTS)
          throw new FetchError(`${source}: sends on more than ${MAX_REDIRECTS} times; give the article's own address`, 'redirects', status);
        url = parsed(header('location'), source, url);
        checkLiteral(url, options.allowPrivate);
        await options.onRedirect?.(url.href);
        continue;
      }
      if (status !== 200 && status !== 203) {
        giveUp(response.body);
        const retryAfter = /^\d{1,6}$/.test(header('retry-after')) ? Number(header('retry-after')) : null;
        throw new FetchError(`${source}: the server answered ${status}${meaning(status)}`, troubleOf(status), status, { retryAfter });
      }
      const { mediaType, charset } = contentType(header('content-type'));
      if (mediaType !== null && NO_TEXT.test(mediaType)) {
        giveUp(response.body);
        throw new FetchError(`${source}: is ${mediaType}, not a page of text; give the address of an article`, 'other', status);
      }
      if (Number(header('content-length')) > MAX_PAGE_BYTES) {
        giveUp(response.body);
        throw tooLarge(source);
      }
      const bytes = await bounded(unpacked(response.body, header('content-encoding')), source);
      const headers = Object.fromEntries(
        Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), [value ?? ''].flat().join(', ')]),
      );
      return { bytes, url: url.href, mediaType, charset, arrival: { addresses, status, headers, at: instant(options.now()) } };
    }
  } catch (cause) {
    throw said(source, url, cause, options);
  } finally {
    void dispatcher.destroy().catch(() => undefined);
  }
}

const troubleOf = (status: number): Trouble =>
  status === 304
    ? 'not-changed'
    : status === 404 || status === 410
      ? 'not-found'
      : status === 429
        ? 'busy'
        : status >= 500
          ? 'server'
          : 'refused';

function parsed(address: string, source: string, base?: URL): URL {
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    throw new InputError(`${source}: is no address that can be read; write it as https://host/path`);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new InputError(
      `${source}: ${base ? 'sends on to' : 'is'} a ${url.protocol.replace(':', '')} address; only http and https are read`,
    );
  if (url.username !== '' || url.password !== '')
    throw new InputError(`${source}: holds a user name or password; give the address without it`);
  return url;
}

/** Connections that judge the address at three moments: when the name is resolved, and again when the socket stands. */
function agent(allowPrivate: boolean, resolve?: Resolve): Agent {
  const timeout = 10_000;
  const connect = buildConnector({ timeout, lookup: guardedLookup(allowPrivate, resolve) });
  return new Agent({
    connect(options, callback) {
      connect(options, (error, socket) => {
        if (error !== null) callback(error, null);
        else if (socket.remoteAddress !== undefined && !mayVisit(socket.remoteAddress, allowPrivate)) {
          socket.destroy();
          callback(new PrivateAddressError(socket.remoteAddress), null);
        } else callback(null, socket);
      });
    },
  });
}

/** Leaves a body unread; the fault that this makes is no news. */
function giveUp(body: Readable): void {
  body.on('error', () => undefined);
  body.destroy();
}

/** The body without its compression; every layer that the header names, three at most. */
function unpacked(body: Readable, encodings: string): Readable {
  // Breaking off (a page over the limit) must not surface as a fault nobody waits for.
  body.on('error', () => undefined);
  let stream = body;
  for (const encoding of encodings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .reverse()
    .slice(0, 3)) {
    const next =
      encoding === 'gzip' || encoding === 'x-gzip'
        ? createGunzip()
        : encoding === 'br'
          ? createBrotliDecompress()
          : encoding === 'deflate'
            ? createInflate()
            : null;
    if (next === null) continue;
    stream.on('error', (error) => next.destroy(error));
    stream = stream.pipe(next);
  }
  return stream;
}

/** Every failure as one line. */
function said(source: string, url: URL | null, cause: unknown, { timeoutSeconds: seconds, allowPrivate }: FetchOptions): InputError {
  if (cause instanceof InputError) return cause;
  const host = url?.host ?? source;
  const error = cause as { name?: string; code?: string; message?: string; cause?: { code?: string }; errors?: { code?: string }[] };
  const code = error.code ?? error.cause?.code ?? error.errors?.[0]?.code ?? '';
  const line = (trouble: Trouble, what: string): FetchError => new FetchError(`${source}: ${what}`, trouble, null, { cause });
  if (cause instanceof PrivateAddressError || code === 'SAIDSO_PRIVATE')
    return line(
      'private',
      allowPrivate
        ? `${host} is an address on which machines keep their own keys and no pages stand; it is never read`
        : `${host} is an address of a private network, which is not read; add --allow-private if you mean it`,
    );
  if (error.name === 'TimeoutError' || /TIMEOUT|TIMEDOUT/.test(code))
    return line('timeout', `${host} did not answer within ${seconds} seconds; try again later or save the page and give the file`);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA')
    return line('network', `no server named ${url?.hostname ?? host} was found; check the address and the network`);
  if (code === 'ECONNREFUSED') return line('network', `${host} refuses connections; check the address`);
  if (code === 'ECONNRESET' || code === 'UND_ERR_SOCKET' || code === 'EPIPE')
    return line('network', `${host} broke off the connection; try again later`);
  if (/^(?:ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|EACCES|EPERM)$/.test(code))
    return line('network', `${host} cannot be reached from here; check the network`);
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code))
    return line('tls', `the certificate of ${host} cannot be trusted (${code}); save the page and give the file`);
  if (/^Z_|^ERR__?ERROR|BROTLI|ERR_PADDING|Z_DATA/.test(code))
    return line('other', 'its compressed content is damaged; save the page and give the file');
  return line(
    'other',
    `could not be fetched (${code || (error.message ?? 'unknown fault').split('\n')[0]}); save the page and give the file`,
  );
}

function meaning(status: number): string {
  if (status === 404 || status === 410) return ' (not found); check the address';
  if (status === 401 || status === 402) return ' (a subscription or password is asked for); save the page and give the file';
  if (status === 403 || status === 451) return ' (not allowed); open it in a browser, save the page and give the file';
  if (status === 429) return ' (too many requests); try again later';
  if (status >= 500) return ' (the server is in trouble); try again later';
  return '; open it in a browser, save the page and give the file';
}
