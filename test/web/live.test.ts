import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageFromBytes } from '../../src/1-pages/page-from-bytes.ts';
import { open } from '../../src/7-records/open.ts';
import { loadKit } from '../../src/load-kit.ts';
import { read } from '../../src/read.ts';
import type { Site } from './browser.ts';
import { noBrowser, startSite } from './browser.ts';

describe.skipIf(noBrowser)('the page follows what changes elsewhere', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  }, 120_000);
  afterAll(() => site?.close());

  /** Keeps a report as the command line does: another program on the same file. */
  const addElsewhere = (title: string, words: string, published = '2024-06-04'): void => {
    const kit = loadKit();
    const store = open(join(site.folder, 'record.db'));
    const page = pageFromBytes(new TextEncoder().encode(`${title}\n\n${words}`), {
      source: `${title}.txt`,
      url: null,
      mediaType: 'text/plain',
      charset: null,
      published,
    });
    store.put(read(page, kit), { codebook: 'c', software: '0' });
    store.close();
  };
  /** A window beside the first one, of the same reader. */
  const beside = async (page: Page, hash: string): Promise<Page> => {
    const other = await page.context().newPage();
    await other.goto(`${site.url}${hash}`);
    await other.waitForSelector('main h1');
    return other;
  };

  it('an open event shows what another window ruled, and what is being typed, its selection and the place on the page stay', async () => {
    const event = site.store.overview.list({}, '-reports', { limit: 1 }).items[0];
    const address = `#/events/${event?.id}`;
    await site.visit(address, async (page) => {
      await page.waitForSelector('.event-facts');
      await page.getByRole('button', { name: 'Correct: killed' }).click();
      const field = page.getByLabel('Right value: killed');
      await field.fill('17-19');
      await page.getByLabel('A note for those who come after').fill('ask the hospital');
      await field.focus();
      await page.evaluate('document.activeElement.setSelectionRange(1, 3)');
      await page.evaluate('window.scrollTo(0, 140)');
      const other = await beside(page, address);
      await other.waitForSelector('.event-facts');
      await other.getByRole('button', { name: 'Correct: when' }).click();
      await other.getByLabel('Right value: when').fill('2024-05-11');
      await other.keyboard.press('Enter');
      await other.locator('.event-facts .human').waitFor();
      await page.locator('.event-facts .human', { hasText: '11 May 2024' }).waitFor();
      await page.locator('.decision', { hasText: '2024-05-11' }).waitFor();
      expect(await field.inputValue()).toBe('17-19');
      expect(await page.evaluate('[document.activeElement.selectionStart, document.activeElement.selectionEnd]')).toEqual([1, 3]);
      expect(await page.getByLabel('A note for those who come after').inputValue()).toBe('ask the hospital');
      expect(await page.evaluate('window.scrollY')).toBe(140);
      await page.keyboard.press('Enter');
      await other.locator('.event-facts .human', { hasText: '17-19' }).waitFor();
    });
  }, 60_000);

  it('an event that another window joins with one goes on under the other, with what is being typed', async () => {
    const [one, two] = site.store.overview.list({}, '-reports', { limit: 3 }).items.slice(1);
    await site.visit(`#/events/${two?.id}`, async (page) => {
      await page.waitForSelector('.event-facts');
      await page.getByRole('button', { name: 'Correct: where' }).click();
      await page.getByLabel('Right value: where').fill('Half a wor');
      const accounts = await page.locator('.account').count();
      site.store.decide('Ada', '', { kind: 'same', id: one?.id ?? '', other: two?.id ?? '' });
      await expect.poll(() => page.locator('.account').count(), { timeout: 15_000 }).toBeGreaterThan(accounts);
      expect(await page.getByLabel('Right value: where').inputValue()).toBe('Half a wor');
      await page.reload();
      await page.waitForSelector('.event-facts');
      expect(await page.locator('.account').count()).toBeGreaterThan(accounts);
    });
  }, 60_000);

  it('lists, counts and the map take in what the command line adds, and keep what is typed', async () => {
    await site.visit('#/', async (page) => {
      await page.waitForSelector('.ov-event');
      const reports = await beside(page, '#/reports');
      await reports.waitForSelector('.reports li');
      const before = await reports.locator('.reports li').count();
      const total = await page.locator('.ov-total').textContent();
      await page.getByRole('searchbox').first().fill('half a wor');
      addElsewhere('Gunmen kill two in Ouallam', 'OUALLAM, Niger, June 4 – Gunmen killed two shepherds in Ouallam on Monday, police said.');
      await reports.locator('.reports li', { hasText: 'Gunmen kill two in Ouallam' }).waitFor();
      expect(await reports.locator('.reports li').count()).toBe(before + 1);
      await page.locator('.ov-place', { hasText: 'Ouallam' }).waitFor();
      expect(await page.locator('.ov-total').textContent()).not.toBe(total);
      expect(await page.getByRole('searchbox').first().inputValue()).toBe('half a wor');
    });
  }, 60_000);

  it('a table that was scrolled keeps its row in sight when others come in above', async () => {
    await site.visit(
      '#/events',
      async (page) => {
        await page.waitForSelector('.ov-table tbody a');
        const top = (): Promise<{ scrolled: number; row: string }> =>
          page.evaluate(
            `(() => {
              const box = document.querySelector('.ov-scroller');
              const head = box.querySelector('th').getBoundingClientRect().bottom;
              const row = [...box.querySelectorAll('tbody tr')].find((one) => one.querySelector('a') && one.getBoundingClientRect().bottom > head + 1);
              return { scrolled: box.scrollTop, row: row.textContent };
            })()`,
          );
        await page.evaluate(`document.querySelector('.ov-scroller').scrollTo(0, 37 * 4)`);
        const before = await top();
        addElsewhere(
          'Gunmen kill four in Tera',
          'TERA, Niger, June 4 – Gunmen killed four millers in Tera on Monday, police said.',
          '2026-06-04',
        );
        await expect.poll(async () => (await top()).scrolled, { timeout: 15_000 }).toBeGreaterThan(before.scrolled);
        expect((await top()).row).toBe(before.row);
      },
      { height: 400 },
    );
  }, 60_000);

  it('the claim under review stays until it is done with, and says when somebody else ruled on it', async () => {
    await site.visit('#/review', async (page) => {
      await page.locator('.item').waitFor();
      const claim = (await page.locator('.item').getAttribute('data-claim-id')) ?? '';
      const left = async (): Promise<number> =>
        Number(((await page.locator('.review-progress').textContent()) ?? '').match(/(\d+) left/)?.[1]);
      const before = await left();
      site.store.decide('Ada', '', { kind: 'accept', id: claim });
      await page.locator('.item .human', { hasText: 'Somebody ruled on this meanwhile: accepted.' }).waitFor();
      await expect.poll(left).toBe(before - 1);
      expect(await page.locator('.item').getAttribute('data-claim-id')).toBe(claim);
      await page.keyboard.press('s');
      await expect.poll(() => page.locator('.item').getAttribute('data-claim-id')).not.toBe(claim);
    });
  }, 60_000);

  it('a window out of sight lets go of the server, and catches up when it is looked at again', async () => {
    const event = site.store.overview.list({}, '-date', { limit: 1 }).items[0];
    await site.visit(`#/events/${event?.id}`, async (page) => {
      await page.waitForSelector('.event-facts');
      const streams: string[] = [];
      page.on('request', (request) => request.url().includes('/api/changes/events') && streams.push(request.url()));
      const see = (state: string): Promise<unknown> =>
        page.evaluate(
          `Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true }), document.dispatchEvent(new Event('visibilitychange'))`,
        );
      await see('hidden');
      site.store.decide('Ada', 'seen from afar', { kind: 'note', id: event?.id ?? '' });
      await see('visible');
      await page.locator('.decision', { hasText: 'seen from afar' }).waitFor();
      expect(streams).toEqual([expect.stringMatching(/since=\d+$/)]);
    });
  }, 60_000);
});
