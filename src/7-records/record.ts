import type { Note } from '../0-terms/note.ts';
import type { Dateline, FoundIn, HeadField, LiveEntry, Origin, PublicationDate } from '../2-reports/report.ts';
import type { Entity, Mention, Quote } from '../4-mentions/annotated-report.ts';
import type { Claim } from '../5-claims/coded-report.ts';

/** The record of one report as it leaves the house: JSON, HTTP and the database all hold this shape. */
export interface ReportRecord {
  readonly format: 'saidso/1';
  readonly report: ReportHead;
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  readonly quotes: readonly Quote[];
  readonly claims: readonly Claim[];
  readonly notes: readonly Note[];
}

export interface ReportHead {
  readonly id: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly byline: string | null;
  readonly language: string;
  readonly published: PublicationDate;
  readonly dateline: Dateline | null;
  readonly publishedAt?: string | null;
  readonly updated?: PublicationDate | null;
  readonly updatedAt?: string | null;
  readonly section?: string | null;
  readonly canonical?: string | null;
  readonly entries?: readonly LiveEntry[];
  readonly basis?: Readonly<Partial<Record<HeadField, FoundIn>>>;
  readonly text: string;
  readonly origins: readonly Origin[];
}
