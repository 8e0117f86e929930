import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { HOLIDAY_NAMES } from '../holidays.ts';
import { YEAR } from '../vocabulary.ts';

/** "on Christmas Day" "during Ramadan" "Easter Sunday 2019" "Eid al-Adha" "last Christmas" "New Year's Eve" */
export const holiday: Finder = {
  rule: 'times.holiday',
  pattern: pattern`(?:(?<which>last|this|next) )?(?:the (?=holy|muslim|islamic))?(?:(?:holy |muslim |islamic ){0,2}(?:fasting )?month of )?(?<name>${HOLIDAY_NAMES})(?:,? (?:of |in )?(?<year>${YEAR}))?`,
  read({ groups, written, caseless }) {
    if (!caseless && written === written.toLowerCase()) return null;
    const which = groups['which'] as 'last' | 'this' | 'next' | undefined;
    return {
      is: 'calendar',
      holiday: groups['name'] ?? '',
      ...(groups['year'] && { year: Number(groups['year']) }),
      ...(which && { which }),
    };
  },
};
