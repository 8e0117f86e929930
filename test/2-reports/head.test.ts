import { describe, expect, it } from 'vitest';
import { pageTree } from '../../src/2-reports/html/page-tree.ts';
import { titleOf } from '../../src/2-reports/html/title.ts';
import { writtenMoment } from '../../src/2-reports/moment.ts';
import { kit, reportOf } from './make-page.ts';

const BODY = '<p>Two men were shot in Kabul on Monday, police said.</p><p>A third was hurt, a doctor told reporters.</p>';
const html = (head: string, body = BODY): string => `<html><head>${head}</head><body>${body}</body></html>`;

it.each([
  ['2017-09-12T14:05:00+02:00', '2017-09-12T14:05:00+02:00'],
  ['2017-09-12T14:05:00.000Z', '2017-09-12T14:05:00Z'],
  ['2017-09-12 14:05:00', '2017-09-12T14:05:00'],
  ['2017-09-12T14:05:00-0430', '2017-09-12T14:05:00-04:30'],
  ['20170912T140500Z', '2017-09-12T14:05:00Z'],
  ['1505225100', '2017-09-12T14:05:00Z'],
  ['Sept. 12, 2017 at 2:05 p.m. EDT', '2017-09-12T14:05-04:00'],
  ['12 September 2017 12:05 AM', '2017-09-12T00:05'],
  ['Tue, 12 Sep 2017 14:05:00 +0000', '2017-09-12T14:05:00Z'],
  ['Tue Sep 12 14:05:00 UTC 2017', '2017-09-12T14:05:00Z'],
  ['12 Sep 2017, 22:11 GMT+10', '2017-09-12T22:11+10:00'],
  ['14:05 BST, 12 September 2017', '2017-09-12T14:05+01:00'],
  ['12 September 2017', null],
  ['2017-09-12', null],
  ['12 September 2017, page 25:61', null],
  ['12 September 2017, 13:05 pm', null],
])('the moment of "%s"', (text, time) => {
  expect(writtenMoment(text)).toEqual({ date: '2017-09-12', time });
});

describe('the title', () => {
  const title = (tag: string, { publisher = null as string | null, h1 = '', og = '' } = {}): string | null => {
    const tree = pageTree(`<html><head><title>${tag}</title></head><body>${h1 === '' ? '' : `<h1>${h1}</h1>`}</body></html>`);
    return titleOf(tree, og === '' ? null : [og, 'meta'], publisher, kit.outlets)?.[0] ?? null;
  };
  it.each([
    ['Three farmers killed in Tarin | The Example Post', { publisher: 'Example Post' }],
    ['Three farmers killed in Tarin - The Example Post', { publisher: 'The Example Post' }],
    ['The Example Post - Three farmers killed in Tarin', { publisher: 'The Example Post' }],
    [
      'Three farmers killed in Tarin – World News – The Example Post',
      { publisher: 'The Example Post', h1: 'Three farmers killed in Tarin' },
    ],
    ['Three farmers killed in Tarin | World | The Example Post', { publisher: null }],
    ['Three farmers killed in Tarin - BBC News', { publisher: null }],
    ['Three farmers killed in Tarin | Reuters', { publisher: null }],
    ['Three farmers killed in Tarin - examplepost.com', { publisher: null }],
    ['EXAMPLEPOST | Three farmers killed in Tarin', { publisher: 'Example Post' }],
  ])('of "%s" is the headline alone', (tag, more) => {
    expect(title(tag, more)).toBe('Three farmers killed in Tarin');
    if (!('h1' in more || tag.includes('World'))) expect(title('x', { ...more, og: tag })).toBe('Three farmers killed in Tarin');
  });
  it.each([
    ['Kabul - three farmers killed in an attack', { publisher: 'The Example Post' }],
    ['Minister: three farmers killed in Tarin', { publisher: 'The Example Post' }],
    ['Three farmers killed - the army was late', { publisher: 'The Example Post' }],
    ['Attack in Tarin-Kot kills three', { publisher: 'The Example Post' }],
  ])('"%s" stays whole', (tag, more) => {
    expect(title(tag, more)).toBe(tag);
    expect(title('x', { ...more, og: tag })).toBe(tag);
  });
});

describe('the head of a page', () => {
  it('gives times with their zone, section, canonical address, and where each was found', () => {
    const report = reportOf(
      html(
        `<title>Two men shot in Kabul | Example Post</title><link rel="canonical" href="/2024/05/15/shots">
         <meta property="article:section" content="World"><meta property="og:site_name" content="Example Post">
         <script type="application/ld+json">{"@type":"NewsArticle","headline":"Two men shot in Kabul","author":[{"name":"Jane Roe"},{"name":"John Doe"}],
           "datePublished":"2024-05-15T09:30:00+04:30","dateModified":"2024-05-16T08:00:00Z"}</script>`,
      ),
      { url: 'https://post.example/2024/05/15/shots?ref=home' },
    );
    expect(report).toMatchObject({
      title: 'Two men shot in Kabul',
      byline: 'Jane Roe, John Doe',
      section: 'World',
      canonical: 'https://post.example/2024/05/15/shots',
      url: 'https://post.example/2024/05/15/shots',
      published: { date: '2024-05-15', basis: 'metadata' },
      publishedAt: '2024-05-15T09:30:00+04:30',
      updated: { date: '2024-05-16', basis: 'metadata' },
      updatedAt: '2024-05-16T08:00:00Z',
      basis: {
        title: 'json-ld',
        byline: 'json-ld',
        publisher: 'meta',
        section: 'meta',
        canonical: 'meta',
        published: 'json-ld',
        updated: 'json-ld',
        language: 'text',
      },
    });
  });

  it.each([
    ['a front page is nobody’s own address', '<link rel="canonical" href="https://post.example/">', null],
    ['og:url', '<meta property="og:url" content="https://post.example/b">', 'https://post.example/b'],
    ['a script is no address', '<link rel="canonical" href="javascript:x">', null],
  ])('canonical: %s', (_, head, canonical) => {
    const report = reportOf(html(head), { url: 'https://post.example/a' });
    expect([report.canonical, report.url]).toEqual([canonical, canonical ?? 'https://post.example/a']);
  });

  it.each([
    [
      'a crumb',
      '<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[{"name":"Home"},{"item":{"name":"Asia"}},{"name":"Two men shot in Kabul on Monday"}]}</script>',
      'Asia',
    ],
    ['JSON-LD', '<script type="application/ld+json">{"@type":"NewsArticle","articleSection":["Conflict","Asia"]}</script>', 'Conflict'],
    ['none', '<meta name="keywords" content="a, b, c">', null],
  ])('section: %s', (_, head, section) => expect(reportOf(html(head)).section).toBe(section));

  it.each([
    ['a marked author', '<span itemprop="author">Jane Roe</span>', 'Jane Roe', 'markup'],
    ['a line named as one', '<div class="article-byline">By Jane Roe, Example Post</div>', 'Jane Roe', 'markup'],
    ['a link to more', '<a rel="author" href="/x">Follow us everywhere today now please</a>', null, undefined],
  ])('byline: %s', (_, part, byline, foundIn) => {
    const report = reportOf(html('', part + BODY));
    expect([report.byline, report.basis?.byline]).toEqual([byline, foundIn]);
  });

  it.each([
    [
      'the feed',
      { known: { listedTitle: 'From the feed', listedDate: 'Tue, 14 May 2024 10:00:00 +0200' } },
      'list',
      '2024-05-14T10:00:00+02:00',
    ],
    ['a row', { known: { title: 'From a row', date: '2024-05-14 10:00' } }, 'container', '2024-05-14T10:00'],
  ])('what %s says is said to be from there', (_, more, foundIn, time) => {
    const report = reportOf('Two men were shot in Kabul on Monday, police said.', more);
    expect(report.basis).toMatchObject({ title: foundIn, published: foundIn });
    expect([report.published.date, report.publishedAt]).toEqual(['2024-05-14', time]);
  });
});

describe('the publisher’s calendar', () => {
  const said = (time: string): string => `<meta property="article:published_time" content="${time}">`;
  it.each([
    [
      'the same instant with its offset',
      html(said('2024-05-15T01:30:00Z'), `<time datetime="2024-05-14T20:30:00-05:00">x</time>${BODY}`),
      null,
      '2024-05-14',
    ],
    [
      'another instant',
      html(said('2024-05-15T01:30:00Z'), `<time datetime="2024-05-14T10:30:00-05:00">x</time>${BODY}`),
      null,
      '2024-05-15',
    ],
    ['the address of the evening before', html(said('2024-05-15T03:30:00Z')), 'https://post.example/2024/05/14/a', '2024-05-14'],
    [
      'the address of a day that was over everywhere',
      html(said('2024-05-15T12:30:00Z')),
      'https://post.example/2024/05/14/a',
      '2024-05-15',
    ],
    [
      'a list of others before the headline',
      html('', `<p class="date">2024-05-01</p><h1>Two men shot</h1><p class="date">Written: 2024-05-14 10:00</p>${BODY}`),
      null,
      '2024-05-14',
    ],
  ])('%s', (_, text, url, date) => expect(reportOf(text, { url }).published.date).toBe(date));
});
