import { InputError } from '../0-terms/errors.ts';

/** A PDF may be larger than a page: it carries its pictures and fonts. */
export const MAX_PDF_BYTES = 100 * 1024 * 1024;
/** Pages of a PDF that are read. */
const MOST_PAGES = 500;

interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}
interface Line {
  text: string;
  readonly y: number;
  readonly x: number;
  end: number;
  readonly height: number;
}

/** The text of a PDF: paragraphs parted by a blank line, without what stands at the head or foot of page after page. Throws InputError. */
export async function textOfPdf(bytes: Uint8Array, source: string): Promise<{ readonly text: string; readonly title: string | null }> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // A copy: the reader takes the bytes for itself, and they are wanted for the capture.
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
  });
  try {
    const document = await task.promise;
    const pages: Line[][] = [];
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items.filter((item): item is typeof item & Item => 'str' in item)));
      page.cleanup();
    }
    const info = (await document.getMetadata()).info as { Title?: unknown };
    const text = paragraphsOf(withoutRunningHeads(pages)).join('\n\n');
    if (text.trim() === '')
      throw new InputError(
        `${source}: the PDF holds pictures of text only, such as a scan; run text recognition over it and give the result`,
      );
    const title =
      typeof info.Title === 'string' &&
      info.Title.trim().length > 3 &&
      !/\.(?:docx?|pdf|indd|qxd)$|^untitled|^microsoft word/i.test(info.Title.trim())
        ? info.Title.trim()
        : null;
    return { text, title };
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const locked = (cause as Error).name === 'PasswordException';
    throw new InputError(
      `${source}: ${locked ? 'the PDF is locked with a password; save it without one' : 'the PDF is cut off or damaged; copy or fetch it again'}`,
      { cause },
    );
  } finally {
    await task.destroy();
  }
}

/** Pieces of text joined to lines, in the order in which the file gives them. */
function linesOf(items: readonly Item[]): Line[] {
  const lines: Line[] = [];
  let line: Line | null = null;
  for (const item of items) {
    const [, , , , x = 0, y = 0] = item.transform;
    const height = item.height || Math.abs(item.transform[3] ?? 10) || 10;
    if (item.str !== '') {
      if (line === null || Math.abs(y - line.y) > height * 0.5 || x < line.end - height * 4) {
        line = { text: '', y, x, end: x, height };
        lines.push(line);
      } else if (x - line.end > height * 0.15 && !line.text.endsWith(' ')) line.text += ' ';
      line.text += item.str;
      line.end = x + item.width;
    }
    if (item.hasEOL) line = null;
  }
  return lines.filter(({ text }) => text.trim() !== '');
}

/** Drops lines at the head and foot of pages that return on half of them, figures aside: titles of the paper, page numbers. */
function withoutRunningHeads(pages: readonly Line[][]): Line[][] {
  const shape = (line: Line): string => line.text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().toLowerCase();
  const seen = new Map<string, number>();
  const edges = (page: readonly Line[]): Line[] =>
    page.length < 4 ? [...page.slice(0, 1), ...page.slice(-1)] : [...page.slice(0, 2), ...page.slice(-2)];
  for (const page of pages) for (const key of new Set(edges(page).map(shape))) seen.set(key, (seen.get(key) ?? 0) + 1);
  const returns = (line: Line): boolean =>
    (pages.length >= 3 && (seen.get(shape(line)) ?? 0) >= pages.length / 2) || /^(?:page )?#(?: (?:of|\/) #)?$/.test(shape(line));
  return pages.map((page) => {
    const edge = new Set(edges(page));
    return page.filter((line) => !(edge.has(line) && returns(line)));
  });
}

/** Lines joined to paragraphs: a new one begins after a gap, at an indent after a full stop, and where the size of the letters changes. */
function paragraphsOf(pages: readonly Line[][]): string[] {
  const paragraphs: string[] = [];
  let current = '';
  let before: Line | null = null;
  const close = (): void => {
    if (current.trim() !== '') paragraphs.push(current.replace(/\s+/g, ' ').trim());
    current = '';
  };
  for (const page of pages) {
    const gaps = page
      .slice(1)
      .map((line, index) => (page[index] as Line).y - line.y)
      .filter((gap) => gap > 0)
      .sort((a, b) => a - b);
    const usual = gaps[Math.floor(gaps.length / 3)] ?? 14;
    let top = true;
    for (const line of page) {
      if (before !== null) {
        const gap = before.y - line.y;
        const ends = /[.!?:]["”’)]*\s*$/.test(before.text);
        const size = Math.abs(line.height - before.height) > 1.5;
        const apart = top
          ? ends
          : size || gap > usual * 1.35 || (gap < -usual && ends) || (ends && line.x - before.x > line.height * 0.8 && gap > 0);
        if (apart) close();
      }
      const text = line.text.trim();
      // A word parted at the end of a line is one word again.
      if (/[a-z]-$/.test(current) && /^[a-z]/.test(text)) current = current.slice(0, -1) + text;
      else current += `${current === '' ? '' : ' '}${text}`;
      before = line;
      top = false;
    }
  }
  close();
  return paragraphs;
}
