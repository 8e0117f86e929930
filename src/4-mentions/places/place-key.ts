/** Letters that Unicode decomposition leaves whole, as English writing gives them. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ə: 'a',
  ħ: 'h',
  ŋ: 'ng',
  ŧ: 't',
  ĸ: 'k',
};
const SHORT: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', mt: 'mount', ft: 'fort' };

/**
 * One spelling for the many of a place name: lower case, diacritics folded, apostrophes and full stops gone, hyphens as
 * spaces, "St." as "saint", no leading "the". "Al-Ḥudaydah" → "al hudaydah". Empty when no Latin letter is left.
 */
export function placeKey(name: string): string {
  let text = name.toLowerCase();
  if (/[^\x20-\x7e]/.test(text)) {
    text = text.normalize('NFD').replace(/\p{M}+/gu, '');
    text = text.replace(
      /[^\x20-\x7e]/gu,
      (c) => LETTERS[c] ?? (/[‐-―]/u.test(c) ? '-' : /\s/u.test(c) ? ' ' : /[\p{L}\p{N}]/u.test(c) ? c : ''),
    );
  }
  text = text
    .replace(/['`".]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (text.startsWith('the ')) text = text.slice(4);
  if (/\b(?:ste?|mt|ft)\b/.test(text)) text = text.replace(/\b(?:ste?|mt|ft) /g, (w) => `${SHORT[w.trim()] ?? w.trim()} `);
  return text;
}

/** The Arabic article in its Latin spellings, at the front of a key: "ar raqqah" → "raqqah". */
export const withoutArticle = (key: string): string => key.replace(/^(?:al|el|ad|ar|as|ash|at|az|an|ed|er|es|et|ez|il) (?=\S{3})/, '');

/** A key without the word for its kind of division: "kunar province" → "kunar"; "province of kunar" → "kunar". Null when it has none. */
export function withoutDivision(key: string): { readonly key: string; readonly division: 'admin1' | 'admin2' | 'any' } | null {
  const m = DIVISION_AFTER.exec(key) ?? DIVISION_BEFORE.exec(key);
  const rest = m?.groups?.['name'];
  const word = m?.groups?.['word'];
  if (rest === undefined || word === undefined) return null;
  return { key: rest, division: ADMIN1_WORDS.has(word) ? 'admin1' : ADMIN2_WORDS.has(word) ? 'admin2' : 'any' };
}
const ADMIN1_WORDS = new Set([
  'province',
  'governorate',
  'state',
  'oblast',
  'prefecture',
  'krai',
  'autonomous region',
  'region',
  'emirate',
  'wilayat',
  'wilaya',
  'vilayat',
]);
const ADMIN2_WORDS = new Set([
  'district',
  'county',
  'parish',
  'division',
  'department',
  'tehsil',
  'taluka',
  'raion',
  'subdistrict',
  'municipality',
  'borough',
  'regency',
]);
const WORDS = [
  ...ADMIN1_WORDS,
  ...ADMIN2_WORDS,
  'city',
  'town',
  'village',
  'island',
  'islands',
  'agency',
  'metropolitan area',
  'area',
  'republic',
  'territory',
].join('|');
const DIVISION_AFTER = new RegExp(`^(?<name>.+) (?<word>${WORDS})$`);
const DIVISION_BEFORE = new RegExp(`^(?<word>${WORDS}) of (?:the )?(?<name>.+)$`);

/** Two 32-bit hashes of a key (FNV-1a and a rotated sum): what the packed table stores in its place. */
export function keyHashes(key: string): readonly [number, number] {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < key.length; i++) {
    const c = key.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(((b << 5) | (b >>> 27)) ^ c, 0x85ebca6b);
  }
  return [a >>> 0, b >>> 0];
}
