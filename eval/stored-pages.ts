import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decode } from '../src/1-pages/decode.ts';
import type { Page } from '../src/1-pages/page.ts';

/** The JSON files of a folder (or the one given), parsed: page keys with what is known of each page. */
export function pageTruths<T>(data: string, isTruth: (value: Record<string, unknown>) => boolean): Map<string, T> {
  const files = data.endsWith('.json')
    ? [data]
    : readdirSync(data)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(data, name));
  const truths = new Map<string, T>();
  for (const file of files) {
    const parsed = parsedJson(readFileSync(file, 'utf8'));
    if (typeof parsed !== 'object' || parsed === null) continue;
    for (const [key, value] of Object.entries(parsed))
      if (typeof value === 'object' && value !== null && isTruth(value as Record<string, unknown>)) truths.set(key, value as T);
  }
  return truths;
}

/** A stored page by its file name, packed or not, in `html/` or beside the truths; null where it is not there. */
export function storedPage(data: string, name: string, url: string | null): Page | null {
  const folder = data.endsWith('.json') ? join(data, '..') : data;
  for (const file of [join(folder, 'html', name), join(folder, name)]) {
    for (const path of [`${file}.gz`, file, `${file}.html.gz`, `${file}.html`]) {
      if (!existsSync(path)) continue;
      const raw = readFileSync(path);
      const { text, notes } = decode(path.endsWith('.gz') ? gunzipSync(raw) : raw, null);
      return { source: basename(path), url, mediaType: 'text/html', text, notes };
    }
  }
  return null;
}

/** JSON as Python writes it: NaN stands for nothing. */
const parsedJson = (text: string): unknown => JSON.parse(text.replace(/(:\s*)NaN(?=\s*[,}\]])/g, '$1null'));
