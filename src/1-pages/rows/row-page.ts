import { InputError } from '../../0-terms/errors.ts';
import { captured } from '../capture.ts';
import type { Incoming, Ways } from '../incoming.ts';
import type { Known, Page } from '../page.ts';
import { pageFromBytes } from '../page-from-bytes.ts';

/** What a column may hold, with the names by which it goes, the likelier first. */
export const FIELDS = {
  text: [
    'text',
    'body',
    'content',
    'fulltext',
    'articletext',
    'bodytext',
    'maintext',
    'articlebody',
    'contenttext',
    'contenthtml',
    'article',
    'story',
    'html',
    'report',
  ],
  title: ['title', 'headline', 'head', 'heading', 'subject'],
  url: ['url', 'link', 'href', 'permalink', 'uri', 'sourceurl', 'webaddress', 'address'],
  date: [
    'published',
    'datepublished',
    'publicationdate',
    'pubdate',
    'publishdate',
    'publishedat',
    'datetime',
    'date',
    'day',
    'created',
    'timestamp',
  ],
  publisher: ['publisher', 'outlet', 'newspaper', 'publication', 'sourcename', 'source', 'site', 'media'],
  byline: ['byline', 'author', 'authors', 'writer'],
} as const satisfies Record<string, readonly string[]>;
export type Field = keyof typeof FIELDS;

/** Which column holds what; absent where no column does. */
export type Columns = Partial<Record<Field, string>>;

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Tells the columns by their names; what the user said comes first. Throws InputError when the user names a column that is not there. */
export function columnsOf(names: readonly string[], said: Readonly<Record<string, string>>, source: string): Columns {
  const columns: Columns = {};
  for (const field of Object.keys(FIELDS) as Field[]) {
    const wanted = said[field];
    if (wanted !== undefined) {
      const found = names.find((name) => name === wanted) ?? names.find((name) => plain(name) === plain(wanted));
      if (found === undefined) throw new InputError(`${source}: has no column "${wanted}"; it has ${listed(names)}`);
      columns[field] = found;
    }
  }
  const taken = new Set(Object.values(columns));
  for (const field of Object.keys(FIELDS) as Field[]) {
    if (columns[field] !== undefined) continue;
    const known: readonly string[] = FIELDS[field];
    const found = known.map((word) => names.find((name) => plain(name) === word && !taken.has(name))).find((name) => name !== undefined);
    if (found === undefined) continue;
    columns[field] = found;
    taken.add(found);
  }
  return columns;
}

/** The one line for a table without texts. */
export const noTextColumn = (names: readonly string[], source: string): InputError =>
  new InputError(`${source}: no column is named as one of texts (${listed(names)}); say which with --columns text=NAME`);

const listed = (names: readonly string[]): string =>
  names.length === 0 ? 'none' : `${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : ''}`;

/** One row as a page: `value` gives a column's words, `raw` is the row as it stood in the file. Null where its text is empty. */
export function rowPage(
  raw: Uint8Array,
  value: (column: string) => string,
  columns: Columns,
  number: number,
  from: Incoming,
  ways: Ways,
): Page | { source: string; error: InputError } | null {
  const field = (name: Field): string => (columns[name] === undefined ? '' : value(columns[name]).trim());
  const text = field('text');
  if (text === '') return null;
  const source = `${from.source}#${number}`;
  const url = /^https?:\/\/\S+$/i.test(field('url')) ? field('url') : null;
  const known: Known = {
    ...(field('title') === '' ? {} : { title: field('title') }),
    ...(field('publisher') === '' || /^https?:/.test(field('publisher')) ? {} : { publisher: field('publisher') }),
    ...(field('byline') === '' ? {} : { byline: field('byline') }),
    ...(field('date') === '' ? {} : { date: field('date') }),
  };
  try {
    const page = pageFromBytes(Buffer.from(text, 'utf8'), {
      source,
      url,
      mediaType: null,
      charset: 'utf-8',
      published: ways.published,
      known,
    });
    return { ...page, capture: captured(raw, from.arrival) };
  } catch (cause) {
    if (cause instanceof InputError) return { source, error: cause };
    throw cause;
  }
}
