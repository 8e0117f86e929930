import type { Meaning } from '../expression.ts';
import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';

const day = (amount: number, time?: string): Meaning => ({
  is: 'shift',
  unit: 'day',
  amount: Math.abs(amount),
  direction: amount < 0 ? -1 : 1,
  from: 'publication',
  ...(time && { time }),
});
const TIMES: Readonly<Record<string, string>> = { morning: 'TMO', afternoon: 'TAF', evening: 'TEV', night: 'TNI' };

/** "today" "yesterday" "tomorrow" "tonight" "last night" "this morning" "the day before yesterday" */
export const deicticDay: Finder = {
  rule: 'times.deictic-day',
  pattern: pattern`(?:the day before yesterday|the day after tomorrow|today|yesterday|tomorrow|tonight|last (?<last>night|evening)|(?:(?:earlier|later|late|early) )?this (?<this>morning|afternoon|evening)|(?<over>overnight))`,
  read({ groups, words, text, end }) {
    if (groups['over'])
      return /^ (?:on|from|into|between)\b/.test(text.slice(end, end + 8))
        ? null
        : { is: 'shift', unit: 'night', amount: 1, direction: -1, from: 'publication', time: 'TNI' };
    if (groups['last']) return day(-1, TIMES[groups['last']]);
    if (groups['this']) return day(0, TIMES[groups['this']]);
    if (words.startsWith('the day before')) return day(-2);
    if (words.startsWith('the day after')) return day(2);
    if (words === 'tonight') return day(0, 'TNI');
    return day(words === 'today' ? 0 : words === 'yesterday' ? -1 : 1);
  },
};
