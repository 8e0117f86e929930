import type { Expression } from '../expression.ts';
import type { Refiner } from './refiner.ts';

/** "Tuesday, July 11, 2017" "Tuesday 11 July": one date; the weekday only confirms it. "Friday of last week" is one too. */
export const joinWeekday: Refiner = (expressions, text) => {
  const out: Expression[] = [];
  for (const now of expressions) {
    const before = out.at(-1);
    const gap = before ? text.slice(before.span[1], now.span[0]) : '';
    if (
      before?.meaning.is === 'calendar' &&
      before.meaning.weekday !== undefined &&
      !before.meaning.which &&
      now.meaning.is === 'calendar'
    ) {
      if (
        now.meaning.month !== undefined &&
        now.meaning.day !== undefined &&
        now.meaning.weekday === undefined &&
        /^(?:,? |, ?the |, | the | \()$/.test(gap)
      ) {
        out.pop();
        out.push({ ...now, span: [before.span[0], now.span[1]] });
        continue;
      }
    }
    if (
      before?.meaning.is === 'calendar' &&
      before.meaning.weekday !== undefined &&
      !before.meaning.which &&
      now.meaning.is === 'shift' &&
      now.meaning.unit === 'week' &&
      now.meaning.from === 'publication' &&
      /^ (?:of |)$/.test(gap)
    ) {
      out.pop();
      const which = now.meaning.amount === 0 ? 'this' : now.meaning.direction < 0 ? 'last' : 'next';
      out.push({ span: [before.span[0], now.span[1]], rule: now.rule, meaning: { ...before.meaning, which } });
      continue;
    }
    // "yesterday, 9 September"
    if (
      before?.meaning.is === 'shift' &&
      before.meaning.unit === 'day' &&
      before.meaning.from === 'publication' &&
      (before.meaning.amount ?? 9) <= 1 &&
      now.meaning.is === 'calendar' &&
      now.meaning.day !== undefined &&
      /^,? (?:\(|on )?$/.test(gap)
    ) {
      out.pop();
      out.push({
        ...now,
        span: [before.span[0], now.span[1]],
        meaning: { ...now.meaning, ...(before.meaning.time && { time: before.meaning.time }) },
      });
      continue;
    }
    out.push(now);
  }
  return out;
};
