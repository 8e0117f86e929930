import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Site } from './browser.ts';
import { look, noBrowser, startSite } from './browser.ts';

let site: Site;
describe.skipIf(noBrowser)('the overview in a browser', () => {
  beforeAll(async () => {
    site = await startSite();
  }, 120_000);
  afterAll(() => site?.close());

  const drawn = async (page: Page): Promise<void> => {
    await page.waitForSelector('.ov-land');
    await page.waitForSelector('.ov-disc');
    await page.waitForSelector('.ov-bar');
    await page.waitForSelector('.ov-event');
  };
  const total = async (page: Page): Promise<number> => Number.parseInt((await page.locator('.ov-total').textContent()) ?? '', 10);
  /** Asked through the debugger: the policy of the page lets no text become code. */
  const until = async (page: Page, expression: string): Promise<void> => {
    const start = Date.now();
    while (!(await page.evaluate<boolean>(expression))) {
      if (Date.now() - start > 10_000) throw new Error(`not so after ten seconds: ${expression}`);
      await page.waitForTimeout(40);
    }
  };
  /** Waits until another number of events fits. */
  const changed = async (page: Page, before: number): Promise<number> => {
    await until(page, `!document.querySelector('.ov-total').textContent.startsWith('${before} ')`);
    return total(page);
  };

  it('filters by a region of the map and by days, and shows the same where the link is opened', async () => {
    const seen = async (page: Page): Promise<readonly string[]> => [
      ...(await page.locator('.ov-chips li').allTextContents()),
      ...(await page.locator('.ov-event').allTextContents()),
      ...(await page.locator('.ov-place').allTextContents()),
      ...(await page.locator('.ov-facet li').allTextContents()),
      String(await page.locator('.ov-bar:not(.ov-out)').count()),
    ];
    const [link, there] = await site.visit('#/', async (page) => {
      await drawn(page);
      const all = await total(page);
      await page.getByRole('button', { name: 'Draw a region' }).click();
      const box = await page.locator('.ov-frame').boundingBox();
      if (box === null) throw new Error('the map has no place on the page');
      // From the Atlantic to the Indian Ocean: Africa, without Peru, Belgium and the Philippines.
      await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.4);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.95, { steps: 5 });
      await page.mouse.up();
      const inside = await changed(page, all);
      expect(inside).toBeGreaterThan(0);
      const places = (await page.locator('.ov-place').allTextContents()).join(' ');
      expect(places).toContain('Cameroon');
      expect(places).not.toMatch(/Peru|Belgium|Philippines/);

      const bars = await page.locator('.ov-bar').count();
      await page.getByRole('slider', { name: 'First day' }).focus();
      await page.keyboard.press('End');
      const last = await changed(page, inside);
      expect(last).toBeLessThan(inside);
      await page.keyboard.press('ArrowLeft');
      await until(page, 'document.querySelectorAll(".ov-bar:not(.ov-out)").length === 2');
      expect(await page.locator('.ov-bar').count()).toBe(bars);
      await until(page, '!document.querySelector(".ov-waiting")');
      expect(page.url()).toMatch(/since=.*until=.*bbox=/);
      return [page.url(), await seen(page)] as const;
    });
    await site.visit(link.slice(link.indexOf('#')), async (page) => {
      await drawn(page);
      await until(page, '!document.querySelector(".ov-waiting")');
      expect(await seen(page)).toEqual(there);
      await page.getByRole('button', { name: 'Clear all filters' }).click();
      await until(page, '!document.querySelector(".ov-chips")');
      expect(page.url()).not.toMatch(/bbox|since/);
    });
  }, 90_000);

  it('chooses days by drawing over the bars, and a bar’s month by its grain', async () => {
    await site.visit('#/?grain=month', async (page) => {
      await drawn(page);
      const all = await total(page);
      const bars = page.locator('.ov-bar');
      await bars.first().scrollIntoViewIfNeeded();
      const [a, b] = [await bars.nth((await bars.count()) - 5).boundingBox(), await bars.last().boundingBox()];
      if (a === null || b === null) throw new Error('the timeline has no bars');
      await page.mouse.move(a.x + 2, b.y + b.height - 2);
      await page.mouse.down();
      await page.mouse.move(b.x + 2, b.y + b.height - 2, { steps: 4 });
      await page.mouse.up();
      await changed(page, all);
      expect(page.url()).toContain('since=2024-05-01&until=2024-09-30');
      await page.getByRole('button', { name: 'Show only these days' }).click();
      await until(page, 'document.querySelector(".ov-timeline select").value !== "month"');
      expect(page.url()).toContain('zoom=days');
    });
  }, 60_000);

  it('gives as many events as a facet says, and goes back with the browser', async () => {
    await site.visit('#/', async (page) => {
      await drawn(page);
      const all = await total(page);
      const choice = page.locator('.ov-facet li', { hasText: 'Cameroon' }).first();
      const count = Number(await choice.locator('.ov-count').textContent());
      await choice.locator('input').check();
      expect(await changed(page, all)).toBe(count);
      // Other values of the same facet can still be added.
      await page.locator('.ov-facet li', { hasText: 'Madagascar' }).first().locator('input').check();
      expect(await changed(page, count)).toBeGreaterThan(count);
      await page.goBack();
      await page.goBack();
      await until(page, `document.querySelector('.ov-total').textContent.startsWith('${all} ')`);
    });
  }, 60_000);

  it('is operated by keys: the map moves and zooms, places are chosen in the list', async () => {
    await site.visit('#/', async (page) => {
      await drawn(page);
      const all = await total(page);
      await page.getByRole('application').focus();
      await page.keyboard.press('+');
      await page.keyboard.press('ArrowRight');
      await until(page, 'location.hash.includes("at=")');
      await page.keyboard.press('0');
      await until(page, '!location.hash.includes("at=")');
      const place = page.getByRole('button', { name: /Garoua, Cameroon/ });
      await place.focus();
      await page.keyboard.press('Enter');
      const there = await changed(page, all);
      expect(there).toBeGreaterThan(0);
      expect(page.url()).toContain('place=Garoua');
      await page.getByRole('button', { name: /Take away the filter/ }).focus();
      await page.keyboard.press('Enter');
      await changed(page, there);
      await page.getByRole('button', { name: /No place known/ }).click();
      await changed(page, all);
      expect(await page.locator('.ov-disc').count()).toBe(0);
      expect(page.url()).toContain('placed=no');
    });
  }, 60_000);

  it('shows events as a table with columns to choose and to sort by, down to the page of one', async () => {
    await site.visit('#/events?country=CM', async (page) => {
      await page.waitForSelector('.ov-table tbody a');
      await page.getByRole('button', { name: 'Killed' }).click();
      await until(page, 'location.hash.includes("sort=-killed")');
      await until(page, 'document.querySelector(".ov-table th[aria-sort=descending]")?.textContent.startsWith("Killed")');
      await page
        .getByText(/^\d+ \(\d+ to \d+\)$/)
        .first()
        .waitFor();
      const killed = (await page.locator('.ov-table tbody tr td:nth-child(4)').allTextContents()).map(
        (cell) => Number.parseInt(cell, 10) || 0,
      );
      expect(killed[0]).toBeGreaterThan(0);
      expect(killed).toEqual([...killed].sort((a, b) => b - a));
      await page.locator('.ov-menu summary').click();
      await page.getByLabel('Country', { exact: true }).check();
      await page.getByLabel('Status').uncheck();
      const heads = await page.locator('.ov-table th').allTextContents();
      expect(heads).toContain('Country');
      expect(heads).not.toContain('Status');
      expect(page.url()).toContain('columns=');
      await page.locator('.ov-menu summary').click();
      await page.locator('.ov-table tbody a').first().focus();
      await page.keyboard.press('Enter');
      await until(page, 'location.hash.startsWith("#/events/e_")');
    });
  }, 60_000);

  it('shows who acts on whom, and leads to the events of a tie', async () => {
    await site.visit('#/network', async (page) => {
      await page.waitForSelector('.ov-party');
      const rows = page.locator('.ov-table tbody tr');
      expect(await rows.count()).toBe(await page.locator('.ov-tie').count());
      const row = rows.first();
      const events = Number(await row.locator('a').textContent());
      await row.locator('button').first().click();
      expect(await page.getByRole('button', { name: 'Show everyone' }).isVisible()).toBe(true);
      await rows.first().locator('a').click();
      await page.waitForSelector('.ov-table tbody a');
      expect(await total(page)).toBe(events);
      expect(await page.locator('.ov-chips li').count()).toBeGreaterThan(1);
    });
  }, 60_000);

  it('finds words in reports, marks them, and leads to the events told there', async () => {
    await site.visit('#/search', async (page) => {
      await page.getByRole('searchbox').fill('market');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.ov-hits mark');
      const marked = await page.locator('.ov-hits mark').allTextContents();
      expect(marked.every((word) => /^market/i.test(word))).toBe(true);
      await page.getByRole('link', { name: /All events told in these reports/ }).click();
      await drawn(page);
      expect(page.url()).toContain('q=market');
      await page.goto(`${site.url}#/search?q=${encodeURIComponent('zebra "')}`);
      await page.getByText(/No report holds/).waitFor();
    });
  }, 60_000);

  it('shows what a mangled or hostile link holds as words only', async () => {
    await site.visit(
      `#/?actor=${encodeURIComponent('<img src=x onerror=alert(1)>')}&bbox=1,2&since=soon&type=no-such-type`,
      async (page) => {
        await page.getByText('No event fits these filters.').waitFor();
        expect(await page.locator('.ov-chips li').allTextContents()).toEqual(
          expect.arrayContaining([expect.stringContaining('<img src=x onerror=alert(1)>')]),
        );
        expect(await page.locator('img').count()).toBe(0);
      },
    );
  }, 60_000);

  it.each([
    ['overview', '#/', drawn],
    ['events', '#/events', (page: Page) => page.waitForSelector('.ov-table tbody a')],
    ['network', '#/network', (page: Page) => page.waitForSelector('.ov-party')],
    ['search', '#/search?q=market', (page: Page) => page.waitForSelector('.ov-hits mark')],
  ])(
    '%s: seen at 1280 and 360 pixels, light and dark, without axe violations',
    async (name, hash, ready) => {
      await look(site, name, hash, ready);
    },
    60_000,
  );
});

describe.skipIf(noBrowser)('the overview of an empty record', () => {
  it('says what to do, and leads there', async () => {
    const empty = await startSite({ examples: false });
    try {
      await look(empty, 'empty', '#/', (page) => page.waitForSelector('.ov-begin'));
      await empty.visit('#/', async (page) => {
        await page.locator('.ov-begin').getByRole('link', { name: 'Add a report' }).click();
        await page.getByLabel('Text or HTML').waitFor();
      });
    } finally {
      await empty.close();
    }
  }, 120_000);
});
