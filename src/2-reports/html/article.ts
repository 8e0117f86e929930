import { bare, SENTENCE_END } from '../clean-text.ts';
import { isDroppedLine, isTailLine } from '../lines/line-kinds.ts';
import { type Block, blocksOf } from './blocks.ts';
import { articleHint, isBoilerplate, isComments, isNever, isQuotedPost } from './boilerplate.ts';
import { elements, type PageElement, rawText } from './page-tree.ts';

/** What was found of the article, and how surely. */
export interface Article {
  readonly paragraphs: readonly string[];
  /** Characters of running text found; below about 250 another extractor may be asked. */
  readonly weight: number;
}

/**
 * Finds the article of a page: the part whose blocks of running text outweigh its menus and links the most, then its blocks
 * without what stands between them.
 */
export function articleOf(root: PageElement, title: string | null): Article {
  const dropped = droppedParts(root);
  const blocks = blocksOf(root, (element) => dropped.has(element));
  const part = bestPart(root, blocks);
  const inside = bodyOf(part === root ? blocks : blocks.filter((block) => isWithin(block.element, part)), part);
  const kept = withoutClutter(inside, title);
  return { paragraphs: kept.map((block) => block.text), weight: kept.reduce((sum, block) => sum + Math.max(0, worth(block)), 0) };
}

/** Parts that are no article by name. A part that holds much of the page's running text is kept whatever its name, unless readers wrote it. */
export function droppedParts(root: PageElement): Set<PageElement> {
  const running = new Map<PageElement, number>();
  const measure = (element: PageElement, muted: boolean): number => {
    let own = 0;
    const mute = muted || element.tag === 'a' || isNever(element) || isComments(element);
    for (const child of element.children) {
      if (typeof child !== 'string') own += measure(child, mute);
      else if (!mute) {
        const length = child.trim().length;
        if (length >= 50) own += length;
      }
    }
    running.set(element, own);
    return own;
  };
  const total = measure(root, false);
  const isGallery = captionsOutweigh(root, total);
  const dropped = new Set<PageElement>();
  const visit = (element: PageElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (isGallery && child.tag === 'figcaption') visit(child);
      else if (isNever(child) || isComments(child)) dropped.add(child);
      else if (isBoilerplate(child) && !((running.get(child) ?? 0) > Math.max(total * 0.4, 200)) && !quotesPost(child)) dropped.add(child);
      else visit(child);
    }
  };
  visit(root);
  return dropped;
}

/** Whether a part is no more than the frame around a quoted post. */
function quotesPost(part: PageElement): boolean {
  for (const element of elements(part)) if (isQuotedPost(element)) return rawText(element).length * 2 > rawText(part).length;
  return false;
}

/** Whether the captions of a page are its text: three long ones at least, and twice as much as all else. */
function captionsOutweigh(root: PageElement, rest: number): boolean {
  let captions = 0;
  let sum = 0;
  for (const element of elements(root)) {
    if (element.tag !== 'figcaption') continue;
    const { length } = rawText(element).trim();
    if (length < 100) continue;
    captions += 1;
    sum += length;
  }
  return captions >= 3 && sum > rest * 2;
}

/** How much a block speaks for (above 0) or against an article around it, about its length in characters of running text. */
function worth(block: Block): number {
  const { length } = block.text;
  const linkShare = block.linked / length;
  const tag = block.element.tag;
  if (linkShare > 0.5) return -Math.min(60, 10 + length / 4);
  if (/^h[1-6]$/.test(tag)) return 0;
  // A row of data speaks neither for nor against the words around it.
  if (tag === 'tr') return 2;
  const sentence = SENTENCE_END.test(block.text) || block.text.endsWith(':');
  if (length < 40 && !sentence) return -8;
  if (length < 80 && !sentence) return -4;
  const value = length * (1 - linkShare * 1.5) * (sentence ? 1 : 0.3) * (tag === 'li' ? 0.5 : 1);
  return length < 80 ? value * 0.4 : value;
}

/** The part with the greatest worth; of two alike, the one further in. */
function bestPart(root: PageElement, blocks: readonly Block[]): PageElement {
  const sums = new Map<PageElement, number>();
  for (const block of blocks) {
    const value = worth(block);
    for (let element: PageElement | null = block.element; element !== null; element = element.parent)
      sums.set(element, (sums.get(element) ?? 0) + value);
  }
  let best = root;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const element of elements(root)) {
    const sum = sums.get(element);
    if (sum === undefined) continue;
    const hint = articleHint(element);
    const score = sum * (hint === 2 ? 1.25 : hint === 1 ? 1.1 : 1);
    if (score >= bestScore) {
      best = element;
      bestScore = score;
    }
  }
  return best;
}

/** The blocks in the parts that are named as the article's body, where these hold an article; else all. */
function bodyOf(blocks: readonly Block[], part: PageElement): readonly Block[] {
  const bodies = new Map<PageElement, { worth: number; blocks: Block[] }>();
  for (const block of blocks) {
    let body: PageElement | null = null;
    for (let element: PageElement | null = block.element; element !== null && element !== part; element = element.parent)
      if (articleHint(element) === 2) body = element;
    if (body === null) continue;
    const known = bodies.get(body) ?? { worth: 0, blocks: [] };
    known.worth += worth(block);
    known.blocks.push(block);
    bodies.set(body, known);
  }
  const largest = Math.max(0, ...[...bodies.values()].map((body) => body.worth));
  if (largest < 600) return blocks;
  const chosen = new Set([...bodies.values()].filter((body) => body.worth > largest * 0.4).flatMap((body) => body.blocks));
  const total = blocks.reduce((sum, block) => sum + Math.max(0, worth(block)), 0);
  const held = [...chosen].reduce((sum, block) => sum + Math.max(0, worth(block)), 0);
  return held > total * 0.3 ? blocks.filter((block) => chosen.has(block)) : blocks;
}

/** The kind of element whose children hold most of the running text. */
function mainColumn(blocks: readonly Block[]): PageElement | string | null {
  const sums = new Map<PageElement | string, number>();
  let best: PageElement | string | null = null;
  for (const block of blocks) {
    const column = columnOf(block);
    const sum = (sums.get(column) ?? 0) + Math.max(0, worth(block));
    sums.set(column, sum);
    if (best === null || sum > (sums.get(best) ?? 0)) best = column;
  }
  return best;
}

/** What holds a block: elements of one kind and class name count as one, an element without names is itself only. */
function columnOf(block: Block): PageElement | string {
  const holder = /^(?:p|h[1-6]|li|blockquote|pre)$/.test(block.element.tag) ? (block.element.parent ?? block.element) : block.element;
  return holder.attrs.get('class') ? `${holder.tag}.${holder.attrs.get('class')}` : holder;
}

function isWithin(element: PageElement, outer: PageElement): boolean {
  for (let at: PageElement | null = element; at !== null; at = at.parent) if (at === outer) return true;
  return false;
}

/** Takes the title, link lines, share bars, tails and headings without text out of an article's blocks. */
function withoutClutter(blocks: readonly Block[], title: string | null): Block[] {
  const bareTitle = title === null ? '' : bare(title);
  const column = mainColumn(blocks);
  const kept: Block[] = [];
  for (const [index, block] of blocks.entries()) {
    const { text } = block;
    const tag = block.element.tag;
    if (tag === 'h1') continue;
    // Markup that somebody escaped twice.
    if (/^<\/?[a-z][^<]*>/i.test(text) || /^(?:\{|var |function ?\(|window\.)/.test(text)) continue;
    if (bareTitle !== '' && bare(text) === bareTitle && index < 12) continue;
    if (isTailLine(text) && !blocks.slice(index + 1).some((later) => worth(later) > 120 && columnOf(later) === column)) break;
    if (isDroppedLine(text)) continue;
    if (isInQuotedPost(block.element)) {
      kept.push(block);
      continue;
    }
    if (block.linked / text.length > 0.6 && (text.length < 200 || tag === 'li') && !SENTENCE_END.test(text)) continue;
    if (block.linked / text.length > 0.9 && text.length < 120) continue;
    if (block.linked / text.length > 0.8 && text.length < 400 && !SENTENCE_END.test(text)) continue;
    kept.push(block);
  }
  while (kept.length > 0 && isHeading(kept.at(-1) as Block)) kept.pop();
  while (kept.length > 1 && isOpening(kept[0] as Block)) kept.shift();
  return kept;
}

/** What stands in a quoted post is kept whole: its last line, all links, says who wrote it and when. */
function isInQuotedPost(element: PageElement): boolean {
  for (let at: PageElement | null = element; at !== null; at = at.parent) if (isQuotedPost(at)) return true;
  return false;
}

const isHeading = (block: Block): boolean => /^h[1-6]$/.test(block.element.tag);

/** A block before the first sentence: section names, dates, author names. */
const isOpening = (block: Block): boolean =>
  block.text.length < 80 && !SENTENCE_END.test(block.text) && !/[:"”]$/.test(block.text) && block.element.tag !== 'li';
