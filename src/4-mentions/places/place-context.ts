import type { Span } from '../../0-terms/span.ts';
import type { Dateline } from '../../2-reports/report.ts';
import { DIVISIONS, INSTITUTIONS } from './place-words.ts';

export type PlaceRole = 'located' | 'dateline' | 'origin' | 'part-of-name';

/** What the words right beside a name make of it. */
export interface PlaceContext {
  readonly extent: Span;
  readonly near: boolean;
  readonly role: PlaceRole;
}

/** How far the words beside a name are read, in code units. */
const REACH = 60;
const DIRECTION = '(?:north|south|east|west)(?:[ -]?(?:east|west))?(?:ern)?';
const NUMBER =
  '(?:about |around |some |nearly |roughly )?(?:\\d[\\d.,]*|a few|several|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|fifty)';
const NEAR = new RegExp(
  `(?:(?:${NUMBER}[ -](?:km|kms|kilometers?|kilometres?|miles?|mi|hours?|minutes?)(?: \\([^)]{1,30}\\))? )?(?:(?:to the )?${DIRECTION} of|from|outside(?: of)?|away from) |(?:\\b(?:just )?(?:near(?: to)?|outside|close to|not far from|on the (?:outskirts|edge) of|the outskirts of|around|in the vicinity of)) )(?:the (?:\\p{Ll}+ ){0,3}?(?:city|town|village) of |the )?$`,
  'iu',
);
const DISTANCE = new RegExp(`${NUMBER}[ -](?:km|kms|kilometers?|kilometres?|miles?|mi|hours?|minutes?)`, 'iu');
const PART = new RegExp(`\\b(?:(?:far )?${DIRECTION}|central|upper|lower|downtown|mainland|mid-?)[ -]$`, 'iu');
const ORIGIN_BEFORE =
  /(?:\b(?:mayor|governor|ambassador to|president|premier|prime minister|king|emir|bishop|archbishop|mufti|people|natives?|residents?|born in|native of|a resident of|citizens?|students?|hails? from|originally from|came from|comes from|refugees from|migrants from|immigrants from) (?:of |from )?(?:the )?)$/i;
const ORIGIN_AFTER =
  /^(?:[-– ](?:based|born|bred|raised|trained|educated)\b| (?:native|resident|residents|man|woman|couple|mayor|governor|lawmaker|businessman|journalist|politician)\b)/i;

/** Reads the role, the extent and the nearness of the place name at `span` from the words beside it. */
export function contextOf(text: string, span: Span, dateline: Dateline | null): PlaceContext {
  const before = text.slice(Math.max(0, span[0] - REACH), span[0]);
  const after = text.slice(span[1], span[1] + REACH);
  let [start, end] = span;
  let near = false;
  const beside = NEAR.exec(before);
  if (beside !== null && (!/^from /i.test(beside[0]) || DISTANCE.test(beside[0])) && !/^around the$/i.test(beside[0])) {
    near = true;
    start -= beside[0].length;
  } else {
    const part = PART.exec(before);
    if (part !== null) start -= part[0].length;
  }
  const division = /^[ \u00a0](\p{L}+)/u.exec(after)?.[1];
  if (division !== undefined && DIVISIONS.has(division.toLowerCase()) && !/^[ \u00a0]?airport/i.test(after)) end += division.length + 1;
  if (/^(?:['’]s|) (?:outskirts|suburbs)\b/i.test(after)) near = true;
  return { extent: [start, end], near, role: roleOf(text, span, before, after, dateline) };
}

function roleOf(text: string, span: Span, before: string, after: string, dateline: Dateline | null): PlaceRole {
  if (inDateline(text, span, dateline)) return 'dateline';
  if (ORIGIN_AFTER.test(after) || ORIGIN_BEFORE.test(before)) return 'origin';
  const next = /^[ \u00a0](\p{L}[\p{L}'’.-]*)/u.exec(after)?.[1];
  if (next !== undefined && /^\p{Lu}/u.test(next) && !DIVISIONS.has(next.toLowerCase())) return 'part-of-name';
  if (next !== undefined && INSTITUTIONS.has(next.toLowerCase()) && /^\p{Lu}/u.test(next)) return 'part-of-name';
  if (
    /\b(?:University|Bank|Republic|Party|Front|Army|Institute|College|Museum|Times|Voice|Church|Archdiocese|Diocese|Emirate|State|Kingdom|Bishop|Port|Battle|Treaty|Court|Parliament) of (?:the )?$/.test(
      before,
    )
  )
    return 'part-of-name';
  const previous = /(\p{Lu}[\p{L}'’-]*) $/u.exec(before)?.[1];
  if (
    previous !== undefined &&
    !/^(?:In|At|The|From|Near|A|An|To|Of|On|And|But|For|By|When|While|As|North|South|East|West|Northern|Southern|Eastern|Western|Central|Downtown|Greater|Upper|Lower)$/.test(
      previous,
    ) &&
    before.length > previous.length + 1
  )
    return 'part-of-name';
  return 'located';
}

/** Whether a name stands in the dateline: before the first dash of the report's first line, in the words a dateline has. */
function inDateline(text: string, span: Span, dateline: Dateline | null): boolean {
  if (span[0] > 120) return false;
  const head =
    /^\s*((?:\p{Lu}[\p{L}.'’-]*[ ,/]*){1,7}(?:\([^)]{2,40}\)\s*)?(?:,? ?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\.? \d{1,2}(?:, \d{4})?)?\s*(?:\([^)]{2,40}\)\s*)?)(?:—|–|--|-|:)\s/u.exec(
      text.slice(0, 160),
    );
  if (
    head !== null &&
    span[1] <= head[0].length &&
    (text.slice(0, span[1]).toUpperCase() === text.slice(0, span[1]) || dateline !== null || /\(/.test(head[0]))
  )
    return true;
  return dateline !== null && span[0] < 40 && dateline.place.includes(text.slice(span[0], span[1])) && head !== null;
}
