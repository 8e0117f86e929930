import { oneLine, plainCharacters } from '../clean-text.ts';
import type { Outlets } from '../outlets.ts';
import { articleThings, type LinkedThing, linkedThings, wordsOf } from './json-ld.ts';
import { elements, type PageTree, rawText } from './page-tree.ts';

/** What a page says about its article, before any text is read. */
export interface Metadata {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly articles: readonly LinkedThing[];
  readonly things: readonly LinkedThing[];
}

/** Reads title, byline, publisher, address and language from JSON-LD, meta tags, the heading and the title tag, in this order of trust. */
export function metadataOf(tree: PageTree, pageUrl: string | null, outlets: Outlets): Metadata {
  const { head } = tree;
  const things = linkedThings(head.jsonLd);
  const articles = articleThings(things);
  const meta = (...names: string[]): string | null => {
    for (const name of names) {
      const found = head.metas.find((entry) => entry.name === name && entry.content.trim() !== '');
      if (found !== undefined) return tidy(found.content);
    }
    return null;
  };
  const linked = (key: string): string | null => {
    for (const { data } of articles) {
      const words = wordsOf(data[key]);
      if (words !== null) return tidy(words);
    }
    return null;
  };
  const url = address(head.canonical ?? meta('og:url'), pageUrl);
  const site =
    meta('og:site_name') ??
    linked('publisher') ??
    meta('application-name', 'dc.publisher', 'article:publisher_name', 'publisher', 'twitter:app:name:iphone');
  const byDomain = outlets.byUrl(url ?? pageUrl)?.name ?? null;
  const publisher = site === null || /^https?:|^www\.|\.(?:com|org|net)$/i.test(site) ? (byDomain ?? site) : site;
  return {
    title: titleOf(tree, meta('og:title', 'twitter:title', 'dc.title', 'headline') ?? linked('headline'), publisher),
    byline: bylineOf(linked('author') ?? meta('author', 'article:author', 'dc.creator', 'byl', 'parsely-author', 'sailthru.author')),
    publisher,
    url,
    language: (head.lang ?? meta('og:locale', 'content-language', 'language'))?.slice(0, 2).toLowerCase() ?? null,
    articles,
    things,
  };
}

const tidy = (words: string): string =>
  oneLine(
    plainCharacters(
      words.slice(0, 600).replace(/&(?:amp;)?(quot|#0?39|amp|nbsp|rsquo|lsquo|ldquo|rdquo);/g, (_, name: string) => ENTITIES[name] ?? ' '),
    ),
  );
const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  '#39': "'",
  '#039': "'",
  amp: '&',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
};

/** The headline: what the page says, else its only heading, else its title tag without the outlet's name. */
function titleOf(tree: PageTree, said: string | null, publisher: string | null): string | null {
  const headings: string[] = [];
  for (const element of elements(tree.root)) {
    if (element.tag !== 'h1') continue;
    const text = tidy(rawText(element));
    if (text !== '') headings.push(text);
  }
  const tag = tree.head.titleTag === null ? null : tidy(tree.head.titleTag);
  const title = said ?? headings.find((heading) => tag?.includes(heading)) ?? (headings.length === 1 ? headings[0] : null) ?? tag;
  if (title === null || title === undefined || title === '') return null;
  return withoutSite(title, publisher, said === null);
}

/** Cuts "… | The Daily Example" where the last part is the outlet or, in a title tag, a short part after a bar. */
function withoutSite(title: string, publisher: string | null, fromTag: boolean): string {
  const match = /^(.{12,}?)\s+[|–—»·-]\s+([^|–—»·]{2,50})$/.exec(title);
  if (match === null) return title;
  const [, words, site] = match as unknown as [string, string, string];
  const isSite =
    publisher !== null && (site.toLowerCase().includes(publisher.toLowerCase()) || publisher.toLowerCase().includes(site.toLowerCase()));
  return isSite || (fromTag && words.split(' ').length >= 4 && site.split(' ').length <= 4 && title.includes('|')) ? words : title;
}

/** Author names without "By", addresses and account names; null where nothing is left. */
export function bylineOf(said: string | null): string | null {
  if (said === null || /^https?:\/\//.test(said)) return null;
  const name = said
    .replace(/^(?:story |written |reported |posted |words )?by:?\s+/i, '')
    .replace(/\s*[|<(].*$/, '')
    .trim();
  return name.length < 2 || name.length > 160 || /^(?:admin|administrator|webmaster|staff|editor|null|undefined|guest)$/i.test(name)
    ? null
    : name;
}

function address(said: string | null, pageUrl: string | null): string | null {
  if (said === null) return pageUrl;
  try {
    const url = new URL(said, pageUrl ?? undefined);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : pageUrl;
  } catch {
    return pageUrl;
  }
}
