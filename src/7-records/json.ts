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
    report: { id, url, title, publisher, byline, language, published, dateline, ...detailsOf(coded), text, origins },
    entities: coded.entities,
    mentions: coded.mentions,
    quotes: coded.quotes,
    claims: coded.claims,
    notes: coded.notes,
  };
}

const DETAILS = ['publishedAt', 'updated', 'updatedAt', 'section', 'canonical', 'entries', 'basis'] as const;

/** What else the page says of itself, where the reading looked for it. */
const detailsOf = (coded: CodedReport): Pick<CodedReport, (typeof DETAILS)[number]> =>
  Object.fromEntries(DETAILS.flatMap((key) => (coded[key] === undefined ? [] : [[key, coded[key]]])));
