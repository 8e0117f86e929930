import { InputError } from '../0-terms/errors.ts';
import { type Arrival, captured } from './capture.ts';
import { decode } from './decode.ts';
import type { Known, Page } from './page.ts';
import { isJson, looksLikeHtml, notText } from './sniff.ts';

/** No page may be larger: 20 MB. The largest news pages are about 5 MB. */
export const MAX_PAGE_BYTES = 20 * 1024 * 1024;

/** What is known of a page besides its bytes. */
export interface PageOrigin {
  readonly source: string;
  readonly url: string | null;
  /** What the server said, without parameters; null for files. */
  readonly mediaType: string | null;
  readonly charset: string | null;
  readonly published: string | undefined;
  readonly known?: Known | undefined;
  /** How the bytes were come by; without it the page carries no capture. */
  readonly arrival?: Arrival;
}

/** Makes a page of bytes, telling text from HTML by the bytes and not by the name. Throws InputError where they are no text. */
export function pageFromBytes(bytes: Uint8Array, origin: PageOrigin): Page {
  const { source } = origin;
  if (bytes.length > MAX_PAGE_BYTES) throw tooLarge(source);
  if (bytes.length === 0) throw new InputError(`${source}: is empty; give a file with a report in it`);
  const kind = notText(bytes);
  if (kind !== null) throw new InputError(`${source}: is ${kind}, not a text; ${adviceFor(kind)}`);
  const { text, notes } = decode(bytes, origin.charset);
  if (text.trim() === '' || /^[\s\uFEFF\u200B]*$/.test(text))
    throw new InputError(`${source}: holds nothing but blanks; give a file with a report in it`);
  const isHtml = origin.mediaType === 'text/html' || origin.mediaType === 'application/xhtml+xml' || looksLikeHtml(text);
  if (!isHtml && isJson(text)) throw new InputError(`${source}: is JSON data, not a report; give the report's text or page`);
  return {
    source,
    url: origin.url,
    mediaType: isHtml ? 'text/html' : 'text/plain',
    text,
    ...(origin.published === undefined ? {} : { published: origin.published }),
    ...(origin.known === undefined ? {} : { known: origin.known }),
    ...(origin.arrival === undefined ? {} : { capture: captured(bytes, origin.arrival) }),
    notes,
  };
}

/** The one line for every page over the limit. */
export const tooLarge = (source: string, limit = MAX_PAGE_BYTES): InputError =>
  new InputError(
    `${source}: is larger than ${limit / 1024 / 1024} MB, the most ${limit === MAX_PAGE_BYTES ? 'a page' : 'such a file'} may hold; split it into single reports`,
  );

function adviceFor(kind: string): string {
  if (/document|workbook|OpenDocument|e-book/.test(kind)) return 'save it as plain text and give that';
  if (/archive|gzip|bzip2|xz|Zstandard/.test(kind)) return 'unpack it and give the files in it';
  if (kind === 'a feed') return 'give it by itself, and its articles are fetched';
  return 'give a text or HTML file';
}
