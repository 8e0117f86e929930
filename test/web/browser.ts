import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { expect } from 'vitest';
import { builtPage } from '../../eval/page/built-page.ts';
import { executablePath } from '../../eval/page/chromium.ts';
import { collect } from '../../src/1-pages/collect.ts';
import { open } from '../../src/7-records/open.ts';
import type { Store } from '../../src/7-records/store.ts';
import { app } from '../../src/8-http/app.ts';
import { listen } from '../../src/8-http/listen.ts';
import { ingest } from '../../src/ingest.ts';
import { loadKit } from '../../src/load-kit.ts';
import { read } from '../../src/read.ts';

const HOME = join(import.meta.dirname, '..', '..');
/** True where no Chromium is: `describe.skipIf(noBrowser)`. Says so once a test file. */
export const noBrowser = executablePath === undefined;
if (noBrowser)
  console.log('The page is not tried in a browser: no Chromium is here (apt-get install chromium, or set CHROMIUM to its path).');

/** Where screenshots land; git ignores it. */
export const SCREENSHOTS = join(HOME, '.cache', 'screenshots');

export interface VisitOptions {
  /** Of the window, in pixels; 1280 by 800 when not given. */
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** Console errors that the test brings about on purpose (an answer of 404, say). */
  readonly expected?: RegExp;
  /** What the context is made with besides, e.g. `{locale: 'de-DE', reducedMotion: 'reduce'}`. */
  readonly context?: BrowserContextOptions;
}

/** A real server over a temporary database, and a browser before it. */
export interface Site {
  /** `http://localhost:PORT/` */
  readonly url: string;
  readonly store: Store;
  /** Folder of the temporary database. */
  readonly folder: string;
  /**
   * Opens `#/…` in a window of its own and hands it on. Anything that the browser complains of (console errors, breaches of the
   * security policy, exceptions) and any request that leaves localhost fails the test.
   */
  visit<T>(hash: string, look: (page: Page) => Promise<T>, options?: VisitOptions): Promise<T>;
  close(): Promise<void>;
}

export interface SiteOptions {
  /** Whether the reports of examples/ are in the record; true when not given. */
  readonly examples?: boolean;
  /** Puts more into the record before the server starts. */
  readonly fill?: (store: Store) => void;
}

/** Starts server and browser: `beforeAll(async () => { site = await startSite(); }, 120_000)`. */
export async function startSite({ examples = true, fill }: SiteOptions = {}): Promise<Site> {
  const web = await builtPage();
  const folder = mkdtempSync(join(tmpdir(), 'saidso-web-'));
  const store = open(join(folder, 'record.db'));
  const kit = loadKit();
  const reading = { codebook: `${kit.codebook.name} ${kit.codebook.version}`, software: '0.1.0' };
  if (examples) {
    const pages = collect({ inputs: [join(HOME, 'examples')], stdin: nothing(), version: '0.1.0' });
    for await (const outcome of ingest({ pages, read: (page) => read(page, kit), keep: { store, reading } }))
      if ('error' in outcome) throw outcome.error;
  }
  fill?.(store);
  store.refreshEvents(kit);
  const server = app(store, {
    read: (page) => read(page, kit),
    readAside: null,
    reading,
    codebook: kit.codebook,
    refresh: () => {
      store.refreshEvents(kit);
    },
    refreshSome: () => store.refreshSomeEvents(kit),
    fetchPages: (urls) => collect({ inputs: [...urls], stdin: nothing(), version: '0.1.0' }),
    web,
    who: 'reader',
    abroad: null,
    now: () => new Date(),
  });
  const listening = await listen(server.fetch, { port: 0 });
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    // The network is cut: no name but that of this machine leads anywhere.
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'],
  });
  return {
    url: listening.url,
    store,
    folder,
    visit: (hash, look, options = {}) => visit(browser, listening.url, hash, look, options),
    async close() {
      await browser.close();
      await listening.close();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function visit<T>(browser: Browser, url: string, hash: string, look: (page: Page) => Promise<T>, options: VisitOptions): Promise<T> {
  const { width = 1280, height = 800, dark = false, expected, context: more = {} } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    locale: 'en-GB',
    timezoneId: 'UTC',
    acceptDownloads: true,
    ...more,
  });
  const faults: string[] = [];
  const fault = (text: string): void => {
    if (!expected?.test(text)) faults.push(text);
  };
  context.on('request', (request) => {
    const to = request.url();
    if (!to.startsWith(url) && !/^(?:data|blob):/.test(to)) fault(`asked for ${to}`);
  });
  context.on('console', (message) => message.type() === 'error' && fault(message.text()));
  context.on('weberror', (error) => fault(error.error().message));
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${url}${hash}`);
    await page.waitForSelector('main h1');
    const seen = await look(page);
    expect(faults).toEqual([]);
    return seen;
  } finally {
    await context.close();
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeViolation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Fails on any violation of WCAG 2.2 A and AA, and of axe's best practices, on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // Through the debugger and not as a script element, which the page's policy would refuse.
  await page.evaluate(AXE);
  const violations = await page.evaluate<AxeViolation[]>(
    `axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) })))`,
  );
  const said = violations.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 3)
      .map((node) => `${id}: ${help}: ${node.html.slice(0, 160)} (${node.failureSummary?.replaceAll('\n', ' ').slice(0, 240)})`),
  );
  expect(said).toEqual([]);
}

/** How wide the content is: more than the window means that one must scroll sideways. */
export const contentWidth = (page: Page): Promise<number> => page.evaluate<number>('document.documentElement.scrollWidth');

/**
 * Looks at one view as people meet it: 1280 and 360 pixels wide, light and dark. Each look is kept as SCREENSHOTS/NAME-WIDTH[-dark].png,
 * is free of axe violations, and needs no scrolling sideways. `ready` waits until the view is drawn.
 */
export async function look(site: Site, name: string, hash: string, ready: (page: Page) => Promise<unknown>): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const keep = async (page: Page, width: number, dark: boolean): Promise<void> => {
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    await page.setViewportSize({ width, height: width === 360 ? 740 : 800 });
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
    await page.screenshot({ path: join(SCREENSHOTS, `${name}-${width}${dark ? '-dark' : ''}.png`), fullPage: width === 360 });
    await expectAccessible(page);
    expect(await contentWidth(page)).toBeLessThanOrEqual(width);
  };
  await site.visit(
    hash,
    async (page) => {
      await ready(page);
      await keep(page, 1280, false);
      await keep(page, 1280, true);
      await keep(page, 360, false);
    },
    { context: { reducedMotion: 'reduce' } },
  );
}
