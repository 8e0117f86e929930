import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { numberOf, YEAR } from '../vocabulary.ts';

/** "the third quarter" "third-quarter" "the first half of 2016" "Q3 2017" "1989's fourth quarter" "fiscal second quarter" */
export const quarter: Finder = {
  rule: 'times.quarter',
  pattern: pattern`(?:(?:(?<own>${YEAR}|this year|last year|next year)'s )|(?:the )?(?<lead>${YEAR}) |the )?(?:fiscal )?(?:(?<n>first|second|third|fourth|1st|2nd|3rd|4th|final|last)[- ](?:fiscal[- ])?(?<unit>quarter|half)|q(?<q>[1-4]))(?: of (?:the )?| ?,? ?(?=\d))?(?<year>(?:fiscal )?${YEAR}|(?<=of )(?:last|this|next) year)?`,
  read({ groups, words }) {
    if (!groups['n'] && !groups['q']) return null;
    if ((groups['n'] === 'last' || groups['n'] === 'final') && !groups['year']) return null;
    if (groups['unit'] === 'half' && !groups['year'] && !groups['own'] && !/^the /.test(words)) return null;
    const half = groups['unit'] === 'half';
    const n = groups['q']
      ? Number(groups['q'])
      : /last|final/.test(groups['n'] ?? '')
        ? half
          ? 2
          : 4
        : (numberOf(groups['n'] ?? '') ?? 1);
    const said = groups['year'] ?? groups['own'] ?? groups['lead'];
    const which = said?.startsWith('last') ? 'last' : said?.startsWith('this') ? 'this' : said?.startsWith('next') ? 'next' : undefined;
    const year = said && !which ? Number(said.replace('fiscal ', '')) : undefined;
    return { is: 'calendar', ...(half ? { half: n } : { quarter: n }), ...(year && { year }), ...(which && { which }) };
  },
};
