import type { TimeMention } from '../annotated-report.ts';
import type { Meaning } from './expression.ts';

const LINK = /(?<=\d(?:st|nd|rd|th)?)(?: ?[-\u2010-\u2015/] ?| (?:and|&|to|through|or) )(?=\d)/i;

/** "3-5 July", "1941-42": the two ends as mentions of their own. One that has no second end comes back alone. */
export function splitEnds(mention: TimeMention, meaning: Meaning, text: string): TimeMention[] {
  const to = meaning.is === 'calendar' ? (meaning.dayTo ?? meaning.yearTo) : undefined;
  if (to === undefined) return [mention];
  const link = LINK.exec(text.slice(...mention.span));
  if (!link) return [mention];
  const middle = mention.span[0] + link.index;
  const bc = mention.value.startsWith('BC');
  const second =
    meaning.is === 'calendar' && meaning.dayTo !== undefined
      ? mention.value.replace(/-\d\d(?=$|T)/, `-${String(to).padStart(2, '0')}`)
      : `${bc ? 'BC' : ''}${String(to).padStart(4, '0')}`;
  const { range } = mention;
  const year = meaning.is === 'calendar' && meaning.yearTo !== undefined;
  return [
    {
      ...mention,
      span: [mention.span[0], middle],
      range: range && { ...range, to: year ? `${range.from.slice(0, 4)}-12-31` : range.from },
    },
    {
      ...mention,
      span: [middle + link[0].length, mention.span[1]],
      value: second,
      range: range && { ...range, from: year ? `${range.to.slice(0, 4)}-01-01` : range.to },
    },
  ];
}
