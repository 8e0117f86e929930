import { InputError } from '../../0-terms/errors.ts';
import { instant } from '../capture.ts';
import type { Incoming, Ways } from '../incoming.ts';
import type { Page } from '../page.ts';
import { MAX_PAGE_BYTES, pageFromBytes, tooLarge } from '../page-from-bytes.ts';
import { notText } from '../sniff.ts';
import { ByteReader } from './byte-reader.ts';
import { contentType, headerFields, httpHead, plainBody } from './http-message.ts';
import { isKept, isOurs, keptCapture, keptWays, MOST_KEPT_BYTES } from './kept-captures.ts';

type Result = Page | { readonly source: string; readonly error: InputError };
type PagesOf = (incoming: Incoming, ways: Ways) => AsyncGenerator<Result>;

/** No line of a record's head is longer. */
const LONGEST_LINE = 64 * 1024;
/** No head has more lines. */
const MOST_LINES = 1000;
/** A record about the archive itself is read up to this. */
const MOST_INFO_BYTES = 64 * 1024;
const PAGE_TYPE = /^(?:text\/html|application\/xhtml\+xml|text\/plain)$/;

/**
 * The pages of a web archive (WARC 1.0, 1.1), record by record: responses with status 200 and resources that are HTML or plain text.
 * Holds one record at a time. A page's source and address are its WARC-Target-URI, its time of arrival the WARC-Date.
 * In an archive that Saidso wrote every record is a capture and read as what it is, a PDF or e-mail too.
 * An archive that ends within a record, or is damaged, is said after the pages before it.
 */
export async function* pagesOfWarc(incoming: Incoming, ways: Ways, pagesOf: PagesOf): AsyncGenerator<Result> {
  const { source } = incoming;
  const reader = new ByteReader(incoming.stream());
  let pages = 0;
  let records = 0;
  let isOwn = false;
  try {
    for (;;) {
      const first = await nextLine(reader);
      if (first === null) break;
      if (!/^WARC\/\d/.test(first))
        throw new InputError(`${source}: the web archive is damaged after ${count(records, 'record')}; what stands before was read`);
      const fields = headerFields(await headLines(reader));
      const length = Number(fields['content-length'] ?? Number.NaN);
      if (!Number.isSafeInteger(length) || length < 0)
        throw new InputError(`${source}: the web archive is damaged after ${count(records, 'record')}; what stands before was read`);
      records += 1;
      if (fields['warc-type'] === 'warcinfo' && length < MOST_INFO_BYTES) {
        const block = await reader.take(length);
        if (block.length < length) throw cutOff(source, records, pages);
        isOwn ||= isOurs(block);
        continue;
      }
      if (isOwn && isKept(fields)) {
        const block = length > MOST_KEPT_BYTES ? null : await reader.take(length);
        if (block === null || block.length < length) throw cutOff(source, records, pages);
        const kept = keptCapture(block, fields, ways);
        for await (const result of pagesOf(kept, { ...keptWays(fields, ways), depth: ways.depth + 1 })) {
          pages += 1;
          // A captured row is a table of one row, and stands where it stood in its own table.
          yield { ...result, source: kept.source };
        }
        continue;
      }
      const result = await record(reader, fields, length, source, ways);
      if (result === 'cut') throw cutOff(source, records, pages);
      if (result === null) continue;
      pages += 1;
      yield result;
    }
    if (pages === 0) yield { source, error: new InputError(`${source}: the web archive holds no pages (${count(records, 'record')})`) };
  } catch (cause) {
    const error =
      cause instanceof InputError && !/ends too early/.test(cause.message)
        ? cause
        : cause instanceof InputError
          ? cutOff(source, records, pages)
          : new InputError(`${source}: cannot be read further (${(cause as Error).message}); what stands before was read`, { cause });
    yield { source, error };
  } finally {
    await reader.close();
  }
}

const cutOff = (source: string, records: number, pages: number): InputError =>
  new InputError(
    `${source}: the web archive is cut off in or after record ${records}; the ${count(pages, 'page')} before ${pages === 1 ? 'was' : 'were'} read, copy or fetch it again for the rest`,
  );

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** The next line that is not blank. */
async function nextLine(reader: ByteReader): Promise<string | null> {
  for (;;) {
    const line = await reader.line(LONGEST_LINE);
    if (line === null || line.trim() !== '') return line;
  }
}

async function headLines(reader: ByteReader): Promise<string[]> {
  const lines: string[] = [];
  for (;;) {
    const line = await reader.line(LONGEST_LINE);
    if (line === null || line === '') return lines;
    if (lines.length < MOST_LINES) lines.push(line);
  }
}

/** Reads or passes over one record's block. `cut`: the stream ended within it. */
async function record(
  reader: ByteReader,
  fields: Readonly<Record<string, string>>,
  length: number,
  archive: string,
  ways: Ways,
): Promise<Result | 'cut' | null> {
  const type = fields['warc-type'];
  const uri = (fields['warc-target-uri'] ?? '').replace(/^<|>$/g, '');
  const pass = async (size: number): Promise<'cut' | null> => ((await reader.skip(size)) < size ? 'cut' : null);
  const isHttp = /^https?:/i.test(uri);
  if ((type !== 'response' && type !== 'resource') || !isHttp) return pass(length);
  if (length > MAX_PAGE_BYTES) {
    // Films and maps are large and no pages: only what says that it is a page is missed.
    const start = await reader.take(2048);
    if ((await pass(length - start.length)) === 'cut') return 'cut';
    return /text\/html/i.test(start.toString('latin1')) ? { source: uri, error: tooLarge(uri) } : null;
  }
  const block = await reader.take(length);
  if (block.length < length) return 'cut';
  let body = block;
  let status = 200;
  let headers: Readonly<Record<string, string>> = type === 'resource' ? { 'content-type': fields['content-type'] ?? '' } : {};
  if (type === 'response') {
    const crlf = block.indexOf('\r\n\r\n');
    const end = crlf >= 0 ? crlf : block.indexOf('\n\n');
    const head = httpHead(block.toString('latin1', 0, end < 0 ? block.length : end).split(/\r?\n/));
    status = head.status;
    headers = head.headers;
    if (status !== 200 || end < 0) return null;
    body = block.subarray(end + (crlf >= 0 ? 4 : 2));
  }
  const { mediaType, charset } = contentType(headers['content-type']);
  if (mediaType !== null && !PAGE_TYPE.test(mediaType)) return null;
  // robots.txt and the like are kept by crawlers and are no reports.
  if (mediaType === 'text/plain' && /\/(?:robots|ads|humans|security)\.txt$/i.test(uri)) return null;
  return pageOf(body, uri, { mediaType, charset, status, headers, date: fields['warc-date'] }, archive, ways);
}

interface Told {
  readonly mediaType: string | null;
  readonly charset: string | null;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly date: string | undefined;
}

function pageOf(body: Buffer, uri: string, told: Told, archive: string, ways: Ways): Result | null {
  try {
    const bytes = plainBody(body, told.headers, MAX_PAGE_BYTES);
    if (bytes.length === 0 || notText(bytes) !== null) return null;
    const time = new Date(told.date ?? Number.NaN);
    return pageFromBytes(Uint8Array.from(bytes), {
      source: uri,
      url: uri,
      mediaType: told.mediaType === 'text/plain' ? null : told.mediaType,
      charset: told.charset,
      published: ways.published,
      arrival: {
        addresses: [uri],
        status: told.status,
        headers: { ...told.headers, 'x-saidso-archive': archive },
        at: instant(Number.isNaN(time.getTime()) ? ways.now() : time),
      },
    });
  } catch (cause) {
    if (cause instanceof RangeError) return { source: uri, error: tooLarge(uri) };
    if (cause instanceof InputError) return { source: uri, error: cause };
    throw cause;
  }
}
