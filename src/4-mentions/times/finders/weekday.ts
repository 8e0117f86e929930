import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { WEEKDAY, weekdayOf } from '../vocabulary.ts';

/** "on Tuesday" "last Friday" "next Monday" "this Sunday" "Friday of last week" stays two; "Sun" and "Sat" want a sign. */
export const weekday: Finder = {
  rule: 'times.weekday',
  pattern: pattern`(?:(?:(?<which>last|this past|past|this|this coming|coming|next|the following|the previous) )?(?<day>${WEEKDAY}))`,
  read({ groups, written, text, start, end, caseless }) {
    const word = groups['day'] ?? '';
    const short = word.replace('.', '').length <= 5 && !word.endsWith('day');
    const sign = written[groups['which'] ? groups['which'].length + 1 : 0] ?? '';
    if (short) {
      if (caseless || sign === sign.toLowerCase()) return null;
      if (
        !word.endsWith('.') &&
        !/^,? (?:\d|[a-z]{3} \d)/.test(text.slice(end, end + 8)) &&
        !/\bon $/.test(text.slice(Math.max(0, start - 4), start))
      )
        return null;
      if (/^(?:sun|sat|mon|wed)\.?$/.test(word) && !/^,? /.test(text.slice(end, end + 2))) return null;
    }
    const day = weekdayOf(word);
    if (day === undefined) return null;
    // "Black Friday", "Bloody Sunday", "Good Friday", a paper called "The Sunday Times".
    if (
      /\b(?:black|bloody|good|super|ash|palm|easter) $/.test(text.slice(Math.max(0, start - 8), start)) ||
      /^ (?:times|mail|mirror|express|telegraph|herald)\b/.test(text.slice(end, end + 11))
    )
      return null;
    const words = groups['which'];
    if (words === 'the following' || words === 'the previous')
      return { is: 'calendar', weekday: day, running: true, which: words === 'the following' ? 'next' : 'last' };
    const which = !words ? undefined : /last|past/.test(words) ? 'last' : /next|coming/.test(words) ? 'next' : 'this';
    return { is: 'calendar', weekday: day, ...(which && { which }) };
  },
};
