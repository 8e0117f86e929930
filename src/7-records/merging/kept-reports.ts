import type { Database } from 'better-sqlite3';
import type { MergeReport } from '../../6-events/merge-report.ts';
import { prepared } from '../prepared.ts';
import type { ReportRecord } from '../record.ts';

/** Reports held in memory: some 20 megabytes. */
const MOST_HELD = 200;

/** The kept reports as merging reads them, each taken from its record once. Lives for one transaction. */
export class KeptReports {
  private readonly db: Database;
  private readonly held = new Map<string, MergeReport>();

  constructor(db: Database) {
    this.db = db;
  }

  get(id: string): MergeReport | null {
    const known = this.held.get(id);
    if (known !== undefined) return known;
    const row = prepared(this.db, 'SELECT record FROM reports WHERE id = ?').get(id) as { record: string } | undefined;
    if (row === undefined) return null;
    const { report, entities, mentions, quotes, claims } = JSON.parse(row.record) as ReportRecord;
    const kept: MergeReport = { ...report, entities, mentions, quotes, claims };
    if (this.held.size >= MOST_HELD) this.held.clear();
    this.held.set(id, kept);
    return kept;
  }
}
