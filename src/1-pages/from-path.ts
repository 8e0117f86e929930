import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../0-terms/errors.ts';
import { isBeside } from './beside.ts';
import { budgetFor, incomingFile, incomingStream, labelsOfFile, type Ways } from './incoming.ts';
import type { Page } from './page.ts';
import { type Failure, pagesOf } from './pages-of.ts';
import { isDecoration, notText } from './sniff.ts';

/** Deeper folders are not followed. */
const MAX_DEPTH = 40;

/** The pages of a file, or the pages of a folder and its folders in the order of their names. Never throws. */
export async function* pagesFromPath(path: string, ways: Ways): AsyncGenerator<Page | Failure> {
  try {
    const found = await stat(path);
    if (!found.isDirectory()) {
      yield* pagesOfFile(path, ways);
      return;
    }
  } catch (cause) {
    yield { source: path, error: inputError(path, cause) };
    return;
  }
  let given = 0;
  const counts = { passed: 0 };
  for await (const result of pagesInFolder(path, { ...ways, among: true, follow: null }, 0, counts)) {
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

async function* pagesInFolder(folder: string, ways: Ways, depth: number, counts: { passed: number }): AsyncGenerator<Page | Failure> {
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
    if (isBeside(entry.name)) counts.passed += 1;
    else if (entry.isDirectory()) {
      // A browser saves a page's pictures and scripts beside it in NAME_files.
      const saved = /^(.*)_files$/.exec(entry.name)?.[1];
      const isSaved = saved !== undefined && (names.has(`${saved}.html`) || names.has(`${saved}.htm`));
      if (!isSaved && depth < MAX_DEPTH) yield* pagesInFolder(path, ways, depth + 1, counts);
    } else {
      try {
        // Links to files are followed, links to folders are not: they may lead back.
        if (!(await stat(path)).isFile()) continue;
        yield* pagesOfFile(path, ways);
      } catch (cause) {
        if (cause instanceof Decoration) counts.passed += 1;
        else yield { source: path, error: inputError(path, cause) };
      }
    }
  }
}

/** A picture or font among reports: passed over. */
class Decoration extends Error {}

async function* pagesOfFile(path: string, ways: Ways): AsyncGenerator<Page | Failure> {
  const found = await stat(path);
  if (!found.isFile() && !found.isFIFO()) throw new InputError(`${path}: is neither a file nor a folder; give a text or HTML file`);
  const labels = labelsOfFile(path, ways.now());
  const incoming = found.isFile() ? await incomingFile(path, labels) : await incomingStream(createReadStream(path), labels);
  if (ways.among) {
    const kind = notText(incoming.head);
    if (kind !== null && isDecoration(kind)) throw new Decoration();
  }
  yield* pagesOf(incoming, { ...ways, budget: budgetFor(found.size) });
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
