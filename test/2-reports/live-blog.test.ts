import { describe, expect, it } from 'vitest';
import { reportOf } from './make-page.ts';

const ENTRIES = [
  [
    '10:45',
    '2024-05-15T10:45:00+02:00',
    'Bridge reopened',
    'Soldiers have left the bridge in Tarin, the governor told reporters on Wednesday.',
    'The road is open again.',
  ],
  [
    '09:30',
    '2024-05-15T09:30:00+02:00',
    'Two hurt',
    'Two people were hurt when shots were fired near the market, a doctor said.',
    'Shops closed.',
  ],
  [
    '08:05',
    '2024-05-15T08:05:00+02:00',
    null,
    'Police say that gunmen stopped a bus near the village of Example at dawn.',
    'Nobody was hurt.',
  ],
] as const;
const INTRO = 'Fighting has gone on since Tuesday in the north of the province; this page is brought up to date as news comes in.';
const FEET = '<div class="share-bar"><a href="#">Share</a> <a href="#">Tweet</a></div>';

const entry = ([clock, time, title, ...lines]: (typeof ENTRIES)[number], timed = true): string =>
  `<article class="live-update" id="u-${clock}"><p class="block-time">${timed ? `<time datetime="${time}">${clock}</time>` : `<span class="time">${clock} CEST</span>`}</p>
   ${title === null ? '' : `<h3>${title}</h3>`}<p class="byline">By Jane Roe</p><div class="post-content">${lines.map((line) => `<p>${line}</p>`).join('')}</div>${FEET}</article>`;
const page = (entries: readonly string[], head = '', kind = 'live-blog'): string =>
  `<html><head><title>Fighting in the north: live</title><meta property="article:published_time" content="2024-05-15T06:00:00+02:00">${head}</head><body>
   <nav><a href="/">Home</a></nav><main><h1>Fighting in the north: live</h1><p>${INTRO}</p><div class="${kind}">${entries.join('')}</div></main>
   <section class="related"><article class="card"><time datetime="2024-05-01">1 May</time><a href="/x">Minister visits the north after a week of attacks on villages.</a></article></section></body></html>`;
const TEXT = [INTRO, ...ENTRIES.flatMap(([, , title, ...lines]) => [...(title === null ? [] : [title]), ...lines])].join('\n\n');

describe('a live blog', () => {
  it('is one report whose entries stand in it with their own times, short lines too', () => {
    const report = reportOf(page(ENTRIES.map((one) => entry(one))));
    expect(report.text).toBe(TEXT);
    expect(report.entries?.map(({ time, title }) => [time, title])).toEqual(ENTRIES.map(([, time, title]) => [time, title]));
    expect(report.entries?.map(({ span: [from, to] }) => report.text.slice(from, to))).toEqual(
      ENTRIES.map(([, , title, ...lines]) => [...(title === null ? [] : [title]), ...lines].join('\n\n')),
    );
    expect(report.published.date).toBe('2024-05-15');
  });

  it('gives hours without a day the day of the page', () => {
    const report = reportOf(page(ENTRIES.map((one) => entry(one, false))));
    expect(report.entries?.map(({ time }) => time)).toEqual(['2024-05-15T10:45+02:00', '2024-05-15T09:30+02:00', '2024-05-15T08:05+02:00']);
  });

  it('is read from JSON-LD where the page is built by scripts', () => {
    const updates = ENTRIES.map(([, time, title, ...lines]) => ({
      '@type': 'BlogPosting',
      headline: title ?? undefined,
      datePublished: time,
      articleBody: lines.join('\n'),
    }));
    const head = `<script type="application/ld+json">${JSON.stringify({ '@type': 'LiveBlogPosting', headline: 'Fighting in the north', description: INTRO, liveBlogUpdate: updates })}</script>`;
    const report = reportOf(page([], head));
    expect(report.text).toBe(TEXT);
    expect(report.entries).toHaveLength(3);
  });

  it.each([
    [
      'a list of articles that says nothing of the kind',
      page(
        ENTRIES.map((one) => entry(one).replaceAll('live-update', 'teaser-box')),
        '',
        'archive',
      ),
    ],
    ['two entries', page(ENTRIES.slice(0, 2).map((one) => entry(one)))],
    [
      'an ordinary page with a live box',
      `<html><body><div class="live-updates"><a href="/live">Live: fighting</a></div><article><p>${INTRO}</p></article></body></html>`,
    ],
  ])('is not %s', (_, html) => expect(reportOf(html).entries).toBeUndefined());
});
