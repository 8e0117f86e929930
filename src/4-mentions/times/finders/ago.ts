import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { NUMBER, numberOf, UNIT, unitOf, VAGUE } from '../vocabulary.ts';

/** "two days ago" "a year ago" "more than four decades ago" "years ago" "a couple of weeks ago" "long ago" */
export const ago: Finder = {
  rule: 'times.ago',
  pattern: pattern`(?:(?:(?:(?:about|almost|nearly|more than|less than|at least) ){0,2}(?:(?<n>${NUMBER}|an?|half a|half an)|(?<vague>${VAGUE}))(?: short| long| or (?:two|three|more|so))?[ -])?(?<unit>${UNIT})(?<half> and a half)?[ -]ago|(?<long>long|not (?:too |so |that |very )?long|a (?:long|short) (?:time|while)|some time|a while) ago)`,
  read({ groups }) {
    if (groups['long'] !== undefined) return { is: 'reference', value: 'PAST_REF' };
    const unit = unitOf(groups['unit'] ?? '');
    const amount = groups['n']
      ? groups['n'].startsWith('half')
        ? 0.5
        : numberOf(groups['n'])
      : groups['vague']
        ? numberOf(groups['vague'])
        : null;
    // "four decades ago" is a year, not a decade of the calendar.
    if (unit === 'decade' && amount !== null) return { is: 'shift', unit: 'year', amount: amount * 10, direction: -1, from: 'publication' };
    return {
      is: 'shift',
      unit,
      amount: amount === null ? null : amount + (groups['half'] ? 0.5 : 0),
      direction: -1,
      from: 'publication',
      ...(unit === 'year' && amount === 1 && { comparing: true }),
    };
  },
};
