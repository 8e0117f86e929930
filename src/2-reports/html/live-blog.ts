import { oneLine, plainCharacters, SENTENCE_END } from '../clean-text.ts';
import { bylineIn } from '../lines/byline.ts';
import { isDroppedLine } from '../lines/line-kinds.ts';
import { clockTime, writtenMoment } from '../moment.ts';
import { isDateLine } from '../publication-date.ts';
import { droppedParts } from './article.ts';
import { type Block, blocksOf } from './blocks.ts';
import { type LinkedThing, wordsOf } from './json-ld.ts';
import { elements, type PageElement, pageTree, rawText } from './page-tree.ts';

/** One entry of a live blog, as found. */
export interface FoundEntry {
  readonly title: string | null;
  /** ISO 8601 with the offset where a zone is named; null where the page gives no time. */
  readonly time: string | null;
  readonly paragraphs: readonly string[];
}

/** A live blog: what stands above its entries, and the entries in the order of the page. */
export interface LiveBlog {
  readonly intro: readonly string[];
  readonly entries: readonly FoundEntry[];
}

/** Fewer are no live blog. */
const FEWEST = 3;
/** What an entry has of words outside of links. */
const LEAST_TEXT = 40;
const LIVE =
  /(?:^|[\s_-])(?:live-?(?:blog|updates?|feed|coverage|stream|text|ticker|posts?)s?|lx-stream|minute-?by-?minute|key-?events)(?=$|[\s_-])/;
const ENTRY_TAGS = new Set(['article', 'section', 'div', 'li']);
const HEADING = /^h[1-6]$/;

/**
 * The entries of a live blog, each with its own time; null for every other page. Parts that are alike by tag and class name, each with a time and
 * running text of its own, are its entries where something on the page says that it is one. Every sentence of an entry is kept: the short
 * line "The road is open again." is news there. `day`: the day of publication, for entries that give the hour alone.
 */
export function liveBlogOf(root: PageElement, articles: readonly LinkedThing[], url: string | null, day: string | null): LiveBlog | null {
  const linked = articles.find(({ types }) => types.includes('liveblogposting'));
  if (linked === undefined && !saysLive(root, url)) return null;
  const parts = entryParts(root);
  const shown = parts.map((part) => entryOf(part, day)).filter(({ paragraphs }) => paragraphs.length > 0);
  const told = linked === undefined ? [] : toldEntries(linked);
  const length = (entries: readonly FoundEntry[]): number => entries.reduce((sum, { paragraphs }) => sum + paragraphs.join('').length, 0);
  // Pages that are built by scripts hold their entries in JSON-LD alone.
  if (told.length >= FEWEST && length(told) > length(shown) * 1.5)
    return { intro: shown.length >= FEWEST ? introOf(root, parts) : descriptionOf(linked), entries: told };
  // What a page shows has often no zone; the same entry for machines has one.
  const zoned = (entry: FoundEntry): FoundEntry => ({
    ...entry,
    time: told.find(({ time, title }) => time?.slice(0, 16) === entry.time && title === entry.title)?.time ?? entry.time,
  });
  return shown.length >= FEWEST ? { intro: introOf(root, parts), entries: shown.map(zoned) } : null;
}

/** Whether the page says that it is a live blog: by its address, its markup for machines or the names of its parts. */
function saysLive(root: PageElement, url: string | null): boolean {
  if (
    url !== null &&
    /\/(?:live|liveblog|live-?news|live-?updates?)(?:\/|-|$)|-live(?:-updates?|-blog)?(?:[/?.]|$)|live-updates/i.test(url)
  )
    return true;
  for (const element of elements(root)) {
    if (element.attrs.get('itemtype')?.includes('LiveBlogPosting')) return true;
    if (LIVE.test(element.hint)) return true;
  }
  return false;
}

/** The largest group of like parts that each have a time and words of their own. */
function entryParts(root: PageElement): PageElement[] {
  const groups = new Map<string, PageElement[]>();
  for (const element of elements(root)) {
    if (!ENTRY_TAGS.has(element.tag)) continue;
    const kind = (element.attrs.get('class') ?? element.attrs.get('itemprop') ?? element.attrs.get('data-type') ?? '')
      .split(/\s+/)
      .filter((name) => !/\d/.test(name))
      .join(' ');
    if (kind === '') continue;
    const key = `${element.tag}.${kind}`;
    groups.set(key, [...(groups.get(key) ?? []), element]);
  }
  let best: PageElement[] = [];
  for (const group of groups.values()) {
    if (group.length < Math.max(FEWEST, best.length)) continue;
    const inside = new Set(group);
    const outer = group.filter((part) => !isInside(part, inside) && timeOf(part, null) !== undefined && hasWords(part));
    if (outer.length >= FEWEST && outer.length > best.length) best = outer;
  }
  return best;
}

function isInside(part: PageElement, group: ReadonlySet<PageElement>): boolean {
  for (let at = part.parent; at !== null; at = at.parent) if (group.has(at)) return true;
  return false;
}

const hasWords = (part: PageElement): boolean =>
  blocksOf(part, () => false).reduce((sum, { text, linked }) => sum + (SENTENCE_END.test(text) ? text.length - linked : 0), 0) >=
  LEAST_TEXT;

/** The time of an entry; null where a part that is one by its tag or name says none that can be read, undefined where there is no such part. */
function timeOf(part: PageElement, day: string | null): string | null | undefined {
  let isMarked = false;
  const named: PageElement[] = [];
  for (const element of elements(part)) {
    const said = element.attrs.get('datetime') ?? element.attrs.get('data-datetime') ?? element.attrs.get('data-timestamp');
    if (said === undefined && element.tag !== 'time') {
      if (TIME_PART.test(element.hint)) named.push(element);
      continue;
    }
    isMarked = true;
    const time = writtenMoment(said ?? '')?.time ?? timeIn(element, day);
    if (time !== null) return time;
  }
  for (const element of named) {
    const time = timeIn(element, day);
    if (time !== null) return time;
  }
  return isMarked || named.some((element) => /\d/.test(rawText(element))) ? null : undefined;
}

const TIME_PART = /(?:^|[\s_-])(?:time|timestamp|date|datetime|published)(?=$|[\s_-])/;

function timeIn(element: PageElement, day: string | null): string | null {
  const text = rawText(element).replace(/\s+/g, ' ').trim();
  if (text.length > 60) return null;
  return writtenMoment(text)?.time ?? (day === null ? null : clockTime(day, text));
}

function entryOf(part: PageElement, day: string | null): FoundEntry {
  const dropped = droppedParts(part);
  const blocks = blocksOf(part, (element) => dropped.has(element)).filter((block) => isEntryText(block));
  const title = blocks.find(({ element }) => HEADING.test(element.tag))?.text ?? null;
  return { title, time: timeOf(part, day) ?? null, paragraphs: blocks.map(({ text }) => text) };
}

/** Everything but share bars, links, bylines and the time itself. */
function isEntryText({ text, linked, element }: Block): boolean {
  if (isDroppedLine(text) || isDateLine(text) || bylineIn(text) !== null) return false;
  if (clockTime('2000-01-01', text) !== null && text.length < 30) return false;
  if (linked / text.length > 0.6 && !SENTENCE_END.test(text)) return false;
  return HEADING.test(element.tag) || SENTENCE_END.test(text) || text.split(' ').length > 2;
}

/** Sentences above the entries. */
function introOf(root: PageElement, entries: readonly PageElement[]): string[] {
  const first = entries[0];
  const place = new Map<PageElement, number>();
  let count = 0;
  for (const element of elements(root)) place.set(element, count++);
  const before = first === undefined ? count : (place.get(first) ?? 0);
  const dropped = droppedParts(root);
  const inside = new Set(entries);
  return blocksOf(root, (element) => dropped.has(element) || inside.has(element))
    .filter(({ element }) => (place.get(element) ?? count) < before && element !== root)
    .filter(
      ({ text, linked, element }) =>
        SENTENCE_END.test(text) && text.length >= (element.tag === 'li' ? 30 : 60) && linked / text.length < 0.5,
    )
    .map(({ text }) => text)
    .filter((text) => !isDroppedLine(text) && !isDateLine(text));
}

/** What the page's JSON-LD says of the whole, where it is more than a headline. */
function descriptionOf(linked: LinkedThing | undefined): string[] {
  const said = oneLine(plainCharacters(wordsOf(linked?.data['description']) ?? ''));
  return SENTENCE_END.test(said) ? [said] : [];
}

/** The entries as the page's JSON-LD tells them. */
function toldEntries({ data }: LinkedThing): FoundEntry[] {
  const updates = [data['liveBlogUpdate']].flat();
  return updates.flatMap((update): FoundEntry[] => {
    if (typeof update !== 'object' || update === null) return [];
    const { headline, articleBody, datePublished } = update as Record<string, unknown>;
    const body = typeof articleBody === 'string' ? articleBody : '';
    const words = /<\/?p\b|<br/i.test(body)
      ? blocksOf(pageTree(body).root, () => false).map(({ text }) => text)
      : plainCharacters(body)
          .split(/\n+/)
          .map(oneLine)
          .filter((line) => line !== '');
    const title = wordsOf(headline);
    const time = typeof datePublished === 'string' ? (writtenMoment(datePublished)?.time ?? null) : null;
    return words.length === 0 ? [] : [{ title, time, paragraphs: title === null || words.includes(title) ? words : [title, ...words] }];
  });
}
