import type { Page } from '../1-pages/page.ts';
import type { CodebookFault } from '../5-claims/codebook/check-codebook.ts';
import type { Codebook } from '../5-claims/codebook/codebook.ts';
import type { CodedReport } from '../5-claims/coded-report.ts';
import type { TriggerWord } from '../5-claims/near-misses.ts';
import type { MergeKit } from '../6-events/merge-kit.ts';
import type { Reading, Store } from '../7-records/store.ts';
import type { Listening } from '../8-http/listen.ts';
import type { Unreadable } from '../ingest.ts';
import type { Readers } from '../readers.ts';
import type { Io } from './io.ts';
import type { InputWays } from './options.ts';

/** Reads pages by one codebook, loaded once. */
export interface Reader {
  readonly read: (page: Page) => CodedReport;
  readonly reading: Reading;
  readonly codebook: Codebook;
  /** What the rules made of a sentence of a report that this reader has read. */
  readonly nearMisses: (report: CodedReport, sentence: number) => Promise<readonly TriggerWord[]>;
  /** Starts so many threads that read by the same codebook. */
  readonly readers?: (jobs: number) => Readers;
  /** What in the codebook does not do what its author says. */
  readonly check: () => Promise<readonly CodebookFault[]>;
}

/** How the page is served. */
export interface ServeRequest {
  readonly port: number;
  /** Address for other machines; null: this machine alone. */
  readonly host: string | null;
  /** What everybody is asked for; null: a new one where one is needed. */
  readonly token: string | null;
  /** Name to suggest to whoever decides. */
  readonly who: string;
}
/** `url` opens the page, with the token where one is asked for. */
export type Serving = Listening;

/** The slow or outside parts that commands call for; loaded when first used, so that `--help` is quick. */
export interface Tools {
  readonly version: () => string;
  /** `codebook`: a folder instead of the one that comes with Saidso. Throws CodebookError, InputError. */
  readonly reader: (codebook?: string) => Promise<Reader>;
  /** Pages of files, folders, archives, tables, URLs, feeds and `-`. */
  readonly collect: (inputs: readonly string[], options: InputWays) => AsyncIterable<Page | Unreadable>;
  readonly open: (path: string, options?: { readonly create?: boolean }) => Promise<Store>;
  /** Merges reports into events by the models that come with Saidso. */
  readonly merger: () => Promise<MergeKit>;
  /** The page and the API, from `port` on. */
  readonly serve: (store: Store, reader: Reader, request: ServeRequest) => Promise<Serving>;
  /** Folder of the built page that published folders get. */
  readonly publishedPage: () => string;
  /** Opens the user's browser where there is a desktop; else does nothing. */
  readonly openBrowser: (url: string) => void;
}

export interface Context {
  readonly io: Io;
  readonly tools: Tools;
  /** Sets the exit code of the run: 1 stays 1. */
  readonly fail: () => void;
}

/** 0 done, 1 some input could not be read or kept, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2 | 130;

/** One line on standard error, under the program's name. */
export const complain = (io: Io, message: string): void => {
  io.stderr.write(`saidso: ${message.replace(/\s*\n\s*/g, ' ')}\n`);
};
