import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Site } from './browser.ts';
import { look, noBrowser, startSite } from './browser.ts';

describe.skipIf(noBrowser)('the frame of the page', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  }, 120_000);
  afterAll(() => site?.close());

  it('skips to the content, and says where one is', async () => {
    await site.visit('#/reports', async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('main');
      expect(await page.locator('nav [aria-current]').textContent()).toBe('Reports');
      expect(await page.title()).toBe('Reports · Saidso');
    });
  }, 60_000);
  it('remembers the colours that were chosen', async () => {
    await site.visit('#/reports', async (page) => {
      const ground = (): Promise<string> => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
      const light = await ground();
      await page.getByRole('button', { name: 'Dark colours' }).click();
      expect(await ground()).not.toBe(light);
      await page.reload();
      await page.waitForSelector('main h1');
      expect(await ground()).not.toBe(light);
      await page.getByRole('button', { name: 'Light colours' }).click();
      expect(await ground()).toBe(light);
    });
  }, 60_000);
  it('says so when there is no such view', async () => {
    await site.visit('#/nowhere/at/all', async (page) => {
      expect(await page.locator('main h1').textContent()).toBe('There is no such page.');
      await page.getByRole('link', { name: 'To the overview' }).click();
      await page.waitForFunction(`document.querySelector('main h1')?.textContent !== 'There is no such page.'`);
    });
  }, 60_000);
  it('says so when a report is not there', async () => {
    await site.visit(
      '#/reports',
      async (page) => {
        await page.goto(`${site.url}#/reports/r_ffff`);
        await page.getByRole('alert').waitFor();
        expect(await page.getByRole('alert').textContent()).toContain('No report has the id "r_ffff".');
      },
      { expected: /404/ },
    );
  }, 60_000);
  it.each(['reports', 'claims', 'about'])(
    'shows %s on screens of every width, light and dark, free of axe violations',
    async (name) => {
      await look(site, name, `#/${name}`, (page) =>
        page.waitForSelector({ reports: '.reports li', claims: 'tbody tr', about: 'dd' }[name] as string),
      );
    },
    60_000,
  );
});
