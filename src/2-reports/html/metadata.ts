import { bylineIn } from '../lines/byline.ts';
import type { Outlets } from '../outlets.ts';
import type { FoundIn, HeadField } from '../report.ts';
import { articleThings, type LinkedThing, linkedThings, namesOf, wordsOf } from './json-ld.ts';
import { elements, type PageTree, rawText } from './page-tree.ts';
import { tidy } from './tidy.ts';
import { titleOf } from './title.ts';

/** What a page says about its article, before any text is read. */
export interface Metadata {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly canonical: string | null;
  readonly section: string | null;
  readonly language: string | null;
  readonly articles: readonly LinkedThing[];
  readonly things: readonly LinkedThing[];
  /** Where each of them was found. */
  readonly basis: Readonly<Partial<Record<HeadField, FoundIn>>>;
}

type Found = readonly [value: string, foundIn: FoundIn] | null;

/** Reads title, byline, publisher, section, address and language from JSON-LD, meta tags, the heading, marked parts and the title tag. */
export function metadataOf(tree: PageTree, pageUrl: string | null, outlets: Outlets): Metadata {
  const { head } = tree;
  const things = linkedThings(head.jsonLd);
  const articles = articleThings(things);
  const meta = (...names: string[]): Found => {
    for (const name of names) {
      const found = head.metas.find((entry) => entry.name === name && entry.content.trim() !== '');
      if (found !== undefined) return [tidy(found.content), 'meta'];
    }
    return null;
  };
  const linked = (key: string, words: (value: unknown) => string | null = wordsOf): Found => {
    for (const { data } of articles) {
      const said = words(data[key]);
      if (said !== null) return [tidy(said), 'json-ld'];
    }
    return null;
  };
  const canonical = canonicalOf(head.canonical ?? meta('og:url')?.[0] ?? null, pageUrl);
  const url = canonical ?? pageUrl;
  const site =
    meta('og:site_name') ??
    linked('publisher') ??
    meta('application-name', 'dc.publisher', 'article:publisher_name', 'publisher', 'twitter:app:name:iphone');
  const known = outlets.byUrl(url ?? pageUrl)?.name;
  const byDomain: Found = known === undefined ? null : [known, 'domain'];
  const publisher = site === null || /^https?:|^www\.|\.(?:com|org|net)$/i.test(site[0]) ? (byDomain ?? site) : site;
  const title = titleOf(
    tree,
    meta('og:title', 'twitter:title', 'dc.title', 'headline') ?? linked('headline'),
    publisher?.[0] ?? null,
    outlets,
  );
  const byline =
    namedAuthor(linked('author', namesOf)) ??
    namedAuthor(meta('author', 'article:author', 'dc.creator', 'byl', 'parsely-author', 'sailthru.author')) ??
    markedAuthor(tree);
  const section = sectionOf(
    linked('articleSection') ??
      meta('article:section', 'og:article:section', 'parsely-section', 'section', 'dc.subject') ??
      lastCrumb(things),
  );
  const language = (head.lang ?? meta('og:locale', 'content-language', 'language')?.[0])?.slice(0, 2).toLowerCase() ?? null;
  const basis: Partial<Record<HeadField, FoundIn>> = {};
  for (const [field, found] of Object.entries({ title, byline, publisher, section }) as [HeadField, Found][])
    if (found !== null) basis[field] = found[1];
  if (canonical !== null) basis.canonical = 'meta';
  const value = (found: Found): string | null => found?.[0] ?? null;
  return {
    title: value(title),
    byline: value(byline),
    publisher: value(publisher),
    url,
    canonical,
    section: value(section),
    language,
    articles,
    things,
    basis,
  };
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

const namedAuthor = (said: Found): Found => {
  const name = bylineOf(said?.[0] ?? null);
  return name === null || said === null ? null : [name, said[1]];
};

/** An author in the page's parts: marked as one for machines, or a line that begins with "By". */
function markedAuthor(tree: PageTree): Found {
  for (const element of elements(tree.root)) {
    const { attrs, hint } = element;
    const isMarked = /(?:^|\s)author(?:$|\s)/i.test(`${attrs.get('rel') ?? ''} ${attrs.get('itemprop') ?? ''}`);
    if (!isMarked && !/(?:^|[\s_-])(?:byline|author)/.test(hint)) continue;
    const text = tidy(rawText(element));
    if (text.length > 120) continue;
    const name = bylineIn(text) ?? (isMarked && /^\p{Lu}[\p{L}.'’-]*(?:\s+[\p{L}.'’-]+){1,3}$/u.test(text) ? text : null);
    const author = bylineOf(name);
    if (author !== null) return [author, 'markup'];
  }
  return null;
}

/** The address that a page gives as its own. A site's front page is nobody's own address: some systems name it on every page. */
function canonicalOf(said: string | null, pageUrl: string | null): string | null {
  if (said === null) return null;
  try {
    const url = new URL(said, pageUrl ?? undefined);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
    return isFront(url) && pageUrl !== null && !isFront(new URL(pageUrl)) ? null : url.href;
  } catch {
    return null;
  }
}

const isFront = ({ pathname, search }: URL): boolean => pathname === '/' && search === '';

/** A section's name; an address or a list of tags is none. */
const sectionOf = (found: Found): Found => (found === null || found[0].length > 60 || /^https?:|,.*,/.test(found[0]) ? null : found);

/** The last part of the path that a page shows above an article ("Home > World > Asia"), without the article itself. */
function lastCrumb(things: readonly LinkedThing[]): Found {
  const list = things.find(({ types }) => types.includes('breadcrumblist'))?.data['itemListElement'];
  if (!Array.isArray(list)) return null;
  const names = list.map((item) => wordsOf(item) ?? wordsOf((item as { item?: unknown } | null)?.item));
  const crumbs = names.filter((name): name is string => name !== null && name.split(' ').length <= 4 && !/^(?:home|news)$/i.test(name));
  const last = crumbs.at(-1);
  return last === undefined ? null : [tidy(last), 'json-ld'];
}
