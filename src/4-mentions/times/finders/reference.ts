import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';

const PAST = /recent|past|lately/;

/** "recently" "now" "currently" "in the past" "in the near future" "these days" */
export const reference: Finder = {
  rule: 'times.reference',
  pattern: pattern`(?:(?:more |most )?recently|lately|currently|current|now|nowadays|(?<=in )the (?:recent |distant )?past|the (?:near |foreseeable |not too distant |immediate |distant )?future|these days|at present)`,
  read({ words, text, end }) {
    const after = text.slice(end, end + 8);
    if (words === 'now' && /^(?:-| and then| defunct)/.test(after)) return null;
    if (words === 'current' && /^(?: account| of\b|s\b|-)/.test(after)) return null;
    if (/future$/.test(words) && /^ (?:contracts?|of)\b/.test(after)) return null;
    if (PAST.test(words)) return { is: 'reference', value: 'PAST_REF' };
    if (words.includes('future')) return { is: 'reference', value: 'FUTURE_REF' };
    return { is: 'reference', value: 'PRESENT_REF' };
  },
};
