import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';

/** Words that stand before a year and hardly ever before a number of things. */
const YEAR_BEFORE =
  /(?:\b(?:in|since|until|till|by|from|during|early|late|mid|before|after|fiscal|year|back|between|around|circa|c\.|season|summer|spring|winter|autumn|fall|christmas|easter|olympics|of|the|and|to|through|for|than|his|its|their|into|on)[ -]|\(|-|, ?)$/;
const NUMBER_BEFORE =
  /(?:[$£€#]|no\. ?|\b(?:number|at|some|about|nearly|almost|over|least|most|than|exactly|killed|wounded|flight|route|room|resolution|section|article|page|chapter|law|act|decree|top|mm|rs\.?|us|up to|approximately|roughly|model|channel|unit|highway|hwy\.?|fm|f\.m\.|interstate|road)[ -]?|(?<!\b(?:mid|pre|post|early|late|fiscal)-)(?<=[a-z]-)|\d[.,:/])$/;
/** What is counted: a plural, or a measure. */
const COUNTED =
  /^(?:-(?!\d)|[ -](?:nautical|square|people|men|women|troops|soldiers|children|police|members|civilians|refugees|prisoners|rebels|fighters|guerrillas|demonstrators|protesters|workers|students|dollars|miles|kilomet|met(?:er|re)s|feet|tons?|tonnes|pounds|acres|hectares|barrels|shares|copies|percent|per cent|points|jobs|rounds|rifles|votes|gmt|hours|[a-z]+ (?:people|troops|soldiers|civilians|refugees|fighters))\b|[ -]?(?:km|kg|mm|m|ft)\b)/;

/** "the 1200 block of Oak Drive", ", 1555 Main St.": the number of a house. */
const ADDRESS =
  /^ (?:[nsew]\.? |north |south |east |west )?(?:[a-z\d'.]+ ){0,2}?(?:st\.|street|avenue|ave\.?|road|rd\.?|boulevard|blvd\.?|drive|dr\.|lane|ln\.?|highway|hwy\.?|parkway|pkwy\.?|terrace|circle)(?![a-z])/;
const SURELY_YEAR = /\b(?:in|since|until|till|during|year|the|its|their|'s) $/;

/** "in 2015" "the 1989 offensive" "(1950)" "264 BC" "fiscal 1990" */
export const year: Finder = {
  rule: 'times.year',
  pattern: pattern`(?:the year (?<the>\d{4})|fiscal (?:year )?(?<fiscal>1[89]\d\d|20[0-4]\d)|ad (?<ad>\d{1,4})|(?:(?<bcfrom>\d{1,4})(?: ?- ?| to ))?(?<bc>\d{1,4}) ?(?:bce?\b|b\.c\.(?:e\.)?)|(?<old>\d{3,4}) (?:ad|ce)|(?<y>1[1-9]\d\d|20[0-6]\d)(?:[/-](?<to>\d\d)(?![\d/-]|[.,]\d))?)`,
  read({ groups, text, start, end }) {
    if (groups['bc']) {
      const from = groups['bcfrom'];
      return { is: 'calendar', year: Number(from ?? groups['bc']), bc: true, ...(from && { yearTo: Number(groups['bc']) }) };
    }
    const other = groups['ad'] ?? groups['old'] ?? groups['fiscal'] ?? groups['the'];
    if (other) return { is: 'calendar', year: Number(other) };
    const before = text.slice(Math.max(0, start - 14), start);
    const after = text.slice(end, end + 40);
    if (NUMBER_BEFORE.test(before) || /^(?:,\d|\.\d|:\d|%|\/\d|'?s\b)/.test(after)) return null;
    if (COUNTED.test(after) && !/^-\d/.test(after)) return null;
    if (/^[ -]block\b/.test(after) || (ADDRESS.test(after) && !SURELY_YEAR.test(before))) return null;
    // "555-1234": a telephone number.
    if (/(?:^|\D)\d{1,3}-$/.test(before)) return null;
    const value = Number(groups['y']);
    const to = groups['to'] ? Math.floor(value / 100) * 100 + Number(groups['to']) : value;
    if (groups['to'] && to !== value + 1 && (to <= value || to > value + 12)) return null;
    // Bare numbers are years where a year is likely; "the 1989 accord" always, "fired 1989 shells" never.
    if (!YEAR_BEFORE.test(before) && (value < 1800 || /^ [a-z]+s\b/.test(after))) return null;
    return { is: 'calendar', year: value, ...(to > value && { yearTo: to }) };
  },
};
