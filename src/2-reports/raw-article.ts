import type { Note } from '../0-terms/note.ts';
import type { PublicationDate } from './report.ts';

/** What either kind of page gives before its credit lines are read. */
export interface RawArticle {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  /** What the page claims, ISO 639-1. */
  readonly language: string | null;
  readonly paragraphs: readonly string[];
  readonly published: PublicationDate;
  readonly kind: Note | null;
}
