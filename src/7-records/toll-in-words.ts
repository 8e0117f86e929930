import { cut } from '../0-terms/span.ts';
import type { Toll } from '../5-claims/coded-report.ts';
import { shorten } from './filler-words.ts';

/** A quantity that a number would make more exact than the words: they are shown as they stand. */
const VAGUE =
  /\b(?:(?:several |many |some )?(?:dozens|scores|hundreds|thousands|millions)|several|many|a few|a number)\b(?: of (?:dozens|hundreds|thousands))?/i;

/** "at least 6 killed", "about 10 injured", "dozens missing", "more than 100 killed (civilians)". */
export function tollInWords(toll: Toll, text: string): string {
  const bare = (toll.whom ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(QUANTITY, '')
    .replace(/^(?:A|An|The) (?=\p{Ll})/u, (article) => article.toLowerCase());
  const whom = bare === '' || /^(?:people|persons?|others?|of them|them)$/i.test(bare) ? '' : ` (${shorten(bare, 40)})`;
  return `${quantity(toll, cut(text, toll.span))} ${toll.effect}${whom}`;
}

/** The figure in front of whom it counts: it stands before the effect already. */
const QUANTITY =
  /^(?:(?:at least|at most|more than|fewer than|less than|up to|over|about|around|some|nearly|almost|another|the|a|an|as many as)\s+)*(?:(?:[\d,.]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|dozens?|scores?|hundreds?|thousands?|several|many|few|of|and|more|other|others)(?:\s+|-|$))+/i;

/** "more than 30", "several": a figure without whom it counts. */
export const isBareQuantity = (words: string): boolean => words !== '' && words.replace(QUANTITY, '').trim() === '';

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
