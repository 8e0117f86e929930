import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { fullYear } from '../vocabulary.ts';

/** "Updated 10/16/89." "08-15-90 1337EDT" "am 11.07.2017": month first unless the text shows otherwise; day first with dots. */
export const numericDate: Finder = {
  rule: 'times.numeric-date',
  pattern: pattern`(?<a>\d\d?)(?<sep>[-/.])(?<b>\d\d?)\k<sep>(?<y>(?:1[6-9]|20)\d\d|\d\d)(?![-/.]\d)(?: (?<clock>[0-2]\d:[0-5]\d)(?::\d\d)?)?`,
  read({ groups, dayFirst: daysFirst }) {
    const [a, b, sep, y] = [Number(groups['a']), Number(groups['b']), groups['sep'], groups['y'] ?? ''];
    if (sep === '.' && y.length === 2) return null;
    const dayFirst = a > 12 || (b <= 12 && (sep === '.' || daysFirst));
    const [month, day] = dayFirst ? [b, a] : [a, b];
    if (month < 1 || month > 12 || day < 1 || day > 31) return null;
    return { is: 'calendar', year: fullYear(y), month, day, ...(groups['clock'] && { time: `T${groups['clock']}` }) };
  },
};
