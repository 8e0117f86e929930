import { texts } from './texts.ts';

/** Days, numbers and names as the reader's own country writes them. */
const locale = navigator.language || 'en';
const dayForm = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
const shortDayForm = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
const monthForm = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortMonthForm = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
const momentForm = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const numberForm = new Intl.NumberFormat(locale);
const percentForm = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
const decimalForm = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const plural = new Intl.PluralRules(locale.startsWith('en') ? locale : 'en');
const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

const isDay = (iso: string | null): iso is string => /^\d{4}-\d{2}-\d{2}$/.test(iso ?? '');

/** "11 July 2017" of an ISO date, as the reader's locale writes it. */
export const day = (iso: string | null): string => (isDay(iso) ? dayForm.format(new Date(`${iso}T00:00:00Z`)) : texts.unknownDay);
/** "11 Jul 2017". */
export const shortDay = (iso: string | null): string => (isDay(iso) ? shortDayForm.format(new Date(`${iso}T00:00:00Z`)) : texts.unknownDay);
/** Two ISO days as an interval: "11–13 July 2017"; one day when they are the same. */
export const days = (from: string, to: string): string =>
  isDay(from) && isDay(to) && from <= to ? dayForm.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)) : day(from);
/** The same in short: "11–13 Jul 2017". */
export const shortDays = (from: string, to: string): string =>
  isDay(from) && isDay(to) && from < to
    ? shortDayForm.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`))
    : shortDay(from);
/** "May 2024" of any day of that month. */
export const month = (iso: string): string => monthForm.format(new Date(`${iso}T00:00:00Z`));
export const shortMonth = (iso: string): string => shortMonthForm.format(new Date(`${iso}T00:00:00Z`));

interface Days {
  readonly from: string;
  readonly to: string;
  readonly precision: 'day' | 'week' | 'month' | 'year';
}
/** "11 July 2017", "April 2017", "2017": days at the grain at which they are known. */
export const daysAtGrain = ({ from, to, precision }: Days): string => coarse({ from, to, precision }) ?? days(from, to);
/** The same in a table: "11 Jul 2017". */
export const shortDaysAtGrain = ({ from, to, precision }: Days): string => coarse({ from, to, precision }) ?? shortDays(from, to);

function coarse({ from, to, precision }: Days): string | null {
  if (precision === 'year' && from.slice(0, 4) === to.slice(0, 4)) return from.slice(0, 4);
  return precision === 'month' && from.slice(0, 7) === to.slice(0, 7) ? month(from) : null;
}

/** Day and minute of an ISO time, in the reader's time zone. */
export const moment = (iso: string): string => momentForm.format(new Date(iso));
export const number = (n: number): string => numberForm.format(n);
/** "83 %" of .83. */
export const percent = (share: number): string => percentForm.format(share);

/** Two digits after the point. */
export const decimal = (n: number): string => decimalForm.format(n);

/** "1 claim", "2 claims". */
export function counted(n: number, what: keyof typeof texts.counted): string {
  const forms = texts.counted[what];
  return (plural.select(n) === 'one' ? forms.one : forms.other).replace('#', number(n));
}

/** "Suicide bombing" of "suicide-bombing". */
export const typeName = (type: string): string => type.charAt(0).toUpperCase() + type.slice(1).replaceAll('-', ' ');

/** Countries whose name in the Unicode tables is not the one that is said; as the server says them. */
const SAID: Readonly<Record<string, string>> = {
  CD: 'DR Congo',
  CG: 'Republic of the Congo',
  CI: 'Ivory Coast',
  HK: 'Hong Kong',
  MM: 'Myanmar',
  MO: 'Macau',
  PS: 'Palestinian territories',
  TR: 'Turkey',
};

/** "Pakistan" of "PK"; the code itself when it is none. */
export function countryName(code: string): string {
  try {
    return SAID[code] ?? regions.of(code) ?? code;
  } catch {
    return code;
  }
}
