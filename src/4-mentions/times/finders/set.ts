import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { durationValue } from '../timex-value.ts';
import { MONTH, monthOf, NUMBER, numberOf, SEASON, seasonOf, UNIT, unitOf, WEEKDAY, weekdayOf } from '../vocabulary.ts';

const ADVERBS: Readonly<Record<string, string>> = {
  hourly: 'PT1H',
  daily: 'P1D',
  nightly: 'XXXX-XX-XXTNI',
  weekly: 'P1W',
  monthly: 'P1M',
  yearly: 'P1Y',
  annually: 'P1Y',
};
const LONG_WEEKDAY = WEEKDAY.replace(/\|\(\?:[a-z|]*\)\\b\\\.\?\)$/, ')');

/** "every Friday" "daily" "each year" "every two weeks" "Tuesday nights" "twice a week" "on Mondays" */
export const set: Finder = {
  rule: 'times.set',
  pattern: pattern`(?:(?:every|each)(?: (?<other>other))?(?: (?<n>${NUMBER}))? (?:(?<unit>${UNIT})|(?<day>${LONG_WEEKDAY})|(?<season>${SEASON})|(?<month>${MONTH})|(?<part>morning|afternoon|evening))|(?<adverb>hourly|daily|nightly|weekly|monthly|yearly|annually)|(?<days>mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)|(?<dayPlural>${LONG_WEEKDAY}) (?<parts>mornings|afternoons|evenings|nights)|(?<=(?:once|twice|times) )(?:an?|per) (?<rate>hour|day|week|month|year))`,
  read({ groups, text, end, written }) {
    const adverb = groups['adverb'];
    if (adverb) {
      // "the Daily Mail": a name.
      if (/^[A-Z]/.test(written) && /^ [a-z]/.test(text.slice(end, end + 2)) && /^(?:Daily|Weekly)/.test(written)) return null;
      return { is: 'set', value: ADVERBS[adverb] ?? 'P1D' };
    }
    const weekday = groups['day'] ?? groups['days']?.replace(/s$/, '') ?? groups['dayPlural'];
    const time = groups['parts'] ? { mornings: 'TMO', afternoons: 'TAF', evenings: 'TEV', nights: 'TNI' }[groups['parts']] : '';
    if (weekday) return { is: 'set', value: `XXXX-WXX-${weekdayOf(weekday) ?? 'X'}${time ?? ''}` };
    if (groups['season']) return { is: 'set', value: `XXXX-${seasonOf(groups['season']) ?? 'XX'}` };
    if (groups['month']) return { is: 'set', value: `XXXX-${String(monthOf(groups['month']) ?? 0).padStart(2, '0')}` };
    if (groups['part'])
      return { is: 'set', value: `XXXX-XX-XX${{ morning: 'TMO', afternoon: 'TAF', evening: 'TEV' }[groups['part']] ?? ''}` };
    const unit = groups['unit'] ?? groups['rate'];
    if (!unit) return null;
    const n = groups['other'] ? 2 : groups['n'] ? numberOf(groups['n']) : 1;
    return { is: 'set', value: durationValue(unitOf(unit), n) };
  },
};
