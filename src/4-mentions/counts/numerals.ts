/** Reads numerals off a row of lower-case words: digits, number words, scales, and words for many with no exact number. */

const ONES: Readonly<Record<string, number>> = {
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
};
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  lakh: 1e5,
  million: 1e6,
  crore: 1e7,
  billion: 1e9,
  trillion: 1e12,
};
/** "dozens": at least two of them. */
const PLURAL_SCALES: Readonly<Record<string, number>> = {
  tens: 10,
  dozens: 12,
  scores: 20,
  hundreds: 100,
  thousands: 1e3,
  lakhs: 1e5,
  millions: 1e6,
  billions: 1e9,
};

/** A numeral: the words it takes and the number of things it can stand for. */
export interface Numeral {
  /** Index after its last word. */
  readonly end: number;
  readonly low: number;
  /** Null: open upwards. */
  readonly high: number | null;
  readonly approximate: boolean;
  readonly rule: string;
}

const exact = (end: number, value: number, approximate = false): Numeral => ({
  end,
  low: value,
  high: value,
  approximate,
  rule: 'counts.number',
});
const open = (end: number, low: number, rule: string, approximate = false): Numeral => ({ end, low, high: null, approximate, rule });

const DIGITS = /^(?:\d{1,3}(?:,\d{3})+|\d{1,6}|\d+\.\d+)$/;
/** Indian grouping: 2,00,000. */
const LAKHS = /^\d{1,2}(?:,\d\d)*,\d{3}$/;

/** Number of a word below a hundred, also joined ("twenty-five"); null when it is none. */
function smallWord(word: string): number | null {
  const direct = ONES[word] ?? TENS[word];
  if (direct !== undefined) return direct;
  const joined = /^([a-z]+)-([a-z]+)$/.exec(word);
  const [ten, one] = joined ? [TENS[joined[1] ?? ''], ONES[joined[2] ?? '']] : [undefined, undefined];
  return ten !== undefined && one !== undefined && one < 10 ? ten + one : null;
}

/** Plain cardinal at a word: "25", "5,000", "1.2 million", "two hundred and six", "a hundred", "two dozen". */
function cardinal(words: readonly string[], at: number): Numeral | null {
  const first = words[at] ?? '';
  if (DIGITS.test(first) || LAKHS.test(first)) {
    const value = Number(first.replaceAll(',', ''));
    const scale = SCALES[words[at + 1] ?? ''];
    if (scale) return exact(at + 2, Math.round(value * scale), scale >= 1000 || scale === 12);
    return Number.isInteger(value) ? exact(at + 1, value) : null;
  }
  let total = 0;
  let group = 0;
  let seen = false;
  let rough = false;
  let i = at;
  if ((first === 'a' || first === 'an') && SCALES[words[at + 1] ?? ''] !== undefined) {
    group = 1;
    i += 1;
  }
  for (; i < words.length; i += 1) {
    const word = words[i] ?? '';
    const scale = SCALES[word];
    const small = scale === undefined ? smallWord(word) : null;
    if (scale !== undefined) {
      if (!seen && i === at) {
        // "hundred people": the article is left out.
        group = 1;
      }
      rough ||= scale === 12;
      if (scale === 100 || scale === 12) group = Math.max(group, 1) * scale;
      else {
        total += Math.max(group, 1) * scale;
        group = 0;
      }
      seen = true;
    } else if (small !== null) {
      const last = words[i - 1] ?? '';
      // "twenty five" and "hundred six" go on; "two three" are two numbers.
      if (seen && !(SCALES[last] !== undefined || last === 'and' || (TENS[last] !== undefined && small < 10))) break;
      group += small;
      seen = true;
    } else if (word === 'and' && seen && SCALES[words[i - 1] ?? ''] === 100 && smallWord(words[i + 1] ?? '') !== null) {
    } else if (word === '-' && seen && TENS[words[i - 1] ?? ''] !== undefined && (ONES[words[i + 1] ?? ''] ?? 10) < 10) {
      group += ONES[words[i + 1] ?? ''] ?? 0;
      i += 1;
    } else break;
  }
  if (!seen) return null;
  return exact(i, total + group, rough);
}

/** "dozens", "hundreds of thousands", "several hundred", "a few", "a couple", "half a dozen", "both", "no one". */
function vague(words: readonly string[], at: number): Numeral | null {
  const [first, second, third] = [words[at] ?? '', words[at + 1] ?? '', words[at + 2] ?? ''];
  const plural = PLURAL_SCALES[first];
  if (plural !== undefined) {
    const times = second === 'of' ? PLURAL_SCALES[third] : undefined;
    if (times !== undefined && times > plural) return open(at + 3, 2 * plural * times, 'counts.dozens');
    return open(at + 1, 2 * plural, 'counts.dozens');
  }
  if (first === 'several' || (first === 'a' && second === 'few') || (first === 'few' && words[at - 1] === 'a')) {
    const end = first === 'a' ? at + 2 : at + 1;
    const scale = SCALES[words[end] ?? ''];
    return scale === undefined ? open(end, 3, 'counts.several', true) : open(end + 1, 3 * scale, 'counts.several', true);
  }
  if (first === 'couple' && words[at - 1] !== 'the' && second === 'of') return exact(at + 1, 2, true);
  if (first === 'a' && second === 'couple' && (third === 'of' || third === 'more' || third === 'dozen' || third === 'hundred')) {
    const scale = SCALES[third];
    return exact(scale ? at + 3 : at + 2, 2 * (scale ?? 1), true);
  }
  if (first === 'half' && (second === 'a' || second === '-') && third === 'dozen') return exact(at + 3, 6, true);
  if (first === 'half-dozen' || (first === 'half' && second === 'dozen')) return exact(first === 'half' ? at + 2 : at + 1, 6, true);
  if (first === 'both') return exact(at + 1, 2);
  if (first === 'nobody') return exact(at + 1, 0);
  if ((first === 'no' && second === 'one') || first === 'no-one') return exact(first === 'no' ? at + 2 : at + 1, 0);
  return null;
}

/** The numeral that begins at a word, or null. `words` are lower case. */
export function numeralAt(words: readonly string[], at: number): Numeral | null {
  const word = words[at] ?? '';
  const plus = /^(\d{1,3}(?:,\d{3})*|\d{1,6})\+$/.exec(word);
  if (plus) return open(at + 1, Number(plus[1]?.replaceAll(',', '')), 'counts.plus');
  const range = /^(\d{1,6}|\d{1,3}(?:,\d{3})+)[-\u2013](\d{1,6}|\d{1,3}(?:,\d{3})+)$/.exec(word);
  if (range) {
    const [low, high] = [Number(range[1]?.replaceAll(',', '')), Number(range[2]?.replaceAll(',', ''))];
    return low < high ? { end: at + 1, low, high, approximate: false, rule: 'counts.range' } : null;
  }
  return vague(words, at) ?? cardinal(words, at);
}
