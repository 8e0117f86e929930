/** The words of the time grammar: as pieces of patterns, and as what they stand for. All patterns see lower-case text. */

const MONTH_NAMES = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];
const WEEKDAY_NAMES = [
  ['monday', 'mon'],
  ['tuesday', 'tues', 'tue'],
  ['wednesday', 'weds', 'wed'],
  ['thursday', 'thurs', 'thur', 'thu'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
  ['sunday', 'sun'],
];

const index = (names: readonly (readonly string[])[]): ReadonlyMap<string, number> =>
  new Map(names.flatMap((forms, place) => forms.map((form) => [form, place + 1] as const)));

const MONTH_INDEX = index(MONTH_NAMES);
const WEEKDAY_INDEX = index(WEEKDAY_NAMES);

const SMALL: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  thousand: 1000,
  dozen: 12,
  half: 0.5,
};
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
};

/** Units of time: TIMEX3 letter, and whether it counts clock time (`PT…`). */
export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'night'
  | 'weekend'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium';

export type Season = 'SP' | 'SU' | 'FA' | 'WI';
const SEASONS: Readonly<Record<string, Season>> = {
  spring: 'SP',
  springtime: 'SP',
  summer: 'SU',
  summertime: 'SU',
  autumn: 'FA',
  fall: 'FA',
  winter: 'WI',
  wintertime: 'WI',
};

/** TIMEX3 codes of the parts of a day. */
const DAY_PARTS: Readonly<Record<string, string>> = {
  morning: 'TMO',
  dawn: 'TMO',
  daybreak: 'TMO',
  sunrise: 'TMO',
  afternoon: 'TAF',
  evening: 'TEV',
  dusk: 'TEV',
  sunset: 'TEV',
  night: 'TNI',
  overnight: 'TNI',
  daytime: 'TDT',
  noon: 'T12:00',
  midday: 'T12:00',
  midnight: 'T24:00',
  lunchtime: 'TMI',
};

// Pieces of patterns. Groups are named by the finders, so none is captured here.
const alternatives = (names: readonly (readonly string[])[], from: number, to?: number): string =>
  names
    .flatMap((forms) => forms.slice(from, to))
    .sort((a, b) => b.length - a.length)
    .join('|');
/** Full names, or short forms with or without a full stop. */
export const MONTH = `(?:(?:${alternatives(MONTH_NAMES, 0, 1)})\\b|(?:${alternatives(MONTH_NAMES, 1)})\\b\\.?)`;
export const WEEKDAY = `(?:(?:${alternatives(WEEKDAY_NAMES, 0, 1)})|(?:${alternatives(WEEKDAY_NAMES, 1)})\\b\\.?)`;
/** 1 to 31, with or without an ordinal ending. */
export const DAY = '(?:(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?!\\d|[:,.]\\d|%))';
export const ORDINAL_DAY =
  '(?:(?:[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|(?:thir|four|fif|six|seven|eigh|nine)teenth|eleventh|twelfth|twentieth|twenty-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty-first)';
/** A year of four digits, 1000 to 2199. */
export const YEAR = '(?:(?:1\\d|20|21)\\d\\d(?!\\d|[:,.]\\d|%))';
export const UNIT =
  '(?:seconds?|minutes?|hours?|days?|nights?|weekends?|weeks?|fortnights?|months?|quarters?|years?|decades?|century|centuries|millennium|millennia)';
export const SEASON = `(?:${Object.keys(SEASONS)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;
export const DAY_PART = '(?:morning|afternoon|evening|night|dawn|daybreak|sunrise|dusk|sunset|noon|midday|midnight|lunchtime)';
const ONES = '(?:one|two|three|four|five|six|seven|eight|nine)';
const TENS = '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)';
/** A cardinal: digits, digits with a half, or words up to the hundreds. */
export const NUMBER = `(?:\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,5}(?:\\.\\d{1,3})?(?: ?1/2|½)?(?![\\d:]|,\\d)|(?:(?:a|one|two|three|four|five|six|seven|eight|nine) hundred(?: and)? )?${TENS}(?:[- ]${ONES})?|(?:a|one|two|three|four|five|six|seven|eight|nine|ten) (?:hundred|thousand)|(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)|${ONES})`;
/** Quantities with no exact number. */
export const VAGUE =
  '(?:several|a few|few|some|many|a couple of|couple of|a number of|numerous|dozens of|hundreds of|thousands of|a couple)';

const bare = (word: string): string => word.replace(/[.']/g, '');

/** Month 1 to 12 of a month's name or short form. */
export const monthOf = (word: string): number | undefined => MONTH_INDEX.get(bare(word));
/** ISO weekday 1 to 7 of its name or short form. */
export const weekdayOf = (word: string): number | undefined =>
  WEEKDAY_INDEX.get(bare(word).replace(/s$/, (s) => (WEEKDAY_INDEX.has(bare(word)) ? s : '')));
export const seasonOf = (word: string): Season | undefined => SEASONS[word.replace(/s$/, '')] ?? SEASONS[word];
export const dayPartOf = (word: string): string | undefined => DAY_PARTS[word];

/** Unit of a unit word in singular or plural. */
export function unitOf(word: string): Unit {
  if (word === 'centuries') return 'century';
  if (word === 'millennia') return 'millennium';
  return word.replace(/s$/, '') as Unit;
}

/** Number of a cardinal or ordinal in digits or words; null for a vague quantity or none. */
export function numberOf(words: string): number | null {
  const text = words.trim();
  const digits = /^(\d[\d,]*(?:\.\d+)?)( ?1\/2|½)?(?:st|nd|rd|th)?$/.exec(text);
  if (digits) return Number(digits[1]?.replaceAll(',', '')) + (digits[2] ? 0.5 : 0);
  if (/^(?:a )?couple/.test(text)) return 2;
  let total = 0;
  let seen = false;
  for (const word of text.split(/[ -]+/)) {
    if (word === 'and') continue;
    if (word === 'thirtieth') return 30;
    const value = SMALL[word] ?? ORDINALS[word];
    if (value === undefined) return null;
    total = value === 100 || value === 1000 ? Math.max(total, 1) * value : total + value;
    seen = true;
  }
  return seen ? total : null;
}

/** A year of two digits: 00 to 49 are of this century, 50 to 99 of the last. */
export function fullYear(digits: string): number {
  const year = Number(digits.replace("'", ''));
  if (digits.replace("'", '').length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}
