import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../0-terms/errors.ts';
import { bounded } from './from-url.ts';
import type { Page } from './page.ts';
import { MAX_PAGE_BYTES, pageFromBytes, tooLarge } from './page-from-bytes.ts';
import { isDecoration, notText } from './sniff.ts';

/** Names that stand beside reports in folders and are none. */
const BESIDE =
  /^(?:\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$|node_modules$)|\.(?:js|mjs|css|map|ico|woff2?|ttf|json|ya?ml|lock|log|bak|tmp|csv|tsv|xml|sqlite3?|db)$|~$/i;
/** Deeper folders are not followed. */
const MAX_DEPTH = 40;

/** What one path gives: a page, or why there is none. */
export type FromPath = Page | { readonly source: string; readonly error: InputError };

/** The page of a file, or the pages of a folder and its folders in the order of their names. Never throws. */
export async function* pagesFromPath(path: string, published: string | undefined): AsyncGenerator<FromPath> {
  try {
    const found = await stat(path);
    if (!found.isDirectory()) {
      yield await pageFromFile(path, published);
      return;
    }
  } catch (cause) {
    yield { source: path, error: inputError(path, cause) };
    return;
  }
  let given = 0;
  const counts = { passed: 0 };
  for await (const result of pagesInFolder(path, published, 0, counts)) {
    given += 1;
    yield result;
  }
  if (given === 0)
    yield {
      source: path,
      error: new InputError(
        `${path}: the folder holds no reports${counts.passed > 0 ? ` (${counts.passed} ${counts.passed === 1 ? 'file is' : 'files are'} of other kinds)` : ''}; give one with text or HTML files`,
      ),
    };
}

async function* pagesInFolder(
  folder: string,
  published: string | undefined,
  depth: number,
  counts: { passed: number },
): AsyncGenerator<FromPath> {
  let entries: { name: string; isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    yield { source: folder, error: inputError(folder, cause) };
    return;
  }
  const names = new Set(entries.map((entry) => entry.name));
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (BESIDE.test(entry.name)) counts.passed += 1;
    else if (entry.isDirectory()) {
      // A browser saves a page's pictures and scripts beside it in NAME_files.
      const saved = /^(.*)_files$/.exec(entry.name)?.[1];
      const isSaved = saved !== undefined && (names.has(`${saved}.html`) || names.has(`${saved}.htm`));
      if (!isSaved && depth < MAX_DEPTH) yield* pagesInFolder(path, published, depth + 1, counts);
    } else {
      try {
        // Links to files are followed, links to folders are not: they may lead back.
        if (!(await stat(path)).isFile()) continue;
        yield await pageFromFile(path, published, true);
      } catch (cause) {
        if (cause instanceof Decoration) counts.passed += 1;
        else yield { source: path, error: inputError(path, cause) };
      }
    }
  }
}

/** A picture or font among reports: passed over. */
class Decoration extends Error {}

async function pageFromFile(path: string, published: string | undefined, inFolder = false): Promise<Page> {
  const found = await stat(path);
  if (!found.isFile() && !found.isFIFO()) throw new InputError(`${path}: is neither a file nor a folder; give a text or HTML file`);
  if (found.size > MAX_PAGE_BYTES) throw tooLarge(path);
  const bytes = await bounded(createReadStream(path), path);
  if (inFolder) {
    const kind = notText(bytes);
    if (kind !== null && isDecoration(kind)) throw new Decoration();
  }
  return pageFromBytes(bytes, { source: path, url: null, mediaType: null, charset: null, published });
}

function inputError(path: string, cause: unknown): InputError {
  if (cause instanceof InputError) return cause;
  const code = (cause as { code?: string }).code ?? '';
  const what: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file or folder; check the path',
    ENOTDIR: 'there is no such file or folder; check the path',
    EACCES: 'may not be read by this user; change its permissions',
    EPERM: 'may not be read by this user; change its permissions',
    ELOOP: 'is a link that leads back to itself; give the file itself',
    ENAMETOOLONG: 'is too long for a path; if it is the text of a report, give it on standard input with -',
    EMFILE: 'cannot be opened: too many files are open; try again',
  };
  return new InputError(
    `${path.length > 200 ? `${path.slice(0, 200)}…` : path}: ${what[code] ?? `cannot be read (${code || (cause as Error).message})`}`,
    { cause },
  );
}
