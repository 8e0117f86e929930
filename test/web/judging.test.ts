import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Site } from './browser.ts';
import { look, noBrowser, startSite } from './browser.ts';

describe.skipIf(noBrowser)('judging events and claims', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  }, 120_000);
  afterAll(() => site?.close());

  const events = () => site.store.overview.list({}, '-reports', { limit: 100 }).items;
  const address = (id: string | undefined): string => `#/events/${id}`;
  const loaded = (page: Page): Promise<unknown> => page.waitForSelector('.event-facts');

  it('shows what every account gives, and who has it from whom', async () => {
    const bombing = events().find(({ type, reports }) => type === 'bombing' && reports > 1);
    await site.visit(address(bombing?.id), async (page) => {
      await loaded(page);
      expect(await page.locator('h1').textContent()).toContain('Bombing · Garoua');
      expect(await page.locator('.tolls li').count()).toBeGreaterThan(2);
      expect(await page.locator('.tree').textContent()).toMatch(/Lakeshore Tribune/);
      expect(await page.locator('.tree .root').count()).toBe(bombing?.origins);
      expect(await page.locator('.account').count()).toBe(bombing?.claims);
    });
  }, 60_000);

  it('corrects a figure, still corrected after a reload, and undoes it in the list of decisions', async () => {
    const [event] = events();
    await site.visit(address(event?.id), async (page) => {
      await loaded(page);
      await page.getByRole('button', { name: 'Correct: killed' }).click();
      await page.getByLabel('Right value: killed').fill('16-18');
      await page.getByLabel('Why').fill('the hospital’s list');
      await page.keyboard.press('Enter');
      await page.locator('.event-facts .human').waitFor();
      await page.reload();
      await loaded(page);
      expect(await page.locator('.event-facts .human').textContent()).toContain('16-18');
      expect(await page.locator('.decision').first().textContent()).toContain('the hospital’s list');
      await page.locator('.decision').getByRole('button', { name: 'Undo' }).click();
      await page.locator('.event-facts .human').waitFor({ state: 'detached' });
      expect(await page.locator('.decision').first().textContent()).toContain('taken back');
    });
  }, 60_000);

  it('is corrected and exported by somebody who reads no manual: what the page shows is what it takes', async () => {
    await site.visit('#/', async (page) => {
      await page.locator('.ov-event a').first().click();
      await loaded(page);
      const fields = {
        when: '12 May 2024',
        where: 'Maroua, Far North, Cameroon',
        killed: 'at least 2',
      };
      for (const [field, value] of Object.entries(fields)) {
        await page.getByRole('button', { name: `Correct: ${field}` }).click();
        await page.getByLabel(`Right value: ${field}`).fill(value);
        await page.getByRole('button', { name: 'Save' }).click();
        await page.locator('.correct').waitFor({ state: 'detached' });
      }
      await page.getByRole('heading', { level: 1, name: /Maroua, 12 May 2024/ }).waitFor();
      await page.getByRole('button', { name: 'Share or export' }).click();
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.formats a').first().click()]);
      const [head = '', row = ''] = readFileSync(await download.path(), 'utf8')
        .split(/\r?\n/)
        .filter((line) => !line.startsWith('#'));
      const cells = Object.fromEntries(head.split(',').map((name, at) => [name, row.split(',')[at]]));
      expect(cells).toMatchObject({ date_from: '2024-05-12', place: 'Maroua', country: 'CM' });
      expect(Number(cells['latitude'])).toBeCloseTo(10.6, 0);
    });
    for (const { id } of site.store.decisions().filter(({ ruling, undone }) => ruling.kind === 'correct' && undone === null))
      site.store.decide('Ada', '', { kind: 'undo', decision: id });
  }, 60_000);

  it('merges two events and undoes it', async () => {
    const before = events().length;
    const [one, other] = events().filter(({ when }) => when?.from.startsWith('2024-05'));
    await site.visit(address(one?.id), async (page) => {
      await loaded(page);
      await page.getByRole('button', { name: 'Same as another event' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radio').first().waitFor();
      const place = await dialog.locator('.candidate').allTextContents();
      expect(place.length).toBeGreaterThan(0);
      await dialog.getByRole('radio').first().check();
      await dialog.getByRole('button', { name: 'They are the same' }).click();
      await page.getByText('Joined into one event.').waitFor();
      expect(events().length).toBe(before - 1);
      await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
      await page.getByText('Taken back.').waitFor();
      expect(events().length).toBe(before);
      expect(other).toBeDefined();
    });
  }, 60_000);

  it('splits an account off, and undoes it', async () => {
    const event = events().find(({ claims, reports }) => claims > 1 && reports > 1);
    await site.visit(address(event?.id), async (page) => {
      await loaded(page);
      await page.getByRole('button', { name: 'Split', exact: true }).click();
      await page.locator('.account input[type=checkbox]').last().check();
      await page.getByRole('button', { name: 'Split off 1 account' }).click();
      await page.getByText('Split into two events.').waitFor();
      await page.waitForFunction((n) => document.querySelectorAll('.account').length === n, (event?.claims ?? 0) - 1);
      await page.locator('.decision').getByRole('button', { name: 'Undo' }).first().click();
      await page.waitForFunction((n) => document.querySelectorAll('.account').length === n, event?.claims);
    });
  }, 60_000);

  it('offers the view as a link and as files', async () => {
    await site.visit(address(events()[0]?.id), async (page) => {
      await loaded(page);
      await page.getByRole('button', { name: 'Share' }).click();
      const file = page.locator('.formats a').first();
      await file.waitFor();
      expect(await page.locator('.formats a').count()).toBeGreaterThan(3);
      const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
      expect(await download.failure()).toBe(null);
    });
  }, 60_000);

  it('codes blind: each sees the own answers only, and differences are ruled on', async () => {
    const claims: string[] = [];
    for (const [coder, key] of [
      ['Ada', 'a'],
      ['Ben', 'r'],
    ] as const)
      await site.visit('#/review?blind=yes', async (page) => {
        await page.getByLabel('Your name').fill(coder);
        await page.locator('.item').waitFor();
        for (let n = 0; n < 3; n++) {
          const line = (await page.locator('.item').getAttribute('data-claim-id')) ?? '';
          claims.push(line);
          await page.evaluate('document.activeElement.blur()');
          await page.keyboard.press(key);
          await page.waitForFunction((before) => document.querySelector('.item')?.getAttribute('data-claim-id') !== before, line);
        }
      });
    expect(claims.slice(3)).toEqual(claims.slice(0, 3));
    await look(site, 'agreement', '#/review/agreement', (page) => page.waitForSelector('td'));
    await site.visit('#/review/differences', async (page) => {
      await page.locator('.difference').first().waitFor();
      expect(await page.locator('.difference').count()).toBe(3);
      expect(await page.locator('.difference').first().textContent()).toContain('Ada: right');
      await page.locator('.difference').first().getByRole('button', { name: 'It is: right' }).click();
      await page.locator('.difference').nth(2).waitFor({ state: 'detached' });
    });
    await look(site, 'differences', '#/review/differences', (page) => page.waitForSelector('.difference'));
  }, 120_000);

  it('settles every kind of difference between coders in the list', async () => {
    const { decide } = site.store;
    const [one, other] = events().filter(({ claims, reports, decisions }) => claims > 1 && reports > 1 && decisions === 0);
    const refs = site.store.event(one?.id ?? '')?.claims ?? [];
    const [first, second] = refs.map(({ claim }) => claim) as [string, string];
    decide('Ada', 'another street', { kind: 'split', id: one?.id ?? '', claims: [second] }, 'Ada');
    decide('Ben', '', { kind: 'same', id: first, other: second }, 'Ben');
    decide('Ada', '', { kind: 'correct', id: first, field: 'when', value: '2024-05-01' }, 'Ada');
    decide('Ben', '', { kind: 'correct', id: first, field: 'when', value: '2024-05-02' }, 'Ben');
    decide('Ada', '', { kind: 'correct', id: other?.id ?? '', field: 'killed', value: '6' }, 'Ada');
    decide('Ben', '', { kind: 'correct', id: other?.id ?? '', field: 'killed', value: '7+' }, 'Ben');
    decide('Ada', '', { kind: 'same', id: one?.id ?? '', other: other?.id ?? '' }, 'Ada');
    decide('Ben', '', { kind: 'different', id: one?.id ?? '', other: other?.id ?? '' }, 'Ben');
    await look(site, 'differences-split', '#/review/differences', (page) => page.waitForSelector('.difference .badge'));
    await site.visit('#/review/differences', async (page) => {
      const settle = async (about: string, choice: string): Promise<void> => {
        const line = page.locator('.difference', { has: page.getByRole('heading', { name: about, exact: true }) });
        await line.getByRole('button', { name: choice }).click();
        await line.waitFor({ state: 'detached' });
      };
      await settle('when', 'It is: 2024-05-02');
      await settle('killed', 'It is: 7+');
      await settle('the same happening or not', 'It is: not the same happening');
      const split = page.locator('.difference', { hasText: 'one happening or several' });
      expect(await split.locator('.answers').textContent()).toMatch(
        /Ada: \w is of another happening “another street”Ben: \w, \w are the same happening/,
      );
      await settle('one happening or several', 'is of another happening');
    });
    expect(site.store.differences().filter(({ about }) => about !== 'verdict')).toEqual([]);
    expect(site.store.event(one?.id ?? '')?.claims.map(({ claim }) => claim)).not.toContain(second);
  }, 120_000);

  it('reviews twenty claims by keyboard alone', async () => {
    const verdicts = () => site.store.decisions().filter(({ ruling }) => ruling.kind === 'accept' || ruling.kind === 'reject').length;
    const before = verdicts();
    await site.visit('#/review', async (page) => {
      await page.locator('.item').waitFor();
      for (let n = 0; n < 20; n++) {
        const line = await page.locator('.item').getAttribute('data-claim-id');
        await page.keyboard.press(n % 5 === 4 ? 's' : n % 3 === 2 ? 'r' : 'a');
        await page.waitForFunction((before) => document.querySelector('.item')?.getAttribute('data-claim-id') !== before, line);
      }
      expect(verdicts() - before).toBe(16);
      await page.keyboard.press('e');
      await page.getByLabel('Right value: what').waitFor();
      expect(await page.evaluate('document.activeElement.tagName')).toBe('SELECT');
      await page.keyboard.press('Escape');
      await page.locator('.correct').waitFor({ state: 'detached' });
    });
  }, 120_000);

  it('shows the event, the dialogs and the review in every width, light and dark', async () => {
    const bombing = events().find(({ type, reports }) => type === 'bombing' && reports > 1);
    await look(site, 'event', address(bombing?.id), loaded);
    await look(site, 'event-merge', address(bombing?.id), async (page) => {
      await page.getByRole('button', { name: 'Same as another event' }).click();
      await page.locator('.candidate').first().waitFor();
    });
    await look(site, 'event-share', address(bombing?.id), async (page) => {
      await page.getByRole('button', { name: 'Share' }).click();
      await page.locator('.formats a').first().waitFor();
    });
    await look(site, 'event-correct', address(bombing?.id), async (page) => {
      await page.getByRole('button', { name: 'Correct: when' }).click();
      await page.locator('.correct').waitFor();
    });
    await look(site, 'review', '#/review', (page) => page.waitForSelector('.item'));
    await look(site, 'review-blind', '#/review?blind=yes', (page) => page.waitForSelector('.item'));
  }, 180_000);
});
