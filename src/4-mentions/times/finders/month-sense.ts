import type { Sight } from '../finder.ts';

/** Short or double-meaning forms that are months only with a capital letter or beside a number. */
const DOUBTFUL = new Set(['may', 'march', 'mar', 'dec', 'sep', 'jan', 'jun', 'august']);

/** Whether the month word of a match is written as a month: "may" and "march" want a capital. */
export function writtenAsMonth(sight: Sight, word: string): boolean {
  if (!DOUBTFUL.has(word.replace('.', ''))) return true;
  const at = sight.words.indexOf(word);
  const first = sight.written[at] ?? '';
  return sight.caseless || first !== first.toLowerCase();
}

/** What is called by a day: "the 19 April Movement", "15 September Street". */
const CALLED =
  /^ (?:movement|neighbou?rhood|brigade|battalion|street|avenue|division|front|command|square|bridge|faction|organi[sz]ation|group|barracks|revolutionary|brigades|commando|colony|park|university|school|hospital)\b/;

/** Whether the words behind a date make a name of it. */
export const namesThing = ({ text, end }: Sight): boolean => CALLED.test(text.slice(end, end + 16));
