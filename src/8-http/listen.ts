import { createServer } from 'node:http';
import { isIP } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { InputError } from '../0-terms/errors.ts';

export interface Listening {
  /** http://localhost:PORT/, or with the address that it listens on. */
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

export interface ListenOptions {
  readonly port: number;
  /** Address or name of this machine; 127.0.0.1 when not given, which no other machine reaches. */
  readonly host?: string;
}

/** How many ports after the first are tried. */
const TRIES = 20;

/**
 * Answers on this machine only (127.0.0.1) unless told otherwise, from `port` on or the next free one; 0 takes any free one.
 * Throws InputError when none is free or the address is none of this machine's.
 */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { port, host = '127.0.0.1' }: ListenOptions,
): Promise<Listening> {
  for (let at = port; at < port + TRIES && at <= 65_535; at++) {
    const server = createServer(getRequestListener(fetch));
    // Whoever sends a request drop by drop holds a connection and nothing else; uploads may take their time.
    server.headersTimeout = 20_000;
    const taken = await new Promise<boolean>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(true);
        else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN')
          reject(
            new InputError(`${host}: is no address of this machine; give one with --host, e.g. 0.0.0.0 for all of them`, { cause: error }),
          );
        else reject(error);
      });
      server.listen(at, host, () => resolve(false));
    });
    if (taken) continue;
    const address = server.address();
    const bound = typeof address === 'object' && address !== null ? address.port : at;
    const close = (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    return { url: `http://${isLoopback(host) ? 'localhost' : isIP(host) === 6 ? `[${host}]` : host}:${bound}/`, port: bound, close };
  }
  throw new InputError(`no free port from ${port} to ${Math.min(65_535, port + TRIES - 1)}; give another with --port`);
}

/** Addresses by which only this machine reaches itself. */
export const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i.test(host);
