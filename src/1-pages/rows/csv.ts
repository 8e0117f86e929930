import { StringDecoder } from 'node:string_decoder';
import { InputError } from '../../0-terms/errors.ts';
import { decode } from '../decode.ts';
import type { Incoming, Ways } from '../incoming.ts';
import type { Page } from '../page.ts';
import { MAX_PAGE_BYTES } from '../page-from-bytes.ts';
import { utf16Order } from '../sniff.ts';
import { columnsOf, FIELDS, noTextColumn, rowPage } from './row-page.ts';

type Result = Page | { readonly source: string; readonly error: InputError };
const SEPARATORS = [',', ';', '\t', '|'] as const;

/** The separator and names of a table's head line; null where the first line is none: it must name a column that tables of reports have. */
export function tableHead(
  head: Uint8Array,
  said: Readonly<Record<string, string>>,
): { readonly separator: string; readonly names: readonly string[] } | null {
  const text = decode(head, null).text.replace(/^\uFEFF/, '');
  const line = firstRecord(text);
  if (line === null) return null;
  const known = new Set<string>([
    ...Object.values(FIELDS).flat(),
    ...Object.values(said).map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, '')),
  ]);
  for (const separator of SEPARATORS) {
    const names = [...cells(line, separator)].map((name) => name.trim());
    const plain = names.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
    if (names.length < 2 || names.some((name) => name.length > 60) || new Set(names).size < names.length) continue;
    const hits = plain.filter((name) => known.has(name)).length;
    // One word such as "report" may open a sentence; a head line is made of names alone, without a full stop.
    if (
      hits >= 1 &&
      names.every((name) => !/[.!?]$|\s\S+\s\S+\s/.test(name)) &&
      (hits >= 2 || names.length >= 3 || Object.keys(said).length > 0)
    )
      return { separator, names };
  }
  return null;
}

function firstRecord(text: string): string | null {
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') quoted = !quoted;
    else if ((char === '\n' || char === '\r') && !quoted) return at === 0 ? null : text.slice(0, at);
  }
  return null;
}

/** The reports of a CSV or TSV file (RFC 4180; the separator is told by the head line), read as a stream, one row at a time. */
export async function* pagesOfTable(incoming: Incoming, ways: Ways): AsyncGenerator<Result> {
  const { source } = incoming;
  const head = tableHead(incoming.head, ways.columns);
  if (head === null) return;
  const columns = columnsOf(head.names, ways.columns, source);
  if (columns.text === undefined) {
    if (!ways.among) yield { source, error: noTextColumn(head.names, source) };
    for await (const _ of incoming.stream()) break;
    return;
  }
  const at = new Map(head.names.map((name, index) => [name, index]));
  let number = 0;
  let headLine = '';
  for await (const record of records(incoming, source)) {
    number += 1;
    if (number === 1) {
      headLine = record ?? '';
      continue;
    }
    if (record === null) {
      yield {
        source: `${source}#${number - 1}`,
        error: new InputError(
          `${source}#${number - 1}: a row is larger than ${MAX_PAGE_BYTES / 1024 / 1024} MB: a quotation mark is not closed, or the file is no table; it was given up here`,
        ),
      };
      return;
    }
    const values = [...cells(record, head.separator)];
    // With its head line a row is a table by itself: what is captured of it can be read again.
    const raw = Buffer.from(`${headLine}\n${record}`, 'utf8');
    const page = rowPage(raw, (column) => values[at.get(column) ?? -1] ?? '', columns, number - 1, incoming, ways);
    if (page !== null) yield page;
  }
}

/** Records of a stream, parted at line ends outside of quotation marks; null once where one is too large. */
async function* records(incoming: Incoming, source: string): AsyncGenerator<string | null> {
  const decoder = decoderFor(incoming.head);
  let pending = '';
  let looked = 0;
  let quoted = false;
  for await (const chunk of incoming.stream()) {
    pending += decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    let start = 0;
    for (let index = looked; index < pending.length; index += 1) {
      const code = pending.charCodeAt(index);
      if (code === 34) quoted = !quoted;
      else if (code === 10 && !quoted) {
        const record = pending
          .slice(start, index)
          .replace(/\r$/, '')
          .replace(/^\uFEFF/, '');
        start = index + 1;
        if (record !== '') yield record;
      }
    }
    pending = pending.slice(start);
    looked = pending.length;
    if (pending.length > MAX_PAGE_BYTES) {
      yield null;
      return;
    }
  }
  pending += decoder.end();
  if (quoted) throw new InputError(`${source}: ends within a quoted text: the file was cut off, or a quotation mark is not closed`);
  if (pending.trim() !== '') yield pending.replace(/\r$/, '');
}

/** UTF-8 where the beginning is UTF-8, UTF-16 by its mark, else Windows-1252. */
function decoderFor(head: Uint8Array): { write: (bytes: Buffer) => string; end: () => string } {
  const wide = utf16Order(head);
  if (wide === 'utf-16le') return new StringDecoder('utf16le');
  const guessed = decode(head.subarray(0, head.length - 4), null).notes.some(({ code }) => code === 'encoding-guessed');
  const decoder = new TextDecoder(wide ?? (guessed ? 'windows-1252' : 'utf-8'));
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

/** The cells of one record; doubled quotation marks stand for one. */
function* cells(record: string, separator: string): Generator<string> {
  for (let at = 0; ; ) {
    if (record[at] === '"') {
      let value = '';
      let from = at + 1;
      for (;;) {
        const end = record.indexOf('"', from);
        if (end < 0) {
          value += record.slice(from);
          at = record.length;
          break;
        }
        value += record.slice(from, end);
        at = end + 1;
        if (record[at] !== '"') break;
        value += '"';
        from = at + 1;
      }
      const next = record.indexOf(separator, at);
      yield value + record.slice(at, next < 0 ? record.length : next);
      if (next < 0) return;
      at = next + 1;
    } else {
      const next = record.indexOf(separator, at);
      yield record.slice(at, next < 0 ? record.length : next);
      if (next < 0) return;
      at = next + 1;
    }
  }
}
