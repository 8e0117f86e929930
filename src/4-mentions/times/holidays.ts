import { dayNumber, easterSunday, islamicDayInYear, weekday } from '../../0-terms/calendar.ts';

/** First and last day number of a feast in a Gregorian year. Islamic feasts carry a day on each side, since the moon decides. */
type FeastOf = (year: number) => readonly [from: number, to: number];

const fixed =
  (month: number, day: number): FeastOf =>
  (year) => [dayNumber(year, month, day), dayNumber(year, month, day)];
const fromEaster =
  (offset: number, length = 1): FeastOf =>
  (year) => [easterSunday(year) + offset, easterSunday(year) + offset + length - 1];
const islamic =
  (month: number, day: number, length = 1): FeastOf =>
  (year) => {
    const first = islamicDayInYear(year, month, day);
    return [first - 1, first + length];
  };
/** The n-th given weekday of a month. */
const nth =
  (month: number, wanted: number, n: number): FeastOf =>
  (year) => {
    const first = dayNumber(year, month, 1);
    const day = first + ((wanted - weekday(first) + 7) % 7) + (n - 1) * 7;
    return [day, day];
  };

const FEASTS: readonly (readonly [names: string, feast: FeastOf])[] = [
  ['christmas eve', fixed(12, 24)],
  ['christmas day|christmas', fixed(12, 25)],
  ['boxing day', fixed(12, 26)],
  ["new year's eve", fixed(12, 31)],
  ["new year's day|new year's|new year day", fixed(1, 1)],
  ["valentine's day", fixed(2, 14)],
  ["st\\.? patrick's day", fixed(3, 17)],
  ['nowruz|nawroz|newroz', (year) => [dayNumber(year, 3, 20), dayNumber(year, 3, 21)]],
  ['may day', fixed(5, 1)],
  ['bastille day', fixed(7, 14)],
  ['halloween', fixed(10, 31)],
  ["all saints'? day", fixed(11, 1)],
  ['veterans day|armistice day', fixed(11, 11)],
  ['thanksgiving day|thanksgiving', nth(11, 4, 4)],
  ['labor day', nth(9, 1, 1)],
  ['palm sunday', fromEaster(-7)],
  ['holy week', fromEaster(-7, 7)],
  ['maundy thursday', fromEaster(-3)],
  ['good friday', fromEaster(-2)],
  ['easter monday', fromEaster(1)],
  ['easter sunday|easter', fromEaster(0)],
  ['ascension day', fromEaster(39)],
  ['whit sunday|pentecost', fromEaster(49)],
  ['ash wednesday', fromEaster(-46)],
  ['ramadan|ramadhan|ramazan', islamic(9, 1, 29)],
  ['eid[- ]al[- ]fitr|eid[- ]ul[- ]fitr|eid al-fitri|idul fitri', islamic(10, 1)],
  ['eid[- ]al[- ]adha|eid[- ]ul[- ](?:adha|azha)', islamic(12, 10)],
  ['ashura|ashoura', islamic(1, 10)],
  ['mawlid|milad[- ]un[- ]nabi', islamic(3, 12)],
];

/** All names as one alternative of a pattern. */
export const HOLIDAY_NAMES = `(?:${FEASTS.map(([names]) => names).join('|')})`;

const MATCHERS = FEASTS.map(([names, feast]) => [new RegExp(`^(?:${names})$`), feast] as const);

/** The days of a feast (lower-case name) in a Gregorian year; null for a name that is none. */
export function feastDays(name: string, year: number): readonly [from: number, to: number] | null {
  for (const [names, feast] of MATCHERS) if (names.test(name)) return feast(year);
  return null;
}
