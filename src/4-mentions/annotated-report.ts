import type { DateRange } from '../0-terms/date-range.ts';
import type { EntityKind } from '../0-terms/entity-kind.ts';
import type { Span } from '../0-terms/span.ts';
import type { ParsedReport } from '../3-sentences/parsed-report.ts';

/** A person, group, organisation, place … once, however often it is named. */
export interface Entity {
  /** `e1`, `e2` … in order of first mention; local to the report. */
  readonly id: string;
  readonly kind: EntityKind;
  /** The fullest name, or canonical name where a lexicon knows it. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** PLOVER-like sector in lower case: rebel, military, police, government, judiciary, media, civilian, … */
  readonly sector?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** e.g. `geonames:1185241`, `wikidata:Q…`. */
  readonly ref?: string;
  /** What the report says of it: age, office, nationality, verbatim. */
  readonly descriptions?: readonly string[];
  // Places only:
  readonly admin1?: string;
  readonly lat?: number;
  readonly lon?: number;
  readonly precision?: 'exact' | 'near' | 'admin2' | 'admin1' | 'country';
}

/** Words that stand for an entity: a name, a description that refers to it, or a pronoun. */
export interface Mention {
  readonly id: string;
  readonly kind: EntityKind;
  readonly form: 'name' | 'nominal' | 'pronoun';
  readonly span: Span;
  readonly entity: string;
  readonly rule: string;
}

/** What was said about a time, and the days that it means where they can be told. */
export interface TimeMention {
  readonly span: Span;
  /** date: a day or longer; time: a part of a day; duration: "for three days"; set: "every Friday". */
  readonly kind: 'date' | 'time' | 'duration' | 'set';
  /** TIMEX3 value of what was said, e.g. `2017-04`, `2017-07-11TNI`, `P3D`, `PAST_REF`. */
  readonly value: string;
  /** Null when the words fix no days ("recently", or no publication date to count from). */
  readonly range: DateRange | null;
  /** Set when the expression hangs on an event: "a month after they apprehended her". */
  readonly anchor?: {
    readonly offsetDays: number;
    readonly unit: 'day' | 'week' | 'month' | 'year';
    readonly amount: number;
    readonly direction: 'before' | 'after';
  };
  readonly rule: string;
}

/** A number or quantity of people or things; ages, dates, money, distances are none. */
export interface CountMention {
  /** The quantity words: "at least six", "dozens". */
  readonly span: Span;
  /** Sentence index and token index of the noun counted ("six [soldiers]"); -1 when the number stands alone ("killed six"). */
  readonly sentence: number;
  readonly noun: number;
  readonly low: number;
  readonly high: number | null;
  readonly approximate?: true;
  readonly rule: string;
}

/** Words given to a speaker. Spans where known; entity ids where the speaker was resolved. */
export interface Quote {
  readonly speaker: string | null;
  readonly speakerSpan: Span | null;
  /** The outlet or person who passes it on: "the Washington Times quoted Haqqani as saying". */
  readonly via: string | null;
  readonly viaSpan: Span | null;
  /** The reporting words: "said", "according to". */
  readonly cue: Span | null;
  /** From the first to the last word of what was said, quotation marks left out. */
  readonly content: Span;
  readonly direct: boolean;
  readonly rule: string;
}

export interface AnnotatedReport extends ParsedReport {
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  readonly times: readonly TimeMention[];
  readonly counts: readonly CountMention[];
  readonly quotes: readonly Quote[];
}
