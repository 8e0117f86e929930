import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, buildConnector, request } from 'undici';
import { InputError } from '../0-terms/errors.ts';
import { checkLiteral, isPublicAddress, PrivateAddressError, publicLookup } from './address-guard.ts';
import type { Page } from './page.ts';
import { MAX_PAGE_BYTES, pageFromBytes, tooLarge } from './page-from-bytes.ts';

/** How an address is fetched. */
export interface FetchOptions {
  /** Also addresses of this machine and its network. */
  readonly allowPrivate: boolean;
  /** Version in the user agent. */
  readonly version: string;
  /** For the whole page, redirects and body included. */
  readonly timeoutSeconds: number;
  readonly published: string | undefined;
}

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const READABLE = /^(?:text\/(?:html|plain)|application\/xhtml\+xml|text\/markdown)$/;
/** Types that say nothing; the bytes decide. */
const VAGUE = /^(?:|application\/octet-stream|binary\/octet-stream|text\/\*)$/;

/** Fetches one page. Throws InputError, one line for a person: what happened, at which address, what to do. */
export async function pageFromUrl(source: string, options: FetchOptions): Promise<Page> {
  const dispatcher = agent(options.allowPrivate);
  const signal = AbortSignal.timeout(options.timeoutSeconds * 1000);
  let url = parsed(source, source);
  try {
    for (let hop = 0; ; hop += 1) {
      if (!options.allowPrivate) checkLiteral(url);
      const response = await request(url, {
        dispatcher,
        signal,
        headers: {
          'user-agent': `Saidso/${options.version}`,
          accept: 'text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1',
          'accept-encoding': 'gzip, br, deflate',
        },
        headersTimeout: options.timeoutSeconds * 1000,
        bodyTimeout: options.timeoutSeconds * 1000,
      });
      const header = (name: string): string => [response.headers[name]].flat()[0] ?? '';
      if (REDIRECTS.has(response.statusCode) && header('location') !== '') {
        giveUp(response.body);
        if (hop === MAX_REDIRECTS)
          throw new InputError(`${source}: sends on more than ${MAX_REDIRECTS} times; give the article's own address`);
        url = parsed(header('location'), source, url);
        continue;
      }
      if (response.statusCode !== 200 && response.statusCode !== 203) {
        giveUp(response.body);
        throw new InputError(`${source}: the server answered ${response.statusCode}${meaning(response.statusCode)}`);
      }
      const [type = '', ...parameters] = header('content-type')
        .toLowerCase()
        .split(';')
        .map((part) => part.trim());
      if (!READABLE.test(type) && !VAGUE.test(type)) {
        giveUp(response.body);
        throw new InputError(`${source}: is ${type}, not a page of text; give the address of an article`);
      }
      if (Number(header('content-length')) > MAX_PAGE_BYTES) {
        giveUp(response.body);
        throw tooLarge(source);
      }
      const bytes = await bounded(unpacked(response.body, header('content-encoding')), source);
      const charset = parameters.find((part) => part.startsWith('charset='))?.slice(8) ?? null;
      return pageFromBytes(bytes, {
        source,
        url: url.href,
        mediaType: VAGUE.test(type) || type === 'text/plain' ? null : type,
        charset,
        published: options.published,
      });
    }
  } catch (cause) {
    throw said(source, url, cause, options.timeoutSeconds);
  } finally {
    void dispatcher.destroy().catch(() => undefined);
  }
}

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
function agent(allowPrivate: boolean): Agent {
  const timeout = 10_000;
  if (allowPrivate) return new Agent({ connect: { timeout } });
  const connect = buildConnector({ timeout, lookup: publicLookup });
  return new Agent({
    connect(options, callback) {
      connect(options, (error, socket) => {
        if (error !== null) callback(error, null);
        else if (socket.remoteAddress !== undefined && !isPublicAddress(socket.remoteAddress)) {
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

/** All bytes of a stream up to the limit for a page; beyond it the stream is given up. */
export async function bounded(stream: AsyncIterable<Uint8Array>, source: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MAX_PAGE_BYTES) throw tooLarge(source);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Every failure as one line. */
function said(source: string, url: URL, cause: unknown, seconds: number): InputError {
  if (cause instanceof InputError) return cause;
  const { host } = url;
  const error = cause as { name?: string; code?: string; message?: string; cause?: { code?: string }; errors?: { code?: string }[] };
  const code = error.code ?? error.cause?.code ?? error.errors?.[0]?.code ?? '';
  const line = (what: string): InputError => new InputError(`${source}: ${what}`, { cause });
  if (cause instanceof PrivateAddressError || code === 'SAIDSO_PRIVATE')
    return line(
      `${host} is an address of a private network, which is not read; save the page and give the file, or allow private addresses`,
    );
  if (error.name === 'TimeoutError' || /TIMEOUT|TIMEDOUT/.test(code))
    return line(`${host} did not answer within ${seconds} seconds; try again later or save the page and give the file`);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA')
    return line(`no server named ${url.hostname} was found; check the address and the network`);
  if (code === 'ECONNREFUSED') return line(`${host} refuses connections; check the address`);
  if (code === 'ECONNRESET' || code === 'UND_ERR_SOCKET' || code === 'EPIPE')
    return line(`${host} broke off the connection; try again later`);
  if (/^(?:ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|EACCES|EPERM)$/.test(code))
    return line(`${host} cannot be reached from here; check the network`);
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code))
    return line(`the certificate of ${host} cannot be trusted (${code}); save the page and give the file`);
  if (/^Z_|^ERR__?ERROR|BROTLI|ERR_PADDING|Z_DATA/.test(code))
    return line('its compressed content is damaged; save the page and give the file');
  return line(`could not be fetched (${code || (error.message ?? 'unknown fault').split('\n')[0]}); save the page and give the file`);
}

function meaning(status: number): string {
  if (status === 404 || status === 410) return ' (not found); check the address';
  if (status === 401 || status === 402) return ' (a subscription or password is asked for); save the page and give the file';
  if (status === 403 || status === 451) return ' (not allowed); open it in a browser, save the page and give the file';
  if (status === 429) return ' (too many requests); try again later';
  if (status >= 500) return ' (the server is in trouble); try again later';
  return '; open it in a browser, save the page and give the file';
}
