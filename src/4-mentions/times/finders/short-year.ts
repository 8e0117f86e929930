import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { fullYear } from '../vocabulary.ts';

/** "in '89" "since '01" */
export const shortYear: Finder = {
  rule: 'times.short-year',
  pattern: pattern`(?<=\b(?:in|since|of|until|by|from|to|before|after) )'(?<y>\d\d)(?!s|')`,
  read: ({ groups }) => ({ is: 'calendar', year: fullYear(groups['y'] ?? '') }),
};
