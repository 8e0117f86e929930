import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { MONTH, monthOf, SEASON, seasonOf } from '../vocabulary.ts';

/** "last July" "next March" "this summer" "last fall" "late last December" */
export const deicticName: Finder = {
  rule: 'times.deictic-name',
  pattern: pattern`(?:(?<part>earlier|later|early|late|mid) )?(?<which>last|this past|past|this|this coming|coming|next) (?:(?<month>${MONTH})|(?<season>${SEASON}))(?!-)`,
  read({ groups }) {
    const words = groups['which'] ?? '';
    const which = /last|past/.test(words) ? 'last' : /next|coming/.test(words) ? 'next' : 'this';
    const piece = groups['part'];
    const part =
      piece === undefined
        ? undefined
        : piece.startsWith('ear')
          ? ('early' as const)
          : piece === 'mid'
            ? ('mid' as const)
            : ('late' as const);
    const season = groups['season'] ? seasonOf(groups['season']) : undefined;
    const month = groups['month'] ? monthOf(groups['month']) : undefined;
    return { is: 'calendar', which, ...(month && { month }), ...(season && { season }), ...(part && { part }) };
  },
};
