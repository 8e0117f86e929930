import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { DAY_PART, dayPartOf } from '../vocabulary.ts';

/** "in the evening" "at dawn" "the night" beside a date (joined later); "noon" "midnight" */
export const dayPart: Finder = {
  rule: 'times.day-part',
  pattern: pattern`(?:(?:about|around|just before|just after|shortly before|shortly after) )?(?:the )?(?:(?:early|late|mid|pre)[- ])?(?<part>${DAY_PART})(?: hours)?`,
  read({ groups }) {
    const clock = dayPartOf(groups['part'] ?? '');
    return clock ? { is: 'clock', clock } : null;
  },
};
