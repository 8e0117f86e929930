import type { Origin } from '../report.ts';
import type { OutletName } from './named-outlets.ts';

/** A capitalised word; a full stop is part of it only inside ("U.S."). Bounded, so that no text costs more than linear time. */
const CAP = String.raw`(?<![\p{L}\p{N}])\p{Lu}(?:[\p{L}\p{N}\p{M}’'&-]|\.(?=\p{L})){0,30}`;
/** A name of several capitalised words, small words between them allowed. */
const NAME = String.raw`${CAP}(?:\s+(?:(?:of|for|and|the|on|de|del|du|des|al)\s+){0,2}${CAP}){0,7}`;
const DOCUMENT = String.raw`(?:(?:press|news|joint|written|official|brief|short|separate|internal|new|recent|annual|\d{4}|public)\s+){0,3}(?:statement|memo|memorandum|communiqu[eé]|press release|report|advisory|bulletin|news release|dispatch|records?|data|figures|documents?|survey|tally|count)`;
const PATTERNS: readonly RegExp[] = [
  // "according to a memo by the Ministry of Interior"
  new RegExp(
    String.raw`\b[Aa]ccording to (?:an?|the|its|one)\s+${DOCUMENT}\s+(?:(?:issued|released|published|made|put out|sent out|posted|written|given|provided)\s+)?(?:\w+day\s+)?(?:by|from|of)\s+(?:the\s+)?(${NAME})`,
    'gu',
  ),
  // "according to Federal Aviation Administration records"
  new RegExp(
    String.raw`\b[Aa]ccording to (?:the\s+)?(${NAME})(?:['’]s)?\s+(?:records|data|figures|statistics|documents|statements?|memos?|reports?|press releases?)\b`,
    'gu',
  ),
  // "In an advisory issued late Sunday, the National Hurricane Center"
  new RegExp(
    String.raw`\b[Ii]n an?\s+${DOCUMENT}\s+(?:issued|released|published|made|put out|sent out|posted)?[^.,;]{0,40},\s+(?:the\s+)?(${NAME})`,
    'gu',
  ),
  // "the Ministry of Defence said in a statement"
  new RegExp(
    String.raw`(?<![\p{L}.])((?:[Tt]he\s+)?${NAME})(?:\s*\([^()]{1,20}\))?\s+(?:said|announced|confirmed|stated|added|reported|claimed)\s+(?:\w+day\s+|late\s+|yesterday\s+|today\s+|on \w+day\s+)?in an?\s+(?:\w+\s+){0,2}(?:statement|press release|communiqu[eé]|memo|report|news release)`,
    'gu',
  ),
  // "a statement issued by the …", "a statement from the …"
  new RegExp(
    String.raw`\b[Aa]\s+(?:\w+\s+)?(?:statement|press release|communiqu[eé]|news release)\s+(?:issued\s+|released\s+|published\s+)?(?:by|from)\s+(?:the\s+)?(${NAME})(?:\s+\w+){0,3}\s+(?:said|read|claimed|confirmed|added|announced)`,
    'gu',
  ),
];

/** Words that make a name a body, not a person. */
const BODY =
  /\b(?:Ministry|Department|Administration|Board|Cent(?:er|re)|Agency|Army|Police|Command|Office|Authority|University|Hospital|Group|Union|Council|Commission|Committee|Organi[sz]ation|Forces?|Government|Watch|Nations|Embassy|Company|Party|Corporation|Institute|Association|Bureau|Service|Court|Bank|Federation|Movement|Front|Network|Foundation|Society|Fund|Programme|Program|Mission|Secretariat|Directorate|Guard|Navy|Observatory|Coalition|Alliance|Church|Federal|National|International|Cross|Crescent|House|Interpol|Europol|Pentagon|Kremlin|Charity|Assembly|Senate|Parliament|Congress|Brigades?|Emirate|State|Intelligence|Security|Defen[cs]e)\b/;
const TITLE =
  /\b(?:Mr|Mrs|Ms|Dr|President|Minister|Secretary|General|Colonel|Major|Captain|Chief|Spokes(?:man|woman|person)|Governor|Mayor|Senator|Director|Ambassador|Commissioner|Prime|King|Prince|Pope|Chancellor|Representative|Inspector|Superintendent|Lieutenant|Sergeant)\b/;

/** The bodies on whose written word the report stands; people's statements are quotations, not origins. */
export function statements(text: string, outlets: readonly OutletName[]): Origin[] {
  const origins: Origin[] = [];
  for (const [index, pattern] of PATTERNS.entries()) {
    for (const match of text.matchAll(pattern)) {
      const raw = match[1] as string;
      const name = raw
        .replace(/^[Tt]he\s+/, '')
        .replace(/['’]s$/, '')
        .replace(/[.,]+$/, '');
      const start = match.index + match[0].indexOf(raw) + (raw.length - raw.replace(/^[Tt]he\s+/, '').length);
      if (outlets.some((outlet) => outlet.start < start + name.length && start < outlet.end)) continue;
      if (!isBody(name, text, index)) continue;
      origins.push({ name, relation: 'statement-of', span: [start, start + name.length] });
    }
  }
  origins.sort((a, b) => (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0));
  return origins.filter((origin, index) => origins.findIndex((other) => other.name === origin.name) === index);
}

/** A body by its words or as letters only; a single other word counts unless the text shows it as somebody's last name. */
function isBody(name: string, text: string, pattern: number): boolean {
  if (BODY.test(name) && !TITLE.test(name.replace(BODY, ''))) return true;
  if (/^\p{Lu}{2,6}s?$/u.test(name)) return true;
  if (TITLE.test(name) || name.includes(' ') || name.length < 4) return false;
  if (/^(?:He|She|They|It|We|This|That|Police|Officials?|Authorities|Trump|Obama|Biden|Putin)$/.test(name)) return false;
  if (pattern !== 3) return false;
  return (
    !new RegExp(String.raw`\p{Lu}[\p{L}.'’-]+\s+${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\p{L}])`, 'u').test(
      text.replace(/(?:^|[.!?]["”’]?\s+)\p{Lu}\p{L}*\s/gu, ' . '),
    ) && !/\p{Ll}(?:s|ed)$/u.test(name)
  );
}
