import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { unitOf } from '../vocabulary.ts';

/** "last week" "this month" "next year" "earlier this year" "late last month" "later this week" */
export const deicticUnit: Finder = {
  rule: 'times.deictic-unit',
  pattern: pattern`(?:(?<part>earlier|later|early|late|mid|sometime|since early|the (?:end|beginning|start|middle) of|by the end of) )?(?:the )?(?<which>last|this past|past|this|this coming|coming|next|current|this current)[- ](?<unit>week|weekend|month|quarter|year|decade|century|fortnight)(?!-|'s? old)`,
  read({ groups, words, text, end }) {
    const which = groups['which'] ?? '';
    // "the past year", "the last week" (but not "of July"): the stretch up to now, not the calendar's.
    const stretch = /^the (?:last|past|next|coming) /.test(words);
    const back = which === 'last' || /past/.test(which);
    const ahead = /next|coming/.test(which);
    const unit = unitOf(groups['unit'] ?? '');
    if (stretch || (which === 'past' && unit !== 'weekend'))
      return {
        is: 'duration',
        unit,
        amount: 1,
        ...(!/^ of\b/.test(text.slice(end, end + 4)) && { side: back ? ('past' as const) : ('future' as const) }),
      };
    const part = groups['part'] ?? '';
    const piece =
      part === 'earlier'
        ? 'before'
        : part === 'later'
          ? 'after'
          : /earl|begin|start/.test(part)
            ? 'early'
            : /late|end/.test(part)
              ? 'late'
              : /mid/.test(part)
                ? 'mid'
                : undefined;
    return {
      is: 'shift',
      unit,
      amount: back || ahead ? 1 : 0,
      direction: back ? -1 : 1,
      from: 'publication',
      ...(piece && { part: piece }),
    };
  },
};
