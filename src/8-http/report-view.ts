import type { ReportRecord } from '../7-records/record.ts';
import type { Statement } from '../7-records/statement.ts';
import { statement } from '../7-records/statement.ts';
import type { KeptReport } from '../7-records/store.ts';

/** A kept report with what a page shows beside it: one statement a claim, in the order of the claims. */
export interface ReportView extends KeptReport {
  readonly record: ReportRecord;
  readonly statements: readonly Statement[];
}

export const reportView = (kept: KeptReport): ReportView => ({
  ...kept,
  statements: kept.record.claims.map((claim) => statement(claim, kept.record)),
});
