import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { fullYear, MONTH, monthOf, YEAR } from '../vocabulary.ts';

/** Words before "May" or "March" that show the month, and words after that show the verb or a name. */
const BEFORE =
  /(?:in|of|since|until|till|by|from|to|during|last|next|this|early|late|mid|mid-|and|or|for|before|after|through|between|every|each|around|about|ending|ended|the) ?$/;
const VERB_AFTER =
  /^ (?:be|have|not|also|well|still|yet|take|mean|need|never|go|seek|face|ask|lead|become|find|come|give|want|on|in|to|towards?|into|for|against|past|through|by|said|told|says|was|is|has|had|will|would|'s)\b/;
const DOUBTFUL = new Set([
  'may',
  'march',
  'mar',
  'dec',
  'sep',
  'sept',
  'jan',
  'jun',
  'apr',
  'jul',
  'aug',
  'oct',
  'nov',
  'feb',
  'june',
  'april',
  'august',
]);

/** "In July 2017 …" "July" "Sept. '97" "May of last year" stays two */
export const month: Finder = {
  rule: 'times.month',
  pattern: pattern`(?<month>${MONTH})(?:(?:,| of)? ?(?<year>${YEAR})| (?<short>'\d\d))?`,
  read({ groups, written, words, behind, text, start, end, caseless }) {
    const word = (groups['month'] ?? '').replace('.', '');
    const year = groups['year'] ?? groups['short'];
    // "Black September" is a group.
    if (/\bblack $/.test(text.slice(Math.max(0, start - 7), start))) return null;
    const first = written[0] ?? '';
    const small = !caseless && first === first.toLowerCase();
    if (DOUBTFUL.has(word) && !year) {
      const before = text.slice(Math.max(0, start - 12), start);
      const after = text.slice(end, end + 12);
      if (small) return null;
      if (word.length <= 4 && word !== 'may' && word !== 'june' && word !== 'july' && !words.endsWith('.') && !BEFORE.test(before))
        return null;
      if ((word === 'may' || word === 'march') && (!BEFORE.test(before) || (caseless && VERB_AFTER.test(after)))) return null;
      // A person called June, April or August.
      if ((word === 'june' || word === 'april' || word === 'august') && !caseless && !BEFORE.test(before) && /^ [A-Z][a-z]/.test(behind))
        return null;
      if (word === 'august' && caseless && VERB_AFTER.test(after) && !BEFORE.test(before)) return null;
    } else if (small && (word === 'may' || word === 'march')) return null;
    return { is: 'calendar', month: monthOf(word) ?? 0, ...(year && { year: fullYear(year) }) };
  },
};
