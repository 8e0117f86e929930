import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open } from '../../src/7-records/open.ts';
import type { Store } from '../../src/7-records/store.ts';
import { app } from '../../src/8-http/app.ts';
import type { Listening } from '../../src/8-http/listen.ts';
import { listen } from '../../src/8-http/listen.ts';
import { makeFullReport } from '../make.ts';

const BROWSERS = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const executablePath = BROWSERS.find((path) => path !== undefined && existsSync(path));
if (executablePath === undefined)
  console.log('The page is not tried in a browser: no Chromium is here (apt-get install chromium, or set CHROMIUM to its path).');

describe.skipIf(executablePath === undefined)('the page in a browser', () => {
  const reading = { codebook: 'test 1.0.0', software: '0.1.0' };
  const full = makeFullReport();
  let folder: string;
  let store: Store;
  let listening: Listening;
  let browser: Browser;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'saidso-web-'));
    await build({
      root: join(import.meta.dirname, '..', '..', 'web'),
      configFile: join(import.meta.dirname, '..', '..', 'web', 'vite.config.ts'),
      build: { outDir: folder, emptyOutDir: true },
      logLevel: 'error',
    });
    store = open(':memory:');
    store.put(full, reading);
    listening = await listen(
      app(store, {
        read: (page) => makeFullReport({ id: 'r_pasted', source: page.source, title: page.text.split('\n')[0] ?? null }),
        reading,
        web: folder,
      }).fetch,
      0,
    );
    browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: ['--no-sandbox'] });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await listening?.close();
    store?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a view; anything the browser complains of, or fetches from elsewhere, fails the test. */
  async function visit<T>(hash: string, look: (page: Page) => Promise<T>, width = 1200): Promise<T> {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on(
      'request',
      (request) =>
        !request.url().startsWith(listening.url) && !request.url().startsWith('data:') && faults.push(`asked for ${request.url()}`),
    );
    await page.goto(`${listening.url}${hash}`);
    await page.waitForSelector('h1');
    const seen = await look(page);
    await page.close();
    expect(faults).toEqual([]);
    return seen;
  }

  it('lists the reports and opens one by keyboard', async () => {
    await visit('#/', async (page) => {
      await page.getByRole('link', { name: 'Police arrest a student' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForSelector('.article');
      expect(await page.locator('.claim').count()).toBe(3);
    });
  }, 60_000);
  it('marks the words of the claim that is pointed at, and of no other', async () => {
    await visit(`#/reports/${full.id}`, async (page) => {
      await page.locator('.claim').nth(2).hover();
      expect(await page.locator('mark.on').allTextContents()).toEqual([
        'Ministry of Order',
        'said',
        'car ',
        'bomb',
        'at least six',
        'Old Market',
        '11 July',
      ]);
      await page.mouse.move(0, 0);
      await page.locator('.claim button').nth(0).focus();
      expect(await page.locator('mark.on').allTextContents()).toEqual([
        'April 2017',
        'Mara Delane',
        'arrested',
        'Harbour Police',
        'Karvel',
      ]);
      expect(await page.locator('.beside').textContent()).toContain('according to the Ministry of Order');
      expect(await page.locator('.origins').textContent()).toContain('Northern Press Agency (news agency)');
    });
  }, 60_000);
  it('filters claims, and keeps the filter in the address', async () => {
    await visit('#/claims', async (page) => {
      await page.waitForSelector('tbody tr');
      expect(await page.locator('tbody tr').count()).toBe(3);
      await page.getByLabel('How far it got').selectOption('foiled');
      await page.locator('tbody tr').nth(1).waitFor({ state: 'detached' });
      expect(await page.locator('tbody tr').count()).toBe(1);
      expect(page.url()).toContain('stage=foiled');
    });
  }, 60_000);
  it('reads what is pasted', async () => {
    await visit('#/read', async (page) => {
      await page.getByRole('textbox').first().fill('A pasted title\n\nGunmen attacked a convoy.');
      await page.getByRole('button', { name: 'Read' }).click();
      await page.waitForSelector('.article');
      expect(await page.locator('.report-head h1').textContent()).toBe('A pasted title');
    });
  }, 60_000);
  it.each(['#/', `#/reports/${full.id}`, '#/claims', '#/read'])(
    '%s fits a phone of 360 pixels',
    async (hash) => {
      const width = await visit(
        hash,
        async (page) => {
          await page.waitForTimeout(200);
          return page.evaluate<number>('document.documentElement.scrollWidth');
        },
        360,
      );
      expect(width).toBe(360);
    },
    60_000,
  );
});
