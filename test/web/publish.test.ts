import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executablePath } from '../../eval/page/chromium.ts';
import { contentId } from '../../src/0-terms/content-id.ts';
import type { CodedReport } from '../../src/5-claims/coded-report.ts';
import { open } from '../../src/7-records/open.ts';
import { listFiles } from '../../src/7-records/publish/list-page.ts';
import type { Store } from '../../src/7-records/store.ts';
import type { PublishRequest } from '../../src/publish.ts';
import { publish } from '../../src/publish.ts';
import { run } from '../9-cli/stand-in.ts';
import { makeFullReport } from '../make.ts';
import { expectAccessible, noBrowser, SCREENSHOTS } from './browser.ts';

const HOME = join(import.meta.dirname, '..', '..');
const reading = { codebook: 'test 1.0.0', software: '0.1.0' };
const HOSTILE = '</script><script>alert(1)</script><img src=x onerror=alert(2)>';
const full = makeFullReport();
const copy = makeFullReport({
  id: contentId('r', 'copy'),
  title: HOSTILE,
  publisher: `"><svg onload=alert(3)>`,
  url: 'javascript:alert(4)',
  published: { date: '2017-09-13', basis: 'metadata' },
});
const linked = makeFullReport({
  id: contentId('r', 'linked'),
  url: 'https://gazette.example/mara-delane-arrested',
  publisher: 'The Evening Post',
});

let folder: string;
let assets: string;
let store: Store;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'saidso-publish-'));
  assets = join(folder, 'assets');
  process.env['NODE_ENV'] = 'production';
  await build({
    mode: 'production',
    configFile: join(HOME, 'web', 'publish', 'vite.config.ts'),
    build: { outDir: assets, emptyOutDir: true },
    logLevel: 'error',
  });
  process.env['NODE_ENV'] = 'test';
  store = storeOf(full, copy, linked);
}, 120_000);
afterAll(() => {
  store?.close();
  rmSync(folder, { recursive: true, force: true });
});

function storeOf(...reports: readonly CodedReport[]): Store {
  const made = open(':memory:');
  for (const report of reports) made.put(report, reading);
  made.refreshEvents({ wordWeights: { weight: () => 1 }, sameEvent: new Map([['bias', 1]]) });
  return made;
}

const request = (name: string, part: Partial<PublishRequest> = {}): PublishRequest => ({
  folder: join(folder, name),
  query: {},
  filters: [],
  title: 'Karvel 2017',
  licence: 'CC BY 4.0.',
  privateNames: true,
  coarsen: null,
  madeOn: '2026-11-22',
  software: '0.1.0',
  codebook: {
    name: 'test',
    version: '1.0.0',
    licence: 'CC0',
    families: ['violence', 'security'],
    types: ['bombing', 'suicide-bombing', 'arrest'].map((id) => ({
      id,
      label: `The ${id}`,
      family: id === 'arrest' ? 'security' : 'violence',
    })) as never,
  },
  assets,
  ...part,
});

/** Every file of a folder with its text. */
function filesOf(path: string): ReadonlyMap<string, string> {
  const all = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    all
      .map(({ parentPath, name }) => [relative(path, join(parentPath, name)), readFileSync(join(parentPath, name), 'utf8')] as const)
      .sort(),
  );
}
/** What is told of the record, without the program and the outlines. */
const toldIn = (path: string): string => [...filesOf(path)].flatMap(([name, text]) => (name.startsWith('assets') ? [] : [text])).join('\n');

describe('a published folder', () => {
  it('is the same for the same record and day, byte for byte, however the reports came in', () => {
    publish(store, request('one'));
    const other = storeOf(full, copy, linked);
    publish(other, request('two'));
    other.close();
    expect([...filesOf(join(folder, 'two'))]).toEqual([...filesOf(join(folder, 'one'))]);
  });

  it('names private persons by their role unless they are to be kept, also in addresses', () => {
    publish(store, request('private'));
    expect(toldIn(join(folder, 'private'))).not.toMatch(/Mara|Delane|Ilse|Varn/i);
    publish(store, request('kept', { privateNames: false }));
    expect(toldIn(join(folder, 'kept'))).toContain('Mara Delane');
    expect(toldIn(join(folder, 'kept'))).toContain('mara-delane-arrested');
  });

  it('tells nothing finer than the country where places are to be blunted', () => {
    publish(store, request('coarse', { coarsen: 'country' }));
    const told = toldIn(join(folder, 'coarse'));
    expect(told).not.toMatch(/Karvel(?! 2017)|Old Market|31\.5|74\.3/);
    expect(told).toContain('Pakistan');
  });

  it('says what was chosen, of what day, by which program and codebook, and how to cite it', () => {
    publish(store, request('chosen', { query: { type: ['bombing'] }, filters: ['type: bombing'] }));
    const index = filesOf(join(folder, 'chosen')).get('index.html') ?? '';
    expect(index).toContain('1 event told by 3 reports');
    expect(index).toContain('Chosen from a larger record by type: bombing');
    expect(index).toContain('made on 2026-11-22 with Saidso 0.1.0, codebook test 1.0.0.');
    const page = [...filesOf(join(folder, 'chosen'))].find(([name]) => name.startsWith('events'))?.[1] ?? '';
    for (const said of ['On whose word', 'What is a copy of what', 'at least 6', 'How to cite', 'according to the Ministry of Order'])
      expect(page).toContain(said);
  });

  it('quotes a few words and not the report', () => {
    publish(store, request('short'));
    const told = toldIn(join(folder, 'short'));
    expect(told).toContain('car bomb killed at least six people');
    expect(told).not.toContain('We found the second car in time');
    const quotes = [...told.matchAll(/<blockquote>(.*?)<\/blockquote>/gs)].map(([, words]) => words ?? '');
    expect(quotes.length).toBeGreaterThan(0);
    for (const words of quotes) expect(words.split(/\s+/).length).toBeLessThan(40);
  });

  it('takes the place of an earlier one, and of nothing else', () => {
    publish(store, request('again'));
    publish(store, request('again', { query: { type: ['arrest'] } }));
    expect([...filesOf(join(folder, 'again')).keys()].filter((name) => name.startsWith('events'))).toHaveLength(1);
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine', 'thesis.txt'), 'years of work');
    expect(() => publish(store, request('mine'))).toThrow(/holds other files, which would be lost; name a new folder/);
    expect(readFileSync(join(folder, 'mine', 'thesis.txt'), 'utf8')).toBe('years of work');
    writeFileSync(join(folder, 'file'), '');
    expect(() => publish(store, request('file'))).toThrow(/is a file; name a folder/);
    expect(() => publish(store, request('unbuilt', { assets: join(folder, 'none') }))).toThrow(/is not built; run `npm run build`/);
    expect(() => publish(store, request('file/under'))).toThrow(/cannot be written \(ENOTDIR\); choose another folder/);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('lists hundreds of events on pages of their own, each event once', () => {
    const [event] = store.overview.list({}).items;
    const events = Array.from({ length: 600 }, (_, at) => ({ ...(event as NonNullable<typeof event>), id: `e_${at}` }));
    const site = { ...request('pages'), events: 600, reports: 3, days: null, coarsened: null, codebook: 'test', codebookLicence: 'CC0' };
    const files = listFiles({ site, events, label: (type) => type });
    expect(files.map(([name]) => name)).toEqual(['index.html', 'list-2.html', 'list-3.html']);
    const named = files.flatMap(([, text]) => [...text.matchAll(/href="events\/(e_\d+)\.html"/g)].map(([, id]) => id));
    expect([named.length, new Set(named).size]).toEqual([600, 600]);
    expect(files[1]?.[1]).toMatch(/href="index\.html" rel="prev".*href="list-3\.html" rel="next"/s);
  });
});

describe('saidso publish', () => {
  it('writes the folder, and says where it is', async () => {
    const db = join(folder, 'cli.db');
    await run(['add', 'a.txt', '--db', db]);
    const made = await run(['publish', join(folder, 'cli'), '--db', db, '--title', 'Mine', '--made-on', '2026-01-02'], {
      publishedPage: assets,
    });
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toBe(`3 events from 1 report published: open ${join(folder, 'cli', 'index.html')}\n`);
    expect(filesOf(join(folder, 'cli')).get('index.html')).toContain('<title>Mine</title>');
    const kept = await run(['publish', join(folder, 'cli'), '--db', db, '--names', 'keep'], { publishedPage: assets });
    expect(kept.err).toContain('private persons are named in it');
  });

  it.each([
    [['--type', 'earthquake'], 1, '--type earthquake: the codebook has no such type'],
    [['--names', 'some'], 2, "'some'"],
    [['--coarsen', 'street'], 2, "'street'"],
    [['--since', 'soon'], 2, 'Give a day as YYYY-MM-DD'],
    [['--country', 'Pakistan'], 2, 'Give a country as its two letters'],
  ])('%j is refused in one line', async (words, code, says) => {
    const db = join(folder, 'refused.db');
    await run(['add', 'a.txt', '--db', db]);
    const ran = await run(['publish', join(folder, 'refused'), '--db', db, ...words], { publishedPage: assets });
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(says);
    expect(ran.err.trim()).not.toContain('\n');
  });
});

describe.skipIf(noBrowser)('a published folder in a browser', () => {
  let browser: Browser;
  let index: string;
  beforeAll(async () => {
    browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: ['--no-sandbox'] });
    index = pathToFileURL(publish(store, request('site')).index).href;
  }, 60_000);
  afterAll(() => browser?.close());

  /** Opens a page from disk; what the browser complains of, and any request for something other than a file of the folder, fails the test. */
  async function visit<T>(
    address: string,
    look: (page: Page) => Promise<T>,
    options: { width?: number; dark?: boolean; scripts?: boolean } = {},
  ): Promise<T> {
    const context = await browser.newContext({
      viewport: { width: options.width ?? 1280, height: 800 },
      colorScheme: options.dark ? 'dark' : 'light',
      javaScriptEnabled: options.scripts ?? true,
      locale: 'en-GB',
    });
    const faults: string[] = [];
    context.on('request', (asked) => !asked.url().startsWith(pathToFileURL(folder).href) && faults.push(`asked for ${asked.url()}`));
    // axe asks for the style sheet, and is refused.
    context.on(
      'console',
      (message) => message.type() === 'error' && !/Connecting to .*site\.css/.test(message.text()) && faults.push(message.text()),
    );
    context.on('weberror', (error) => faults.push(error.error().message));
    context.on('dialog', (dialog) => faults.push(`dialog ${dialog.message()}`));
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      await page.goto(address);
      const seen = await look(page);
      expect(faults).toEqual([]);
      return seen;
    } finally {
      await context.close();
    }
  }
  const drawn = async (page: Page): Promise<void> => {
    await page.waitForSelector('.ov-land');
    await page.waitForSelector('.ov-event');
  };

  it('opens from disk with map, timeline and list, and leads to the page of an event', async () => {
    await visit(index, async (page) => {
      await drawn(page);
      expect(await page.locator('.ov-total').textContent()).toBe('3 events found');
      expect(await page.locator('#list').isVisible()).toBe(false);
      expect(await page.locator('.ov-places').textContent()).toContain('Karvel, Pakistan');
      await page.locator('.ov-event a', { hasText: 'The bombing' }).click();
      expect(await page.locator('h1').textContent()).toContain('The bombing');
      expect(await page.locator('.pub-sources > li').count()).toBe(3);
    });
  }, 60_000);

  it('filters by type, days and words, and shows the same where the link is opened', async () => {
    const link = await visit(index, async (page) => {
      await drawn(page);
      await page.locator('summary', { hasText: 'Violence' }).click();
      await page.getByLabel('The bombing').check();
      await page.getByText('1 event found').waitFor();
      await page.getByRole('searchbox', { name: 'Words in the reports', exact: true }).fill('"car bomb" ministry');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /Take away the filter: Words/ }).waitFor();
      expect(await page.locator('.ov-total').textContent()).toBe('1 event found');
      return page.url();
    });
    await visit(link, async (page) => {
      await drawn(page);
      expect(await page.locator('.ov-chips li').count()).toBe(3);
      expect(await page.locator('.ov-total').textContent()).toBe('1 event found');
      await page.goto(link.replace('#/', '#/events'));
      await page.waitForSelector('.ov-table tbody a');
      expect(await page.locator('.ov-table tbody tr').count()).toBe(1);
    });
  }, 60_000);

  it('shows a blunted place as land of which nothing finer is told', async () => {
    const coarse = pathToFileURL(publish(store, request('coarse-site', { coarsen: 'country' })).index).href;
    await visit(coarse, async (page) => {
      await page.waitForSelector('.ov-somewhere');
      expect(await page.locator('.ov-somewhere').textContent()).toBe('somewhere in Pakistan: 3 events');
      expect(await page.locator('.ov-disc').count()).toBe(0);
      await page.getByRole('button', { name: /somewhere in Pakistan/ }).click();
      await page.locator('.ov-chips').waitFor();
      expect(await page.locator('.ov-total').textContent()).toBe('3 events found');
    });
  }, 60_000);

  it('is read without scripts: the list, and the page of each event', async () => {
    await visit(
      index,
      async (page) => {
        expect(await page.locator('#list li').count()).toBe(3);
        await page.locator('#list a').first().click();
        expect(await page.locator('h1').isVisible()).toBe(true);
        expect(await page.locator('blockquote').count()).toBeGreaterThan(0);
      },
      { scripts: false },
    );
  }, 60_000);

  it('runs nothing that a report brings along', async () => {
    await visit(index, async (page) => {
      await drawn(page);
      const events = await page.locator('.ov-event a').evaluateAll((all) => all.map((one) => (one as unknown as { href: string }).href));
      for (const event of events) {
        await page.goto(event);
        expect(await page.locator('script, img, svg').count()).toBe(0);
        expect(await page.locator('main').textContent()).toContain('<script>alert(1)</script>');
        expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
      }
    });
  }, 60_000);

  it.each([
    ['index', '', '.ov-land'],
    ['table', '#/events', '.ov-table tbody a'],
    ['event', 'events', 'h1'],
  ])(
    '%s: no axe violations, light and dark, and fits 360 pixels',
    async (name, where, ready) => {
      mkdirSync(SCREENSHOTS, { recursive: true });
      const [event] = readdirSync(join(folder, 'site', 'events'));
      const address = where === 'events' ? index.replace('index.html', `events/${event}`) : `${index}${where}`;
      for (const [width, dark] of [
        [1280, false],
        [1280, true],
        [360, false],
      ] as const)
        await visit(
          address,
          async (page) => {
            await page.waitForSelector(ready);
            await page.screenshot({
              path: join(SCREENSHOTS, `published-${name}-${width}${dark ? '-dark' : ''}.png`),
              fullPage: width === 360,
            });
            await expectAccessible(page);
            expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
          },
          { width, dark },
        );
    },
    90_000,
  );
});
