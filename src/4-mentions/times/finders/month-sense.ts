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
