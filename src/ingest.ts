import { InputError } from './0-terms/errors.ts';
import type { Note } from './0-terms/note.ts';
import type { Page } from './1-pages/page.ts';
import { notAnArticle } from './2-reports/page-kind.ts';
import type { CodedReport } from './5-claims/coded-report.ts';
import type { PutOutcome, Reading, Store } from './7-records/store.ts';
import { readSafely, type Unreadable } from './read-safely.ts';
import type { Readers } from './readers.ts';

export type { Unreadable } from './read-safely.ts';

export interface Ingested {
  readonly source: string;
  readonly coded: CodedReport;
  /** What became of it in the store; null when none was given. */
  readonly kept: PutOutcome | null;
}

export interface IngestRequest {
  readonly pages: AsyncIterable<Page | Unreadable> | Iterable<Page | Unreadable>;
  readonly read: (page: Page) => CodedReport;
  /** `again`: also what a person had removed. */
  readonly keep?: { readonly store: Store; readonly reading: Reading; readonly again?: boolean };
  /** Threads to read on when there are more than a few pages; without them all is read here. */
  readonly readers?: () => Readers;
}

/** So many pages are read before threads are started: what is done by then would only wait for them. */
const ALONE = 16;
/** Most reports that are kept in one transaction. */
const TOGETHER = 25;

/**
 * Collected pages in, one result a page out, in their order: read, and kept where a store is given. A page that cannot be read
 * is a result too, and the others are done; one that is no article (a consent wall, say) is kept as a capture and nothing more. Throws only StoreError: a database that fails would fail for every page.
 */
export async function* ingest({ pages, read, keep, readers }: IngestRequest): AsyncGenerator<Ingested | Unreadable> {
  for await (const batch of readInOrder(pages, read, readers)) {
    const done = (): (Ingested | Unreadable)[] => batch.map((one) => keepOne(one, keep));
    // All of a batch is kept or nothing of it, and only what is kept is told.
    yield* keep === undefined || batch.length === 1 ? done() : keep.store.together(done);
  }
}

type Read = { readonly page: Page; readonly coded: CodedReport } | Unreadable;

function keepOne(one: Read, keep: IngestRequest['keep']): Ingested | Unreadable {
  if ('error' in one) return one;
  const { page, coded } = one;
  const none = notAnArticle(coded);
  if (none !== undefined) {
    if (keep !== undefined && page.capture !== undefined) keep.store.putCapture(coded, none.code, keep.reading, page.capture);
    return noArticle(page.source, none);
  }
  return { source: page.source, coded, kept: keep ? keep.store.put(coded, keep.reading, page.capture, keep.again) : null };
}

/** What was read of each page, in the order of the pages; those that are ready together come together. */
async function* readInOrder(
  pages: IngestRequest['pages'],
  read: IngestRequest['read'],
  readers: IngestRequest['readers'],
): AsyncGenerator<readonly Read[]> {
  const source = Symbol.asyncIterator in pages ? pages[Symbol.asyncIterator]() : pages[Symbol.iterator]();
  let ended = false;
  try {
    for (let n = 0; readers === undefined || n < ALONE; n++) {
      const { value: page, done } = await source.next();
      ended = done === true;
      if (ended) return;
      yield [readHere(page as Page | Unreadable, read)];
    }
    yield* readAside(source, readers(), () => {
      ended = true;
    });
  } finally {
    // Whoever stops listening early closes the files and connections that pages come from.
    if (!ended) await source.return?.(undefined);
  }
}

function readHere(page: Page | Unreadable, read: IngestRequest['read']): Read {
  if ('error' in page) return page;
  const coded = readSafely(page, read);
  return 'error' in coded ? coded : { page, coded };
}

/** The same on threads. So many pages are under way at a time, so memory holds no more, however many there are. */
async function* readAside(
  source: AsyncIterator<Page | Unreadable> | Iterator<Page | Unreadable>,
  readers: Readers,
  onEnd: () => void,
): AsyncGenerator<readonly Read[]> {
  const underWay: { read: Read | null; readonly ready: Promise<unknown> }[] = [];
  let ended = false;
  let coming: Promise<void> | null = null;
  const take = async (): Promise<void> => {
    const { value, done } = await source.next();
    coming = null;
    if (done === true) {
      ended = true;
      onEnd();
      return;
    }
    const page = value as Page | Unreadable;
    const entry: { read: Read | null; ready: Promise<unknown> } = { read: 'error' in page ? page : null, ready: Promise.resolve() };
    if (!('error' in page))
      entry.ready = readers.read(page).then((coded) => {
        entry.read = 'error' in coded ? coded : { page, coded };
      });
    underWay.push(entry);
  };
  try {
    for (;;) {
      if (!ended && coming === null && underWay.length < readers.width) {
        coming = take();
        // It is waited for below; until then it must not count as unheard.
        coming.catch(() => undefined);
      }
      const batch: Read[] = [];
      while (underWay[0]?.read && batch.length < TOGETHER) batch.push(underWay.shift()?.read as Read);
      if (batch.length > 0) yield batch;
      else if (underWay[0] === undefined && coming === null) return;
      else await Promise.race([underWay[0]?.ready, coming].filter((one) => one !== undefined && one !== null));
    }
  } finally {
    await readers.close();
  }
}

/** A page that arrived and is no article: what came is kept as a capture, its claims are not read. */
const noArticle = (source: string, { text }: Note): Unreadable => ({
  source,
  error: new InputError(`${source}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`),
});
