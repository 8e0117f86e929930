import type { OutletMention, Outlets } from '../outlets.ts';

/** A name in the text that is or looks like an outlet's. */
export interface OutletName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly weak: boolean;
  readonly agency: boolean;
}

/** A capitalised word; a full stop is part of it only inside ("U.S."). Bounded, so that no text costs more than linear time. */
const CAP = String.raw`(?<![\p{L}\p{N}])\p{Lu}(?:[\p{L}\p{N}\p{M}’'&-]|\.(?=\p{L})){0,30}`;
/** Names by their last word: "the Eastern Province Herald". */
const LAST_WORD =
  'Times|Post|Herald|Tribune|Gazette|Chronicle|Telegraph|Journal|Guardian|Observer|Courier|Dispatch|Inquirer|Examiner|Mirror|Monitor|Sentinel|Register|Bulletin|Daily|Weekly|Gazeta|News Agency|News Network|Newspaper|News|Television|TV|Radio|Press|Press Agency|Broadcasting Corporation|Online|Today';
const BY_LAST_WORD = new RegExp(String.raw`(?:${CAP}\s+){1,4}?(?:${LAST_WORD})(?![\p{L}])(?:\s+(?:${LAST_WORD})(?![\p{L}]))*`, 'gu');
/** Names by what they are called: "news agency Amaq", "the newspaper El Ejemplo". */
const BY_KIND = new RegExp(
  String.raw`\b(?:news (?:agency|outlet|site|website|channel|service|network)|newspaper|daily|broadcaster|television (?:channel|station)|TV (?:channel|station)|radio station|magazine|tabloid|broadsheet|weekly)\s+[“"‘']?((?:${CAP})(?:\s+${CAP}){0,3})`,
  'gu',
);
/** Outlets without a name of their own: "Syrian state media", "local media". */
const MEDIA = new RegExp(
  String.raw`\b(?:${CAP}\s+)?(?:state(?:-run|-owned)?|[Ll]ocal|[Oo]fficial|[Nn]ational|[Ss]tate)\s+(?:media|television|TV|news agency|radio|newspapers?)\b|\b${CAP}\s+(?:media|television|TV|newspapers?|press|radio)\b`,
  'gu',
);

/** All outlet-like names of a text in order; of two that overlap the listed, then the longer one. */
export function outletNames(text: string, outlets: Outlets): OutletName[] {
  // "The National Transportation Safety Board" is not The National: an everyday word before another capital is part of that name.
  const isPart = (mention: OutletMention): boolean =>
    mention.weak && /^\s+(?!(?:TV|News|Radio|Newspaper)\b)\p{Lu}\p{Ll}/u.test(text.slice(mention.end, mention.end + 20));
  const found: OutletName[] = outlets
    .mentions(text)
    .filter((mention) => !isPart(mention))
    .map((mention: OutletMention) => ({
      name: mention.outlet.name,
      start: mention.start,
      end: mention.end,
      weak: mention.weak,
      agency: mention.outlet.kind === 'agency',
    }));
  const add = (start: number, end: number): void => {
    let from = start;
    // "The" and a sentence's first word are no part of a name.
    const the = /^(?:The|In|On|At|But|And|While|When|As|For|According|Meanwhile|Speaking|Also|However)\s+/.exec(text.slice(from, end));
    if (the !== null) from += the[0].length;
    if (!/\s|^\S+$/.test(text.slice(from, end)) || from >= end) return;
    // "local media", "state media": nobody's name. "Syrian state media" says whose.
    if (/^(?:\p{Ll}|(?:Local|State|State-run|Official|National) )/u.test(text.slice(from, end))) return;
    if (found.some((other) => other.start < end && from < other.end)) return;
    found.push({ name: text.slice(from, end), start: from, end, weak: true, agency: false });
  };
  for (const match of text.matchAll(BY_KIND)) {
    const end = match.index + match[0].length;
    add(end - (match[1] as string).length, end);
  }
  for (const match of text.matchAll(BY_LAST_WORD)) add(match.index, match.index + match[0].length);
  for (const match of text.matchAll(MEDIA)) {
    if (/^(?:Social|Mass|Print|New|Broadcast|The) /.test(match[0])) continue;
    add(match.index, match.index + match[0].length);
  }
  return found.sort((a, b) => a.start - b.start);
}
