import type { Token } from '../../3-sentences/parsed-report.ts';

/** Measures, money and shares: a number of them counts no people or things. */
const MEASURES = new Set(
  `percent per-cent pc percentage points point km kms kilometer kilometers kilometre kilometres mile miles meter meters metre metres m cm mm centimeter centimeters
  centimetre centimetres millimeter millimeters millimetre millimetres foot feet ft inch inches yard yards acre acres hectare hectares kg kgs kilo kilos kilogram kilograms
  kilogramme kilogrammes gram grams lb lbs pound pounds ounce ounces ton tons tonne tonnes liter liters litre litres gallon gallons barrel barrels degree degrees celsius fahrenheit
  mph kph kmh km/h złoty złotys zloty zlotys rand rands won baht ringgit krona kronor kroner rial rials taka knots volt volts watt watts megawatt megawatts mw kilotons megatons caliber calibre dollar dollars euro euros cent cents rupee rupees rs peso pesos yen yuan
  riyal riyals dirham dirhams dinar dinars lira ruble rubles rouble roubles shekel shekels naira francs franc pounds sterling usd eur gbp bn am a.m. p.m. pm o'clock gmt utc
  year years yr yrs month months week weeks day days hour hours hrs minute minutes min second seconds decade decades century centuries night nights times fold percent-`.split(
    /\s+/,
  ),
);
/** Words before a number that make it a name or an age: "Flight 370", "aged 53", "No. 4". */
const NAME_BEFORE = new Set(
  `aged age ages flight route highway room article section resolution chapter page paragraph no no. number # division brigade battalion regiment unit squadron corps platform terminal gate
  boeing airbus tupolev antonov ilyushin bell apache mirage sukhoi mig il tu block district zone ward sector level phase stage day chapter verse psalm channel radio fm model type mark mk apollo
  act law decree protocol group g league formula top windows version volume vol issue episode season part line camp area pier exit interstate i-`.split(
    /\s+/,
  ),
);
const MONEY_SIGN = /[$£€¥₹]\s?$/;

/** A number that is none of people or things: money, measure, age, name, list number, telephone number, score. */
export function isNoCount(text: string, tokens: readonly Token[], words: readonly string[], start: number, end: number): boolean {
  const first = tokens[start];
  const last = tokens[end - 1];
  if (!first || !last) return true;
  const before = text.slice(Math.max(0, first.span[0] - 5), first.span[0]);
  const after = text.slice(last.span[1], last.span[1] + 12).toLowerCase();
  if (MONEY_SIGN.test(before) || /(?:\brs\.? ?|\busd ?|\bus\$ ?)$/i.test(before)) return true;
  // Parts of longer names and numbers: "AK-47", "3.5", "555-1234", "24/7", "B-52s"; and "19-year-old".
  if (/[\p{L}\d][-\u2010-\u2013./:]$/u.test(before) && !/(?:mid|pre|post)-$/i.test(before)) return true;
  if (
    /^(?:%|[-\u2010-\u2013 ]?(?:year|yr|month|week|day|hour|minute|mile|km|kilomet|met(?:er|re)|foot|feet|inch|pound|point|page|member-state|tonne?|mm|cm|kg)\b|[/:]\d|['\u2019]s\b|s\b|-(?:\d|[a-z]))/.test(
      after,
    )
  ) {
    return !/^-(?:strong|man|member|person|vehicle|year-old (?:men|girls|boys))/.test(after);
  }
  if (/^0\d/.test(first.form) || (/\d$/.test(last.form) && /^(?:st|nd|rd|th|d)\b/.test(after))) return true;
  const of = words[end] === 'of' ? 1 : 0;
  const next = words[end + of] ?? '';
  // "4 M-16 rifles" are no metres.
  if (next === 'm' && words[end + of + 1] === '-') return false;
  if (MEASURES.has(next) || (next === 'per' && words[end + 1] === 'cent')) return true;
  if (
    /^(?:square|cubic|nautical|metric|gigawatt|light|us|u\.s\.|american|canadian|australian)$/.test(next) &&
    (next.length > 3 ? /^(?:dollars?|miles?|kilomet(?:er|re)s?|met(?:er|re)s?|feet|tons?|tonnes?|years?)$/ : /^dollars?$/).test(
      words[end + of + 1] ?? '',
    )
  )
    return true;
  const previous = words[start - 1] ?? '';
  if (NAME_BEFORE.has(previous) && !/^[a-z]+s$/.test(next)) return true;
  if (NAME_BEFORE.has(previous) && /^(?:aged|age|ages|flight|route|no\.?|number|resolution|article)$/.test(previous)) return true;
  // "1467 Moneda Street"
  if (/^\d+$/.test(first.form) && /^(?:street|avenue|road|boulevard|st\.?|ave\.?|lane|drive)$/.test(words[end + 1] ?? '')) return true;
  const digits = /^\d+$/.test(first.form);
  // "In the 7700 block of South Throop": an address; blocks that are counted are several.
  if (digits && next === 'block') return true;
  if (digits && isAgeInRow(tokens, words, start, end)) return true;
  // "Adamowicz, 53, was": an age stands between commas after a name.
  if (
    digits &&
    start > 1 &&
    previous === ',' &&
    (next === ',' || next === '.' || next === 'and' || next === '-') &&
    tokens[start - 2]?.upos === 'PROPN' &&
    Number(first.form) < 120
  )
    return true;
  if (digits && previous === '(' && next === ')') return true;
  // "1. Introduction", "2) Reasons"
  if (digits && start === 0 && /^[.)]/.test(text.slice(last.span[1], last.span[1] + 1))) return true;
  if (digits && first.form.length >= 7) return true;
  return false;
}

/** "Aged 15, 16 and 40", "the two boys, 15 and 16, were hit": ages, alone or in a row, behind their word or between commas behind people. */
function isAgeInRow(tokens: readonly Token[], words: readonly string[], start: number, end: number): boolean {
  const isAge = (at: number): boolean => /^\d{1,2}$/.test(words[at] ?? '');
  const isLink = (at: number): boolean => /^(?:and|or|to)$/.test(words[at] ?? '');
  if (!isAge(start)) return false;
  let first = start;
  for (;;) {
    let at = first - 1;
    if (isLink(at)) at--;
    if (words[at] === ',') at--;
    if (at === first - 1 || !isAge(at)) break;
    first = at;
  }
  let last = end;
  for (;;) {
    let at = last;
    if (words[at] === ',') at++;
    if (isLink(at)) at++;
    if (at === last || !isAge(at)) break;
    last = at + 1;
  }
  if (/^(?:age|ages|aged)$/.test(words[first - 1] ?? '')) return true;
  const people = tokens[first - 2];
  const several = last - first > end - start;
  return words[first - 1] === ',' && words[last] === ',' && people?.upos === 'NOUN' && (several || people.xpos === 'NN');
}
