import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { NUMBER, numberOf, UNIT, unitOf, VAGUE } from '../vocabulary.ts';

const NEAR = '(?:almost|nearly|more than|less than|fewer than|at least|at most|up to|no more than|an additional)';

/** "for three days" "a two-year" "the past three months" "the next five years" "a year and a half" "several weeks" "2 1/2 years" */
export const duration: Finder = {
  rule: 'times.duration',
  pattern: pattern`(?:${NEAR} ){0,2}(?:the )?(?:(?<side>last|past|next|coming|first|previous|final|recent|latest|following|preceding) )?(?:(?<n>${NUMBER}|an?|half an?)|(?<vague>${VAGUE}))(?:(?: and a half| more| consecutive| straight| full| long| short| whole| additional| or so)|(?: to | or | and |-)${NUMBER})?[- ](?:(?:calendar|business|trading|working|fiscal|consecutive) )?(?<unit>${UNIT})(?<half> and a half)?(?:[- ]long|(?= ?-?(?:old|of age)))?`,
  read({ groups, words, text, start, end }) {
    const after = text.slice(end, end + 12);
    if (/^[- ]?(?:old\b|of age|s?'? jail|'s? worth|-olds?)/.test(after) && /old|of age/.test(after)) return null;
    const word = groups['unit'] ?? '';
    const n = groups['n'] ?? '';
    const unit = unitOf(word);
    // "the 1988 quarter" is no length of time.
    if (/^(?:1\d|20|21)\d\d$/.test(n) && !word.endsWith('s')) return null;
    // "a second", "one second thought", "a quarter of", "two quarters", "a minute" are not always times.
    if (word === 'second' && (n === 'a' || n === 'one')) return null;
    if (unit === 'quarter' && (/^(?:a|an|one|three)$/.test(n) || !/\b(?:the|past|last|next|several|consecutive|straight)\b/.test(words)))
      return null;
    if (/^an?$/.test(n) && !groups['side'] && word.endsWith('s')) return null;
    if (/^an?$/.test(n) && groups['side'] && !/^(?:first|last|final|following)$/.test(groups['side'])) return null;
    if ((word === 'night' || word === 'day' || word === 'weekend') && n === 'a' && /^ (?:of|in|for|to|when|that|off)\b/.test(after))
      return null;
    if (/[$£€]$/.test(text.slice(Math.max(0, start - 1), start))) return null;
    const amount = n ? (n.startsWith('half') ? 0.5 : numberOf(n)) : /couple/.test(groups['vague'] ?? '') ? 2 : null;
    const more = groups['half'] || / and a half/.test(words) ? 0.5 : 0;
    // "the last two weeks of February" lie in February.
    const side = /^ of (?!fight|violence|unrest|clash|protest|war)/.test(text.slice(end, end + 14)) ? undefined : groups['side'];
    return {
      is: 'duration',
      unit,
      amount: amount === null ? null : amount + more,
      ...(side && /last|past|recent|latest|previous|preceding/.test(side) && { side: 'past' as const }),
      ...(side && /next|coming|following/.test(side) && { side: 'future' as const }),
    };
  },
};
