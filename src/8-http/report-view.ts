import type { ReportRecord } from '../7-records/record.ts';
import type { Statement } from '../7-records/statement.ts';
import { statement } from '../7-records/statement.ts';
import type { Appearance, Reading } from '../7-records/store.ts';

/** A record with what a page shows beside it: one statement a claim, in the order of the claims. */
export interface ReportView {
  readonly record: ReportRecord;
  readonly statements: readonly Statement[];
  readonly reading: Reading;
  /** Where the text was seen; empty when it is not kept. */
  readonly appearances: readonly Appearance[];
}

export const reportView = (record: ReportRecord, reading: Reading, appearances: readonly Appearance[]): ReportView => ({
  record,
  statements: record.claims.map((claim) => statement(claim, record)),
  reading,
  appearances,
});
