import { isoOfDay } from '../../0-terms/calendar.ts';
import type { DateBasis, DateRange } from '../../0-terms/date-range.ts';
import type { TimeMention } from '../annotated-report.ts';
import { dayRange, runningDay } from './days.ts';
import type { Running } from './days.ts';
import { fromCalendar } from './resolve-calendar.ts';
import { fromDuration, fromShift } from './resolve-shift.ts';
import type { Expression } from './expression.ts';

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

/** Ties one expression to days. Pure: the same words and clock give the same days. */
export function resolve(expression: Expression, clock: Clock): Resolved {
  const { meaning } = expression;
  switch (meaning.is) {
    case 'calendar':
      return fromCalendar(meaning, clock);
    case 'shift':
      return fromShift(meaning, clock);
    case 'duration':
      return fromDuration(meaning, clock);
    case 'set':
      return { kind: 'set', value: meaning.value, range: null };
    case 'reference':
      return { kind: 'date', value: meaning.value, range: presentRange(meaning.value, clock) };
    case 'clock':
      return timeOnly(meaning.clock, clock);
  }
}

/** "now", "currently": the publication day; past and future references fix no days. */
function presentRange(value: string, clock: Clock): DateRange | null {
  return value === 'PRESENT_REF' && clock.published !== null && !clock.narrative ? dayRange(clock.published, 'publication') : null;
}

/** A clock time alone belongs to the day told of last, else to the publication's. */
function timeOnly(time: string, clock: Clock): Resolved {
  const running = runningDay(clock.running);
  const day = running ?? (clock.narrative ? null : clock.published);
  const basis: DateBasis = running === null ? 'publication' : 'anchored';
  return {
    kind: 'time',
    value: `${day === null ? 'XXXX-XX-XX' : isoOfDay(day)}${time}`,
    range: day === null ? null : dayRange(day, basis),
  };
}
