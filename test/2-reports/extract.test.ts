import { describe, expect, it } from 'vitest';
import { NOT_AN_ARTICLE, notAnArticle } from '../../src/2-reports/page-kind.ts';
import { reportOf } from './make-page.ts';

const FIRST = 'Gunmen shot dead three farmers near the village of Tarin on Tuesday, the district governor said.';
const SECOND = 'The attackers fled on motorcycles before soldiers arrived, according to two residents who saw them leave.';
const THIRD = '“We heard the shots and hid in the mosque,” said a shopkeeper, who asked not to be named.';
const BODY = [FIRST, SECOND, THIRD].join('\n\n');
const codes = (text: string): string[] => reportOf(text).notes.map((note) => note.code);

const NEWS_PAGE = `<!doctype html><html lang="en"><head><title>Three farmers killed in Tarin | The Example Post</title>
<meta property="og:site_name" content="The Example Post"><link rel="canonical" href="https://news.example/2024/05/14/three-farmers">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Three farmers killed in Tarin","datePublished":"2024-05-14T09:30:00+02:00","author":[{"@type":"Person","name":"Jane Roe"}]}]}</script>
<style>p { color: red }</style></head><body class="has-sidebar">
<nav><a href="/">Home</a> <a href="/world">World</a></nav><div id="cookie-banner"><p>We use cookies to make this site better for all of our readers. Accept all cookies.</p></div>
<article class="post-12 hentry category-world tag-army"><h1>Three farmers killed in Tarin</h1><p class="byline">By Jane Roe</p><div class="share-bar"><a href="#">Facebook</a> <a href="#">Twitter</a></div>
<figure><img src="x.jpg"><figcaption>The road to Tarin, where the attack took place on Tuesday morning.</figcaption></figure>
<div class="entry-content"><p>${FIRST}</p><p>${SECOND}</p><aside class="newsletter"><p>Sign up for our newsletter and never miss a story from us again.</p></aside><p>Read more: Army sends troops north</p><blockquote><p>${THIRD}</p></blockquote><script>var x = "<p>no text</p>";</script></div></article>
<section class="related-stories"><h2>Related stories</h2><ul><li><a href="/1">Minister visits the north after a week of attacks on villages</a></li></ul></section>
<div id="comments"><h3>Leave a Reply</h3><p>This is a very long comment by a reader who thinks that all of this is a great shame. It goes on and on.</p></div>
<footer><p>Copyright 2024 The Example Post. All rights reserved.</p></footer></body></html>`;

describe('HTML', () => {
  it('gives the article alone with what the head says', () => {
    expect(reportOf(NEWS_PAGE)).toMatchObject({
      text: BODY,
      title: 'Three farmers killed in Tarin',
      publisher: 'The Example Post',
      byline: 'Jane Roe',
      url: 'https://news.example/2024/05/14/three-farmers',
      published: { date: '2024-05-14', basis: 'metadata' },
      language: 'en',
      notes: [],
    });
  });

  it('keeps every paragraph of a small page, lists and short lines too', () => {
    const html = `<html><head><title>T</title></head><body><p>${FIRST}</p><p>He died.</p><ul><li>three farmers from Tarin</li><li>a soldier</li></ul><p>${SECOND}</p></body></html>`;
    expect(reportOf(html).text).toBe([FIRST, 'He died.', 'three farmers from Tarin', 'a soldier', SECOND].join('\n\n'));
  });

  it.each(['<p>Two men were shot.</p>', '<p>Two men shot in Tarin</p>', '<div>Two men were shot.</div>'])(
    'reads a body of one short line: %s',
    (html) => {
      expect(reportOf(html).text).toBe(html.replace(/<[^>]+>/g, ''));
    },
  );

  it('parts paragraphs at double line breaks and keeps a single one inside a sentence', () => {
    expect(reportOf(`<div>${FIRST}<br><br>${SECOND.replace(' before', '<br>before')}</div>`).text).toBe(`${FIRST}\n\n${SECOND}`);
  });

  it('survives ten thousand nested elements', () => {
    expect(reportOf(`<html><body>${'<div>'.repeat(10_000)}<p>${FIRST}</p>${'</div>'.repeat(10_000)}</body></html>`).text).toBe(FIRST);
  });

  it.each([
    '<',
    '<p',
    '<p></p',
    '<!--',
    '<script>',
    '<html><body><p>x\u0000y',
    '<p>\uD800</p>',
    '<title>',
    '<script type="application/ld+json">{"@type":</script><p>A man was shot.</p>',
  ])('does not throw on %j', (html) => {
    expect(() => reportOf(html, { mediaType: 'text/html' })).not.toThrow();
  });
});

describe('copied text', () => {
  it('lifts headline, byline, date and credit out and leaves menus and forms away', () => {
    const copied = `Home\nWorld | Politics | Sports\n\nThree farmers killed in Tarin\n\nThree farmers killed\n\nBy Jane Roe\nMay 14, 2024\n\nShare on Facebook\n\n${FIRST}\n\nAdvertisement\n\n${SECOND}\n\nRead also: Army sends troops north\n\n${THIRD}\n\nSource : Example Standard\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked *`;
    expect(reportOf(copied)).toMatchObject({
      text: BODY,
      title: 'Three farmers killed in Tarin',
      byline: 'Jane Roe',
      published: { date: '2024-05-14', basis: 'text' },
      origins: [{ name: 'Example Standard', relation: 'credited' }],
    });
  });

  it('joins lines wrapped at a margin', () => {
    const wrapped = `${FIRST}\n\n${SECOND}`.replace(/(.{50,70}) /g, '$1\n');
    expect(reportOf(wrapped).text).toBe(`${FIRST}\n\n${SECOND}`);
  });

  it.each(['Gunmen shot dead three farmers', 'GUNMEN SHOT DEAD THREE FARMERS.', 'Shot.', 'Reuters', 'Source: police'])(
    'keeps a text of one line: %s',
    (text) => {
      expect(reportOf(text).text).toBe(text);
    },
  );

  it('makes odd characters plain and keeps curly quotes', () => {
    const odd =
      '\uFEFFGun\u00ADmen\u200B shot dead\u00A0three “farmers”.\u2028Near the\u2009village.\r\n\r\nHe said itâ€™s over for the peo\u0301ple there.';
    expect(reportOf(odd).text).toBe('Gunmen shot dead three “farmers”.\n\nNear the village.\n\nHe said it’s over for the peóple there.');
  });

  it('says when a text is empty, too long or in another language', () => {
    expect(codes('Zwei Männer wurden am Dienstag in der Nähe des Dorfes von Bewaffneten erschossen, wie die Polizei mitteilte.')).toContain(
      'language-not-read',
    );
    expect(codes(`${FIRST} `.repeat(12_000))).toContain('text-cut');
    expect(reportOf('<html><body></body></html>').notes.map((note) => note.code)).toContain('empty-page');
  });

  it('gives the same id to the same text', () => {
    expect(reportOf(BODY).id).toBe(reportOf(NEWS_PAGE).id);
    expect(reportOf(BODY).id).toMatch(/^r_[0-9a-f]{16}$/);
  });
});

describe('pages that are no article', () => {
  const shell = (title: string, words: string): string =>
    `<!doctype html><html><head><title>${title}</title></head><body><div>${words}</div></body></html>`;
  it.each([
    [
      'consent-wall',
      shell(
        'Before you continue',
        '<h1>We value your privacy</h1><p>We and our 800 partners store and/or access information on a device. You can manage your choices at any time.</p><button>Accept all</button>',
      ),
    ],
    [
      'bot-check',
      shell('Just a moment...', '<p>Checking your browser before accessing the site. Enable JavaScript and cookies to continue.</p>'),
    ],
    ['not-found-page', shell('Page not found', '<p>The page you are looking for does not exist or has been moved.</p>')],
    [
      'paywall-stub',
      shell(
        'Three farmers killed',
        `<p>${FIRST}</p><p>Subscribe now to continue reading this article.</p><p>Already a subscriber? Log in to continue.</p>`,
      ),
    ],
    [
      'index-page',
      shell(
        'World news',
        `<ul>${Array.from({ length: 40 }, (_, n) => `<li><a href="/${n}">Minister number ${n} visits the north after attacks</a></li>`).join('')}</ul>`,
      ),
    ],
  ])('%s', (code, html) => {
    const report = reportOf(html);
    expect(notAnArticle(report)?.code).toBe(code);
    expect(NOT_AN_ARTICLE).toContain(code);
  });

  it('does not take an article about cookies and captchas for one', () => {
    const html = shell(
      'Regulator fines firm',
      `<p>${FIRST}</p><p>The regulator said the firm uses cookies and failed to accept all requests; its cookie policy was unlawful.</p><p>${SECOND} ${THIRD} ${SECOND}</p>`.repeat(
        3,
      ),
    );
    expect(notAnArticle(reportOf(html))).toBeUndefined();
  });
});
