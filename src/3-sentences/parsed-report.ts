import type { Span } from '../0-terms/span.ts';
import type { Report } from '../2-reports/report.ts';

/** A word of a sentence with its place in the dependency tree (Universal Dependencies 2). */
export interface Token {
  readonly span: Span;
  /** The characters as written. */
  readonly form: string;
  /** Dictionary form, lower case except for proper nouns. */
  readonly lemma: string;
  /** Universal part of speech, e.g. `VERB`. */
  readonly upos: string;
  /** Penn Treebank tag, e.g. `VBN`: tense, number, participle. */
  readonly xpos: string;
  /** Index, within the sentence, of the governing token; -1 for the root. */
  readonly head: number;
  /** Relation to the head, subtypes kept where the model gives them, e.g. `nsubj:pass`, `obl`. */
  readonly deprel: string;
}

export interface Sentence {
  readonly span: Span;
  readonly tokens: readonly Token[];
  /** Index of the paragraph that holds it, from 0. */
  readonly paragraph: number;
}

export interface ParsedReport extends Report {
  readonly sentences: readonly Sentence[];
}
