import type { CalendarMeaning, Expression } from '../expression.ts';
import type { Refiner } from './refiner.ts';

const bareYear = ({ meaning }: Expression): boolean =>
  meaning.is === 'calendar' &&
  meaning.year !== undefined &&
  meaning.month === undefined &&
  meaning.season === undefined &&
  meaning.quarter === undefined &&
  meaning.half === undefined &&
  meaning.holiday === undefined;

const lacksYear = (meaning: CalendarMeaning): boolean =>
  meaning.year === undefined &&
  !meaning.which &&
  !meaning.running &&
  (meaning.month !== undefined ||
    meaning.season !== undefined ||
    meaning.quarter !== undefined ||
    meaning.half !== undefined ||
    meaning.holiday !== undefined);

/** "April 480 BC" "the winter of nineteen ninety-four" "July last year" "October of that year": a date and the year it lacks are one. */
export const joinYear: Refiner = (expressions, text) => {
  const out: Expression[] = [];
  for (const now of expressions) {
    const before = out.at(-1);
    const near = before !== undefined && /^(?:,? (?:of )?| of the )$/.test(text.slice(before.span[1], now.span[0]));
    if (before?.meaning.is === 'calendar' && near && lacksYear(before.meaning)) {
      const { meaning } = now;
      if (meaning.is === 'calendar' && bareYear(now)) {
        out.pop();
        out.push({
          ...before,
          span: [before.span[0], now.span[1]],
          meaning: { ...before.meaning, ...(meaning.year !== undefined && { year: meaning.year }), ...(meaning.bc && { bc: true }) },
        });
        continue;
      }
      if (
        meaning.is === 'shift' &&
        meaning.unit === 'year' &&
        (meaning.amount === 0 || meaning.amount === 1) &&
        !meaning.comparing &&
        !meaning.part
      ) {
        out.pop();
        const joined = {
          ...before.meaning,
          yearsOff: meaning.amount * meaning.direction,
          ...(meaning.from === 'narrative' && { running: true as const }),
        };
        out.push({ ...before, span: [before.span[0], now.span[1]], meaning: joined });
        continue;
      }
    }
    out.push(now);
  }
  return out;
};
