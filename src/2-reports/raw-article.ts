import type { Note } from '../0-terms/note.ts';
import type { FoundEntry } from './html/live-blog.ts';
import type { DatedBy } from './publication-date.ts';
import type { FoundIn, HeadField } from './report.ts';

/** What either kind of page gives before its credit lines are read. */
export interface RawArticle {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  /** What the page claims, ISO 639-1. */
  readonly language: string | null;
  readonly paragraphs: readonly string[];
  /** Of a live blog: its entries, whose paragraphs stand in `paragraphs` too. */
  readonly entries?: readonly FoundEntry[];
  readonly published: DatedBy;
  readonly updated: DatedBy | null;
  readonly section: string | null;
  readonly canonical: string | null;
  readonly basis: Readonly<Partial<Record<HeadField, FoundIn>>>;
  readonly kind: Note | null;
}
