import { civil, isoOfDay, weekday, weekName } from '../../0-terms/calendar.ts';
import type { DateBasis, DateRange } from '../../0-terms/date-range.ts';
import type { Clock, Resolved } from './clock.ts';
import { dayRange, monthRange, moveMonths, partOf, rangeOf, runningStart, weekRange, yearsRange } from './days.ts';
import type { DurationMeaning, Meaning, ShiftMeaning } from './expression.ts';
import { DAYS_OF, durationValue } from './timex-value.ts';
import type { Unit } from './vocabulary.ts';

const two = (n: number): string => String(n).padStart(2, '0');
const four = (n: number): string => String(n).padStart(4, '0');

type AnchorUnit = 'day' | 'week' | 'month' | 'year';
const ANCHOR_UNITS: Readonly<Record<Unit, readonly [unit: AnchorUnit, times: number]>> = {
  second: ['day', 0],
  minute: ['day', 0],
  hour: ['day', 0],
  day: ['day', 1],
  night: ['day', 1],
  weekend: ['week', 1],
  week: ['week', 1],
  fortnight: ['week', 2],
  month: ['month', 1],
  quarter: ['month', 3],
  season: ['month', 3],
  year: ['year', 1],
  decade: ['year', 10],
  century: ['year', 100],
  millennium: ['year', 1000],
};

/** A distance from the publication, from what was told last, or from an event. */
export function fromShift(said: ShiftMeaning & Pick<Meaning, 'time' | 'part'>, clock: Clock): Resolved {
  const meaning = said.from === 'story' ? { ...said, from: clock.narrative ? ('narrative' as const) : ('publication' as const) } : said;
  const kind = meaning.time ? 'time' : 'date';
  const [anchorUnit, times] = ANCHOR_UNITS[meaning.unit];
  const vagueAmount = meaning.amount === null;
  if (meaning.comparing && clock.quarter && !clock.narrative) return { kind, ...quarterBefore(clock.quarter.year, clock.quarter.quarter) };
  if (
    meaning.comparing &&
    clock.published !== null &&
    !clock.narrative &&
    (clock.running?.year ?? 9999) >= civil(clock.published).year - 1
  ) {
    return { kind, ...finish(meaning, clock.published, 'relative', clock) };
  }
  if (meaning.from !== 'publication' && !vagueAmount) {
    const amount = (meaning.amount ?? 0) * times;
    const anchor = {
      offsetDays: Math.round((meaning.amount ?? 0) * DAYS_OF[meaning.unit]) * meaning.direction,
      unit: anchorUnit,
      amount,
      direction: meaning.direction < 0 ? ('before' as const) : ('after' as const),
    };
    if (meaning.from === 'event') return { kind: 'date', value: durationValue(meaning.unit, meaning.amount), range: null, anchor };
    const base = baseOf(meaning, clock);
    if (base === null) return { kind, value: unknownValue(meaning), range: null, anchor };
    return { kind, ...finish(meaning, base, 'anchored', clock), anchor };
  }
  if (meaning.from === 'event') return { kind: 'date', value: durationValue(meaning.unit, null), range: null };
  if (vagueAmount) return { kind, value: meaning.direction < 0 ? 'PAST_REF' : 'FUTURE_REF', range: null };
  if (clock.published === null) return { kind, value: unknownValue(meaning), range: null };
  return { kind, ...finish(meaning, clock.published, 'relative', clock) };
}

/** The day a narrative shift counts from, only where the running date is as fine as the unit. */
function baseOf(meaning: ShiftMeaning, clock: Clock): number | null {
  const { running } = clock;
  const fine = DAYS_OF[meaning.unit] < 28;
  if (running) {
    if (fine && running.day === undefined) return null;
    if (/month|quarter/.test(meaning.unit) && running.month === undefined) return null;
    return runningStart(running);
  }
  return null;
}

const unknownValue = (meaning: ShiftMeaning & Pick<Meaning, 'time'>): string =>
  `${DAYS_OF[meaning.unit] >= 365 ? 'XXXX' : DAYS_OF[meaning.unit] >= 28 ? 'XXXX-XX' : 'XXXX-XX-XX'}${meaning.time ?? ''}`;

function finish(
  meaning: ShiftMeaning & Pick<Meaning, 'time' | 'part'>,
  base: number,
  basis: DateBasis,
  clock: Clock,
): { value: string; range: DateRange | null } {
  const { value, range } = land(meaning, base, basis);
  const now = meaning.from === 'publication' ? clock.published : base;
  return { value: value + (meaning.time ?? ''), range: range && meaning.part ? partOf(range, meaning.part, now) : range };
}

/** "12 against 9 a year earlier", told of a quarter: the same quarter of the year before. */
function quarterBefore(year: number, quarter: number): { value: string; range: DateRange | null } {
  const [first, last] = [monthRange(year - 1, quarter * 3 - 2, 'anchored'), monthRange(year - 1, quarter * 3, 'anchored')];
  return { value: `${four(year - 1)}-Q${quarter}`, range: first && last && { ...first, to: last.to } };
}

/** Where a shift comes down, in the grain of its unit: "two weeks ago" is a week, "last month" a month. */
function land(meaning: ShiftMeaning, base: number, basis: DateBasis): { value: string; range: DateRange | null } {
  const signed = (meaning.amount ?? 0) * meaning.direction;
  const date = civil(base);
  switch (meaning.unit) {
    case 'second':
    case 'minute':
    case 'hour':
      return { value: isoOfDay(base), range: dayRange(base, basis) };
    case 'night':
      // A night lies on two days: "overnight" is yesterday's, into today.
      return {
        value: isoOfDay(base + Math.round(signed)),
        range: rangeOf(base + Math.round(signed), base + Math.round(signed) + 1, 'day', basis),
      };
    case 'day': {
      const day = base + Math.round(signed);
      return { value: isoOfDay(day), range: dayRange(day, basis) };
    }
    case 'weekend': {
      // The weekend of the week we are in has begun on Saturday; before that "the weekend" is the last one.
      const saturday = base - weekday(base) + 6;
      const begun = meaning.direction < 0 && weekday(base) < 6 ? saturday - 7 : saturday;
      const first =
        signed === 0 ? begun : signed < 0 ? (weekday(base) < 6 ? saturday - 7 : saturday - 7) : saturday + (weekday(base) < 6 ? 0 : 7);
      return { value: `${weekName(first)}-WE`, range: rangeOf(first, first + 1, 'day', basis) };
    }
    case 'week':
    case 'fortnight': {
      const day = base + Math.round(signed * (meaning.unit === 'week' ? 7 : 14));
      return { value: weekName(day), range: weekRange(day, basis) };
    }
    case 'month': {
      const day = moveMonths(base, Math.round(signed));
      const { year, month } = civil(day);
      return { value: `${four(year)}-${two(month)}`, range: monthRange(year, month, basis) };
    }
    case 'quarter':
    case 'season': {
      const day = moveMonths(base, Math.round(signed) * 3);
      const { year, month } = civil(day);
      const quarter = Math.ceil(month / 3);
      const [first, last] = [monthRange(year, quarter * 3 - 2, basis), monthRange(year, quarter * 3, basis)];
      return { value: `${four(year)}-Q${quarter}`, range: first && last && { ...first, to: last.to } };
    }
    case 'year': {
      const moved = Number.isInteger(signed) ? date.year + signed : civil(moveMonths(base, Math.round(signed * 12))).year;
      return { value: moved > 0 ? four(moved) : 'XXXX', range: yearsRange(moved, moved, basis) };
    }
    case 'decade': {
      // "this decade" is the calendar's; "four decades ago" a year.
      const first = Math.floor(date.year / 10) * 10 + signed * 10;
      if (Math.abs(signed) <= 1) return { value: String(Math.floor(first / 10)), range: yearsRange(first, first + 9, basis) };
      return {
        value: four(Math.round(date.year + signed * 10)),
        range: yearsRange(Math.round(date.year + signed * 10) - 5, Math.round(date.year + signed * 10) + 5, basis),
      };
    }
    case 'century': {
      const first = Math.floor(date.year / 100) + Math.round(signed);
      return { value: two(first), range: yearsRange(Math.max(1, first * 100), first * 100 + 99, basis) };
    }
    case 'millennium':
      return { value: 'PAST_REF', range: null };
  }
}

/** A stretch of time: its length; its days only where it ends or begins at the publication ("the past two weeks"). */
export function fromDuration(meaning: DurationMeaning, clock: Clock): Resolved {
  const value = durationValue(meaning.unit, meaning.amount);
  if (!meaning.side || meaning.amount === null || clock.published === null || clock.narrative)
    return { kind: 'duration', value, range: null };
  const [unit, times] = ANCHOR_UNITS[meaning.unit];
  const sign = meaning.side === 'past' ? -1 : 1;
  // "the past 24 hours" reach into the day before.
  const hours = { second: 3600 * 24, minute: 24 * 60, hour: 24 }[meaning.unit as 'hour'];
  const amount = (hours === undefined ? meaning.amount * times : Math.ceil(meaning.amount / hours)) * sign;
  const end =
    unit === 'day'
      ? clock.published + Math.round(amount)
      : unit === 'week'
        ? clock.published + Math.round(amount * 7)
        : moveMonths(clock.published, Math.round(unit === 'month' ? amount : amount * 12));
  const range = rangeOf(Math.min(end, clock.published), Math.max(end, clock.published), unit, 'relative');
  return { kind: 'duration', value, range };
}
