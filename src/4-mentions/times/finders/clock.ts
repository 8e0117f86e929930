import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';
import { numberOf } from '../vocabulary.ts';

const two = (n: number): string => String(n).padStart(2, '0');
const ZONE =
  '(?: ?(?:gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|bst|cet|ist|local time|eastern(?: standard| daylight)?(?: time)?|eastern time)\\b)';

/** "at 9:54 a.m." "10 p.m." "1337EDT" "0900 GMT" "four o'clock" "21:54 local time" "about 7:15 in the evening" */
export const clock: Finder = {
  rule: 'times.clock',
  pattern: pattern`(?:(?:(?:about|around|shortly (?:before|after)|just (?:before|after)|approximately|roughly|nearly) )?(?:(?<h>1[0-2]|0?[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[:.](?<m>[0-5]\d))? ?(?:(?<ap>a\.? ?m\b\.?|p\.? ?m\b\.?)|o'clock(?<oc> (?:a\.?m\b\.?|p\.?m\b\.?))?)|(?<h24>[01]?\d|2[0-4])[:.h](?<m24>[0-5]\d)(?::[0-5]\d)?(?= ?(?:hours|hrs|h\b|gmt|utc|local|a\.|p\.|est|edt|ist|cet|bst|on |,|\)|\.? |$))|(?<mil>(?:[01]\d|2[0-4])[0-5]\d) ?(?=gmt|utc|hours\b|hrs\b|local time|edt|est|zulu|z\b)(?:hours|hrs|z)?|(?<=\b(?:at|approximately|about|around|between|until|since) )(?<bare>0\d[0-5]\d|(?:1\d|2[0-3])[0-5]\d(?=,? (?:on|today|yesterday|this|last|and|tonight)\b|[.,;)\]]| \[)))(?<in> in the (?:morning|afternoon|evening)| at night)?${ZONE}?)`,
  read({ groups, text, start, words }) {
    const before = text.slice(Math.max(0, start - 10), start);
    // "AT 2045": clock times of news agencies; after "about" only with a nought in front.
    const bare = groups['bare'];
    if (bare !== undefined)
      return /\b(?:at|approximately|between|until|since) $/.test(before) || bare.startsWith('0')
        ? { is: 'clock', clock: `T${bare.slice(0, 2)}:${bare.slice(2)}` }
        : null;
    if (groups['mil']) return { is: 'clock', clock: `T${groups['mil'].slice(0, 2)}:${groups['mil'].slice(2)}` };
    if (groups['h24'] !== undefined) {
      // Scores, ratios and verses: "won 2:10 …" is rare, a dot wants "at" or a zone.
      if (!words.includes(':') && !/\b(?:at|around|about|by|from|until) $/.test(before)) return null;
      if (
        /\d[ -]?$/.test(before) ||
        !/\b(?:at|around|about|by|from|until|to|till|since|after|before|and|between|on|,|\() ?$/.test(before)
      ) {
        if (!/(?:gmt|utc|local|hours|edt|est)/.test(words)) return null;
      }
      const hour = Number(groups['h24']);
      const pm = /(?:evening|afternoon|night)/.test(groups['in'] ?? '') && hour < 12;
      return { is: 'clock', clock: `T${two(pm ? hour + 12 : hour)}:${groups['m24']}` };
    }
    const hour = numberOf(groups['h'] ?? '') ?? 0;
    const half = groups['ap'] ?? groups['oc'] ?? groups['in'] ?? '';
    const pm = /p\.? ?m|afternoon|evening|night/.test(half);
    const am = /a\.? ?m|morning/.test(half);
    const value = pm ? (hour % 12) + 12 : am ? hour % 12 : hour;
    return { is: 'clock', clock: `T${two(value)}:${groups['m'] ?? '00'}` };
  },
};
