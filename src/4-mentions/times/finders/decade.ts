import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';

const NAMES: Readonly<Record<string, number>> = {
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
  nineties: 90,
};

/** "the 1990s" "the late '80s" "the nineties" */
export const decade: Finder = {
  rule: 'times.decade',
  pattern: pattern`(?:the )?(?:(?:early|mid|late)[- ])?(?:(?<full>1[0-9]\d0|20\d0)'?s|'(?<short>\d0)'?s|(?<=the (?:(?:early|mid|late)[- ])?)(?<tens>[2-9]0)s|(?<name>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))`,
  read({ groups, words, text, start }) {
    if (/\b(?:his|her|their|in its|my) (?:early |mid[- ]?|late )?$/.test(text.slice(Math.max(0, start - 16), start))) return null;
    const short = groups['short'] ?? groups['tens'];
    const name = groups['name'];
    if (name && !words.startsWith('the')) return null;
    const two = short ? Number(short) : name ? (NAMES[name] ?? 0) : 0;
    const first = groups['full'] ? Number(groups['full']) : two < 20 ? 2000 + two : 1900 + two;
    // "the 1900s" is the century.
    const part = /early/.test(words) ? 'early' : /mid/.test(words) ? 'mid' : /late/.test(words) ? 'late' : undefined;
    return { is: 'calendar', ...(first % 100 === 0 && first < 2000 ? { century: first / 100 } : { decade: first }), ...(part && { part }) };
  },
};
