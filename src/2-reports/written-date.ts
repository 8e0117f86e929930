/** Months by English name and short name. */
const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'].flatMap(
    (name, index) =>
      [[name, index + 1], [name.slice(0, 3), index + 1], ...(name === 'september' ? [['sept', 9]] : [])] as [string, number][],
  ),
);
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '((?:19|20)\\d\\d)';
const MONTH_DAY_YEAR = new RegExp(`\\b${MONTH}\\s+${DAY}\\s*(?:,|\\s|at|-)\\s*${YEAR}\\b`, 'i');
const DAY_MONTH_YEAR = new RegExp(`\\b${DAY}[\\s.-]*(?:of\\s+)?${MONTH}[\\s,.-]*${YEAR}\\b`, 'i');
const YEAR_MONTH_DAY_WORDS = new RegExp(`\\b${YEAR}[\\s,.-]+${MONTH}[\\s.-]+${DAY}\\b`, 'i');
const ISO = /(?<!\d)((?:19|20)\d\d)[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})(?!\d)/;
const COMPACT = /(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?(?!\d)/;
const NUMERIC = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d|\d\d)(?!\d)/;

/** An ISO date from its parts, or null where there is no such day. Years 1900 to 2099. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (!(year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1)) return null;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day > last) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * The first full day written in a text, as an ISO date; null where there is none. Reads ISO 8601 in all its forms, "July 3, 2017",
 * "3rd of July 2017", "2017/07/03", "20170703", Unix seconds and milliseconds, and 03/07/2017, which is read day first unless `monthFirst`
 * or unless only one order gives a day. A time zone does not move the day: it is the day on the publisher's calendar.
 */
export function writtenDate(text: string, monthFirst = false): string | null {
  const part = text.slice(0, 400).trim();
  if (/^1[0-9]{9}(?:\d{3})?$/.test(part)) {
    const time = new Date(Number(part) * (part.length === 10 ? 1000 : 1));
    return isoDate(time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate());
  }
  let match = ISO.exec(part) ?? COMPACT.exec(part);
  if (match !== null) {
    const date = isoDate(Number(match[1]), Number(match[2]), Number(match[3]));
    if (date !== null) return date;
  }
  match = MONTH_DAY_YEAR.exec(part);
  if (match !== null) return isoDate(Number(match[3]), monthNumber(match[1]), Number(match[2]));
  match = DAY_MONTH_YEAR.exec(part);
  if (match !== null) return isoDate(Number(match[3]), monthNumber(match[2]), Number(match[1]));
  match = YEAR_MONTH_DAY_WORDS.exec(part);
  if (match !== null) return isoDate(Number(match[1]), monthNumber(match[2]), Number(match[3]));
  match = /\b\w{3} (\w{3,9})\.? (\d{1,2}) [\d:]+ (?:[A-Z+\d-]+ )*(20\d\d|19\d\d)\b/.exec(part);
  if (match !== null && MONTHS[(match[1] as string).toLowerCase()] !== undefined)
    return isoDate(Number(match[3]), monthNumber(match[1]), Number(match[2]));
  match = NUMERIC.exec(part);
  if (match !== null) {
    const [a, b] = [Number(match[1]), Number(match[2])];
    const year = (match[3] as string).length === 2 ? 2000 + Number(match[3]) : Number(match[3]);
    return monthFirst || b > 12 ? (isoDate(year, a, b) ?? isoDate(year, b, a)) : (isoDate(year, b, a) ?? isoDate(year, a, b));
  }
  return null;
}

/** The month's number, 1 to 12, or 0. */
export const monthNumber = (name: string | undefined): number => MONTHS[(name ?? '').toLowerCase().replace('.', '')] ?? 0;

/** The pattern of an English month name with one capturing group; case to be ignored. */
export const MONTH_PATTERN = MONTH;
