import { readdirSync, statSync } from 'node:fs';

/** Files of which one holds many pages, or may. */
const MANY = /\.(?:zip|gz|tgz|wacz|warc|csv|tsv|tab|jsonl|ndjson|json|xlsx|ods|mbox|xml|rss|atom|opml)$/i;
/** More are not counted: the count would take longer than it is worth. */
const MOST = 200_000;

/** How many pages inputs will give, for the time that is left; null when only reading them can tell. */
export function expectedPages(inputs: readonly string[]): number | null {
  let pages = 0;
  for (const input of inputs) {
    try {
      if (input === '-' || /^[a-z][a-z0-9+.-]*:\/\//i.test(input)) return null;
      const files = statSync(input).isDirectory()
        ? readdirSync(input, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
        : [{ name: input }];
      if (files.length > MOST || files.some(({ name }) => MANY.test(name))) return null;
      pages += files.length;
    } catch {
      // What is not there is told when it is read.
      pages += 1;
    }
  }
  return pages;
}
