import type { CodedReport } from '../5-claims/coded-report.ts';

/** What merging needs of a report: a coded report has it, and so has a kept record. */
export type MergeReport = Pick<
  CodedReport,
  'id' | 'title' | 'publisher' | 'url' | 'published' | 'dateline' | 'text' | 'origins' | 'entities' | 'mentions' | 'quotes' | 'claims'
>;
