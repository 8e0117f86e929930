import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { numberOf } from '../vocabulary.ts';

/** "the 20th century" "nineteenth-century" */
export const century: Finder = {
  rule: 'times.century',
  pattern: pattern`(?:the )?(?:(?:early|mid|late)[- ])?(?<n>\d\d?(?:st|nd|rd|th)|(?:twenty-)?first|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth)[- ]century(?<bc> bce?)?`,
  read({ groups, words }) {
    const text = groups['n'] ?? '';
    const n = text === 'twenty-first' ? 21 : numberOf(text);
    if (n === null || groups['bc']) return null;
    const part = /early/.test(words) ? 'early' : /mid/.test(words) ? 'mid' : /late/.test(words) ? 'late' : undefined;
    return { is: 'calendar', century: n - 1, ...(part && { part }) };
  },
};
