import { describe, expect, it } from 'vitest';
import { readList } from '../../../src/1-pages/feeds/feed.ts';

const A = 'https://a.example/1';
describe('lists of addresses', () => {
  it.each([
    [
      'RSS 2.0',
      `<?xml version="1.0"?><!-- x --><rss version="2.0"><channel><title>Post</title><link>https://a.example</link><item><title>One &amp; two</title><link> ${A}#top </link><pubDate>Wed, 15 May 2024 08:00:00 GMT</pubDate><guid>g1</guid></item></channel></rss>`,
      'feed',
      'g1',
      'One & two',
    ],
    [
      'RSS with CDATA and a permalink alone',
      `<rss><channel><item><title><![CDATA[One & two]]></title><guid>${A}</guid></item></channel></rss>`,
      'feed',
      A,
      'One & two',
    ],
    [
      'RSS 1.0',
      `<rdf:RDF xmlns:rdf="x"><channel rdf:about="y"/><item rdf:about="${A}"><title>One &#38; two</title><link>${A}</link><dc:date>2024-05-15</dc:date></item></rdf:RDF>`,
      'feed',
      A,
      'One & two',
    ],
    [
      'Atom',
      `<feed xmlns="x"><title>Post</title><entry><id>t:1</id><title type="html">One &amp; two</title><link rel="self" href="https://a.example/self"/><link href="/1"/><updated>2024-05-15T08:00:00Z</updated></entry></feed>`,
      'feed',
      't:1',
      'One & two',
    ],
    [
      'JSON Feed',
      `{"version":"https://jsonfeed.org/version/1.1","title":"Post","items":[{"id":7,"url":"${A}","title":"One & two"}]}`,
      'feed',
      '7',
      'One & two',
    ],
    [
      'a news sitemap',
      `<urlset xmlns:news="x"><url><loc>${A}</loc><news:news><news:publication_date>2024-05-15</news:publication_date><news:title>One &amp; two</news:title></news:news></url></urlset>`,
      'sitemap',
      A,
      'One & two',
    ],
    ['a sitemap index', `<sitemapindex><sitemap><loc>${A}</loc></sitemap></sitemapindex>`, 'sitemaps', A, undefined],
    [
      'OPML',
      `<opml version="2.0"><head><title>Mine</title></head><body><outline text="Group"><outline type="rss" text="One &amp; two" xmlUrl="${A}"/></outline></body></opml>`,
      'feeds',
      A,
      'One & two',
    ],
  ])('reads %s', (_, text, kind, id, title) => {
    expect(readList(text, 'https://a.example/feed')).toMatchObject({
      kind,
      entries: [{ id, url: A, ...(title === undefined ? {} : { known: { listedTitle: title } }) }],
    });
  });
  it.each([
    ['HTML', '<!doctype html><html><body><p>x</p></body></html>'],
    ['a text', 'Two men were arrested.'],
    ['other JSON', '{"version":"1"}'],
  ])('leaves %s', (_, text) => {
    expect(readList(text, null)).toBeNull();
  });
  it('counts an address once and leaves those that are no web addresses', () => {
    expect(
      readList(
        `<rss><item><link>${A}</link></item><item><link>${A}#x</link></item><item><link>javascript:alert(1)</link></item><item><link>file:///etc/passwd</link></item></rss>`,
        null,
      )?.entries,
    ).toHaveLength(1);
  });
});
