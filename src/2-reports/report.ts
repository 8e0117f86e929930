import type { Note } from '../0-terms/note.ts';
import type { Span } from '../0-terms/span.ts';

/** The article alone, with what is known about where and when it appeared. `text` never changes after this floor. */
export interface Report {
  /** `r_` + hash of the text: same text, same id, on every machine. */
  readonly id: string;
  readonly source: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly byline: string | null;
  /** ISO 639-1 code, `und` when it cannot be told. */
  readonly language: string;
  readonly published: PublicationDate;
  readonly dateline: Dateline | null;
  /** The article without its title: paragraphs parted by a blank line, no menus, share bars, comment forms, related links. */
  readonly text: string;
  readonly origins: readonly Origin[];
  readonly notes: readonly Note[];
}

export interface PublicationDate {
  /** ISO date, or null with basis `unknown`. */
  readonly date: string | null;
  readonly basis: 'metadata' | 'text' | 'url' | 'given' | 'inferred' | 'unknown';
}

export interface Dateline {
  readonly place: string;
  /** ISO date when the dateline gives one. */
  readonly date: string | null;
}

/** Where a text says it comes from. `span` is missing when the words stand outside `Report.text` (title, page metadata, a cut credit line). */
export interface Origin {
  readonly name: string;
  readonly relation: 'credited' | 'agency' | 'reported-by' | 'statement-of';
  readonly span?: Span;
}
