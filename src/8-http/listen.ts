import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { InputError } from '../0-terms/errors.ts';

export interface Listening {
  /** http://localhost:PORT/ */
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** How many ports after the first are tried. */
const TRIES = 20;

/**
 * Answers on this machine only (127.0.0.1), from `port` on or the next free one; 0 takes any free one.
 * Throws InputError when none is free.
 */
export async function listen(fetch: (request: Request) => Response | Promise<Response>, port: number): Promise<Listening> {
  for (let at = port; at < port + TRIES && at <= 65_535; at++) {
    const server = createServer(getRequestListener(fetch));
    const taken = await new Promise<boolean>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(true);
        else reject(error);
      });
      server.listen(at, '127.0.0.1', () => resolve(false));
    });
    if (taken) continue;
    const address = server.address();
    const bound = typeof address === 'object' && address !== null ? address.port : at;
    const close = (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    return { url: `http://localhost:${bound}/`, port: bound, close };
  }
  throw new InputError(`no free port from ${port} to ${Math.min(65_535, port + TRIES - 1)}; give another with --port`);
}
