import type { DateRange } from '../0-terms/date-range.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

interface Day {
  readonly year: number;
  readonly month: string;
  readonly day: number;
}

/** "11 July 2017" of an ISO date; the text itself when it is none. */
export function dayInWords(iso: string): string {
  const day = parts(iso);
  return day === null ? iso : `${day.day} ${day.month} ${day.year}`;
}

/**
 * The days of a claim at the grain of what was said: "11 July 2017", "9–11 July 2017", "week of 3 July 2017", "April 2017",
 * "April–June 2017", "2017". Days that only the publication date gives read "reported 12 September 2017".
 */
export function daysInWords(range: DateRange): string {
  const words = span(range);
  return range.basis === 'publication' ? `reported ${words}` : words;
}

function span({ from, to, precision }: DateRange): string {
  const start = parts(from);
  const end = parts(to);
  if (start === null || end === null) return from === to ? from : `${from} to ${to}`;
  if (precision === 'year') return start.year === end.year ? `${start.year}` : `${start.year}–${end.year}`;
  if (precision === 'month') return pair(`${start.month}`, `${end.month}`, start.year, end.year);
  if (precision === 'week' && lengthInDays(from, to) <= 7) return `week of ${dayInWords(from)}`;
  if (from === to) return dayInWords(from);
  if (start.year === end.year && start.month === end.month) return `${start.day}–${end.day} ${end.month} ${end.year}`;
  return pair(`${start.day} ${start.month}`, `${end.day} ${end.month}`, start.year, end.year, ' – ');
}

function pair(start: string, end: string, startYear: number, endYear: number, dash = '–'): string {
  if (startYear !== endYear) return `${start} ${startYear} – ${end} ${endYear}`;
  return start === end ? `${start} ${startYear}` : `${start}${dash}${end} ${endYear}`;
}

const lengthInDays = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

function parts(iso: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const month = MONTHS[Number(match?.[2]) - 1];
  return match && month ? { year: Number(match[1]), month, day: Number(match[3]) } : null;
}
