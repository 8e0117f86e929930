import type { DateRange } from '../../0-terms/date-range.ts';
import type { TimeMention } from '../annotated-report.ts';
import type { Running } from './days.ts';

/** What the resolver counts from. */
export interface Clock {
  /** Day number of the publication; null when unknown. */
  readonly published: number | null;
  /** The day, month or year that the text told of last; null before the first. */
  readonly running: Running | null;
  /** The quarter told of last: "a year earlier" then is the same quarter of the year before. */
  readonly quarter: { readonly year: number; readonly quarter: number } | null;
  /** True when bare months and weekdays go with the running date, as in a history; else with the publication. */
  readonly narrative: boolean;
  /** -1 past, 1 future, 0 no sign: what the words around say. */
  readonly tense: -1 | 0 | 1;
}

/** What an expression comes to. */
export interface Resolved {
  readonly kind: TimeMention['kind'];
  readonly value: string;
  readonly range: DateRange | null;
  readonly anchor?: NonNullable<TimeMention['anchor']>;
}
