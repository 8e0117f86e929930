import { contentId } from '../0-terms/content-id.ts';
import type { Note } from '../0-terms/note.ts';
import type { Page } from '../1-pages/page.ts';
import { findDateline } from './find-dateline.ts';
import { articleFromHtml } from './html/article-from-html.ts';
import type { FoundEntry } from './html/live-blog.ts';
import { languageOf } from './language.ts';
import { sortCopiedText } from './lines/copied-text.ts';
import { writtenMoment } from './moment.ts';
import { takeCreditLines } from './origins/credit-lines.ts';
import { findOrigins } from './origins/find-origins.ts';
import { pageKindNote } from './page-kind.ts';
import { type DatedBy, publicationDate } from './publication-date.ts';
import type { RawArticle } from './raw-article.ts';
import type { FoundIn, HeadField, LiveEntry, Report } from './report.ts';
import type { ReportKit } from './report-kit.ts';

/** Characters of article text that are read; the longest reports have some 100,000. */
const MAX_TEXT = 1_000_000;

/** Where a text that is too long is cut: at the last blank within the limit, and never inside a character. */
const endWithin = (text: string): number => {
  const blank = text.lastIndexOf(' ', MAX_TEXT);
  if (blank > MAX_TEXT - 1000) return blank;
  return /[\uD800-\uDBFF]/.test(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
};

/**
 * The article of a page: its text without what is around it, its title, day, author, outlet, language, dateline and origins.
 * Pure; never throws on bad text. What could not be told is a note, and a page that holds no article has one of `NOT_AN_ARTICLE`.
 */
export function extract(page: Page, kit: ReportKit): Report {
  const raw = page.mediaType === 'text/html' ? articleFromHtml(page, kit) : articleFromText(page);
  const credits = takeCreditLines(raw.paragraphs, kit.outlets);
  const whole = credits.paragraphs.join('\n\n');
  const text = whole.length > MAX_TEXT ? whole.slice(0, endWithin(whole)).trimEnd() : whole;
  const language = languageOf(text, raw.language);
  const dateline = findDateline(text, raw.published.date);
  const { foundIn, time, ...published } = dayOf(page, raw.published, dateline?.date ?? null);
  const publisher = page.known?.publisher ?? raw.publisher;
  const byline = page.known?.byline ?? raw.byline;
  const notes: Note[] = [...page.notes];
  if (text.length < whole.length)
    notes.push({
      code: 'text-cut',
      text: `Only the first ${MAX_TEXT.toLocaleString('en')} characters are read: split the text into single reports.`,
    });
  if (raw.kind !== null) notes.push(raw.kind);
  else if (text === '') notes.push({ code: 'no-text', text: 'No running text was found: give the report as plain text.' });
  if (text !== '' && language !== 'en')
    notes.push({
      code: 'language-not-read',
      text: `The report is kept, but its language (${language}) is not read: only English gives claims.`,
    });
  if (published.date === null)
    notes.push({
      code: 'publication-date-unknown',
      text: 'No publication day was found: give it with --published, or "on Tuesday" and the like stay open.',
    });
  return {
    id: contentId('r', text),
    source: page.source,
    url: raw.url,
    title: page.known?.title ?? raw.title ?? page.known?.listedTitle ?? null,
    publisher,
    byline,
    language,
    published,
    publishedAt: time,
    updated: raw.updated === null ? null : { date: raw.updated.date, basis: raw.updated.basis },
    updatedAt: raw.updated?.time ?? null,
    dateline,
    section: raw.section,
    canonical: raw.canonical,
    ...(raw.entries === undefined ? {} : { entries: entriesIn(text, raw.entries) }),
    basis: basisOf(page, raw, foundIn, language, dateline !== null),
    text,
    origins: findOrigins(text, credits.origins, byline, publisher, kit.outlets),
    notes,
  };
}

/** The day: what the user or the container says, else the page, else the dateline, last the list that named the page. */
function dayOf({ known }: Page, found: DatedBy, dateline: string | null): DatedBy {
  const said = found.basis === 'given' || known?.date === undefined ? null : writtenMoment(known.date);
  if (said !== null) return { ...said, basis: 'metadata', foundIn: 'container' };
  if (found.date !== null) return found;
  if (dateline !== null) return { date: dateline, basis: 'text', time: null, foundIn: 'text' };
  const listed = known?.listedDate === undefined ? null : writtenMoment(known.listedDate);
  return listed === null ? found : { ...listed, basis: 'metadata', foundIn: 'list' };
}

/** Where each value of the head was found. */
function basisOf(
  { known }: Page,
  raw: RawArticle,
  published: FoundIn | null,
  language: string,
  hasDateline: boolean,
): Partial<Record<HeadField, FoundIn>> {
  // The words tell the language; the page is believed where they leave it open.
  const isSaid = language === raw.language && language !== 'en';
  return {
    ...raw.basis,
    ...(known?.title !== undefined
      ? { title: 'container' }
      : raw.title === null && known?.listedTitle !== undefined
        ? { title: 'list' }
        : {}),
    ...(known?.publisher === undefined ? {} : { publisher: 'container' }),
    ...(known?.byline === undefined ? {} : { byline: 'container' }),
    ...(published === null ? {} : { published }),
    ...(raw.updated?.foundIn == null ? {} : { updated: raw.updated.foundIn }),
    ...(language === 'und' ? {} : { language: isSaid ? 'meta' : 'text' }),
    ...(hasDateline ? { dateline: 'text' } : {}),
  };
}

/** Where the entries of a live blog stand in its text; one whose paragraphs were all credit lines or cut off is nowhere. */
function entriesIn(text: string, found: readonly FoundEntry[]): LiveEntry[] {
  const entries: LiveEntry[] = [];
  let from = 0;
  for (const { title, time, paragraphs } of found) {
    let span: [number, number] | null = null;
    for (const paragraph of paragraphs) {
      const start = text.indexOf(paragraph, from);
      if (start < 0) continue;
      from = start + paragraph.length;
      span = [span?.[0] ?? start, from];
    }
    if (span !== null) entries.push({ span, time, title });
  }
  return entries;
}

function articleFromText(page: Page): RawArticle {
  const sorted = sortCopiedText(page.text);
  const published = publicationDate(page, null, null, sorted.dateLines);
  return {
    title: sorted.title,
    byline: sorted.byline,
    publisher: null,
    url: page.url,
    language: null,
    paragraphs: sorted.paragraphs,
    published,
    updated: null,
    section: null,
    canonical: null,
    basis: {
      ...(sorted.title === null ? {} : { title: 'text' as const }),
      ...(sorted.byline === null ? {} : { byline: 'text' as const }),
    },
    kind: pageKindNote(sorted.paragraphs.join('\n\n'), page.text, sorted.title, 0),
  };
}
