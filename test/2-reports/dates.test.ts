import { describe, expect, it } from 'vitest';
import { findDateline } from '../../src/2-reports/find-dateline.ts';
import { languageOf } from '../../src/2-reports/language.ts';
import { fromUrl, isDateLine } from '../../src/2-reports/publication-date.ts';
import { writtenDate } from '../../src/2-reports/written-date.ts';
import { reportOf } from './make-page.ts';

it.each([
  ['2017-07-03T10:00:00Z', '2017-07-03'],
  ['2017/7/3', '2017-07-03'],
  ['20170703', '2017-07-03'],
  ['July 3, 2017', '2017-07-03'],
  ['3rd of July 2017', '2017-07-03'],
  ['Mon, 03 Jul 2017 08:00:00 GMT', '2017-07-03'],
  ['Mon Jul 03 08:00:00 UTC 2017', '2017-07-03'],
  ['1499068800', '2017-07-03'],
  ['13/07/2017', '2017-07-13'],
  ['07/13/2017', '2017-07-13'],
  ['Sept. 9 2019', '2019-09-09'],
  ['31 February 2019', null],
  ['no day', null],
  ['2017', null],
])('reads the day in %s', (text, date) => {
  expect(writtenDate(text)).toBe(date);
});

it.each([
  ['https://x.example/2017/07/03/title', '2017-07-03'],
  ['https://x.example/news-2017-07-03-title', '2017-07-03'],
  ['https://x.example/2017/jul/03/title', '2017-07-03'],
  ['https://x.example/a/20170703/b', '2017-07-03'],
  ['https://x.example/id/123456789', null],
  ['https://x.example/2017/99/03', null],
  [null, null],
])('reads the day in the address %s', (url, date) => {
  expect(fromUrl(url)).toBe(date);
});

it.each([
  ['Published on July 3, 2017', true],
  ['Monday, 3 July 2017, 10:15 am GMT', true],
  ['Updated: 2017-07-03', true],
  ['On July 3, 2017, two men were shot.', false],
  ['July 3', false],
])('whether "%s" is only a day: %s', (line, wanted) => {
  expect(isDateLine(line)).toBe(wanted);
});

it.each([
  ['KABUL, July 3 (Agency) — Two men died.', 'KABUL', '2017-07-03'],
  ['MANILA, Philippines (AP) — Two men died.', 'MANILA, Philippines', null],
  ['Washington : Two men died.', 'Washington', null],
  ['GAZA CITY: Two men died.', 'GAZA CITY', null],
  ['NEW DELHI, Dec. 30, 2016 – Two men died.', 'NEW DELHI', '2016-12-30'],
  ['Police said: “Two men died.”', null, null],
  ['Two men died in Kabul - the capital.', null, null],
  ['The man who ran: a story of the north.', null, null],
  ['', null, null],
])('dateline of "%s"', (text, place, date) => {
  expect(findDateline(text, '2017-07-05')).toEqual(place === null ? null : { place, date });
});

it.each([
  ['The army said that two men were shot in the north of the country.', 'en'],
  ['Zwei Männer wurden in der Nacht von der Polizei erschossen und es gab keine Verletzten.', 'de'],
  ['Dos hombres fueron asesinados en el norte del país, según la policía de la ciudad.', 'es'],
  ['Двое мужчин были убиты на севере страны.', 'ru'],
  ['قُتل رجلان في شمال البلاد يوم الثلاثاء', 'ar'],
  ['兩名男子在該國北部被槍殺。', 'zh'],
  ['GUNMEN KILL THREE FARMERS', 'en'],
  ['12 34', 'und'],
])('language of "%s"', (text, language) => {
  expect(languageOf(text, null)).toBe(language);
});

describe('the day of a page', () => {
  const body = '<p>Two men were shot in Kabul on Monday, police said.</p>';
  it.each([
    [
      'given',
      `<html><head><meta property="article:published_time" content="2020-01-01"></head><body>${body}</body></html>`,
      { published: '2024-05-15' },
      { date: '2024-05-15', basis: 'given' },
    ],
    [
      'meta',
      `<html><head><meta property="article:published_time" content="2020-01-01T23:00:00Z"></head><body>${body}</body></html>`,
      {},
      { date: '2020-01-01', basis: 'metadata' },
    ],
    [
      'itemprop',
      `<html><body><span itemprop="datePublished" content="2020-01-01">x</span>${body}</body></html>`,
      {},
      { date: '2020-01-01', basis: 'metadata' },
    ],
    ['time', `<html><body><time datetime="2020-01-01">x</time>${body}</body></html>`, {}, { date: '2020-01-01', basis: 'metadata' }],
    ['address', `<html><body>${body}</body></html>`, { url: 'https://x.example/2020/01/01/a' }, { date: '2020-01-01', basis: 'url' }],
    [
      'address before universal time',
      `<html><head><meta property="article:published_time" content="2020-01-02T02:00:00Z"></head><body>${body}</body></html>`,
      { url: 'https://x.example/2020/01/01/a' },
      { date: '2020-01-01', basis: 'url' },
    ],
    ['none', `<html><body>${body}</body></html>`, {}, { date: null, basis: 'unknown' }],
  ])('%s', (_, html, more, published) => {
    expect(reportOf(html, more).published).toEqual(published);
  });
});
