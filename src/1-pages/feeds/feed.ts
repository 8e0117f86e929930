import type { Link } from '../incoming.ts';
import { childOf, named, parseXml, textOf, type XmlElement } from '../xml.ts';

/** A list of addresses: a feed's entries, an OPML's feeds, a sitemap's pages or further sitemaps. */
export interface AddressList {
  /** feed and sitemap lead to articles; feeds (OPML) and sitemaps (an index) to further lists. */
  readonly kind: 'feed' | 'sitemap' | 'feeds' | 'sitemaps';
  readonly title: string | null;
  readonly entries: readonly Entry[];
}

export interface Entry extends Link {
  /** What the feed calls the entry, by which it is known at the next poll; its address where it has no name. */
  readonly id: string;
}

/**
 * Reads RSS 0.9x, 1.0 (RDF) and 2.0, Atom, JSON Feed, OPML, sitemaps, news sitemaps and sitemap indexes; null for everything else.
 * `base`: the list's own address, against which relative ones are read. Entries without an address are left out; an address counts once.
 */
export function readList(text: string, base: string | null): AddressList | null {
  const start = text.slice(0, 4000).replace(/^\uFEFF?\s*/, '');
  const list = start.startsWith('{') ? jsonFeed(text, base) : start.startsWith('<') ? xmlList(text, base) : null;
  if (list === null) return null;
  const seen = new Set<string>();
  return { ...list, entries: list.entries.filter(({ url }) => !seen.has(url) && seen.add(url)) };
}

function xmlList(text: string, base: string | null): AddressList | null {
  const root = parseXml(text).children.find((child): child is XmlElement => typeof child !== 'string');
  if (root === undefined) return null;
  if (root.name === 'rss' || root.name === 'rdf') {
    const channel = childOf(root, 'channel');
    return {
      kind: 'feed',
      title: textOf(channel && childOf(channel, 'title')) || null,
      entries: [...named(root, 'item')].flatMap((item) => rssEntry(item, base)),
    };
  }
  if (root.name === 'feed')
    return {
      kind: 'feed',
      title: textOf(childOf(root, 'title')) || null,
      entries: [...named(root, 'entry')].flatMap((entry) => atomEntry(entry, base)),
    };
  if (root.name === 'opml') {
    const head = childOf(root, 'head');
    return {
      kind: 'feeds',
      title: textOf(head && childOf(head, 'title')) || null,
      entries: [...outlines(root)].flatMap((outline) => feedOf(outline, base)),
    };
  }
  if (root.name === 'urlset')
    return { kind: 'sitemap', title: null, entries: [...named(root, 'url')].flatMap((item) => sitemapEntry(item, base)) };
  if (root.name === 'sitemapindex')
    return {
      kind: 'sitemaps',
      title: null,
      entries: [...named(root, 'sitemap')].flatMap((item) => entryOf(textOf(childOf(item, 'loc')), '', base, '', '')),
    };
  return null;
}

function rssEntry(item: XmlElement, base: string | null): Entry[] {
  const guid = childOf(item, 'guid');
  const permalink = guid !== null && guid.attrs['ispermalink'] !== 'false' && /^https?:/i.test(textOf(guid)) ? textOf(guid) : '';
  const links = item.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === 'link');
  const link = links.map((one) => textOf(one) || (one.attrs['href'] ?? '')).find((address) => address !== '') ?? '';
  const about = item.attrs['rdf:about'] ?? '';
  return entryOf(
    link || permalink || about,
    textOf(guid) || about,
    base,
    textOf(childOf(item, 'title')),
    textOf(childOf(item, 'pubdate', 'date', 'published')),
  );
}

function atomEntry(entry: XmlElement, base: string | null): Entry[] {
  const links = entry.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === 'link');
  const link = links.find(({ attrs }) => (attrs['rel'] ?? 'alternate') === 'alternate') ?? links[0];
  const id = textOf(childOf(entry, 'id'));
  return entryOf(
    link?.attrs['href'] ?? (/^https?:/i.test(id) ? id : ''),
    id,
    base,
    textOf(childOf(entry, 'title')),
    textOf(childOf(entry, 'published', 'issued', 'updated')),
  );
}

function sitemapEntry(item: XmlElement, base: string | null): Entry[] {
  const news = childOf(item, 'news');
  return entryOf(
    textOf(childOf(item, 'loc')),
    '',
    base,
    textOf(news && childOf(news, 'title')),
    textOf(news && childOf(news, 'publication_date')),
  );
}

function* outlines(element: XmlElement): Generator<XmlElement> {
  for (const outline of named(element, 'outline')) {
    yield outline;
    yield* outlines(outline);
  }
}

function feedOf({ attrs }: XmlElement, base: string | null): Entry[] {
  return entryOf(attrs['xmlurl'] ?? '', '', base, attrs['title'] ?? attrs['text'] ?? '', '');
}

function jsonFeed(text: string, base: string | null): AddressList | null {
  let feed: { version?: unknown; title?: unknown; items?: unknown };
  try {
    feed = JSON.parse(text.replace(/^\uFEFF/, '')) as typeof feed;
  } catch {
    return null;
  }
  if (typeof feed.version !== 'string' || !feed.version.includes('jsonfeed.org') || !Array.isArray(feed.items)) return null;
  const words = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');
  return {
    kind: 'feed',
    title: words(feed.title) || null,
    entries: feed.items.flatMap((item: Record<string, unknown> | null) =>
      entryOf(
        words(item?.['url']) || words(item?.['external_url']),
        words(item?.['id']),
        base,
        words(item?.['title']),
        words(item?.['date_published']),
      ),
    ),
  };
}

/** An entry, where it has an http or https address. */
function entryOf(address: string, id: string, base: string | null, title: string, date: string): Entry[] {
  let url: URL;
  try {
    url = new URL(address.trim(), base ?? undefined);
  } catch {
    return [];
  }
  if (address.trim() === '' || (url.protocol !== 'http:' && url.protocol !== 'https:')) return [];
  url.hash = '';
  const known = { ...(title === '' ? {} : { listedTitle: title }), ...(date === '' ? {} : { listedDate: date }) };
  return [{ id: id || url.href, url: url.href, ...(Object.keys(known).length === 0 ? {} : { known }) }];
}
