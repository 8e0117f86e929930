import type { Page } from '../1-pages/page.ts';
import type { CodedReport } from '../5-claims/coded-report.ts';
import type { Reading } from '../7-records/store.ts';

export interface AppOptions {
  readonly read: (page: Page) => CodedReport;
  readonly reading: Reading;
  /** Folder of the built page; null serves the API alone. */
  readonly web: string | null;
}
