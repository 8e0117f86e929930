import { InputError } from '../../0-terms/errors.ts';
import type { Member, Zip } from '../archives/zip.ts';
import { bounded, type Incoming, type Ways } from '../incoming.ts';
import type { Page } from '../page.ts';
import { childOf, named, parseXml, rawTextOf, type XmlElement } from '../xml.ts';
import { columnsOf, noTextColumn, rowPage } from './row-page.ts';

type Result = Page | { readonly source: string; readonly error: InputError };
/** A sheet's XML may hold this much; larger tables are better kept as CSV. */
const MOST_XML = 100 * 1024 * 1024;
/** No table of reports has a cell further right. */
const MOST_COLUMNS = 1000;

/** The reports of an Excel workbook (Office Open XML): of every sheet whose first row names a column of texts. */
export async function* pagesOfWorkbook(incoming: Incoming, zip: Zip, ways: Ways): AsyncGenerator<Result> {
  const { source } = incoming;
  const xml = async (member: Member): Promise<XmlElement> =>
    parseXml(Buffer.from(await bounded(zip.stream(member), `${source}!${member.name}`, MOST_XML)).toString('utf8'));
  const shared = zip.members.find(({ name }) => name === 'xl/sharedStrings.xml');
  const strings = shared === undefined ? [] : [...named(await xml(shared), 'si')].map(stringOf);
  let failure: InputError | null = null;
  let given = 0;
  for (const member of zip.members.filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))) {
    const rows = [...named(await xml(member), 'row')].map((row) => cellsOf(row, strings));
    const names = (rows[0] ?? []).map((name) => name.trim());
    if (names.length === 0) continue;
    const columns = columnsOf(names.filter(Boolean), ways.columns, source);
    if (columns.text === undefined) {
      failure ??= noTextColumn(names.filter(Boolean), source);
      continue;
    }
    const sheet = { ...incoming, source: given === 0 ? source : `${source}!${member.name.replace(/^.*\/|\.xml$/g, '')}` };
    const dates = columns.date;
    for (const [index, row] of rows.slice(1).entries()) {
      const value = (column: string): string => {
        const words = row[names.indexOf(column)] ?? '';
        return column === dates ? dayOfSerial(words) : words;
      };
      const page = rowPage(Buffer.from(JSON.stringify(row), 'utf8'), value, columns, index + 1, sheet, ways);
      if (page === null) continue;
      given += 1;
      yield page;
    }
  }
  if (given === 0 && !ways.among)
    yield { source, error: failure ?? new InputError(`${source}: the workbook holds no texts; its first row must name the columns`) };
}

/** A shared string: its runs joined, without the phonetic ones. */
const stringOf = (element: XmlElement): string =>
  element.children
    .map((child) => (typeof child === 'string' || child.name === 'rph' ? '' : child.name === 't' ? rawTextOf(child) : stringOf(child)))
    .join('');

function cellsOf(row: XmlElement, strings: readonly string[]): string[] {
  const cells: string[] = [];
  for (const cell of named(row, 'c')) {
    const column = columnNumber(cell.attrs['r'] ?? '') ?? cells.length;
    if (column >= MOST_COLUMNS) continue;
    while (cells.length < column) cells.push('');
    const inline = childOf(cell, 'is');
    const value = childOf(cell, 'v');
    const words = value === null ? '' : rawTextOf(value);
    cells[column] = inline !== null ? stringOf(inline) : cell.attrs['t'] === 's' ? (strings[Number(words)] ?? '') : words;
  }
  return cells;
}

/** 0 of "A1", 26 of "AA7". */
function columnNumber(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return null;
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** Days since 30 December 1899, as workbooks keep dates, between 1927 and 2100; other words as they are. */
function dayOfSerial(words: string): string {
  const days = Number(words);
  return words !== '' && days > 10_000 && days < 73_415
    ? new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000).toISOString().slice(0, 10)
    : words;
}
