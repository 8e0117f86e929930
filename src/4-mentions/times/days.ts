import { addMonths, civil, dayNumber, dayOfIso, daysInMonth, isoDate, isoOfDay, weekday } from '../../0-terms/calendar.ts';
import type { DateBasis, DateRange, Precision } from '../../0-terms/date-range.ts';

/** The date a narrative has come to, as fine as it was told. */
export interface Running {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** Day number of a running date that is a day; null when it is coarser or there is none. */
export const runningDay = (running: Running | null): number | null =>
  running?.month !== undefined && running.day !== undefined ? dayNumber(running.year, running.month, running.day) : null;

/** First day a running date can mean, for counting on from it. */
export const runningStart = (running: Running): number => dayNumber(running.year, running.month ?? 1, running.day ?? 1);

const within = (day: number): boolean => day >= -719162 && day <= 2932896;

/** Range of day numbers; null beyond the years 1 to 9999. */
export function rangeOf(from: number, to: number, precision: Precision, basis: DateBasis): DateRange | null {
  if (!within(from) || !within(to) || to < from) return null;
  return { from: isoOfDay(from), to: isoOfDay(to), precision, basis };
}

export const dayRange = (day: number, basis: DateBasis): DateRange | null => rangeOf(day, day, 'day', basis);

export function monthRange(year: number, month: number, basis: DateBasis): DateRange | null {
  if (year < 1 || year > 9999) return null;
  return { from: isoDate(year, month, 1), to: isoDate(year, month, daysInMonth(year, month)), precision: 'month', basis };
}

/** Whole years, both ends included. */
export function yearsRange(from: number, to: number, basis: DateBasis): DateRange | null {
  if (from < 1 || to > 9999 || to < from) return null;
  return { from: isoDate(from, 1, 1), to: isoDate(to, 12, 31), precision: 'year', basis };
}

/** The ISO week (Monday to Sunday) that holds a day. */
export function weekRange(day: number, basis: DateBasis): DateRange | null {
  const monday = day - weekday(day) + 1;
  return rangeOf(monday, monday + 6, 'week', basis);
}

/** A day moved by months, cut to the month's length. */
export function moveMonths(day: number, months: number): number {
  const moved = addMonths(civil(day), months);
  return dayNumber(moved.year, moved.month, moved.day);
}

/**
 * The named third of a range: "early July", "mid-2016", "late 2016". `before` and `after` cut at a day:
 * "earlier this month" ends with the publication, "later this year" begins with it.
 */
export function partOf(range: DateRange, part: 'early' | 'mid' | 'late' | 'before' | 'after', now: number | null): DateRange {
  const [from, to] = [dayOfIso(range.from), dayOfIso(range.to)];
  if (part === 'before' || part === 'after') {
    if (now === null || now < from || now > to) return range;
    // "earlier this week" is before today, unless today is its first day.
    return part === 'before' ? { ...range, to: isoOfDay(Math.max(from, now - 1)) } : { ...range, from: isoOfDay(now) };
  }
  if (range.precision === 'day') return range;
  const precision: Precision =
    range.precision === 'year' ? (to - from > 366 ? 'year' : 'month') : range.precision === 'month' ? 'week' : 'day';
  const cut = { ...range, precision };
  if (range.precision === 'year' && to - from <= 366) {
    // Thirds of a year end with months.
    const year = range.from.slice(0, 4);
    if (part === 'early') return { ...cut, to: `${year}-04-30` };
    if (part === 'mid') return { ...cut, from: `${year}-05-01`, to: `${year}-08-31` };
    return { ...cut, from: `${year}-09-01` };
  }
  const third = Math.round((to - from + 1) / 3);
  if (part === 'early') return { ...cut, to: isoOfDay(from + third - 1) };
  if (part === 'mid') return { ...cut, from: isoOfDay(from + third), to: isoOfDay(to - third) };
  return { ...cut, from: isoOfDay(to - third + 1) };
}
