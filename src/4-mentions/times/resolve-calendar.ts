import { civil, dayNumber, isoOfDay, isRealDay, weekday, weekName } from '../../0-terms/calendar.ts';
import type { DateBasis, DateRange } from '../../0-terms/date-range.ts';
import type { Clock, Resolved } from './clock.ts';
import { dayRange, monthRange, partOf, rangeOf, runningDay, weekRange, yearsRange } from './days.ts';
import type { CalendarMeaning, Meaning } from './expression.ts';
import { feastDays } from './holidays.ts';

type Calendar = CalendarMeaning & Pick<Meaning, 'time' | 'part'>;

const two = (n: number): string => String(n).padStart(2, '0');
const four = (n: number): string => String(n).padStart(4, '0');
/** How far ahead a bare "July 11" may lie when nothing in the sentence speaks of the future. */
const SOON = 60;
/** As far when the tense is open. */
const FAIRLY_SOON = 100;
/** A day further ahead than this was the last one after all, whatever the tense. */
const FAR_AHEAD = 320;
/** A month so far back from the one told of last is the next year's: December, then "in January". */
const WRAP_MONTHS = 6;

/** Months of a season on the northern half of the globe; winter runs into the next year. */
const SEASON_MONTHS = { SP: [3, 5], SU: [6, 8], FA: [9, 11], WI: [12, 14] } as const;

/** Fields of the calendar to days: the year is looked for where the words leave it out. */
export function fromCalendar(meaning: Calendar, clock: Clock): Resolved {
  const kind = meaning.time ? 'time' : 'date';
  const finish = (value: string, range: DateRange | null): Resolved => ({
    kind,
    value: value + (meaning.time ?? ''),
    range: range && meaning.part ? partOf(range, meaning.part, clock.published) : range,
  });
  if (meaning.bc) {
    const month = meaning.month === undefined ? '' : `-${two(meaning.month)}${meaning.day === undefined ? '' : `-${two(meaning.day)}`}`;
    return finish(`BC${four(meaning.year ?? 0)}${meaning.season ? `-${meaning.season}` : month}`, null);
  }
  if (meaning.century !== undefined)
    return finish(two(meaning.century), yearsRange(Math.max(1, meaning.century * 100), meaning.century * 100 + 99, 'explicit'));
  if (meaning.decade !== undefined)
    return finish(String(Math.floor(meaning.decade / 10)), yearsRange(meaning.decade, meaning.decade + 9, 'explicit'));
  if (meaning.weekday !== undefined && meaning.month === undefined) return weekdayOf(meaning, clock, finish);
  const placed = placeYear(meaning, clock);
  const { year, basis } = placed;
  const name = year === null ? 'XXXX' : four(year);
  if (meaning.holiday !== undefined) {
    const days = year === null ? null : feastDays(meaning.holiday, year);
    if (!days) return finish('XXXX-XX-XX', null);
    const [from, to] = days;
    if (to - from > 3) {
      const middle = civil(from + 3);
      return finish(`${four(middle.year)}-${two(middle.month)}`, rangeOf(from, to, 'month', basis));
    }
    return finish(isoOfDay(to > from ? from + 1 : from), rangeOf(from, to, 'day', basis));
  }
  if (meaning.month !== undefined && meaning.day !== undefined) {
    const value = `${name}-${two(meaning.month)}-${two(meaning.day)}`;
    if (year === null) return finish(value, null);
    if (!isRealDay(year, meaning.month, meaning.day)) return finish(value, monthRange(year, meaning.month, basis));
    const day = dayNumber(year, meaning.month, meaning.day);
    if (meaning.weekOf) return finish(weekName(day), weekRange(day, basis));
    const last = meaning.dayTo !== undefined && isRealDay(year, meaning.month, meaning.dayTo) ? day + meaning.dayTo - meaning.day : day;
    return finish(value, rangeOf(day, last, 'day', basis));
  }
  if (meaning.month !== undefined)
    return finish(`${name}-${two(meaning.month)}`, year === null ? null : monthRange(year, meaning.month, basis));
  if (meaning.quarter !== undefined) {
    const first = meaning.quarter * 3 - 2;
    return finish(`${name}-Q${meaning.quarter}`, year === null ? null : months(year, first, first + 2, basis));
  }
  if (meaning.half !== undefined) {
    const first = meaning.half === 1 ? 1 : 7;
    return finish(`${name}-H${meaning.half}`, year === null ? null : months(year, first, first + 5, basis));
  }
  if (meaning.season !== undefined) {
    const [first, last] = SEASON_MONTHS[meaning.season];
    return finish(`${name}-${meaning.season}`, year === null ? null : months(year, first, last, basis));
  }
  return finish(name, year === null ? null : yearsRange(year, meaning.yearTo ?? year, basis));
}

/** From the first day of one month to the last of another; months over 12 run into the next year. */
function months(year: number, first: number, last: number, basis: DateBasis): DateRange | null {
  const end = last > 12 ? monthRange(year + 1, last - 12, basis) : monthRange(year, last, basis);
  const start = monthRange(year, first, basis);
  return start && end ? { ...start, to: end.to } : null;
}

/** First month the fields speak of, to compare with the month we count from; null for a bare year. */
function firstMonth(meaning: Calendar): number | null {
  if (meaning.month !== undefined) return meaning.month;
  if (meaning.quarter !== undefined) return meaning.quarter * 3 - 2;
  if (meaning.half !== undefined) return meaning.half === 1 ? 1 : 7;
  if (meaning.season !== undefined) return SEASON_MONTHS[meaning.season][0];
  return null;
}

/** The year the words mean, and on what it stands. */
function placeYear(meaning: Calendar, clock: Clock): { readonly year: number | null; readonly basis: DateBasis } {
  if (meaning.year !== undefined) return { year: meaning.year, basis: 'explicit' };
  if (meaning.running || clock.narrative || clock.published === null) {
    if (clock.running) return { year: runningYear(meaning, clock), basis: 'anchored' };
    // A history's first bare date may still be told against the publication.
    if (clock.published === null || meaning.running || clock.narrative) return { year: null, basis: 'anchored' };
  }
  return { year: publicationYear(meaning, clock.published, clock.tense), basis: 'relative' };
}

/** In a history: the year told of last, or its neighbour when the story has passed the year's end. */
function runningYear(meaning: Calendar, clock: Clock): number | null {
  const running = clock.running;
  if (!running) return null;
  if (meaning.yearsOff !== undefined) return running.year + meaning.yearsOff;
  const month = firstMonth(meaning);
  if (meaning.which === 'last')
    return month !== null && running.month !== undefined && month < running.month ? running.year : running.year - 1;
  if (meaning.which === 'next')
    return month !== null && running.month !== undefined && month > running.month ? running.year : running.year + 1;
  if (month !== null && meaning.season === undefined && running.month !== undefined && running.month - month >= WRAP_MONTHS)
    return running.year + 1;
  return running.year;
}

/** In the news: the year that puts the date last before the publication, or next after it when the words look ahead. */
function publicationYear(meaning: Calendar, published: number, tense: -1 | 0 | 1): number {
  const now = civil(published);
  if (meaning.yearsOff !== undefined) return now.year + meaning.yearsOff;
  if (meaning.holiday !== undefined) {
    const days = feastDays(meaning.holiday, now.year);
    const begun = days !== null && days[0] <= published + (tense === 1 ? 366 : SOON);
    if (meaning.which === 'next' || tense === 1) return days !== null && days[0] >= published ? now.year : now.year + 1;
    return meaning.which === 'this' || begun ? now.year : now.year - 1;
  }
  const month = firstMonth(meaning);
  if (month === null) return now.year;
  if (meaning.quarter !== undefined || meaning.half !== undefined) return quarterYear(meaning, month, now, tense);
  const day = meaning.day;
  const target = day === undefined ? month : month + day / 100;
  const here = day === undefined ? now.month : now.month + now.day / 100;
  if (meaning.which === 'this') return now.year;
  if (meaning.which === 'last') return target < here ? now.year : now.year - 1;
  if (meaning.which === 'next') return target > here ? now.year : now.year + 1;
  if (target === here) return now.year;
  const next = target > here ? now.year : now.year + 1;
  // Nobody says "January 5" on December 20 of a day eleven months ago.
  const ahead = (next - now.year) * 365 + (month - now.month) * 30.4 + (day === undefined ? 0 : day - now.day);
  if (tense === 1 && ahead <= FAR_AHEAD) return next;
  if (day !== undefined ? ahead <= (tense === -1 ? SOON : FAIRLY_SOON) : tense === 0 && ahead <= FAIRLY_SOON) return next;
  return next - 1;
}

/** Quarters and halves: the last one begun, unless the words look ahead. */
function quarterYear(meaning: Calendar, month: number, now: { readonly year: number; readonly month: number }, tense: -1 | 0 | 1): number {
  if (meaning.which) return meaning.which === 'last' ? now.year - 1 : meaning.which === 'next' ? now.year + 1 : now.year;
  if (month > now.month) return tense === 1 ? now.year : now.year - 1;
  return tense === 1 && month === 1 && now.month >= 10 ? now.year + 1 : now.year;
}

/** A weekday: the last one on or before the publication (or told day), unless the words look ahead. */
function weekdayOf(meaning: Calendar, clock: Clock, finish: (value: string, range: DateRange | null) => Resolved): Resolved {
  const wanted = meaning.weekday ?? 1;
  const anchored = meaning.running === true || clock.narrative || clock.published === null;
  const base = anchored ? (runningDay(clock.running) ?? null) : clock.published;
  if (base === null) {
    // The month or year alone cannot say which Tuesday; but it holds it.
    const value = `XXXX-WXX-${wanted}`;
    if (!clock.running || meaning.which) return finish(value, null);
    const { year, month } = clock.running;
    return finish(value, month === undefined ? yearsRange(year, year, 'anchored') : monthRange(year, month, 'anchored'));
  }
  const today = weekday(base);
  const basis: DateBasis = anchored ? 'anchored' : 'relative';
  let day = base - ((today - wanted + 7) % 7);
  if (meaning.which === 'next' || (!anchored && clock.tense === 1 && meaning.which !== 'last')) {
    day = base + ((wanted - today + 7) % 7);
    if (day === base && meaning.which === 'next') day += 7;
  } else if (meaning.which === 'last') {
    if (day === base) day -= 7;
  } else if (anchored && day !== base) day += 7;
  return finish(isoOfDay(day), dayRange(day, basis));
}

/** The running date after an expression: as fine as it was told. Comparisons and a history's "today" are no step of the story. */
export function advance(meaning: Meaning, resolved: Resolved, clock: Clock): Clock['running'] {
  const before = clock.running;
  if (resolved.kind === 'duration' || resolved.kind === 'set') return before;
  if (meaning.is === 'shift' && (meaning.comparing || (clock.narrative && meaning.from === 'publication'))) return before;
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\dX])/.exec(resolved.value);
  if (!match) return before;
  const [year, month, day] = [Number(match[1]), match[2], match[3]];
  return { year, ...(month && { month: Number(month) }), ...(month && day && { day: Number(day) }) };
}
