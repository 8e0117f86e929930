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
  /**
   * The moment of publication where it is given: ISO 8601 with the offset where a zone is named (`2017-09-12T14:05:00+02:00`, `2017-09-12T14:05`).
   * In universal time its day may be the one after `published.date`, which is the publisher's.
   */
  readonly publishedAt?: string | null;
  /** When the page says that it was last changed; null where it does not. */
  readonly updated?: PublicationDate | null;
  /** As `publishedAt`. */
  readonly updatedAt?: string | null;
  readonly dateline: Dateline | null;
  /** The section of the paper that it stands in, in the page's words. */
  readonly section?: string | null;
  /** The address that the page says is its own; `url` is this one or the one it was read from. */
  readonly canonical?: string | null;
  /** The entries of a live blog, as they stand in the text; absent for every other report. */
  readonly entries?: readonly LiveEntry[];
  /** Where each value of the head was found. A value that nothing gave has no entry. */
  readonly basis?: Readonly<Partial<Record<HeadField, FoundIn>>>;
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

export type HeadField = 'title' | 'publisher' | 'byline' | 'language' | 'published' | 'updated' | 'dateline' | 'section' | 'canonical';

/**
 * given: by the user; container: a row's column, a message's head; json-ld, meta, markup: what the page says for machines, in its head, by the
 * names of its parts; heading, title-tag; address, domain: the URL; list: the feed or sitemap that named it; text: the words of the article.
 */
export type FoundIn =
  | 'given'
  | 'container'
  | 'json-ld'
  | 'meta'
  | 'markup'
  | 'heading'
  | 'title-tag'
  | 'address'
  | 'domain'
  | 'list'
  | 'text';

/** One entry of a live blog: a run of paragraphs with a time of its own. */
export interface LiveEntry {
  /** Its paragraphs in `Report.text`. */
  readonly span: Span;
  /** ISO 8601, as `publishedAt`; null where the page gives none. */
  readonly time: string | null;
  readonly title: string | null;
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
