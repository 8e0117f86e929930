import type { Page } from '../1-pages/page.ts';
import { wordsOf } from './html/json-ld.ts';
import type { Metadata } from './html/metadata.ts';
import { elements, type PageElement, type PageTree, rawText } from './html/page-tree.ts';
import { type Moment, sameInstant, universalHour, writtenMoment } from './moment.ts';
import type { FoundIn, PublicationDate } from './report.ts';
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

/** A day of a page's life, and where it stands. */
export interface DatedBy extends PublicationDate {
  /** The moment, as `Report.publishedAt`. */
  readonly time: string | null;
  readonly foundIn: FoundIn | null;
}

const dated = (moment: Moment, foundIn: FoundIn, basis: PublicationDate['basis'] = 'metadata'): DatedBy => ({
  date: moment.date,
  basis,
  time: moment.time,
  foundIn,
});
const day = (date: string): Moment => ({ date, time: null });

/** The day an article appeared, with the time of day where one is given. A day the user gave is believed before everything on the page. */
export function publicationDate(page: Page, tree: PageTree | null, metadata: Metadata | null, lines: readonly string[]): DatedBy {
  if (page.published !== undefined) return dated(day(page.published), 'given', 'given');
  const address = fromUrl(page.url) ?? fromUrl(metadata?.url ?? null);
  if (tree !== null) {
    const said = saidBy(tree, metadata);
    if (said !== null) return onTheCalendar(said, address, tree);
    const shown = fromTime(tree) ?? fromDateParts(tree);
    if (shown !== null && (address === null || shown.date.slice(0, 7) === address.slice(0, 7))) return dated(shown, 'markup');
    if (address !== null) return dated(day(address), 'address', 'url');
    const updated = updateDate(tree, metadata);
    if (updated !== null) return { ...updated, basis: 'metadata' };
  }
  if (address !== null) return dated(day(address), 'address', 'url');
  const written = fromLines(lines) ?? (tree === null ? null : fromShortTexts(tree));
  return written === null ? { date: null, basis: 'unknown', time: null, foundIn: null } : dated(written, 'text', 'text');
}

/** The day an article was last changed, where the page says it; null elsewhere. */
export function updateDate(tree: PageTree, metadata: Metadata | null): DatedBy | null {
  const linked = metadata === null ? null : fromJsonLd(metadata, ['dateModified']);
  if (linked !== null) return dated(linked, 'json-ld');
  const meta = fromMetas(tree, UPDATED_NAMES);
  if (meta !== null) return dated(meta, 'meta');
  const marked = fromItemprop(tree, /date-?modified|updated/) ?? updatedTime(tree);
  return marked === null ? null : dated(marked, 'markup');
}

/** The day that the page states for machines. */
function saidBy(tree: PageTree, metadata: Metadata | null): DatedBy | null {
  const linked = metadata === null ? null : fromJsonLd(metadata, ['datePublished', 'dateCreated', 'uploadDate']);
  const meta = fromMetas(tree, META_NAMES);
  // Of two moments within a day the earlier is the publication: the later is when this system took the text over.
  if (linked !== null) return meta !== null && isJustBefore(meta, linked) ? dated(meta, 'meta') : dated(linked, 'json-ld');
  if (meta !== null) return dated(meta, 'meta');
  const marked = fromItemprop(tree, /date-?(?:published|created)|published|issued/);
  return marked === null ? null : dated(marked, 'markup');
}

/**
 * Machines write moments in universal time, in which the evening of one half of the world is the next day. The publisher's day is the one of the
 * same moment written with an offset, or the one in the address where it is the evening before; failing these the one that is said.
 */
function onTheCalendar(said: DatedBy, address: string | null, tree: PageTree): DatedBy {
  const moment: Moment = { date: said.date as string, time: said.time };
  const hour = universalHour(moment);
  if (hour !== null)
    for (const other of timesOf(tree))
      if (other.date !== moment.date && universalHour(other) === null && sameInstant(other, moment)) return dated(other, 'markup');
  // West of Greenwich at most ten hours: later in the day the address is no calendar, but the day on which the text was begun.
  if (address !== null && dayAfter(address) === moment.date && (moment.time === null || (hour ?? 0) < 10))
    return { ...said, date: address, basis: 'url', foundIn: 'address' };
  return said;
}

const isJustBefore = (a: Moment, b: Moment): boolean => {
  const hours = (Date.parse(b.time ?? '') - Date.parse(a.time ?? '')) / 3_600_000;
  return hours > 0 && hours < 24 && universalHour(a) !== null && universalHour(b) !== null;
};

const dayAfter = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

/** The first short text of a page that says no more than a day: the last resort. */
function fromShortTexts(tree: PageTree): Moment | null {
  for (const element of elements(tree.root))
    for (const child of element.children) {
      if (typeof child !== 'string' || child.length > 200) continue;
      const text = child.replace(/\s+/g, ' ').trim();
      if (text.length >= 8 && isDateLine(text)) {
        const moment = writtenMoment(text.replace(DATE_LINE, ''), true);
        if (moment !== null) return moment;
      }
    }
  return null;
}

function fromJsonLd(metadata: Metadata, keys: readonly string[]): Moment | null {
  for (const { data } of [
    ...metadata.articles,
    ...metadata.things.filter((thing) => thing.types.some((type) => /webpage|videoobject|creativework/.test(type))),
  ]) {
    for (const name of keys) {
      const moment = writtenMoment(wordsOf(data[name]) ?? (typeof data[name] === 'number' ? String(data[name]) : ''));
      if (moment !== null) return moment;
    }
  }
  return null;
}

function fromMetas(tree: PageTree, names: readonly string[]): Moment | null {
  for (const name of names)
    for (const meta of tree.head.metas) {
      if (meta.name !== name) continue;
      const moment = writtenMoment(meta.content);
      if (moment !== null) return moment;
    }
  return null;
}

function fromItemprop(tree: PageTree, wanted: RegExp): Moment | null {
  for (const element of elements(tree.root)) {
    const prop = element.attrs.get('itemprop')?.toLowerCase() ?? element.attrs.get('property')?.toLowerCase();
    if (prop === undefined || !wanted.test(prop)) continue;
    const moment = momentOf(element);
    if (moment !== null) return moment;
  }
  return null;
}

const momentOf = (element: PageElement): Moment | null =>
  writtenMoment(element.attrs.get('datetime') ?? element.attrs.get('content') ?? '') ?? writtenMoment(rawText(element), true);

/** Every `<time>` of a page, in its order. */
function* timesOf(tree: PageTree): Generator<Moment & { readonly element: PageElement }> {
  for (const element of elements(tree.root)) {
    if (element.tag !== 'time' && element.tag !== 'abbr' && element.tag !== 'relative-time') continue;
    if (element.tag === 'abbr' && !/published|date/.test(element.hint)) continue;
    const moment = writtenMoment(element.attrs.get('datetime') ?? element.attrs.get('title') ?? '') ?? momentOf(element);
    if (moment !== null) yield { ...moment, element };
  }
}

const isUpdate = (element: PageElement): boolean =>
  /updated|modified/.test(element.hint) || element.attrs.get('itemprop')?.toLowerCase() === 'datemodified';

/** `<time>`: one marked as the publication wins, then the first. */
function fromTime(tree: PageTree): Moment | null {
  let first: Moment | null = null;
  for (const { element, date, time } of timesOf(tree)) {
    if (isUpdate(element)) continue;
    if (element.attrs.has('pubdate') || /published|entry-date|post-date/.test(element.hint)) return { date, time };
    first ??= { date, time };
  }
  return first;
}

/** The first `<time>` that is marked as the last change. */
function updatedTime(tree: PageTree): Moment | null {
  for (const { element, date, time } of timesOf(tree)) if (isUpdate(element)) return { date, time };
  return null;
}

/** Short texts in parts of the page that are named for a date: first those after the headline. Lists of other articles stand before it. */
function fromDateParts(tree: PageTree): Moment | null {
  let before: Moment | null = null;
  let updated: Moment | null = null;
  let isHeadlinePast = false;
  for (const element of elements(tree.root)) {
    if (element.tag === 'h1') isHeadlinePast = true;
    if (!DATE_PART.test(element.hint)) continue;
    const text = rawText(element).replace(/\s+/g, ' ').trim();
    if (text.length > 200 || text.length < 6) continue;
    const moment = writtenMoment(text, true);
    if (moment === null) continue;
    if (UPDATE_WORDS.test(text) && !/\b(?:published|posted|written|created)\b/i.test(text)) updated ??= moment;
    else if (isHeadlinePast) return moment;
    else before ??= moment;
  }
  return before ?? updated;
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
  /^(?:(?:first )?published|posted|written|updated|last updated|date|created|issued|released|submitted)\b(?: (?:on|at|by .{2,40}? on))?\s*:?\s*/i;

/** A day in the lines around an article: a line that is a date, or begins "Published on". */
export function fromLines(lines: readonly string[]): Moment | null {
  for (const line of lines) {
    if (line.length > 160) continue;
    const moment = writtenMoment(line.replace(DATE_LINE, ''));
    if (moment !== null) return moment;
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
