import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { numberOf } from '../vocabulary.ts';

/** "at 4 in the morning" "eight at night" */
export const hourInPart: Finder = {
  rule: 'times.hour-in-part',
  pattern: pattern`(?<=\b(?:at|around|about|by) )(?<h>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven)(?: in the (?<part>morning|afternoon|evening)| at night)`,
  read({ groups }) {
    const hour = numberOf(groups['h'] ?? '') ?? 0;
    const value = groups['part'] === 'morning' ? hour % 12 : (hour % 12) + 12;
    return { is: 'clock', clock: `T${String(value).padStart(2, '0')}:00` };
  },
};
