import { parseHTML } from 'linkedom/worker';
import { lighten } from './lighten.ts';

/** One element of a page, reduced to what the extractor looks at. Never deeper than `MAX_DEPTH`. */
export interface PageElement {
  readonly tag: string;
  /** Attribute values by lower-case name. */
  readonly attrs: ReadonlyMap<string, string>;
  /** Class, id and role in lower case, `newsCaption` as `news-caption`: the words by which page makers name a part of the page. */
  readonly hint: string;
  readonly parent: PageElement | null;
  readonly children: (PageElement | string)[];
}

/** A whole page: the tree that may hold an article, and what its head says. */
export interface PageTree {
  readonly root: PageElement;
  readonly head: PageHead;
}

/** What a page says about itself. */
export interface PageHead {
  readonly lang: string | null;
  readonly titleTag: string | null;
  /** `<meta>`: name, property, itemprop or http-equiv (lower case) with its content, in page order. */
  readonly metas: readonly { readonly name: string; readonly content: string }[];
  /** Texts of the JSON-LD scripts. */
  readonly jsonLd: readonly string[];
  readonly canonical: string | null;
}

/** Elements below this depth are hung on their last allowed ancestor: later walks may recurse without fear. */
export const MAX_DEPTH = 200;
const MAX_NODES = 400_000;
/** Nothing in these is text to a reader. Scripts are read for JSON-LD only. */
const MUTE = new Set([
  'script',
  'style',
  'template',
  'svg',
  'iframe',
  'object',
  'embed',
  'canvas',
  'video',
  'audio',
  'map',
  'math',
  'head',
  'link',
  'meta',
  'title',
  'base',
  'source',
  'track',
  'param',
  'area',
]);

interface DomNode {
  readonly nodeType: number;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly parentNode: DomNode | null;
  readonly localName: string;
  readonly textContent: string;
  readonly data: string;
  readonly attributes: Iterable<{ name: string; value: string }>;
}

/** Parses a page without running anything in it. Linear in the length of the page, whatever its nesting. */
export function pageTree(html: string): PageTree {
  const { document } = parseHTML(`<saidso-page>${lighten(html)}</saidso-page>`);
  const metas: { name: string; content: string }[] = [];
  const jsonLd: string[] = [];
  const head = { lang: null as string | null, titleTag: null as string | null, canonical: null as string | null };
  const root: PageElement = { tag: 'body', attrs: new Map(), hint: '', parent: null, children: [] };
  let nodes = 0;

  const start = document.documentElement as unknown as DomNode;
  let node: DomNode | null = start.firstChild;
  let depth = 0;
  const path: PageElement[] = [root];
  while (node !== null && nodes < MAX_NODES) {
    nodes += 1;
    let down = false;
    const top = path[Math.min(depth, path.length - 1)] as PageElement;
    if (node.nodeType === 3) {
      if (node.data !== '') top.children.push(node.data);
    } else if (node.nodeType === 1) {
      const tag = node.localName.toLowerCase();
      if (tag === 'html' || tag === 'body' || tag === 'head' || tag === 'saidso-page') {
        const lang = attributesOf(node).get('lang');
        if (tag === 'html' && lang) head.lang = lang;
        down = true;
        path[depth + 1] = top;
      } else if (tag === 'meta') {
        const attrs = attributesOf(node);
        const content = attrs.get('content');
        if (content !== undefined)
          for (const key of ['name', 'property', 'itemprop', 'http-equiv']) {
            const name = attrs.get(key);
            if (name) metas.push({ name: name.toLowerCase().trim(), content });
          }
      } else if (tag === 'link') {
        const attrs = attributesOf(node);
        if (attrs.get('rel')?.toLowerCase() === 'canonical') head.canonical ??= attrs.get('href') ?? null;
      } else if (tag === 'title') {
        head.titleTag ??= node.textContent;
      } else if (tag === 'script') {
        if (attributesOf(node).get('type')?.toLowerCase().includes('ld+json')) jsonLd.push(node.textContent);
      } else if (!MUTE.has(tag)) {
        const attrs = attributesOf(node);
        const hint = `${attrs.get('class') ?? ''} ${attrs.get('id') ?? ''} ${attrs.get('role') ?? ''}`
          .replace(/([a-z])([A-Z])/g, '$1-$2')
          .toLowerCase();
        const element: PageElement = { tag, attrs, hint, parent: top, children: [] };
        top.children.push(element);
        path[depth + 1] = depth + 1 < MAX_DEPTH ? element : top;
        down = true;
      }
    }
    if (down && node.firstChild !== null) {
      depth += 1;
      node = node.firstChild;
      continue;
    }
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode;
      depth -= 1;
      if (node === start) node = null;
    }
    if (node !== null) node = node.nextSibling;
  }
  return { root, head: { ...head, metas, jsonLd } };
}

function attributesOf(node: DomNode): Map<string, string> {
  const attrs = new Map<string, string>();
  for (const { name, value } of node.attributes) attrs.set(name.toLowerCase(), value);
  return attrs;
}

/** Every element below (and with) `element`, in page order. */
export function* elements(element: PageElement): Generator<PageElement> {
  const waiting: PageElement[] = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (let index = next.children.length - 1; index >= 0; index -= 1) {
      const child = next.children[index];
      if (child !== undefined && typeof child !== 'string') waiting.push(child);
    }
  }
}

/** All text below an element, as it stands. */
export function rawText(element: PageElement): string {
  let text = '';
  for (const child of element.children) text += typeof child === 'string' ? child : rawText(child);
  return text;
}
