import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { UNIT, unitOf } from '../vocabulary.ts';

/** "all day" "the entire week" "the whole year" "all night" "day-long" */
export const wholeUnit: Finder = {
  rule: 'times.whole-unit',
  pattern: pattern`(?:(?:all|the entire|the whole|an entire|a whole|the full|a full) (?<unit>${UNIT})(?: long)?|(?<joined>hour|day|night|week|weekend|month|year|decade)-?long)`,
  read: ({ groups, words }) => {
    const word = groups['unit'] ?? groups['joined'] ?? '';
    return /s$/.test(word) || /\bsecond\b|\bquarter\b/.test(words) ? null : { is: 'duration', unit: unitOf(word), amount: 1 };
  },
};
