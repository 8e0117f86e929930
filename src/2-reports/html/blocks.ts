import { oneLine, plainCharacters } from '../clean-text.ts';
import { type PageElement, rawText } from './page-tree.ts';

/** A run of text between two block boundaries: a paragraph, a heading, a list item, a cell. */
export interface Block {
  readonly text: string;
  /** Characters of `text` that stand in links, 0 to `text.length`. */
  readonly linked: number;
  /** Characters in bold or italic. */
  readonly stressed: number;
  /** The nearest block element around it. */
  readonly element: PageElement;
}

const INLINE = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'img',
  'ins',
  'kbd',
  'label',
  'mark',
  'nobr',
  'q',
  'rp',
  'rt',
  'ruby',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
  'picture',
  'amp-img',
]);
const STRESSED = new Set(['b', 'strong', 'em', 'i']);

/** No cell of a row of data is longer; longer ones hold paragraphs or a part of the page's layout. */
const LONGEST_CELL = 80;

/** Whether a table's row is one of data, to be read as one line: three cells or more of plain short words. */
const isDataRow = (row: PageElement): boolean => {
  const cells = row.children.filter((one): one is PageElement => typeof one !== 'string');
  return (
    cells.length >= 3 && cells.every((cell) => /^t[dh]$/.test(cell.tag) && isPlain(cell) && rawText(cell).trim().length <= LONGEST_CELL)
  );
};
const isPlain = (element: PageElement): boolean =>
  element.children.every((child) => typeof child === 'string' || (INLINE.has(child.tag) && isPlain(child)));

/**
 * The blocks below an element in page order. `skip` says which elements are left out with all that is in them.
 * A single `<br>` parts blocks after the end of a sentence, two always.
 */
export function blocksOf(root: PageElement, skip: (element: PageElement) => boolean): Block[] {
  const blocks: Block[] = [];
  let parts: string[] = [];
  let linked = 0;
  let stressed = 0;
  let breaks = 0;
  let lastWords = '';

  const flush = (element: PageElement): void => {
    if (parts.length > 0) {
      const text = oneLine(plainCharacters(parts.join('')));
      if (text !== '') blocks.push({ text, linked: Math.min(linked, text.length), stressed: Math.min(stressed, text.length), element });
    }
    parts = [];
    linked = 0;
    stressed = 0;
    breaks = 0;
  };
  const visit = (element: PageElement, block: PageElement, inLink: boolean, inStress: boolean): void => {
    for (const child of element.children) {
      if (typeof child === 'string') {
        const length = child.trim().length;
        if (length > 0) {
          if (breaks > 1 || (breaks === 1 && /[.!?…]["'”’)\]]*\s*$/.test(lastWords))) flush(block);
          breaks = 0;
          lastWords = child;
          if (inLink) linked += length;
          if (inStress) stressed += length;
        }
        parts.push(child);
      } else if (skip(child)) continue;
      else if (child.tag === 'br' || child.tag === 'hr') {
        if (child.tag === 'hr') flush(block);
        else if (parts.some((part) => part.trim() !== '')) {
          breaks += 1;
          if (breaks === 1) parts.push('\n');
        }
      } else if (child.tag === 'tr' && isDataRow(child)) {
        flush(block);
        for (const [n, cell] of child.children.filter((one): one is PageElement => typeof one !== 'string' && !skip(one)).entries()) {
          if (n > 0) parts.push(' ');
          visit(cell, child, inLink, inStress);
        }
        flush(child);
      } else if (INLINE.has(child.tag)) visit(child, block, inLink || child.tag === 'a', inStress || STRESSED.has(child.tag));
      else {
        flush(block);
        visit(child, child, inLink, inStress);
        flush(child);
      }
    }
  };
  visit(root, root, false, false);
  flush(root);
  return blocks;
}
