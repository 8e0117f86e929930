import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { NUMBER, numberOf, UNIT, unitOf, VAGUE } from '../vocabulary.ts';

/**
 * "two days earlier" "a month later" "hours later" count from what was told last;
 * "a month after they apprehended her" "two days before the attack" hang on an event.
 */
export const earlierLater: Finder = {
  rule: 'times.earlier-later',
  pattern: pattern`(?:(?:about|almost|nearly|more than|less than|at least) ){0,2}(?:(?:(?<n>${NUMBER}|an?|half an?|the)|(?<vague>${VAGUE}))[ -])?(?<unit>${UNIT})[ -](?<rel>earlier|later|before|after|afterwards?|prior to|prior|following|beforehand)`,
  read({ groups, text, end }) {
    const unit = unitOf(groups['unit'] ?? '');
    const rel = groups['rel'] ?? '';
    const n = groups['n'];
    const hanging = rel === 'before' || rel === 'after' || rel === 'prior to' || rel === 'following';
    // "the day after" with an event behind it; "days after", "the week before".
    const after = text.slice(end, end + 24);
    if (hanging && /^ (?:day|week|month|year)\b/.test(after)) return null;
    const alone = /^(?: ?[.,;:)!?"]|$|\n| and\b)/.test(after);
    if (rel === 'after' && /^ (?:all|that)\b/.test(after) && !n) return null;
    if (!n && !groups['vague'] && /s$/.test(groups['unit'] ?? '') === false) return null;
    const amount =
      n === 'the'
        ? /s$/.test(groups['unit'] ?? '')
          ? null
          : 1
        : n
          ? n.startsWith('half')
            ? 0.5
            : numberOf(n)
          : groups['vague']
            ? numberOf(groups['vague'])
            : null;
    const back = rel === 'earlier' || rel === 'before' || rel.startsWith('prior') || rel === 'beforehand';
    return {
      is: 'shift',
      unit,
      amount,
      direction: back ? -1 : 1,
      from: hanging && !alone ? 'event' : 'narrative',
      ...(rel === 'earlier' && unit === 'year' && amount === 1 && { comparing: true }),
    };
  },
};
