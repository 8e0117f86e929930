import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';

/** "Signed on 2017-07-11." "2017-07-11 21:54" */
export const isoDate: Finder = {
  rule: 'times.iso-date',
  pattern: pattern`(?<y>(?:1[0-9]|20|21)\d\d)(?<sep>[-/.])(?<m>0?[1-9]|1[0-2])\k<sep>(?<d>0?[1-9]|[12]\d|3[01])(?:[t ] ?(?<clock>[0-2]\d:[0-5]\d)(?::\d\d)?z?)?`,
  read: ({ groups }) => ({
    is: 'calendar',
    year: Number(groups['y']),
    month: Number(groups['m']),
    day: Number(groups['d']),
    ...(groups['clock'] && { time: `T${groups['clock']}` }),
  }),
};
