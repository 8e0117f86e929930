/**
 * Day arithmetic on ISO dates (YYYY-MM-DD) in the proleptic Gregorian calendar, years 1 to 9999.
 * Pure integers: no clock, no time zone, no `Date`. Day numbers count from 1970-01-01 = 0
 * (algorithm: Howard Hinnant, "chrono-compatible low-level date algorithms").
 */

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** Day number of a civil date. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Civil date of a day number. */
export function civil(number: number): CivilDate {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** ISO date of year, month and day, which must exist. */
export const isoDate = (year: number, month: number, day: number): string => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

/** ISO date of a day number. */
export function isoOfDay(number: number): string {
  const { year, month, day } = civil(number);
  return isoDate(year, month, day);
}

/** Civil date of an ISO date; null when the text is none or names a day that does not exist. */
export function parseIso(iso: string): CivilDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isRealDay(year, month, day) ? { year, month, day } : null;
}

/** Day number of an ISO date; NaN when it is none. */
export function dayOfIso(iso: string): number {
  const date = parseIso(iso);
  return date ? dayNumber(date.year, date.month, date.day) : Number.NaN;
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Length of a month (1 to 12) in days. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export const isRealDay = (year: number, month: number, day: number): boolean =>
  year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** Day of the week, ISO 8601: Monday 1 to Sunday 7. */
export const weekday = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** The date `months` later (or earlier); the day is cut to the month's length. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const count = date.year * 12 + (date.month - 1) + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return { year, month, day: Math.min(date.day, daysInMonth(year, month)) };
}

/** ISO 8601 week (Monday to Sunday) that holds a day. */
export function isoWeek(number: number): { readonly year: number; readonly week: number } {
  const thursday = number - weekday(number) + 4;
  const { year } = civil(thursday);
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 };
}

/** TIMEX3 / ISO name of the week that holds a day, e.g. `2017-W28`. */
export function weekName(number: number): string {
  const { year, week } = isoWeek(number);
  return `${pad(year, 4)}-W${pad(week, 2)}`;
}

/** Easter Sunday of the western churches (Meeus, Jones, Butcher), as a day number. */
export function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const n = h + l - 7 * m;
  const month = Math.floor((n + 90) / 25);
  return dayNumber(year, month, (n + 33 * month + 19) % 32);
}

/**
 * Day number of a date of the tabular ("civil") Islamic calendar. Sighting of the moon moves the real day by
 * one either way, so callers give a day on each side.
 */
export function islamicDay(year: number, month: number, day: number): number {
  const epoch = dayNumber(622, 7, 19);
  return epoch + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + Math.ceil(29.5 * (month - 1)) + day - 1;
}

/** First day of a month of the tabular Islamic calendar that begins in a given Gregorian year (the first of two, if two do). */
export function islamicDayInYear(gregorian: number, month: number, day: number): number {
  let year = Math.floor(((gregorian - 622) * 33) / 32) - 1;
  let number = islamicDay(year, month, day);
  while (civil(number).year < gregorian) {
    year += 1;
    number = islamicDay(year, month, day);
  }
  return number;
}
