import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { unitOf } from '../vocabulary.ts';

/** "earlier in the day" "later in the week" "later that month" is the running unit's; "at the end of the year" */
export const earlierIn: Finder = {
  rule: 'times.earlier-in',
  pattern: pattern`(?:(?<part>earlier|later|early|late) in the (?<unit>day|week|month|year)|(?:the )?(?<edge>end|beginning|start|middle) of the (?<whole>day|week|month|year|decade|century)|year[- ]?end|(?<to>year to date))`,
  read({ groups }) {
    const part = groups['part'] ?? groups['edge'] ?? 'end';
    const piece =
      part === 'earlier'
        ? 'before'
        : part === 'later'
          ? 'after'
          : /^(?:early|beg|start)/.test(part)
            ? 'early'
            : part === 'middle'
              ? 'mid'
              : 'late';
    return { is: 'shift', unit: unitOf(groups['unit'] ?? groups['whole'] ?? 'year'), amount: 0, direction: 1, from: 'story', part: piece };
  },
};
