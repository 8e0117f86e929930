import type { Page } from '../1-pages/page.ts';
import { wordsOf } from './html/json-ld.ts';
import type { Metadata } from './html/metadata.ts';
import { elements, type PageElement, type PageTree, rawText } from './html/page-tree.ts';
import type { PublicationDate } from './report.ts';
import { isoDate, MONTH_PATTERN, monthNumber, writtenDate } from './written-date.ts';

/** Meta names that hold a publication day, the surest first. */
const META_NAMES = [
  'article:published_time',
  'og:published_time',
  'article:published',
  'og:article:published_time',
  'datepublished',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'article.published',
  'publish_date',
  'publish-date',
  'publishdate',
  'pubdate',
  'publication_date',
  'publicationdate',
  'published',
  'published_date',
  'published-date',
  'date_published',
  'originalpublicationdate',
  'displaydate',
  'article_date_original',
  'ptime',
  'citation_date',
  'citation_publication_date',
  'eprints.date',
  'bt:pubdate',
  'rbpubdate',
  'timestamp',
  'date',
  'datecreated',
  'created',
  'release_date',
  'og:pubdate',
  'article:post_modified',
  'lastmod',
];
const UPDATED_NAMES = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'modified',
];
/** Names of page parts that show when an article appeared. */
const DATE_PART =
  /(?:^|[\s_-])(?:date|datetime|published|publish(?:ed)?-?(?:date|on|time|at)|pub-?date|post-?date|posted-?on|entry-?date|article-?date|timestamp|time-?stamp|dateline|byline|meta-?date|post-?meta|entry-?meta|article-?(?:meta|info)|submitted|meta|posted|created|updated|news-?date|info)(?=$|[\s_-])/;
const UPDATE_WORDS = /\b(?:updated|modified|last edited|reviewed)\b/i;

/** The day an article appeared. A day the user gave is believed before everything on the page. */
export function publicationDate(page: Page, tree: PageTree | null, metadata: Metadata | null, lines: readonly string[]): PublicationDate {
  if (page.published !== undefined) return { date: page.published, basis: 'given' };
  const address = fromUrl(page.url) ?? fromUrl(metadata?.url ?? null);
  if (tree !== null && metadata !== null) {
    const said = fromJsonLd(metadata) ?? fromMetas(tree, META_NAMES) ?? fromItemprop(tree);
    // Machines write the day in universal time; an address one day earlier is the day on the publisher's calendar.
    if (said !== null)
      return address !== null && dayAfter(address) === said ? { date: address, basis: 'url' } : { date: said, basis: 'metadata' };
  }
  if (tree !== null) {
    const shown = fromTime(tree) ?? fromDateParts(tree);
    if (shown !== null && (address === null || shown.slice(0, 7) === address.slice(0, 7))) return { date: shown, basis: 'metadata' };
    if (address !== null) return { date: address, basis: 'url' };
    const updated = fromMetas(tree, UPDATED_NAMES) ?? (metadata === null ? null : fromJsonLd(metadata, 'dateModified'));
    if (updated !== null) return { date: updated, basis: 'metadata' };
  }
  if (address !== null) return { date: address, basis: 'url' };
  const written = fromLines(lines) ?? (tree === null ? null : fromShortTexts(tree));
  return written === null ? { date: null, basis: 'unknown' } : { date: written, basis: 'text' };
}

const dayAfter = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

/** The first short text of a page that says no more than a day: the last resort. */
function fromShortTexts(tree: PageTree): string | null {
  for (const element of elements(tree.root))
    for (const child of element.children) {
      if (typeof child !== 'string' || child.length > 200) continue;
      const text = child.replace(/\s+/g, ' ').trim();
      if (text.length >= 8 && isDateLine(text)) {
        const date = writtenDate(text.replace(DATE_LINE, ''), true);
        if (date !== null) return date;
      }
    }
  return null;
}

function fromJsonLd(metadata: Metadata, key = 'datePublished'): string | null {
  for (const { data } of [
    ...metadata.articles,
    ...metadata.things.filter((thing) => thing.types.some((type) => /webpage|videoobject|creativework/.test(type))),
  ]) {
    for (const name of key === 'datePublished' ? ['datePublished', 'dateCreated', 'uploadDate'] : [key]) {
      const date = writtenDate(wordsOf(data[name]) ?? (typeof data[name] === 'number' ? String(data[name]) : ''));
      if (date !== null) return date;
    }
  }
  return null;
}

function fromMetas(tree: PageTree, names: readonly string[]): string | null {
  for (const name of names)
    for (const meta of tree.head.metas) {
      if (meta.name !== name) continue;
      const date = writtenDate(meta.content);
      if (date !== null) return date;
    }
  return null;
}

function fromItemprop(tree: PageTree): string | null {
  for (const element of elements(tree.root)) {
    const prop = element.attrs.get('itemprop')?.toLowerCase() ?? element.attrs.get('property')?.toLowerCase();
    if (prop === undefined || !/date-?(?:published|created)|published|issued/.test(prop)) continue;
    const date = dateOf(element);
    if (date !== null) return date;
  }
  return null;
}

const dateOf = (element: PageElement): string | null =>
  writtenDate(element.attrs.get('datetime') ?? element.attrs.get('content') ?? '') ?? writtenDate(rawText(element), true);

/** `<time>`: one marked as the publication wins, then one in the article's head, then the first. */
function fromTime(tree: PageTree): string | null {
  let first: string | null = null;
  let marked: string | null = null;
  for (const element of elements(tree.root)) {
    if (element.tag !== 'time' && element.tag !== 'abbr' && element.tag !== 'relative-time') continue;
    if (element.tag === 'abbr' && !/published|date/.test(element.hint)) continue;
    const date = writtenDate(element.attrs.get('datetime') ?? element.attrs.get('title') ?? '') ?? dateOf(element);
    if (date === null || /updated|modified/.test(element.hint) || element.attrs.get('itemprop')?.toLowerCase() === 'datemodified') continue;
    if (element.attrs.has('pubdate') || /published|entry-date|post-date/.test(element.hint)) marked ??= date;
    first ??= date;
  }
  return marked ?? first;
}

/** Short texts in parts of the page that are named for a date. */
function fromDateParts(tree: PageTree): string | null {
  let updated: string | null = null;
  for (const element of elements(tree.root)) {
    if (!DATE_PART.test(element.hint)) continue;
    const text = rawText(element).replace(/\s+/g, ' ').trim();
    if (text.length > 200 || text.length < 6) continue;
    const date = writtenDate(text, true);
    if (date === null) continue;
    if (!UPDATE_WORDS.test(text) || /\b(?:published|posted)\b/i.test(text)) return date;
    updated ??= date;
  }
  return updated;
}

/** A day in an address: /2017/07/03/, /2017-07-03-, /20170703, /2017/jul/03/. */
export function fromUrl(url: string | null): string | null {
  if (url === null) return null;
  const path = url.replace(/^https?:\/\/[^/]+/, '').replace(/[?#].*$/, '');
  const numbers =
    /(?<![0-9])((?:19|20)\d\d)[/_.-](\d{1,2})[/_.-](\d{1,2})(?![0-9])/.exec(path) ??
    /(?<![0-9])((?:19|20)\d\d)(\d\d)(\d\d)(?![0-9])/.exec(path) ??
    /\/((?:19|20)\d\d)(\d\d)\/(\d\d)(?=\/)/.exec(path);
  if (numbers !== null) return isoDate(Number(numbers[1]), Number(numbers[2]), Number(numbers[3]));
  const named = new RegExp(`/((?:19|20)\\d\\d)[/-]${MONTH_PATTERN}[/-](\\d{1,2})(?![0-9])`, 'i').exec(path);
  return named === null ? null : isoDate(Number(named[1]), monthNumber(named[2]), Number(named[3]));
}

const DATE_LINE =
  /^(?:(?:first )?published|posted|updated|last updated|date|created|issued|released|submitted)\b(?: (?:on|at|by .{2,40}? on))?\s*:?\s*/i;

/** A day in the lines around an article: a line that is a date, or begins "Published on". */
export function fromLines(lines: readonly string[]): string | null {
  for (const line of lines) {
    if (line.length > 160) continue;
    const date = writtenDate(line.replace(DATE_LINE, ''));
    if (date !== null) return date;
  }
  return null;
}

/** Whether a short line only says when, and perhaps by whom, an article was published. */
export function isDateLine(line: string): boolean {
  if (line.length > 120 || writtenDate(line, true) === null) return false;
  if (DATE_LINE.test(line)) return true;
  const rest = line
    .replace(new RegExp(`\\b${MONTH_PATTERN}(?![\\p{L}])`, 'giu'), '')
    .replace(
      /\b(?:mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\b|\b(?:am|pm|at|on|[ECMPIB]?[SD]T|GMT|UTC|hrs?|updated|published|edition)\b/gi,
      '',
    )
    .replace(/[\d\s,.:;|/()+–—-]|(?:st|nd|rd|th)\b/g, '');
  return rest.length <= 3;
}
