import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';

/** "over the weekend" "at the weekend" "during the weekend": the last one begun by the publication. */
export const weekend: Finder = {
  rule: 'times.weekend',
  pattern: pattern`the weekend`,
  read: () => ({ is: 'shift', unit: 'weekend', amount: 0, direction: -1, from: 'publication' }),
};
