import { isoOfDay } from '../../0-terms/calendar.ts';
import type { DateBasis, DateRange } from '../../0-terms/date-range.ts';
import type { Clock, Resolved } from './clock.ts';
import { dayRange, runningDay } from './days.ts';
import type { Expression } from './expression.ts';
import { fromCalendar } from './resolve-calendar.ts';
import { fromDuration, fromShift } from './resolve-shift.ts';

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
