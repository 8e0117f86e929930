import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { everyFile } from '../data-files.ts';

/** A news report of an incident, as the data has it. */
export interface Article {
  readonly id: string;
  readonly incident: string;
  /** ISO day, or null. */
  readonly published: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly text: string;
  /** The crawl brought no article. */
  readonly template: boolean;
}
/** What the registry says of an incident. */
export interface Incident {
  readonly id: string;
  /** ISO day. */
  readonly date: string;
  readonly killed: number;
  readonly injured: number;
  /** State and city. */
  readonly town: string;
}
interface ReusePair {
  readonly a: string;
  readonly b: string;
  readonly label: string;
}

/** The objects of the first file in a folder whose name holds these words; packed or not. */
function objects(data: string, words: string): Record<string, unknown>[] {
  const file = everyFile(data).find((name) => (name.split('/').at(-1) ?? '').includes(words));
  if (file === undefined) return [];
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

export const readArticles = (data: string): Article[] =>
  objects(data, 'articles').map((one) => ({
    id: String(one['docid']),
    incident: String(one['incident']),
    published: text(one['dct']),
    url: text(one['url']),
    title: text(one['title']),
    text: text(one['text']) ?? '',
    template: one['template_page'] === true,
  }));

export const readIncidents = (data: string): Incident[] =>
  objects(data, 'incidents').map((one) => ({
    id: String(one['incident']),
    // "April 8, 2017" is read as a day of no time zone.
    date: new Date(`${String(one['date'])} UTC`).toISOString().slice(0, 10),
    killed: Number(one['num_killed']),
    injured: Number(one['num_injured']),
    town: `${String(one['state'])} ${String(one['city_or_county'])}`,
  }));

export const readReusePairs = (data: string): ReusePair[] =>
  objects(data, 'reuse-pairs').map((one) => ({ a: String(one['a']), b: String(one['b']), label: String(one['silver_label']) }));
