import { cut } from '../0-terms/span.ts';
import type { Toll } from '../5-claims/coded-report.ts';
import { shorten } from './filler-words.ts';

/** A quantity that a number would make more exact than the words: they are shown as they stand. */
const VAGUE = /\b(?:(?:several |many |some )?(?:dozens|scores|hundreds|thousands|millions)|several|many|a few|a number)\b(?: of (?:dozens|hundreds|thousands))?/i;

/** "at least 6 killed", "about 10 injured", "dozens missing", "more than 100 killed (civilians)". */
export function tollInWords(toll: Toll, text: string): string {
  const whom = toll.whom !== undefined && toll.whom !== '' && !/^(?:people|persons|person|others)$/i.test(toll.whom) ? ` (${shorten(toll.whom.replace(/\s+/g, ' '), 40)})` : '';
  return `${quantity(toll, cut(text, toll.span))} ${toll.effect}${whom}`;
}

function quantity({ low, high, approximate }: Toll, said: string): string {
  const number = (n: number): string => n.toLocaleString('en-GB');
  if (high === null) {
    const vague = VAGUE.exec(said);
    if (vague && !/\d/.test(said)) return vague[0].toLowerCase();
    return /\b(?:more than|over|above|exceed)/i.test(said) && low > 1 ? `more than ${number(low - 1)}` : `at least ${number(low)}`;
  }
  if (low === high) return `${approximate ? 'about ' : ''}${number(low)}`;
  return low <= 0 ? `up to ${number(high)}` : `${number(low)} to ${number(high)}`;
}
