import type { Span } from '../0-terms/span.ts';

/** A line of typed or mailed text that was broken by its width, not by its sense, has about this many characters. */
const WRAPPED = { least: 40, most: 110 };

/**
 * The paragraphs of a text. A blank line always ends one. A single line end does too (headlines, bullets, feeds with one
 * paragraph a line), unless the text looks wrapped: the line is of typing width and stops in mid-sentence.
 */
export function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = [];
  let open: [number, number] | null = null;
  let line = 0;
  const close = (): void => {
    if (open) paragraphs.push(open);
    open = null;
  };
  while (line < text.length) {
    let end = text.indexOf('\n', line);
    if (end < 0) end = text.length;
    let from = line;
    let to = end;
    while (from < to && isSpace(text.charCodeAt(from))) from++;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    line = end + 1;
    if (from === to) close();
    else if (open && continues(text, open, from, to)) open[1] = to;
    else {
      close();
      open = [from, to];
    }
  }
  close();
  return paragraphs;
}

/** Whether the line [from, to) goes on with the sentence that the paragraph before it left unfinished. */
function continues(text: string, before: readonly [number, number], from: number, to: number): boolean {
  const lineStart = Math.max(before[0], text.lastIndexOf('\n', before[1] - 1) + 1);
  const width = before[1] - lineStart;
  const first = text[from] as string;
  if (/[-*•·–—>]/.test(first)) return false;
  const last = text[before[1] - 1] as string;
  const wrapped = width >= WRAPPED.least && width <= WRAPPED.most && to - from <= WRAPPED.most;
  if (first !== first.toUpperCase()) return !/[.!?]/.test(last) || wrapped;
  return wrapped && (/[,;&]/.test(last) || (!/[.!?:"”)]/.test(last) && hasWrappedLook(text, lineStart, before[1], to - from)));
}

/** A line in mid-sentence before a capital ("… in the town of" / "Kunduz"): the line must be long enough to be full. */
function hasWrappedLook(text: string, from: number, to: number, nextWidth: number): boolean {
  const lastWord =
    text
      .slice(Math.max(from, to - 12), to)
      .split(' ')
      .pop() ?? '';
  return (
    /^(the|a|an|of|in|on|at|to|by|for|from|with|and|or|that|near|was|were|is|are|has|have|had|its|their|his|her)$/.test(lastWord) ||
    (to - from >= 60 && nextWidth >= 60)
  );
}

export const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x3000 ||
  code === 0xfeff ||
  code === 0x1680 ||
  code === 0x205f;
