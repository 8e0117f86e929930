import type { Span } from '../../0-terms/span.ts';

/** Words between quotation marks. */
export interface Quoted {
  /** Without the marks. */
  readonly inner: Span;
  /** With them. */
  readonly outer: Span;
  readonly paragraph: number;
  /** False when the paragraph ends without a closing mark: the next paragraph may go on. */
  readonly closed: boolean;
}

const OPENING = /[“„«]/;
const CLOSING = /[”»]/;

/**
 * The quotations of a report, by its marks: curly, straight, `` and '' double marks, and single ones in a report that has no
 * double ones. A mark left open runs to the end of its paragraph. Quotations inside quotations belong to the outer one.
 * @param paragraphs spans of the paragraphs in order
 */
export function quotations(text: string, paragraphs: readonly Span[]): Quoted[] {
  const found: Quoted[] = [];
  const doubles = /["“”«»]|``|''/.test(text);
  for (const [i, p] of paragraphs.entries()) found.push(...(doubles ? doubleMarks(text, p, i) : singleMarks(text, p, i)));
  return found.filter((q) => /[\p{L}\p{N}]/u.test(text.slice(...q.inner)));
}

function doubleMarks(text: string, [start, end]: Span, paragraph: number): Quoted[] {
  const found: Quoted[] = [];
  let open = -1;
  let width = 1;
  for (let i = start; i < end; i++) {
    const c = text[i] ?? '';
    const pair = text.slice(i, i + 2);
    const two = pair === '``' || pair === "''";
    if (!two && c !== '"' && !OPENING.test(c) && !CLOSING.test(c)) continue;
    const w = two ? 2 : 1;
    const spaceBefore = i === start || /[\s([{—–-]/.test(text[i - 1] ?? ' ');
    const spaceAfter = i + w >= end || /[\s)\]},.;:!?—–-]/.test(text[i + w] ?? ' ');
    // A straight mark opens after a space and closes before one; a curly one says so itself, but writers mistake them.
    const opens =
      pair === '``' ||
      OPENING.test(c) ||
      ((c === '"' || pair === "''") && (open < 0 ? !(spaceAfter && !spaceBefore) : spaceBefore && !spaceAfter)) ||
      (CLOSING.test(c) && open < 0 && spaceBefore && !spaceAfter);
    if (open < 0) {
      if (opens) {
        open = i;
        width = w;
      }
    } else if (!opens || (c === '"' && !spaceBefore)) {
      found.push({ inner: [open + width, i], outer: [open, i + w], paragraph, closed: true });
      open = -1;
    } else if (OPENING.test(c) && text.slice(open + width, i).length > 0 && /[.!?,]\s*$/.test(text.slice(open + width, i))) {
      // A second opening mark after a whole sentence: the first was never closed.
      found.push({ inner: trimmed(text, [open + width, i]), outer: [open, i], paragraph, closed: false });
      open = i;
      width = w;
    }
    i += w - 1;
  }
  if (open >= 0) found.push({ inner: trimmed(text, [open + width, end]), outer: [open, end], paragraph, closed: false });
  return found;
}

/** British style: a single mark closes after a sign or a letter and before a space, unless the word goes on or no opening mark stands before. */
function singleMarks(text: string, [start, end]: Span, paragraph: number): Quoted[] {
  const found: Quoted[] = [];
  let open = -1;
  let last = -1;
  const close = (at: number): void => {
    found.push({ inner: [open + 1, at], outer: [open, at + 1], paragraph, closed: true });
    open = -1;
    last = -1;
  };
  for (let i = start; i < end; i++) {
    const c = text[i] ?? '';
    if (c !== '‘' && c !== '’' && c !== "'") continue;
    const before = i === start ? ' ' : (text[i - 1] ?? ' ');
    const after = i + 1 >= end ? ' ' : (text[i + 1] ?? ' ');
    const opens =
      /[\s([{—–-]/.test(before) &&
      /[\p{L}\p{N}“"[]/u.test(after) &&
      c !== '’' &&
      !/^'(?:s|t|em|til|cause|\d0s)\b/i.test(text.slice(i, i + 6));
    if (open < 0) {
      if (opens) open = i;
    } else if (/[,.!?…]/.test(before) && !/[\p{L}\p{N}]/u.test(after)) close(i);
    else if (opens && last >= 0) {
      const from = i;
      close(last);
      open = from;
    } else if (/[\p{L}\p{N}]/u.test(before) && /[\s,.;:!?)—–-]/.test(after) && !/s$/i.test(before)) close(i);
    else if (/[\p{L}]/u.test(before) && /[\s,.;:!?)—–-]/.test(after)) last = i;
  }
  if (open >= 0 && last >= 0) close(last);
  return found;
}

function trimmed(text: string, [start, end]: Span): Span {
  let e = end;
  while (e > start && /\s/.test(text[e - 1] ?? '')) e--;
  return [start, e];
}

/** The quotation that holds all of a span, null for none. Quotations are in text order and do not overlap. */
export function quotationAround(marked: readonly Quoted[], span: Span): Quoted | null {
  let low = 0;
  let high = marked.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((marked[middle]?.inner[1] ?? 0) < span[1]) low = middle + 1;
    else high = middle;
  }
  const q = marked[low];
  return q !== undefined && q.inner[0] <= span[0] ? q : null;
}

/** The quotations that lie wholly in a span. */
export function quotationsIn(marked: readonly Quoted[], span: Span): Quoted[] {
  let low = 0;
  let high = marked.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((marked[middle]?.inner[0] ?? 0) < span[0]) low = middle + 1;
    else high = middle;
  }
  const found: Quoted[] = [];
  for (let i = low; (marked[i]?.inner[1] ?? Number.POSITIVE_INFINITY) <= span[1]; i++) found.push(marked[i] as Quoted);
  return found;
}
