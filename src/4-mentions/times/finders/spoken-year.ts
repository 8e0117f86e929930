import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { numberOf } from '../vocabulary.ts';

const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';

/** "nineteen ninety-six" "the year two thousand": years written as they are spoken. */
export const spokenYear: Finder = {
  rule: 'times.spoken-year',
  pattern: pattern`(?:(?:the year )?(?<century>eighteen|nineteen) (?<rest>(?:${TENS})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)|the year two thousand(?: and)?(?: (?<late>one|two|three|four|five|six|seven|eight|nine|ten))?)`,
  read: ({ groups }) => ({
    is: 'calendar',
    year: groups['century']
      ? (numberOf(groups['century']) ?? 19) * 100 + (numberOf(groups['rest'] ?? '') ?? 0)
      : 2000 + (numberOf(groups['late'] ?? '') ?? 0),
  }),
};
