import type { Span } from '../../0-terms/span.ts';

/** Words given to somebody, before entities are known. */
export interface RawQuote {
  /** The fullest noun phrase that names or describes the speaker; a pronoun as it stands. Null when nobody is named. */
  readonly speakerSpan: Span | null;
  /** Who passes it on: "told the BBC", "the Washington Times quoted …". */
  readonly viaSpan: Span | null;
  readonly cue: Span | null;
  /** From the first to the last word, quotation marks left out. */
  readonly content: Span;
  /** The content without what interrupts it ("…," he said, "…"), in order. */
  readonly pieces: readonly Span[];
  /** In quotation marks. */
  readonly direct: boolean;
  /** speech: said or written; belief: thought, hoped, wanted; stance: told by its object ("criticised the raid"); evidence: shown by a document or study. */
  readonly manner: Manner;
  /** True for marked words inside an indirect quote that is given too ("called it 'a crime'"). */
  readonly inside: boolean;
  readonly rule: string;
}
export type Manner = 'speech' | 'belief' | 'stance' | 'evidence';

/** A quote in the making: what a cue in a sentence gives. */
export interface Attribution {
  readonly sentence: number;
  /** Token of the cue. */
  readonly at: number;
  speaker: Span | null;
  via: Span | null;
  readonly cue: Span;
  pieces: readonly Span[];
  readonly manner: Manner;
  direct: boolean;
  readonly rule: string;
}
