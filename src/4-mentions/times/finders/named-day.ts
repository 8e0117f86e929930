import type { Meaning } from '../expression.ts';
import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';

const DAYS: Readonly<Record<string, readonly [year: number, month: number, day: number]>> = {
  '9/11': [2001, 9, 11],
  '7/7': [2005, 7, 7],
  '26/11': [2008, 11, 26],
  '11-m': [2004, 3, 11],
  '10/7': [2023, 10, 7],
};

/** Days that everybody calls by their numbers: "since 9/11", "the 26/11 attacks". */
export const namedDay: Finder = {
  rule: 'times.named-day',
  pattern: pattern`(?<name>9/11|26/11|(?<=\b(?:the|after|since|before|of|on) )(?:7/7|10/7)(?= (?:attack|bomb|massacre)|[.,;])|11-m)(?!/)`,
  read({ groups }): Meaning | null {
    const day = DAYS[groups['name'] ?? ''];
    return day ? { is: 'calendar', year: day[0], month: day[1], day: day[2] } : null;
  },
};
