import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { listen } from '../../src/8-http/listen.ts';
import { executablePath } from './chromium.ts';

/** What the first view has when it can be used: the map with its places, the time line, the latest events, the filters. */
const PARTS: Readonly<Record<string, string>> = {
  lands: '.ov-land',
  places: '.ov-disc',
  bars: '.ov-bar',
  events: '.ov-event',
  filters: '.ov-facet',
};

/** Milliseconds after which a view counts as never drawn. */
const PATIENCE = 120_000;

export interface FirstView {
  /** Milliseconds from the call of the address until every part was drawn: median of the rounds. */
  readonly ms: number;
  /** Each part on its own, in milliseconds: median of the rounds. */
  readonly parts: Readonly<Record<string, number>>;
  /** Bytes of JavaScript that were fetched for it, compressed by gzip. */
  readonly javascript: number;
  /** Everything that was fetched, uncompressed, in the order of asking. */
  readonly fetched: readonly { readonly path: string; readonly bytes: number }[];
}

/** Opens the page of a server in Chromium, each time as for the first time: nothing is cached. Null where no Chromium is. */
export async function measureFirstView(fetch: Parameters<typeof listen>[0], rounds: number): Promise<FirstView | null> {
  if (executablePath === undefined) return null;
  const listening = await listen(fetch, { port: 0 });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const times: Readonly<Record<string, number>>[] = [];
    for (let round = 0; round < rounds; round++) times.push(await once(browser, listening.url));
    const median = (part: string): number => {
      const all = times.map((one) => one[part] ?? Number.NaN).sort((a, b) => a - b);
      return Math.round(all[Math.floor(all.length / 2)] ?? Number.NaN);
    };
    const parts = Object.fromEntries(Object.keys(PARTS).map((part) => [part, median(part)]));
    return { ms: median('all'), parts, ...(await fetchedBy(browser, listening.url)) };
  } finally {
    await browser.close();
    await listening.close();
  }
}

/** When each part stood on the page, and when all of them had been painted. */
async function once(browser: Browser, url: string): Promise<Readonly<Record<string, number>>> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(`{
      const wanted = ${JSON.stringify(PARTS)};
      const seen = {};
      const look = () => {
        for (const [part, where] of Object.entries(wanted)) if (!(part in seen) && document.querySelector(where)) seen[part] = performance.now();
        if (Object.keys(seen).length < Object.keys(wanted).length) requestAnimationFrame(look);
        // The second frame begins when the first has been painted.
        else requestAnimationFrame(() => requestAnimationFrame(() => (window.seenParts = { ...seen, all: performance.now() })));
      };
      requestAnimationFrame(look);
    }`);
    await page.goto(url);
    // Asked through the debugger: the page's policy lets no text become code.
    for (const end = Date.now() + PATIENCE; Date.now() < end; await page.waitForTimeout(100)) {
      const seen = await page.evaluate<Record<string, number> | null>('window.seenParts ?? null');
      if (seen !== null) return seen;
    }
    throw new Error('the first view was not drawn');
  } finally {
    await context.close();
  }
}

async function fetchedBy(browser: Browser, url: string): Promise<Pick<FirstView, 'javascript' | 'fetched'>> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const bodies: Promise<{ path: string; script: boolean; body: Buffer }>[] = [];
    page.on('response', (response) => {
      const { pathname, search } = new URL(response.url());
      if (response.headers()['content-type']?.startsWith('text/event-stream')) return;
      bodies.push(
        response.body().then((body) => ({
          path: pathname + search,
          script: response.request().resourceType() === 'script' || pathname.endsWith('.js'),
          body,
        })),
      );
    });
    await page.goto(url);
    for (const where of Object.values(PARTS)) await page.waitForSelector(where, { state: 'attached', timeout: PATIENCE });
    const all = await Promise.all(bodies);
    return {
      javascript: all.reduce((sum, { script, body }) => sum + (script ? gzipSync(body).length : 0), 0),
      fetched: all.map(({ path, body }) => ({ path, bytes: body.length })),
    };
  } finally {
    await context.close();
  }
}
