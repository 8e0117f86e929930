import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { oneLine, plainCharacters } from '../clean-text.ts';
import { type Article, articleOf } from './article.ts';
import { lighten } from './lighten.ts';
import type { LinkedThing } from './json-ld.ts';
import { pageTree } from './page-tree.ts';

/** Below this much running text the first finding is doubted. */
const DOUBTFUL = 250;
/** Readability's time grows fast with the size of a page. */
const MAX_MARKUP = 1_500_000;

/**
 * Where little was found: the article as the page's own JSON-LD tells it (pages that are built by scripts), or what Mozilla's Readability finds.
 * The first finding stays unless one of these has much more.
 */
export function surerArticle(found: Article, html: string, title: string | null, articles: readonly LinkedThing[]): Article {
  if (found.weight >= DOUBTFUL) return found;
  let best = found;
  const consider = (other: Article): void => {
    if (other.weight > Math.max(best.weight * 1.5, 80)) best = other;
  };
  for (const { data } of articles) {
    const body = data['articleBody'];
    if (typeof body !== 'string' || body.length < 200) continue;
    const text = /<\/?p\b|<br/i.test(body) ? articleOf(pageTree(body).root, title).paragraphs : plainCharacters(body).split(/\n+/).map(oneLine).filter((line) => line !== '');
    consider({ paragraphs: text, weight: text.join(' ').length });
  }
  if (best === found && html.length < MAX_MARKUP) {
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
