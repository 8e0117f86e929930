import type { CodedReport } from '../5-claims/coded-report.ts';
import type { ReportRecord } from './record.ts';

/**
 * The record of a coded report: every finding, without the layers that only the reading needed (sentences, trees, counts).
 * Key order is fixed, so that the same reading gives the same bytes on every machine.
 */
export function toJson(coded: CodedReport): ReportRecord {
  const { id, url, title, publisher, byline, language, published, dateline, text, origins } = coded;
  return {
    format: 'saidso/1',
    report: { id, url, title, publisher, byline, language, published, dateline, text, origins },
    entities: coded.entities,
    mentions: coded.mentions,
    quotes: coded.quotes,
    claims: coded.claims,
    notes: coded.notes,
  };
}
