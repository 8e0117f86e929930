import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentId } from '../../src/0-terms/content-id.ts';
import type { Page } from '../../src/1-pages/page.ts';
import type { Codebook } from '../../src/5-claims/codebook/codebook.ts';
import type { CodedReport } from '../../src/5-claims/coded-report.ts';
import { open } from '../../src/7-records/open.ts';
import type { Store } from '../../src/7-records/store.ts';
import { type App, app } from '../../src/8-http/app.ts';
import type { AppOptions } from '../../src/8-http/app-options.ts';
import { eachAlone } from '../7-records/make-events.ts';
import { makeFullReport, makeReport } from '../make.ts';

const type = (id: string, family: string): Codebook['types'][number] => ({
  id,
  label: id,
  family,
  definition: `What ${id} is.`,
  crosswalk: { plover: 'ASSAULT' },
  roles: { actor: ['any'], target: ['any'] },
  rules: [],
  examples: [{ text: 'An example.', gives: {}, line: 1 }],
  not: [{ text: 'None.', line: 2 }],
  at: { file: `${id}.yaml`, line: 1 },
});

export const codebook: Codebook = {
  name: 'test',
  version: '1.0.0',
  licence: 'CC0',
  families: ['violence', 'security'],
  ordinaryCrime: false,
  types: [type('bombing', 'violence'), type('suicide-bombing', 'violence'), type('arrest', 'security')],
  words: new Map(),
};
export const reading = { codebook: 'test 1.0.0', software: '0.1.0' };

export interface Made {
  readonly store: Store;
  readonly server: App;
  /** The built page stands in `web` of it, a secret beside that. */
  readonly folder: string;
  /** The pages that were read. */
  readonly pages: Page[];
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>;
  readonly json: <T = Record<string, unknown>>(path: string) => Promise<T>;
  readonly close: () => Promise<void>;
}

/**
 * A server over a record of one report with three claims, which reads what it is given without a model: the words "explode" and "cookies" make a
 * fault and a consent wall; anything else is a report like the first, with the text as its title and publisher as the page says.
 */
export function makeApp(options: Partial<AppOptions> = {}): Made {
  const folder = mkdtempSync(join(tmpdir(), 'saidso-test-'));
  mkdirSync(join(folder, 'web', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'web', 'index.html'), '<!doctype html><title>Saidso</title><meta property="csp-nonce" nonce="__NONCE__">');
  writeFileSync(join(folder, 'web', 'assets', 'a-1.js'), 'export {};');
  writeFileSync(join(folder, 'secret.json'), '{}');
  const store = open(':memory:');
  store.put(makeFullReport(), reading);
  const pages: Page[] = [];
  const read = (page: Page): CodedReport => {
    pages.push(page);
    if (page.text.includes('explode')) throw new TypeError('inner workings');
    if (page.text.includes('cookies'))
      return makeReport({ text: page.text, notes: [{ code: 'consent-wall', text: 'The page only asks for consent.' }] });
    const report = makeFullReport();
    const id = contentId('r', page.text);
    return {
      ...report,
      id,
      source: page.source,
      title: page.known?.title ?? page.text.slice(0, 200),
      claims: report.claims.map((claim) => ({ ...claim, id: contentId('c', `${id} ${claim.id}`) })),
    };
  };
  const server = app(store, {
    read,
    readAside: null,
    reading,
    codebook,
    refresh: () => void store.refreshEvents(eachAlone),
    refreshSome: () => store.refreshSomeEvents(eachAlone),
    fetchPages: async function* (urls) {
      for (const url of urls) yield { source: url, url, mediaType: 'text/plain' as const, text: `From ${url}`, notes: [] };
    },
    web: join(folder, 'web'),
    who: 'Ada',
    abroad: null,
    now: () => new Date('2026-11-22T10:00:00Z'),
    ...options,
  });
  const get = async (path: string, headers: Record<string, string> = {}) => server.request(`http://localhost:4180${path}`, { headers });
  return {
    store,
    server,
    folder,
    pages,
    get,
    post: async (path, body, headers = {}) =>
      server.request(`http://localhost:4180${path}`, {
        method: 'POST',
        body: body instanceof FormData || typeof body === 'string' ? body : JSON.stringify(body),
        headers: { ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }), ...headers },
      }),
    json: async <T>(path: string) => {
      const response = await get(path);
      if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
      return (await response.json()) as T;
    },
    close: async () => {
      await server.close();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
