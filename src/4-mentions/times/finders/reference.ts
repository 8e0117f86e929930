import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';

const PAST = /recent|previous|former|past|once|earlier|lately/;
const FUTURE = /soon|future|near term|short term/;

/** "recently" "now" "currently" "in the past" "soon" "in the near future" "the present" "these days" "at that time" */
export const reference: Finder = {
  rule: 'times.reference',
  pattern: pattern`(?:(?:more |most |until )?recently|lately|currently|(?:right |just |until |by )?now|nowadays|(?<=in )the (?:recent |distant )?past|(?:in )?(?:the )?(?:near |foreseeable |not too distant |immediate |distant )?(?<fut>future)|soon|these days|previously|formerly|at present|at (?:that|the) time|(?<=at )the moment)`,
  read({ words, text, start, end }) {
    const after = text.slice(end, end + 8);
    const before = text.slice(Math.max(0, start - 16), start);
    if (words === 'now' && /^(?:-| and then| defunct)/.test(after)) return null;
    if (words === 'soon' && /\b(?:as|how|too) $/.test(before)) return null;
    if (/future$/.test(words) && (/^s\b|^ (?:contracts?|of)\b/.test(after) || !/^(?:in )?the /.test(words))) return null;
    if (PAST.test(words) || /that time|the time/.test(words)) return { is: 'reference', value: 'PAST_REF' };
    if (FUTURE.test(words) || words.includes('future')) return { is: 'reference', value: 'FUTURE_REF' };
    return { is: 'reference', value: 'PRESENT_REF' };
  },
};
