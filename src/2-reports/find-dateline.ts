import type { Dateline } from './report.ts';
import { isoDate, MONTH_PATTERN, monthNumber } from './written-date.ts';

const PLACE = String.raw`(?:\p{Lu}[\p{L}\p{M}'’.-]+(?:[ /-](?:\p{Lu}[\p{L}\p{M}'’.-]*|de|del|la|al|el|of|the|and|an)){0,4})`;
const AGENCY = String.raw`(?:\s*[(\[][\p{L}\p{N} .&/’'-]{2,40}[)\]])`;
/** Month names in any case, inside a pattern that else minds case. */
const ANY_CASE_MONTH = MONTH_PATTERN.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
const DATE = String.raw`(?:\s*,?\s*(?:${ANY_CASE_MONTH}\s+(\d{1,2})|(\d{1,2})\s+${ANY_CASE_MONTH})(?:\s*,?\s*((?:19|20)\d\d))?)`;
const LINE = new RegExp(
  String.raw`^[\s"“]*(${PLACE}(?:\s*,\s*${PLACE}){0,2})${DATE}?[.,]?${AGENCY}?${DATE}?\s*(?:\.\s*)?([—–:]|--?|\.\s+[-—–])\s*(?=[\p{L}\p{N}"“‘'(\[])`,
  'u',
);

/**
 * The dateline that opens an article: "KABUL, July 3 (Agency) —", "MANILA, Philippines (AP) —", "Washington :".
 * Its words stay in the text. `published` gives the year where the dateline leaves it out.
 */
export function findDateline(text: string, published: string | null): Dateline | null {
  const opening = text.slice(0, 160);
  const match = LINE.exec(opening);
  if (match === null) return null;
  const place = (match[1] as string).trim();
  const mark = match.at(-1) as string;
  const rest = opening.slice(match[0].length);
  if (!/^["“‘'([]*[\p{Lu}\p{N}]/u.test(rest)) return null;
  const capitals = place === place.toUpperCase() && place.length > 2;
  const words = place.split(/[ ,]+/).length;
  if (
    words > 5 ||
    /\b(?:said|says|is|was|are|were|has|update|breaking|opinion|analysis|watch|exclusive|editor|report|video|live|news|press release|summary|note|by)\b/i.test(
      place,
    )
  )
    return null;
  // "Washington :" with one to three words; longer mixed-case runs before a colon are headlines or speakers.
  const hasMore =
    match[0]
      .slice(match[0].indexOf(place) + place.length)
      .replace(mark, '')
      .trim().length > 2;
  if (!capitals && !hasMore && (mark === ':' ? words > 2 : words > 4)) return null;
  if (mark === '-' && !capitals && !hasMore && !/\s-\s/.test(match[0])) return null;
  return { place, date: dateIn(match, published) };
}

function dateIn(match: RegExpExecArray, published: string | null): string | null {
  for (const base of [2, 7]) {
    const month = monthNumber(match[base] ?? match[base + 3]);
    const day = Number(match[base + 1] ?? match[base + 2]);
    if (month === 0 || !day) continue;
    const year = match[base + 4];
    if (year !== undefined) return isoDate(Number(year), month, day);
    if (published === null) return null;
    const date = isoDate(Number(published.slice(0, 4)), month, day);
    return date !== null && date > published ? isoDate(Number(published.slice(0, 4)) - 1, month, day) : date;
  }
  return null;
}
