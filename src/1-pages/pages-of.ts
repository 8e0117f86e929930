import { InputError } from '../0-terms/errors.ts';
import { gunzipped } from './archives/gunzip.ts';
import { pagesOfWarc } from './archives/warc.ts';
import { captured } from './capture.ts';
import { decode } from './decode.ts';
import { type AddressList, readList } from './feeds/feed.ts';
import { type Incoming, type Link, type Ways, whole } from './incoming.ts';
import { kindOf } from './kind.ts';
import { MAX_MESSAGE_BYTES, pageOfMessage } from './mail/message-page.ts';
import type { Page } from './page.ts';
import { pageFromBytes } from './page-from-bytes.ts';
import { MAX_PDF_BYTES, textOfPdf } from './pdf.ts';
import { pagesOfTable, tableHead } from './rows/csv.ts';
import { hasText, jsonRow, pagesOfJson, pagesOfJsonLines } from './rows/json-rows.ts';

/** An input that gave no page: the error's message is one line for a person. */
export interface Failure {
  readonly source: string;
  readonly error: InputError;
}

/** Containers within containers: a ZIP of WACZ files of gzipped web archives is three. */
const MAX_DEPTH = 4;
/** Sitemaps of sitemaps, feeds of an OPML. */
const MAX_LISTS = 1000;

/** The pages of any input, by its bytes. One result a report; nothing is thrown, and what follows a failure is read. */
export async function* pagesOf(incoming: Incoming, ways: Ways): AsyncGenerator<Page | Failure> {
  try {
    if (ways.depth > MAX_DEPTH)
      throw new InputError(`${incoming.source}: lies more than ${MAX_DEPTH} archives deep; unpack the outer ones and give what is in them`);
    yield* byKind(incoming, ways);
  } catch (cause) {
    yield { source: incoming.source, error: inputError(incoming.source, cause) };
  }
}

const inputError = (source: string, cause: unknown): InputError =>
  cause instanceof InputError
    ? cause
    : new InputError(`${source}: cannot be read (${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)})`, { cause });

async function* byKind(incoming: Incoming, ways: Ways): AsyncGenerator<Page | Failure> {
  switch (kindOf(incoming.head, ways.columns)) {
    case 'gzip':
      yield* pagesOf(await gunzipped(incoming, ways), { ...ways, depth: ways.depth + 1 });
      return;
    case 'zip': {
      const { pagesOfZip } = await import('./archives/zip-pages.ts');
      yield* pagesOfZip(incoming, ways, pagesOf);
      return;
    }
    case 'warc':
      yield* pagesOfWarc(incoming, ways, pagesOf);
      return;
    case 'pdf':
      yield await pageOfPdf(incoming, ways);
      return;
    case 'message':
      yield pageOfMessage(await whole(incoming, MAX_MESSAGE_BYTES), incoming, ways);
      return;
    case 'table':
      yield* pagesOfTable(incoming, ways);
      return;
    case 'json-lines':
      yield* pagesOfJsonLines(incoming, ways);
      return;
    case 'json':
      yield* ofJson(incoming, ways);
      return;
    case 'list': {
      const bytes = await whole(incoming);
      const list = readList(decode(bytes, incoming.charset).text, incoming.url);
      if (list === null || ways.follow === null) yield plainPage(bytes, incoming, ways);
      else yield* ofList(list, incoming, ways);
      return;
    }
    case 'page':
      // A table without a column of texts, in a folder of reports: data that stands beside them.
      if (/\.[ct]sv$/i.test(incoming.source) && tableHead(incoming.head, ways.columns) === null) {
        if (ways.among) return;
        throw new InputError(`${incoming.source}: its first line names no column of texts; say which with --columns text=NAME`);
      }
      yield plainPage(await whole(incoming), incoming, ways);
  }
}

const plainPage = (bytes: Uint8Array, incoming: Incoming, ways: Ways): Page =>
  pageFromBytes(bytes, {
    source: incoming.source,
    url: incoming.url,
    mediaType: incoming.mediaType === 'text/html' || incoming.mediaType === 'application/xhtml+xml' ? incoming.mediaType : null,
    charset: incoming.charset,
    published: ways.published,
    known: incoming.known,
    arrival: incoming.arrival,
  });

async function pageOfPdf(incoming: Incoming, ways: Ways): Promise<Page> {
  const bytes = await whole(incoming, MAX_PDF_BYTES);
  const { text, title } = await textOfPdf(bytes, incoming.source);
  const page = pageFromBytes(Buffer.from(text, 'utf8'), {
    source: incoming.source,
    url: incoming.url,
    mediaType: null,
    charset: 'utf-8',
    published: ways.published,
    known: { ...incoming.known, ...(title === null ? {} : { listedTitle: title }) },
  });
  return { ...page, capture: captured(bytes, incoming.arrival) };
}

async function* ofJson(incoming: Incoming, ways: Ways): AsyncGenerator<Page | Failure> {
  const bytes = await whole(incoming);
  const { text } = decode(bytes, 'utf-8');
  const list = readList(text, incoming.url);
  if (list !== null && ways.follow !== null) {
    yield* ofList(list, incoming, ways);
    return;
  }
  const rows = rowsOf(text);
  if (rows?.some((row) => hasText(row, ways)) === true) yield* pagesOfJson(rows, incoming, ways);
  // It may be a text that opens with a brace; if it is JSON after all, this says so.
  else yield plainPage(bytes, incoming, ways);
}

/** The objects of a JSON array, or of the one array in a JSON object, or the object itself. */
function rowsOf(text: string): Record<string, unknown>[] | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const objects = (list: readonly unknown[]): Record<string, unknown>[] =>
      list.filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null && !Array.isArray(row));
    if (Array.isArray(value)) return objects(value);
    if (typeof value !== 'object' || value === null) return null;
    const arrays = Object.values(value).filter((inner): inner is unknown[] => Array.isArray(inner) && objects(inner).length > 0);
    return arrays.length === 1 && jsonRow(text)?.['text'] === undefined ? objects(arrays[0] ?? []) : [value as Record<string, unknown>];
  } catch {
    return null;
  }
}

/** The pages that a feed or sitemap names, and those of the lists that an OPML or index names. */
async function* ofList(list: AddressList, incoming: Incoming, ways: Ways): AsyncGenerator<Page | Failure> {
  const { follow } = ways;
  if (follow === null) return;
  if (list.entries.length === 0) {
    yield { source: incoming.source, error: new InputError(`${incoming.source}: is a list without addresses; there is nothing to fetch`) };
    return;
  }
  const leadsToLists = list.kind === 'feeds' || list.kind === 'sitemaps';
  const links: readonly Link[] = leadsToLists ? list.entries.slice(0, MAX_LISTS) : list.entries;
  for await (const fetched of follow(links)) {
    if ('error' in fetched) yield { source: fetched.source, error: inputError(fetched.source, fetched.error) };
    // An article leads nowhere; a list of lists leads to lists, but never round in circles.
    else yield* pagesOf(fetched, { ...ways, depth: ways.depth + 1, follow: leadsToLists ? follow : null });
  }
}
