import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { unitOf } from '../vocabulary.ts';

/** "for years" "in recent months" "over decades" "months of fighting" "the coming weeks" "hours-long" */
export const bareUnits: Finder = {
  rule: 'times.bare-units',
  pattern: pattern`(?:(?<side>the past|the last|the next|the coming|past|recent|coming|next|the early|early) )?(?<unit>(?:minute|hour|day|week|month|year|decade|centurie)s|(?<=recent )quarters)(?:[- ]long| ahead| to come)?`,
  read({ groups, words, text, start, end }) {
    const before = text.slice(Math.max(0, start - 14), start);
    const unit = unitOf(groups['unit'] ?? '');
    if (/[-']$/.test(before) || /^[- ](?:old|ago|earlier|later|of age)\b/.test(text.slice(end, end + 8))) return null;
    if (
      !groups['side'] &&
      !/(?:\b(?:for|in|over|within|after|during|of|took|take|takes|last|lasted|spent|spend|through|throughout|many|and|or|to)(?: the)? |-|^|\n)$/.test(
        before,
      ) &&
      !/long$|ahead$/.test(words)
    )
      return null;
    const side = groups['side'] ?? '';
    if (side === 'recent' || side === 'past') return { is: 'reference', value: 'PAST_REF' };
    if (side === 'coming') return { is: 'reference', value: 'FUTURE_REF' };
    return {
      is: 'duration',
      unit,
      amount: null,
      ...(/past|last|recent/.test(side) && { side: 'past' as const }),
      ...(/next|coming/.test(side) && { side: 'future' as const }),
    };
  },
};
