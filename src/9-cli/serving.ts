import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { collect } from '../1-pages/collect.ts';
import type { Store } from '../7-records/store.ts';
import { app } from '../8-http/app.ts';
import type { Abroad, AppOptions } from '../8-http/app-options.ts';
import { isLoopback, listen } from '../8-http/listen.ts';
import { packageFolder } from '../load-kit.ts';
import type { Readers } from '../readers.ts';
import type { Reader, ServeRequest, Serving } from './context.ts';

/** The page and the API over a store, until closed. `refresh` brings its events up to date, `refreshSome` a piece at a time. */
export async function serving(
  store: Store,
  { read, reading, codebook, readers }: Reader,
  { port, host, token, who, version }: ServeRequest & { readonly version: string },
  { refresh, refreshSome }: Pick<AppOptions, 'refresh' | 'refreshSome'>,
): Promise<Serving> {
  const abroad = host === null || (isLoopback(host) && token === null) ? null : abroadFor(host, token);
  const web = join(packageFolder(), 'web', 'dist');
  // One thread, started with the first page that is read: it loads the models by itself.
  let thread: Readers | null = null;
  const page = app(store, {
    read,
    readAside:
      readers === undefined
        ? null
        : (one) => {
            thread = thread ?? readers(1);
            return thread.read(one);
          },
    reading,
    codebook,
    refresh,
    refreshSome,
    fetchPages: (inputs, published) => collect({ inputs, version, ...(published === undefined ? {} : { published }) }),
    web: existsSync(web) ? web : null,
    who,
    abroad,
    now: () => new Date(),
  });
  refresh();
  const listening = await listen(page.fetch, { port, ...(host === null ? {} : { host }) });
  const open = isEverywhere(host) ? listening.url.replace(/\/\/[^/]*:/, `//${ownAddress()}:`) : listening.url;
  return {
    url: abroad === null ? open : `${open}?token=${abroad.token}`,
    port: listening.port,
    async close() {
      await page.close();
      await thread?.close();
      await listening.close();
    },
  };
}

const isEverywhere = (host: string | null): boolean => host === '0.0.0.0' || host === '::';

const abroadFor = (host: string, token: string | null): Abroad => ({
  token: token ?? randomBytes(24).toString('base64url'),
  hosts: isEverywhere(host) ? null : [host.includes(':') ? `[${host}]` : host.toLowerCase()],
});

/** The address by which the machines around reach this one. */
function ownAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all.find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? 'localhost';
}
