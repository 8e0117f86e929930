import type { CalendarMeaning } from '../expression.ts';
import type { Refiner } from './refiner.ts';

const LINK = /^ ?(?:-|and|to|until|till|through|or|,|,? and) ?(?:in |on |late |early |mid-?|the |by )*$/;

/** "from July 3 to August 5, 2014" "between March and June 2015" "April, May and June 1990": the last one's year is everyone's. */
export const lendYear: Refiner = (expressions, text) => {
  const out = [...expressions];
  for (let i = out.length - 2; i >= 0; i -= 1) {
    const [first, second] = [out[i], out[i + 1]];
    if (first?.meaning.is !== 'calendar' || second?.meaning.is !== 'calendar') continue;
    const { meaning } = first;
    if (meaning.year !== undefined || second.meaning.year === undefined || meaning.which || meaning.running) continue;
    if (meaning.month === undefined && meaning.season === undefined && meaning.quarter === undefined) continue;
    if (!LINK.test(text.slice(first.span[1], second.span[0]))) continue;
    out[i] = { ...first, meaning: { ...meaning, year: lent(meaning, second.meaning), ...(second.meaning.bc && { bc: true as const }) } };
  }
  return out;
};

/** "from November to March 1990" begins the year before. */
function lent(first: CalendarMeaning, second: CalendarMeaning): number {
  const year = second.year ?? 0;
  return first.month !== undefined && second.month !== undefined && first.month > second.month ? year - 1 : year;
}
