import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { DAY, MONTH, monthOf, numberOf } from '../vocabulary.ts';

/** "the week of March 6" "the week ending 6 March": the week that holds the day. */
export const weekOf: Finder = {
  rule: 'times.week-of',
  pattern: pattern`the week (?:of|ending|beginning|starting) (?:(?<month>${MONTH}) (?<day>${DAY})|(?<day2>${DAY}) (?<month2>${MONTH}))(?:,? (?<year>(?:1[89]|20)\d\d))?`,
  read: ({ groups }) => ({
    is: 'calendar',
    month: monthOf(groups['month'] ?? groups['month2'] ?? '') ?? 1,
    day: numberOf(groups['day'] ?? groups['day2'] ?? '') ?? 1,
    weekOf: true,
    ...(groups['year'] && { year: Number(groups['year']) }),
  }),
};
