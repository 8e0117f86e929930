import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { SEASON, seasonOf, YEAR } from '../vocabulary.ts';

/** "in the summer of 2014" "summer 2014" "in the spring" "the winter of 1941-42"; "fall" and "spring" alone are verbs or things. */
export const season: Finder = {
  rule: 'times.season',
  pattern: pattern`(?:the )?(?:(?<part>early|mid|late)[- ])?(?<season>${SEASON})(?:,? (?:of )?(?<year>${YEAR})(?:[-/](?:\d\d(?:\d\d)?))?)?`,
  read({ groups, words, text, start, end }) {
    const word = groups['season'] ?? '';
    const before = text.slice(Math.max(0, start - 12), start);
    const led =
      /\b(?:in|during|since|until|by|from|of|every|each|through|before|after|over|throughout)(?: the)? $/.test(before) ||
      words.startsWith('the ');
    if (!groups['year'] && (word === 'fall' || word === 'spring')) {
      if (!led || /^(?: (?:of|in|from|to|by|below|behind|apart|into|out|on|-|for|back)\b|-)/.test(text.slice(end, end + 8))) return null;
    }
    if (!groups['year'] && /^ (?:olympics?|games|palace|camp|school|house)\b/.test(text.slice(end, end + 9))) return null;
    const code = seasonOf(word);
    const part = groups['part'] as 'early' | 'mid' | 'late' | undefined;
    return code ? { is: 'calendar', season: code, ...(groups['year'] && { year: Number(groups['year']) }), ...(part && { part }) } : null;
  },
};
