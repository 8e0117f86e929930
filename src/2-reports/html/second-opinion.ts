import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom/worker';
import { oneLine, plainCharacters } from '../clean-text.ts';
import { type Article, articleOf } from './article.ts';
import type { LinkedThing } from './json-ld.ts';
import { lighten } from './lighten.ts';
import { elements, type PageElement, pageTree } from './page-tree.ts';

/** Below this much running text the first finding is doubted. */
const DOUBTFUL = 250;
/** Readability's time grows fast with a page's nesting and size; news pages stay below 60 and 6,000. */
const MAX_NESTING = 120;
const MAX_ELEMENTS = 12_000;

/**
 * Where little was found: the article as the page's own JSON-LD tells it (pages that are built by scripts), or what Mozilla's Readability finds.
 * The first finding stays unless one of these has much more.
 */
export function surerArticle(
  found: Article,
  root: PageElement,
  html: string,
  title: string | null,
  articles: readonly LinkedThing[],
): Article {
  if (found.weight >= DOUBTFUL) return found;
  let best = found;
  const consider = (other: Article): void => {
    if (other.weight > Math.max(best.weight * 1.5, 80)) best = other;
  };
  for (const { data } of articles) {
    const body = data['articleBody'];
    if (typeof body !== 'string' || body.length < 200) continue;
    const text = /<\/?p\b|<br/i.test(body)
      ? articleOf(pageTree(body).root, title).paragraphs
      : plainCharacters(body)
          .split(/\n+/)
          .map(oneLine)
          .filter((line) => line !== '');
    consider({ paragraphs: text, weight: text.join(' ').length });
  }
  if (best === found && isModest(root)) {
    try {
      const { document } = parseHTML(`<!doctype html><html>${lighten(html).replace(/<\/?html[^>]*>|<!doctype[^>]*>/gi, '')}</html>`);
      const content = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0]).parse()?.content;
      if (content) consider(articleOf(pageTree(content).root, title));
    } catch {
      // Readability stumbles over some broken pages; then the first finding is all there is.
    }
  }
  return best;
}

/** Whether a page is no larger and no deeper than news pages are. */
function isModest(root: PageElement): boolean {
  const depths = new Map<PageElement, number>();
  for (const element of elements(root)) {
    const depth = element.parent === null ? 0 : (depths.get(element.parent) ?? 0) + 1;
    if (depth > MAX_NESTING || depths.size > MAX_ELEMENTS) return false;
    depths.set(element, depth);
  }
  return true;
}
