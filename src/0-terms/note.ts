import type { Span } from './span.ts';

/** What a stage could not tell, or a reader should know. Stages never throw on bad text; they leave one of these. */
export interface Note {
  /** Stable, lower case with hyphens, e.g. `publication-date-unknown`. */
  readonly code: string;
  /** One plain sentence: what happened, and what to do about it where something can be done. */
  readonly text: string;
  readonly span?: Span;
}
