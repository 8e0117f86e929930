import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { DAY, fullYear, MONTH, monthOf, numberOf, ORDINAL_DAY, YEAR } from '../vocabulary.ts';
import { namesThing, writtenAsMonth } from './month-sense.ts';

const MONTH_BEFORE = new RegExp(`(?<![a-z])${MONTH} $`);

/** "On 11 July 2017 …" "the 11th of July" "18 JUL 90" "3-5 July" "3 and 4 July 2011" "16 Oct 89" */
export const dayMonth: Finder = {
  rule: 'times.day-month',
  pattern: pattern`(?:the )?(?<day>${DAY}|${ORDINAL_DAY})(?:(?: ?- ?| and | & | to | through | or )(?<to>${DAY}))?(?: (?:day )?of (?:the month of )?|[ -]?)(?<month>${MONTH})(?:(?:,| of)?[ -]?(?<year>${YEAR})|[ -](?<short>'?\d\d)(?!\d|%|[:,./-]\d| (?:[a-z]+s|people|men|women|civilians|per|percent|and \d)\b|[ -]?${MONTH}))?`,
  read(sight) {
    const { month, day, to, year, short } = sight.groups;
    if (!month || !writtenAsMonth(sight, month) || namesThing(sight)) return null;
    // "March 19-April 30": the 19 is March's.
    if (MONTH_BEFORE.test(sight.text.slice(Math.max(0, sight.start - 11), sight.start))) return null;
    if (
      monthOf(month) === 5 &&
      / may (?:be|have|not|also|well|still|yet|take|mean|need)\b/.test(sight.text.slice(sight.end - 4, sight.end + 9))
    )
      return null;
    const first = numberOf(day?.replace('twenty-', 'twenty ') ?? '');
    const last = to ? numberOf(to) : null;
    if (first === null) return null;
    const full = year ?? short;
    return {
      is: 'calendar',
      month: monthOf(month) ?? 0,
      day: first,
      ...(last !== null && last > first && { dayTo: last }),
      ...(full && { year: fullYear(full) }),
    };
  },
};
