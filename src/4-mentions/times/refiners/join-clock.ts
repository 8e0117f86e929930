import type { Expression, Meaning } from '../expression.ts';
import type { Refiner } from './refiner.ts';

/** Whether a date is fine enough to take a time of day. */
function takesTime(meaning: Meaning): boolean {
  if (meaning.time) return false;
  if (meaning.is === 'calendar') return meaning.day !== undefined || meaning.weekday !== undefined || meaning.holiday !== undefined;
  return meaning.is === 'shift' && (meaning.unit === 'day' || meaning.unit === 'night');
}

/** "9:54 a.m. Friday" "Friday night" "the night of 11-12 March" "yesterday at noon": date and time of day are one. */
export const joinClock: Refiner = (expressions, text) => {
  const out: Expression[] = [];
  for (const now of expressions) {
    const before = out.at(-1);
    if (before) {
      const gap = text.slice(before.span[1], now.span[0]);
      const clock = now.meaning.is === 'clock' ? now : before.meaning.is === 'clock' ? before : null;
      const date = clock === now ? before : now;
      const near =
        clock === now
          ? /^(?:,? (?:at |in |around |about |early |late |by )?|,)$/.test(gap)
          : /^[)\]]?(?:,? (?:on |of |the )?|, | of the |)$/.test(gap);
      // "22:30 local time (19:30 GMT)": one moment told twice.
      if (now.meaning.is === 'clock' && before.meaning.is === 'clock' && (gap === ' (' || gap === ' [')) {
        out.pop();
        out.push({ ...before, span: [before.span[0], now.span[1]] });
        continue;
      }
      // A sharper clock time after a part of day: "Friday night at 10:30".
      if (clock && near && clock !== date && takesTime(date.meaning) && clock.meaning.is === 'clock') {
        out.pop();
        out.push({ span: [before.span[0], now.span[1]], rule: date.rule, meaning: { ...date.meaning, time: clock.meaning.clock } });
        continue;
      }
    }
    out.push(now);
  }
  // A part of the day alone is no date: "evening dress", "in the morning".
  return out.filter(({ meaning }) => !(meaning.is === 'clock' && /^T[A-Z]/.test(meaning.clock)));
};
