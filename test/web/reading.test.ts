import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Site } from './browser.ts';
import { look, noBrowser, startSite } from './browser.ts';

const PASTED = `Two farmers killed near Korhogo mill

KORHOGO, March 3 (Savanna Wire) – Gunmen shot dead two farmers near the mill in Korhogo on Sunday, police said.

"They came before dawn," said Awa Coulibaly, a neighbour.`;

describe.skipIf(noBrowser)('adding and reading reports', () => {
  let site: Site;
  let report: string;
  beforeAll(async () => {
    site = await startSite();
    report = site.store.reports().items.find(({ title }) => title?.startsWith('Bomb in handcart'))?.id ?? '';
  }, 120_000);
  afterAll(() => site?.close());

  const openReport = (query = ''): string => `#/reports/${report}${query}`;
  const loaded = (page: Page): Promise<unknown> => page.waitForSelector('.claim');

  it('reads what is pasted, and shows its claims as soon as it is read', async () => {
    await site.visit('#/add', async (page) => {
      await page.getByLabel('Text or HTML').fill(PASTED);
      await page.getByLabel('Day it appeared').fill('2024-03-04');
      await page.getByRole('button', { name: 'Read it' }).click();
      const added = page.locator('.results a');
      await added.waitFor();
      expect(await page.locator('.job h2').textContent()).toBe('Done');
      expect(await added.textContent()).toBe('Two farmers killed near Korhogo mill');
      await loaded(page);
      expect(await page.locator('.claims').textContent()).toMatch(/two farmers/i);
      await page.reload();
      await added.click();
      await page.waitForSelector('.job', { state: 'detached' });
      await loaded(page);
      expect(await page.locator('.claims').textContent()).toMatch(/two farmers/i);
    });
  }, 60_000);

  it('takes files, and says of each that it cannot read what to do', async () => {
    const good = join(site.folder, 'clash.txt');
    const odd = join(site.folder, '<img src=x onerror=alert(1)>.pdf');
    writeFileSync(
      good,
      'Soldiers clash with rebels at Bria\n\nBRIA, May 2 – Soldiers and rebels fought near Bria on Thursday, the army said. Three rebels were killed.',
    );
    writeFileSync(odd, '%PDF-1.7 cut off');
    await site.visit('#/add', async (page) => {
      await page.locator('input[type=file]').setInputFiles([good, odd]);
      await page.locator('.results .failed').waitFor();
      await page.locator('.results a').waitFor();
      expect(await page.locator('.results a').textContent()).toBe('Soldiers clash with rebels at Bria');
      expect(await page.locator('.results .failed').textContent()).toContain('onerror=alert(1)>.pdf');
      // The last line of a job comes after its results.
      await page.locator('.job', { hasText: '1 added, 1 not read' }).waitFor();
    });
  }, 60_000);

  it('fetches no private address, and says so', async () => {
    await site.visit('#/add', async (page) => {
      await page.getByLabel('Addresses of pages').fill('http://127.0.0.1:9/secret');
      await page.getByRole('button', { name: 'Fetch' }).click();
      await page.locator('.results .failed').waitFor();
      expect(await page.locator('.results .failed').textContent()).toMatch(/127\.0\.0\.1/);
    });
  }, 60_000);

  it('marks the words of the claim, and of the value, that is pointed at; and the other way round', async () => {
    await site.visit(openReport(), async (page) => {
      await loaded(page);
      const bombing = page.locator('.claim', { hasText: 'Bombing' }).first();
      await bombing.locator('.head').focus();
      const lit = await page.locator('mark.on').allTextContents();
      expect(lit.join(' ')).toContain('exploded');
      expect(lit.length).toBeLessThan(await page.locator('mark').count());
      await page.keyboard.press('Enter');
      await bombing.locator('.values').waitFor();
      expect(page.url()).toContain('claim=c_');
      await bombing.locator('.value-row', { hasText: 'where' }).locator('button.machine').first().hover();
      expect((await page.locator('.article mark.on').allTextContents()).join('')).toContain('Garoua');
      await page.locator('.article mark.k-trigger', { hasText: 'exploded' }).hover();
      expect(await page.locator('.claim.touched').count()).toBeGreaterThan(0);
      expect(await page.locator('.claim .touched').first().textContent()).toBe('Bombing');
    });
  }, 60_000);

  it('shows the words of an open claim beside it where the report itself is out of sight', async () => {
    await site.visit(
      openReport(),
      async (page) => {
        await loaded(page);
        await page.locator('.claim', { hasText: 'Bombing' }).first().locator('.head').click();
        const words = page.locator('.claim.open .words-here');
        await words.waitFor();
        expect(await words.locator('mark').allTextContents()).toContain('exploded');
        await page.setViewportSize({ width: 1280, height: 800 });
        await words.waitFor({ state: 'hidden' });
      },
      { width: 360, height: 740 },
    );
  }, 60_000);

  it('begins a correction with what was read, as it can be saved', async () => {
    await site.visit(openReport(), async (page) => {
      await loaded(page);
      await page.locator('.claim', { hasText: 'Bombing' }).first().locator('.head').click();
      const begins = async (field: string): Promise<string> => {
        await page.getByRole('button', { name: `Correct: ${field}`, exact: true }).click();
        const value = await page.getByLabel(`Right value: ${field}`).inputValue();
        await page.keyboard.press('Escape');
        return value;
      };
      expect(await begins('when')).toMatch(/^2024-05-1\d$/);
      expect(await begins('where')).toMatch(/^Garoua.*, CM$/);
      expect(await begins('killed')).toMatch(/^\d+\+?$/);
    });
  }, 60_000);

  it('goes through the claims by keyboard alone', async () => {
    await site.visit(openReport(), async (page) => {
      await loaded(page);
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      expect(await page.evaluate('document.activeElement.dataset.claim')).toBe('1');
      await page.keyboard.press('k');
      await page.keyboard.press('Enter');
      await page.locator('.claim.open .values').waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      await page.locator('.claim.open').waitFor({ state: 'detached' });
    });
  }, 60_000);

  it('corrects a date that is still corrected after a reload; a day that is none is refused with a clear line', async () => {
    await site.visit(
      openReport(),
      async (page) => {
        await loaded(page);
        await page.locator('.claim .head').first().click();
        await page.getByRole('button', { name: 'Correct: when' }).click();
        await page.getByLabel('Right value: when').fill('2024-05-40');
        await page.getByRole('button', { name: 'Save' }).click();
        expect(await page.locator('.correct [role=alert]').textContent()).toContain('is no day');
        await page.getByLabel('Right value: when').fill('2024-05-12');
        await page.getByRole('button', { name: 'Save' }).click();
        await page.locator('.claim.open .values .human').waitFor();
        await page.reload();
        const human = page.locator('.claim.open .values .human');
        await human.waitFor();
        expect(await human.textContent()).toContain('12 May 2024');
        expect(await page.locator('.claim.open .values .overruled').count()).toBe(1);
      },
      { expected: /400/ },
    );
  }, 60_000);

  it('keeps a rejection when the report is read again', async () => {
    await site.visit('#/add', async (page) => {
      await page.getByLabel('Text or HTML').fill(PASTED);
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.locator('.results a').click();
      await page.waitForSelector('.job', { state: 'detached' });
      await loaded(page);
      await page.keyboard.press('j');
      await page.keyboard.press('r');
      await page.locator('.claim.rejected').waitFor();
      const address = page.url();
      await page.goto(`${site.url}#/add`);
      await page.getByLabel('Text or HTML').fill(PASTED);
      await page.getByLabel('Day it appeared').fill('2024-03-05');
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.locator('.results a').waitFor();
      await page.goto(address);
      await page.reload();
      await loaded(page);
      expect(await page.locator('.claim.rejected').count()).toBe(1);
      await page.locator('.claim.rejected .head').click();
      expect(await page.getByRole('button', { name: 'Reject', exact: true }).getAttribute('aria-pressed')).toBe('true');
    });
  }, 60_000);

  it('warns before graphic content where the reader wants it', async () => {
    await site.visit('#/about', async (page) => {
      await page.getByLabel('Warn before reports').check();
      await page.goto(`${site.url}${openReport()}`);
      await page.getByRole('button', { name: 'Show it' }).waitFor();
      expect(await page.locator('.article').count()).toBe(0);
      await page.getByRole('button', { name: 'Show it' }).click();
      await loaded(page);
    });
  }, 60_000);

  it('shows Add, the report and an open claim in every width, light and dark', async () => {
    await look(site, 'add', '#/add', (page) => page.waitForSelector('.drop'));
    const claim = site.store.report(report)?.record.claims[0]?.id;
    await look(site, 'report', openReport(), loaded);
    await look(site, 'report-claim', openReport(`?claim=${claim}`), (page) => page.waitForSelector('.claim.open .values'));
    await look(site, 'report-keys', openReport(), async (page) => {
      await loaded(page);
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    });
    await look(site, 'report-warned', '#/about', async (page) => {
      await page.getByLabel('Warn before reports').check();
      await page.goto(`${site.url}${openReport()}`);
      await page.getByRole('button', { name: 'Show it' }).waitFor();
    });
  }, 180_000);
});
