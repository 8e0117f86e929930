import { actorKey } from '../actors/actor-key.ts';

/** Words at the end of a name that say only what kind of thing it is. */
const GENERIC = new Set([
  'group',
  'party',
  'movement',
  'organisation',
  'organization',
  'network',
  'militia',
  'rebels',
  'forces',
  'province',
  'district',
  'city',
  'region',
  'state',
  'governorate',
  'county',
  'inc',
  'ltd',
  'corp',
  'company',
  'co',
  'jr',
  'sr',
  'government',
]);
const TITLES = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'dr',
  'sir',
  'lord',
  'lady',
  'gen',
  'general',
  'col',
  'colonel',
  'maj',
  'major',
  'capt',
  'captain',
  'lt',
  'lieutenant',
  'sgt',
  'sergeant',
  'president',
  'prof',
  'professor',
  'minister',
  'senator',
  'sen',
  'rep',
  'gov',
  'governor',
  'king',
  'queen',
  'prince',
  'princess',
  'sheikh',
  'mullah',
  'imam',
  'ayatollah',
  'pope',
  'judge',
  'justice',
  'father',
  'bishop',
  'archbishop',
  'secretary',
  'chancellor',
  'mayor',
  'ambassador',
  'commander',
  'admiral',
]);
const SMALL = new Set(['of', 'the', 'and', 'for', 'in', 'de', 'la', 'del', 'on', 'to', 'al', 'a', 'el', 'y']);

/** A person's name without the titles before it; a title alone stays. */
export function withoutTitle(text: string): string {
  let rest = text;
  for (;;) {
    const [first, after] = /^(\p{L}+)\.?\s+(.+)$/su.exec(rest)?.slice(1) ?? [];
    if (!first || !after || !TITLES.has(first.toLowerCase())) return rest;
    rest = after;
  }
}

/** A name taken apart once. */
export interface NameParts {
  readonly key: string;
  readonly words: readonly string[];
  /** The key without a kind word at the end. */
  readonly short: string;
  readonly acronym: string | null;
}

export function namePartsOf(text: string): NameParts {
  const key = actorKey(text.replace(/[’']s$/, ''));
  let words = key.split(' ');
  while (words.length > 1 && TITLES.has(words[0] as string)) words = words.slice(1);
  const short = words.length > 1 && GENERIC.has(words.at(-1) as string) ? words.slice(0, -1).join(' ') : words.join(' ');
  const letters = text.replace(/\./g, '');
  const acronym = /^(?:the )?[A-Z][A-Z0-9-]{1,8}(?:['’]s)?$/.test(letters) ? key.replaceAll(' ', '') : null;
  return { key: words.join(' '), words, short, acronym };
}

/** Whether two names of things may be one: the same words, an acronym and its words, or one with a kind word more. */
export function sameThing(a: NameParts, b: NameParts): string | null {
  if (a.key === b.key) return 'same-name';
  if (a.short === b.short && a.short.length > 2) return 'same-name';
  if (isAcronym(a, b) || isAcronym(b, a)) return 'acronym';
  return null;
}

function isAcronym(short: NameParts, long: NameParts): boolean {
  if (short.acronym === null || long.words.length < 2) return false;
  const all = long.words.map((word) => word[0]).join('');
  const main = long.words
    .filter((word) => !SMALL.has(word))
    .map((word) => word[0])
    .join('');
  return short.acronym === all || (short.acronym === main && main.length > 1);
}

/** Whether two names of persons may be one: the same, a surname alone, a first name alone, or another spelling. */
export function samePerson(a: NameParts, b: NameParts): string | null {
  if (a.key === b.key) return 'same-name';
  const [long, short] = a.words.length >= b.words.length ? [a, b] : [b, a];
  if (long.words.length > short.words.length && short.words.length === 1) {
    const word = short.words[0] as string;
    if (long.words.at(-1) === word) return 'surname';
    // "al-Baghdadi" and "Baghdadi"; Spanish surnames stand before the mother's.
    if (word.length > 3 && long.words.slice(1).includes(word)) return 'surname';
    if (long.words[0] === word && word.length > 2) return 'first-name';
    return null;
  }
  if (long.words.length > short.words.length && short.words.length > 1) {
    const first = alike(long.words[0] as string, short.words[0] as string);
    if (first && short.words.slice(1).every((word) => long.words.some((other) => alike(word, other)))) return 'longer-name';
    if (short.words.every((word, i) => alike(word, long.words[long.words.length - short.words.length + i] as string))) return 'longer-name';
    return null;
  }
  return a.words.length > 1 && a.words.every((word, i) => alike(word, b.words[i] as string)) ? 'spelling' : null;
}

/** Two spellings of one word: equal, or close with the same first letter ("Husain", "Hussein"). */
function alike(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length < 4 || b.length < 4 || a[0] !== b[0] || Math.abs(a.length - b.length) > 2 || a.length > 20)
    return a.length === 1 && b.startsWith(a);
  return skeleton(a) === skeleton(b);
}

/** Consonants with doubles and common changes of transcription levelled. */
const skeleton = (word: string): string =>
  word
    .replace(/kh|q/g, 'k')
    .replace(/[aeiouy]|h$/g, '')
    .replace(/(.)\1+/g, '$1')
    .replace(/z/g, 's')
    .replace(/w/g, 'v');
