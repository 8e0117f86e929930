import { InputError } from '../../0-terms/errors.ts';
import { ByteReader } from '../archives/byte-reader.ts';
import type { Incoming, Ways } from '../incoming.ts';
import type { Page } from '../page.ts';
import { MAX_PAGE_BYTES, tooLarge } from '../page-from-bytes.ts';
import { type Columns, columnsOf, noTextColumn, rowPage } from './row-page.ts';

type Result = Page | { readonly source: string; readonly error: InputError };
type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The row that a line of JSONL holds, or null. */
export function jsonRow(line: string): Row | null {
  try {
    const value: unknown = JSON.parse(line);
    return isRow(value) ? value : null;
  } catch {
    return null;
  }
}

/** The reports of a JSONL file, one a line, read as a stream. A line that is no JSON object is said and the rest goes on. */
export async function* pagesOfJsonLines(incoming: Incoming, ways: Ways): AsyncGenerator<Result> {
  const { source } = incoming;
  const reader = new ByteReader(incoming.stream());
  const seat = seats(incoming, ways);
  try {
    for (let number = 1; ; number += 1) {
      const line = await reader.line(MAX_PAGE_BYTES + 1);
      if (line === null) break;
      const raw = Buffer.from(line, 'latin1');
      if (line.trim() === '') continue;
      if (line.length > MAX_PAGE_BYTES) {
        yield { source: `${source}#${number}`, error: tooLarge(`${source}#${number}`) };
        continue;
      }
      const row = jsonRow(raw.toString('utf8').replace(/^\uFEFF/, ''));
      if (row === null) yield { source, error: new InputError(`${source}#${number}: is no JSON object; every line must be one report`) };
      else yield* seat(row, raw, number);
    }
  } finally {
    await reader.close();
  }
}

/** The reports of JSON values that are already read: an array of objects, or one object. */
export function* pagesOfJson(rows: readonly unknown[], incoming: Incoming, ways: Ways): Generator<Result> {
  const seat = seats(incoming, ways);
  let number = 0;
  for (const row of rows) {
    number += 1;
    if (isRow(row)) yield* seat(row, Buffer.from(JSON.stringify(row), 'utf8'), number);
  }
}

/** Whether an object has a column of texts. */
export function hasText(row: Row, ways: Ways): boolean {
  const { text } = columnsOf(
    Object.keys(row),
    ways.columns['text'] !== undefined && Object.hasOwn(row, ways.columns['text']) ? { text: ways.columns['text'] } : {},
    '',
  );
  return text !== undefined && typeof row[text] === 'string';
}

/** Rows of one file may differ in their keys, so columns are told for each; the first without texts is said, and how to mend it. */
function seats(incoming: Incoming, ways: Ways): (row: Row, raw: Uint8Array, number: number) => Generator<Result> {
  let complained = false;
  const known = new Map<string, Columns>();
  return function* (row, raw, number) {
    const names = Object.keys(row);
    const key = names.join('\n');
    const columns = known.get(key) ?? columnsOf(names, ways.columns, incoming.source);
    if (known.size < 100) known.set(key, columns);
    if (columns.text === undefined) {
      if (!complained) yield { source: incoming.source, error: noTextColumn(names, incoming.source) };
      complained = true;
      return;
    }
    const page = rowPage(raw, (column) => words(row[column]), columns, number, incoming, ways);
    if (page !== null) yield page;
  };
}

function words(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(words).filter(Boolean).join(', ');
  return isRow(value) && typeof value['name'] === 'string' ? value['name'] : '';
}
