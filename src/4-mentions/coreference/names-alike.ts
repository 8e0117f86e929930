/** Comparing names as reports write them: case, dots, apostrophes, hyphens and a leading article do not matter. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`]s$/u, '')
    .replace(/[’'`.]/gu, '')
    .replace(/[\s\-–‐]+/gu, ' ')
    .replace(/^(?:the|a|an) /u, '')
    .trim();

const SMALL = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'de', 'la', 'el', 'del', 'y', 'al', 'des', 'du', 'a', 'an', '&']);

/** Whether `short` (letters only) is made of the first letters of `long`'s words: FARC, ISIS, U.N., with or without the small words. */
export function isAcronymOf(short: string, long: string): boolean {
  const letters = short.replace(/[^\p{L}]/gu, '').toLowerCase();
  if (letters.length < 2 || letters.length > 8 || short !== short.toUpperCase()) return false;
  const words = plainName(long).split(' ');
  if (words.length < 2) return false;
  const all = words.map((word) => word[0] ?? '').join('');
  const big = words.filter((word) => !SMALL.has(word)).map((word) => word[0] ?? '').join('');
  return letters === big || letters === all;
}

/** "Hussein" and "Husain", "Qaida" and "Qaeda": spellings of one name, by edits of consonants after vowels are dropped. */
export function isSpellingOf(a: string, b: string): boolean {
  const [x, y] = [plainName(a), plainName(b)];
  if (x === y) return true;
  const [p, q] = [x.split(' '), y.split(' ')];
  if (p.length !== q.length || p.length < 2) return false;
  return p.every((word, at) => word === q[at] || (word.length > 3 && skeleton(word) === skeleton(q[at] ?? '')));
}

const skeleton = (word: string): string => (word[0] ?? '') + word.slice(1).replace(/[aeiouyhw]/g, '').replace(/(.)\1+/g, '$1').replace(/q/g, 'k').replace(/z/g, 's');

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
const PARTICLES = new Set(['bin', 'ibn', 'al', 'el', 'ben', 'abu', 'von', 'van', 'de', 'da', 'dos', 'del', 'di', 'ul', 'ur']);

/** Whether a short person name is the last part (or first, for names that go by it) of a longer one: Laghari, bin Laden, al-Baghdadi. */
export function isPartOfPerson(short: string, long: string): boolean {
  const [p, q] = [plainName(short).split(' '), plainName(long).split(' ').filter((word) => !SUFFIXES.has(word))];
  if (p.length >= q.length || p.length === 0) return false;
  const from = q.length - p.length;
  if (p.every((word, at) => word === q[from + at])) return true;
  if (p.length === 1 && p[0] === q[0] && (p[0]?.length ?? 0) > 2) return true;
  // "al-Muhandis" of "Abu Mahdi al-Muhandis": with or without the particle.
  const core = (words: readonly string[]): string => words.filter((word) => !PARTICLES.has(word)).join(' ');
  return core(p).length > 2 && core(p) === core(q.slice(-1));
}
