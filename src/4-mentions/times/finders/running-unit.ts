import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { unitOf } from '../vocabulary.ts';

const TIMES: Readonly<Record<string, string>> = { morning: 'TMO', afternoon: 'TAF', evening: 'TEV', night: 'TNI' };

/** "the previous day" "the following week" "the next day" "the same year" "that night" "the day before" "the day after" */
export const runningUnit: Finder = {
  rule: 'times.running-unit',
  pattern: pattern`(?:(?:later |earlier |late |early )?(?:the )?(?<which>previous|preceding|prior|following|next|same|very next|very same|that same|that|ensuing) (?<unit>day|night|morning|afternoon|evening|week|weekend|month|year|season|decade|century|summer|winter|spring|autumn|fall)|the (?<after>day|night|week|month|year) (?<rel>before|after|earlier|later|prior)(?= ?[.,;:)]|$| and\b))`,
  read({ groups, words }) {
    const which = groups['which'] ?? '';
    const word = groups['unit'] ?? groups['after'] ?? '';
    const rel = groups['rel'];
    // "next week" counts from the publication; "the next week" from what was told last.
    if (which === 'next' && !words.includes('the next')) return null;
    const back = /previous|preceding|prior/.test(which) || rel === 'before' || rel === 'earlier' || rel === 'prior';
    const same = /same|that/.test(which);
    const time = TIMES[word];
    const part = words.startsWith('later ')
      ? 'after'
      : words.startsWith('earlier ')
        ? 'before'
        : words.startsWith('late ')
          ? 'late'
          : words.startsWith('early ')
            ? 'early'
            : undefined;
    const unit = time ? 'day' : /summer|winter|spring|autumn|fall/.test(word) ? 'season' : unitOf(word);
    if (unit === 'season') {
      const season = ({ summer: 'SU', winter: 'WI', spring: 'SP', autumn: 'FA', fall: 'FA' } as const)[word as 'summer'];
      return { is: 'calendar', season: season ?? 'SU', running: true, which: same ? 'this' : back ? 'last' : 'next' };
    }
    return {
      is: 'shift',
      unit,
      amount: same ? 0 : 1,
      direction: back ? -1 : 1,
      from: 'narrative',
      ...(time && { time }),
      ...(part && { part }),
    };
  },
};
