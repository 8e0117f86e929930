import { InputError } from './0-terms/errors.ts';
import type { Note } from './0-terms/note.ts';
import type { Page } from './1-pages/page.ts';
import { notAnArticle } from './2-reports/page-kind.ts';
import type { CodedReport } from './5-claims/coded-report.ts';
import type { PutOutcome, Reading, Store } from './7-records/store.ts';

/** A source that gave no page: one line says what, where and what to do. */
export interface Unreadable {
  readonly source: string;
  readonly error: Error;
}

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
}

/**
 * Collected pages in, one result a page out, in their order: read, and kept where a store is given. A page that cannot be read
 * is a result too, and the others are done; one that is no article (a consent wall, say) is kept as a capture and nothing more. Throws only StoreError: a database that fails would fail for every page.
 */
export async function* ingest({ pages, read, keep }: IngestRequest): AsyncGenerator<Ingested | Unreadable> {
  for await (const page of pages) {
    if ('error' in page) {
      yield page;
      continue;
    }
    const coded = readOne(page, read);
    if ('error' in coded) {
      yield coded;
      continue;
    }
    const none = notAnArticle(coded);
    if (none !== undefined) {
      if (keep !== undefined && page.capture !== undefined) keep.store.putCapture(coded, none.code, keep.reading, page.capture);
      yield noArticle(page.source, none);
    } else yield { source: page.source, coded, kept: keep ? keep.store.put(coded, keep.reading, page.capture, keep.again) : null };
  }
}

/** A page that arrived and is no article: what came is kept as a capture, its claims are not read. */
const noArticle = (source: string, { text }: Note): Unreadable => ({
  source,
  error: new InputError(`${source}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`),
});

function readOne(page: Page, read: (page: Page) => CodedReport): CodedReport | Unreadable {
  try {
    return read(page);
  } catch (cause) {
    if (cause instanceof InputError) return { source: page.source, error: cause };
    // No text may throw; if one does all the same, it costs one report and not the whole run.
    const said = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    return {
      source: page.source,
      error: new InputError(`${page.source}: could not be read, by a fault of Saidso (${said}); please report it`, { cause }),
    };
  }
}
