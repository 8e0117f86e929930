import { writtenDate } from './written-date.ts';

/** A day, and the moment of it where one is written. */
export interface Moment {
  /** ISO date: the day on the publisher's calendar. */
  readonly date: string;
  /** ISO 8601 with minutes or seconds, and with the offset where a zone is named: `2017-09-12T14:05:00+02:00`, `2017-09-12T14:05`. */
  readonly time: string | null;
}

/** Zones by the short names that news pages write. Those that stand for several (IST, CST of China) are the commoner one in English or left out. */
const ZONES: Readonly<Record<string, string>> = {
  z: 'Z',
  gmt: 'Z',
  utc: 'Z',
  wet: 'Z',
  bst: '+01:00',
  wat: '+01:00',
  cet: '+01:00',
  cest: '+02:00',
  cat: '+02:00',
  sast: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  eat: '+03:00',
  msk: '+03:00',
  pkt: '+05:00',
  npt: '+05:45',
  wib: '+07:00',
  ict: '+07:00',
  sgt: '+08:00',
  hkt: '+08:00',
  pht: '+08:00',
  awst: '+08:00',
  jst: '+09:00',
  kst: '+09:00',
  aest: '+10:00',
  aedt: '+11:00',
  nzst: '+12:00',
  nzdt: '+13:00',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
};
const CLOCK = /(?<![\d:.])(\d{1,2})[:.](\d{2})(?::(\d{1,2})(?:\.\d+)?)?(?![\d:])(?:\s*([ap])\.?m\b\.?)?/i;
const OFFSET = /^\s*\(?(?:(?:gmt|utc)\s*)?([+-])(\d{1,2}):?(\d{2})?(?!\d)/i;
const NAMED = /^[\s,(]*(z|[a-z]{3,4})(?![a-z])/i;
/** Hours of the clock that stand before the day: "10:05 GMT, 3 July 2017". */
const BEFORE = 40;

/** The first full day written in a text with the time of day beside it; null where there is no day. Days as `writtenDate` reads them. */
export function writtenMoment(text: string, monthFirst = false): Moment | null {
  const date = writtenDate(text, monthFirst);
  return date === null ? null : { date, time: timeIn(text.slice(0, 400).trim(), date) };
}

function timeIn(text: string, date: string): string | null {
  // Unix seconds and milliseconds are universal time.
  if (/^1[0-9]{9}(?:\d{3})?$/.test(text)) return `${new Date(Number(text.slice(0, 10)) * 1000).toISOString().slice(0, 19)}Z`;
  const compact = /(?:19|20)\d{6}T(\d\d)(\d\d)(\d\d)?(.*)$/.exec(text);
  if (compact !== null) return clock(date, compact[1], compact[2], compact[3], undefined, compact[4] ?? '');
  const year = /(?:19|20)\d\d/.exec(text);
  for (const part of [text.slice(year?.index ?? 0), text.slice(Math.max(0, (year?.index ?? 0) - BEFORE))]) {
    const found = CLOCK.exec(part.replace(/(\d)T(\d)/, '$1 $2'));
    if (found !== null && found.index < 60)
      return clock(date, found[1], found[2], found[3], found[4], part.replace(/(\d)T(\d)/, '$1 $2').slice(found.index + found[0].length));
  }
  return null;
}

function clock(
  date: string,
  hours: string | undefined,
  minutes: string | undefined,
  seconds: string | undefined,
  half: string | undefined,
  rest: string,
): string | null {
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null;
  const two = (value: number | string): string => String(value).padStart(2, '0');
  return `${date}T${two(hour)}:${two(minutes ?? 0)}${seconds === undefined ? '' : `:${two(seconds)}`}${zoneIn(rest)}`;
}

/** The offset that follows a time of day, `Z` for none; empty where no zone is named. */
function zoneIn(rest: string): string {
  const offset = OFFSET.exec(rest);
  if (offset !== null) {
    const [, sign = '+', hours = '0', minutes = '00'] = offset;
    return Number(hours) > 14 ? '' : /^0+$/.test(hours + minutes) ? 'Z' : `${sign}${hours.padStart(2, '0')}:${minutes}`;
  }
  const name = NAMED.exec(rest)?.[1]?.toLowerCase();
  return name === undefined ? '' : (ZONES[name] ?? '');
}

/** A time of day that stands alone ("10:32 GMT", "4.05 p.m.") on a known day; null where the text is none. */
export const clockTime = (date: string, text: string): string | null => {
  const found = CLOCK.exec(text);
  return found === null || found.index > 20
    ? null
    : clock(date, found[1], found[2], found[3], found[4], text.slice(found.index + found[0].length));
};

/** The hour of a moment in universal time, 0 to 23; null where it is not said in universal time. */
export const universalHour = ({ time }: Moment): number | null => (time?.endsWith('Z') ? Number(time.slice(11, 13)) : null);

/** Whether two moments are the same instant, both with their zone. */
export const sameInstant = (a: Moment, b: Moment): boolean =>
  hasZone(a) && hasZone(b) && Math.abs(Date.parse(a.time as string) - Date.parse(b.time as string)) < 60_000;

const hasZone = ({ time }: Moment): boolean => time !== null && /(?:Z|[+-]\d\d:\d\d)$/.test(time);
