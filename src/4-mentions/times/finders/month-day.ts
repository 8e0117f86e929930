import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { DAY, fullYear, MONTH, monthOf, numberOf, ORDINAL_DAY, YEAR } from '../vocabulary.ts';
import { namesThing, writtenAsMonth } from './month-sense.ts';

/** "On July 11, 2017 …" "Nov. 6" "July 3-5" "March 3 and 4, 2011" "April the 5th" "Oct. 16, '89" */
export const monthDay: Finder = {
  rule: 'times.month-day',
  pattern: pattern`(?:(?<which>last|this|next|this past|this coming) )?(?<month>${MONTH}) ?(?:the )?(?<day>${DAY}|${ORDINAL_DAY})(?:(?: ?- ?| and | & | to | through | or )(?<to>${DAY}))?(?:,? ?(?:of )?(?<year>${YEAR})|, ?(?<short>'\d\d))?`,
  read(sight) {
    const { which, month, day, to, year, short } = sight.groups;
    if (!month || !writtenAsMonth(sight, month) || namesThing(sight)) return null;
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
      ...(which && {
        which: /last|past$/.test(which) ? ('last' as const) : /next|coming/.test(which) ? ('next' as const) : ('this' as const),
      }),
    };
  },
};
