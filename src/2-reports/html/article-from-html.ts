import type { Page } from '../../1-pages/page.ts';
import { bylineIn } from '../lines/byline.ts';
import { linkedShareOf, pageKindNote } from '../page-kind.ts';
import { type DatedBy, isDateLine, publicationDate, updateDate } from '../publication-date.ts';
import type { RawArticle } from '../raw-article.ts';
import type { ReportKit } from '../report-kit.ts';
import { articleOf } from './article.ts';
import { type LiveBlog, liveBlogOf } from './live-blog.ts';
import { type Metadata, metadataOf } from './metadata.ts';
import { type PageTree, pageTree, rawText } from './page-tree.ts';
import { surerArticle } from './second-opinion.ts';

/** The article of an HTML page, with what its head says. */
export function articleFromHtml(page: Page, kit: ReportKit): RawArticle {
  const tree = pageTree(page.text);
  const metadata = metadataOf(tree, page.url, kit.outlets);
  const published = publicationDate(page, tree, metadata, []);
  const live = liveBlogOf(tree.root, metadata.articles, metadata.url, published.date);
  if (live !== null) return fromLiveBlog(live, tree, metadata, published);
  const article = surerArticle(articleOf(tree.root, metadata.title), tree.root, page.text, metadata.title, metadata.articles);
  const dateLines = article.paragraphs.slice(0, 3).filter(isDateLine);
  const byline =
    article.paragraphs
      .slice(0, 3)
      .map(bylineIn)
      .find((name) => name !== null) ?? null;
  const paragraphs = article.paragraphs.filter(
    (paragraph, index) => index > 2 || article.paragraphs.length === 1 || (bylineIn(paragraph) === null && !isDateLine(paragraph)),
  );
  const whole = rawText(tree.root).replace(/\s+/g, ' ').trim();
  return {
    title: metadata.title,
    byline: metadata.byline ?? byline,
    publisher: metadata.publisher,
    url: metadata.url,
    language: metadata.language,
    paragraphs,
    published: published.date === null ? publicationDate(page, tree, metadata, dateLines) : published,
    updated: updateDate(tree, metadata),
    section: metadata.section,
    canonical: metadata.canonical,
    basis: metadata.byline === null && byline !== null ? { ...metadata.basis, byline: 'text' } : metadata.basis,
    kind: pageKindNote(paragraphs.join('\n\n'), whole, metadata.title, linkedShareOf(tree)),
  };
}

/** A live blog is one report: its entries are blocks with a time of their own, in the order of the page. */
function fromLiveBlog({ intro, entries }: LiveBlog, tree: PageTree, metadata: Metadata, published: DatedBy): RawArticle {
  const { title, byline, publisher, url, language, section, canonical, basis } = metadata;
  return {
    title,
    byline,
    publisher,
    url,
    language,
    paragraphs: [...intro, ...entries.flatMap(({ paragraphs }) => paragraphs)],
    entries,
    published,
    updated: updateDate(tree, metadata),
    section,
    canonical,
    basis,
    kind: null,
  };
}
