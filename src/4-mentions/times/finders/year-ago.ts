import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';

/** "the year-ago quarter" "the year-earlier period" "year-earlier": the same stretch, a year before. */
export const yearAgo: Finder = {
  rule: 'times.year-ago',
  pattern: pattern`(?:the )?year-(?:ago|earlier)(?: (?:first |second |third |fourth )?(?:quarter|period|month))?`,
  read: () => ({ is: 'shift', unit: 'year', amount: 1, direction: -1, from: 'publication', comparing: true }),
};
