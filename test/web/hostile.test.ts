import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/7-records/store.ts';
import { makeActor, makeClaim, makeEntity, makeReport } from '../make.ts';
import type { Site } from './browser.ts';
import { expectAccessible, noBrowser, startSite } from './browser.ts';

const HURT = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>';

/** A report of which every part that people may see holds a script: title, text, paper, names, addresses. */
function hostile(n: number) {
  const group = `Front ${HURT}`;
  const town = `Karvel ${HURT}`;
  const text = `${group} raided a depot in ${town} (${n}). ${HURT}`;
  return makeReport({
    text,
    title: `${HURT} raid ${n}`,
    publisher: `Paper ${HURT}`,
    source: `${HURT}-${n}.html`,
    url: 'javascript:window.hurt=1',
    byline: HURT,
    dateline: { place: HURT, date: null },
    origins: [{ name: HURT, relation: 'credited', span: [0, 3] }],
    notes: [{ code: 'test', text: HURT }],
    entities: [
      makeEntity('e1', 'group', group),
      makeEntity('e2', 'place', town, { country: 'PK', lat: 31.5, lon: 74.3, precision: 'exact' }),
    ],
    claims: [
      makeClaim(text, 'raid', 'raided', {
        actor: [makeActor(text, group, 'fact', 'e1')],
        where: { entity: 'e2', span: [text.indexOf(town), text.indexOf(town) + town.length], rule: 'places.in' },
        when: { from: '2024-05-01', to: '2024-05-01', precision: 'day', basis: 'explicit', rule: 'times.test' },
        rule: `raid.${HURT}`,
      }),
    ],
  });
}

const fill = (store: Store): void => {
  for (const n of [1, 2]) store.put(hostile(n), { codebook: HURT, software: '0' });
};

describe.skipIf(noBrowser)('a hostile record', () => {
  let site: Site;
  let event: string;
  let report: string;
  beforeAll(async () => {
    site = await startSite({ examples: false, fill });
    event = site.store.overview.list({}).items[0]?.id ?? '';
    report = site.store.reports().items[0]?.id ?? '';
    site.store.decide(HURT, HURT, { kind: 'note', id: event });
    site.store.decide(HURT, HURT, { kind: 'correct', id: event, field: 'where', value: HURT });
    for (const [coder, kind] of [
      [`Ada ${HURT}`, 'accept'],
      [`Ben ${HURT}`, 'reject'],
    ] as const)
      site.store.decide(coder, HURT, { kind, id: event }, coder);
  }, 120_000);
  afterAll(() => site?.close());

  const views: readonly [string, () => string, (page: Page) => Promise<unknown>][] = [
    ['the overview', () => '#/', (page) => page.waitForSelector('.ov-event')],
    ['the table', () => '#/events?columns=when,what,where,actors,sources,title', (page) => page.waitForSelector('.ov-table tbody a')],
    ['an event', () => `#/events/${event}`, (page) => page.waitForSelector('.decision')],
    ['the reports', () => '#/reports', (page) => page.waitForSelector('.reports li')],
    [
      'a report and its claim',
      () => `#/reports/${report}?claim=${site.store.report(report)?.record.claims[0]?.id}`,
      (page) => page.waitForSelector('.claim.open .values'),
    ],
    ['the claims', () => '#/claims', (page) => page.waitForSelector('tbody tr')],
    ['the queue', () => '#/review', (page) => page.waitForSelector('.item, .empty')],
    ['the differences', () => '#/review/differences', (page) => page.waitForSelector('.difference')],
    ['the agreement', () => '#/review/agreement', (page) => page.waitForSelector('td')],
    ['the search', () => '#/search?q=raided', (page) => page.waitForSelector('.ov-hits mark')],
    ['about', () => '#/about', (page) => page.waitForSelector('dd')],
  ];
  it.each(views)(
    'runs nothing in %s, and shows it as words',
    async (_, address, ready) => {
      await site.visit(address(), async (page) => {
        await ready(page);
        expect(await page.evaluate('window.hurt')).toBe(undefined);
        expect(await page.locator('main img, main script, a[href^="javascript:"]').count()).toBe(0);
        await expectAccessible(page);
      });
    },
    60_000,
  );

  it('runs nothing of a feed and a file name that are added', async () => {
    const feed = join(site.folder, `${HURT.replaceAll('/', '-')}.xml`);
    writeFileSync(
      feed,
      `<rss version="2.0"><channel><title>&lt;img src=x onerror=window.hurt=1&gt;</title><item><title>&lt;script&gt;window.hurt=1&lt;/script&gt;</title><link>javascript:window.hurt=1</link></item></channel></rss>`,
    );
    await site.visit('#/add', async (page) => {
      await page.locator('input[type=file]').setInputFiles([feed]);
      await page.locator('.job h2', { hasText: /Done|Failed/ }).waitFor();
      expect(await page.locator('.job').textContent()).toContain('onerror=');
      expect(await page.evaluate('window.hurt')).toBe(undefined);
      expect(await page.locator('main img, main script, a[href^="javascript:"]').count()).toBe(0);
    });
  }, 60_000);

  it('runs nothing of a report that is pasted', async () => {
    await site.visit('#/add', async (page) => {
      await page
        .getByLabel('Text or HTML')
        .fill(
          '<html><head><title>&lt;script&gt;window.hurt=1&lt;/script&gt; attack</title></head><body><article><h1>&lt;script&gt;window.hurt=1&lt;/script&gt; attack</h1><p>Gunmen shot dead two farmers near the mill in Garoua on Tuesday, <script>window.hurt=1</script>police said.</p><p>A note was left at the mill. It read &lt;img src=x onerror="window.hurt=1"&gt; and nothing else. <a href="javascript:window.hurt=1">More</a> was not found.</p></article></body></html>',
        );
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.locator('.results a').click();
      await page.waitForSelector('.claim');
      await page.locator('.claim .head').first().click();
      await page.locator('.claim.open .values').waitFor();
      expect(await page.locator('.article').textContent()).toContain('<img src=x');
      expect(await page.evaluate('window.hurt')).toBe(undefined);
    });
  }, 60_000);
});
