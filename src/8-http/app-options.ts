import type { Page } from '../1-pages/page.ts';
import type { Codebook } from '../5-claims/codebook/codebook.ts';
import type { CodedReport } from '../5-claims/coded-report.ts';
import type { Reading } from '../7-records/store.ts';
import type { Unreadable } from '../ingest.ts';

export interface AppOptions {
  readonly read: (page: Page) => CodedReport;
  /** Reads on another thread, so that the server answers meanwhile; null reads here, page by page. Never rejects. */
  readonly readAside: ((page: Page) => Promise<CodedReport | Unreadable>) | null;
  readonly reading: Reading;
  readonly codebook: Codebook;
  /** Brings the events up to date with reports and decisions; cheap when they are. */
  readonly refresh: () => void;
  /** The same a piece at a time; true when more is to do. */
  readonly refreshSome: () => boolean;
  /** Fetches addresses, when a person asks for it; private ones are refused. */
  readonly fetchPages: (urls: readonly string[], published: string | undefined) => AsyncIterable<Page | Unreadable>;
  /** Folder of the built page; null serves the API alone. */
  readonly web: string | null;
  /** Name to suggest to whoever decides. */
  readonly who: string;
  /** Where it answers beside this machine; null: nowhere. */
  readonly abroad: Abroad | null;
  readonly now: () => Date;
}

/** Answering to other machines needs a token. */
export interface Abroad {
  readonly token: string;
  /** Host names and addresses by which it may be asked; null: any address in figures, when it listens on all of them. */
  readonly hosts: readonly string[] | null;
}
