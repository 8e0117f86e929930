import { dayOfIso, daysInMonth, isoDate, isoOfDay, parseIso } from '../0-terms/calendar.ts';
import type { Precision } from '../0-terms/date-range.ts';

/** Days as a person sets them. */
export interface HumanDays {
  readonly from: string;
  readonly to: string;
  readonly precision: Precision;
}

/**
 * Days as people write them: `2017-07-11`, `2017-07`, `2017`, `2017-07-11/2017-07-14`, and in English words, among them every form in which Saidso itself
 * writes days: `11 July 2017`, `July 11, 2017`, `July 2017`, `9–11 July 2017`, `30 April – 2 May 2024`, `April–June 2017`, `week of 3 July 2017`.
 * Null for anything else.
 */
export function readDays(written: string): HumanDays | null {
  const text = written
    .trim()
    .replace(/^reported\s+/i, '')
    .replace(/\s+/g, ' ');
  const week = /^week of (.+)$/i.exec(text);
  if (week !== null) {
    const first = period(week[1] ?? '');
    return first?.precision === 'day' ? { from: first.from, to: isoOfDay(dayOfIso(first.from) + 6), precision: 'week' } : null;
  }
  const alone = period(text);
  if (alone !== null) return alone;
  const ends = halves(text);
  if (ends === null) return null;
  const [from, to] = ends;
  if (to.to < from.from) return null;
  const span = dayOfIso(to.to) - dayOfIso(from.from);
  const coarse = from.precision === to.precision && (from.precision === 'month' || from.precision === 'year') && !text.includes('/');
  return {
    from: from.from,
    to: to.to,
    precision: coarse ? from.precision : span === 0 ? 'day' : span < 7 ? 'week' : span < 31 ? 'month' : 'year',
  };
}

/** Both ends of an interval. What the first does not say, the second says: "9–11 July 2017", "April–June 2017", "July 9 – 11, 2017". */
function halves(text: string): [HumanDays, HumanDays] | null {
  const [, first, last] =
    /^(.+?)\s*\/\s*(.+)$/.exec(text) ??
    /^(.+?)(?:\s*[–—]\s*|\s+(?:-|to|until)\s+|(?<=[a-z])-(?=[a-z])|(?<=^\d{1,2})-(?=\d{1,2} ))(.+)$/i.exec(text) ??
    [];
  if (first === undefined || last === undefined) return null;
  const month = /[a-z]+\.?/i;
  const year = /\b\d{4}\b/;
  const said = (pattern: RegExp): string => pattern.exec(last)?.[0] ?? pattern.exec(first)?.[0] ?? '';
  const filled = (part: string): HumanDays | null =>
    period(part) ?? period(`${part} ${month.test(part) ? '' : said(month)} ${year.test(part) ? '' : said(year)}`);
  const [from, to] = [filled(first), filled(last)];
  return from === null || to === null ? null : [from, to];
}

function period(text: string): HumanDays | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text.trim()) ?? inWords(text);
  if (year === undefined || year === '0000') return null;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31`, precision: 'year' };
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined)
    return { from: `${year}-${month}-01`, to: `${year}-${month}-${daysInMonth(Number(year), Number(month))}`, precision: 'month' };
  const iso = `${year}-${month}-${day}`;
  return parseIso(iso) === null ? null : { from: iso, to: iso, precision: 'day' };
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** The parts of "11 July 2017", "July 11th, 2017", "Sept. 2017", as those of an ISO date would stand; days, month and year in any order. */
function inWords(text: string): readonly (string | undefined)[] {
  const words = text
    .toLowerCase()
    .split(/[\s,.]+/)
    .filter((word) => word !== '');
  const month = words.find((word) => /^[a-z]{3,}$/.test(word));
  const at = month === undefined ? -1 : MONTHS.findIndex((name) => name.startsWith(month));
  const years = words.filter((word) => /^\d{4}$/.test(word));
  const days = words.flatMap((word) => /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1] ?? []);
  const [year] = years;
  if (at < 0 || year === undefined || years.length > 1 || days.length > 1 || words.length !== 2 + days.length) return [];
  const [day] = days;
  const iso = isoDate(Number(year), at + 1, Number(day ?? 1));
  return ['', iso.slice(0, 4), iso.slice(5, 7), day === undefined ? undefined : iso.slice(8)];
}
