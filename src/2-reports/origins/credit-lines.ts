import type { Outlets } from '../outlets.ts';
import type { Origin } from '../report.ts';

/** Paragraphs without their credit lines, and what those said. */
export interface Credited {
  readonly paragraphs: readonly string[];
  readonly origins: readonly Origin[];
}

const OPEN = String.raw`^[\s([*_—–-]*`;
/** Whole paragraphs that say where a text was taken from; group 1 is the name or names. */
const LINES: readonly RegExp[] = [
  new RegExp(`${OPEN}(?:news )?sources?\\s*[:：–—-]\\s*(.{2,160}?)[\\s.)\\]*_]*$`, 'i'),
  new RegExp(
    `${OPEN}(?:courtesy|credits?|via|originally from|taken from|(?:re)?published from|h/t)\\s*(?:of\\s|[:：–—-])\\s*(.{2,100}?)[\\s.)\\]*_]*$`,
    'i',
  ),
  new RegExp(
    `${OPEN}(?:with|additional)\\s+(?:additional\\s+)?(?:inputs?|reporting|reports?|information|files?)\\s+(?:from|by)\\s*:?\\s*(.{2,120}?)[\\s.)\\]*_]*$`,
    'i',
  ),
  new RegExp(
    `${OPEN}(?:this|the)\\s+(?:story|article|report|piece|post|text|item)\\s+(?:was\\s+|has\\s+been\\s+|is\\s+)?(?:has\\s+)?(?:first|originally|previously)?\\s*(?:been\\s+)?(?:appeared|published|posted|reported|written|produced|provided|distributed|republished|reprinted|taken|sourced|syndicated|adapted)\\b[^.]{0,40}?\\b(?:in|on|by|from|at|with permission from)\\s+(.{2,100}?)(?:,? (?:and is republished|and was|under|with permission|on (?:\\w+ \\d|\\d)).{0,120})?[\\s.)\\]*_]*$`,
    'i',
  ),
  new RegExp(`${OPEN}(?:originally|first)\\s+(?:published|appeared)\\s+(?:in|on|by|at)\\s*:?\\s*(.{2,100}?)[\\s.)\\]*_]*$`, 'i'),
  new RegExp(`${OPEN}(.{2,120}?)\\s+contributed\\s+to\\s+this\\s+(?:report|story|article)[\\s.)\\]*_]*$`, 'i'),
];
/** Paragraphs that are no more than a mark: "(AFP)", "— Reuters", "AP/Reuters". */
const MARK = /^[\s([—–-]*([\p{L}\p{N} .&/,+’'-]{2,60}?)[\s)\].]*$/u;
/** The sign-off of Reuters copy. */
const SIGN_OFF = /^\(?(?:additional )?reporting by\s.{2,300};\s*(?:additional reporting|writing|editing)\s+by\s.{2,200}\)?\.?$/i;

/** Whose text it is: "Copyright 2024 The Associated Press. All rights reserved." */
const RIGHTS =
  /^(?:copyright|©|\(c\))\s*(?:©|\(c\))?\s*(?:\d{4},?\s*)?(?:by\s+)?(?:the\s+)?(\p{Lu}[\p{L} -]{1,40}?)(?:\.|,|\s+all rights|\s*$)/iu;

/** How many paragraphs at either end may be credit lines. */
const TAIL = 6;

/** Takes the credit lines from the ends of an article. Their names become `credited` (a bare agency mark: `agency`) and have no span. */
export function takeCreditLines(paragraphs: readonly string[], outlets: Outlets): Credited {
  const kept: string[] = [];
  const origins: Origin[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const atEnd = index >= paragraphs.length - TAIL || index < 2;
    const found = atEnd && paragraphs.length > 1 && paragraph.length < 260 ? creditIn(paragraph, outlets) : null;
    if (found === null) kept.push(paragraph);
    else origins.push(...found);
  }
  return kept.length === 0 ? { paragraphs, origins: [] } : { paragraphs: kept, origins };
}

/** The origins a credit line names; null where the paragraph is no credit line. An empty list: a credit line without a name. */
function creditIn(paragraph: string, outlets: Outlets): Origin[] | null {
  if (SIGN_OFF.test(paragraph)) return [{ name: 'Reuters', relation: 'agency' }];
  const holder = RIGHTS.exec(paragraph)?.[1];
  if (holder !== undefined) {
    const outlet = outlets.byName(holder.trim());
    if (outlet?.kind === 'agency') return [{ name: outlet.name, relation: 'agency' }];
  }
  for (const [index, pattern] of LINES.entries()) {
    const said = pattern.exec(paragraph)?.[1];
    if (said === undefined) continue;
    const names = namesIn(said, outlets);
    // "… contributed to this report" is said of reporters too, and "Source:" of a sentence: then the line goes or stays without a name.
    if (index === 5 && !names.some((name) => outlets.byName(name) !== null))
      return /^\p{Lu}/u.test(said) && paragraph.length < 140 ? [] : null;
    if (names.length === 0) return /\b(?:agenc(?:y|ies)|wires?)\b/i.test(said) ? [] : null;
    return names.map((name) => ({ name, relation: 'credited' }));
  }
  const mark = MARK.exec(paragraph)?.[1];
  if (mark !== undefined && /^[\s]*[([—–-]|^\S+$|\//.test(paragraph)) {
    const names = mark.split(/\s*[/,&+]\s*|\s+and\s+/).map((name) => outlets.byName(name));
    if (names.every((outlet) => outlet !== null))
      return names.map((outlet) => ({ name: outlet.name, relation: outlet.kind === 'agency' ? 'agency' : 'credited' }));
  }
  return null;
}

/** Outlet names in a list: those of the outlet list by their full name, others as written. */
function namesIn(said: string, outlets: Outlets): string[] {
  const whole = said
    .replace(/^the\s+/i, '')
    .replace(/\s*\(https?:[^)]*\)|\s*https?:\S+|\s*www\.\S+/g, '')
    .trim();
  const domain = /^(?:https?:\/\/)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)\/?\S*$/i.exec(said.trim());
  if (domain !== null)
    return [outlets.byUrl(`https://${domain[1]}`)?.name ?? outlets.byName(domain[1] as string)?.name ?? (domain[1] as string)];
  return whole
    .split(/\s*[;,/|]\s*|\s+(?:and|&)\s+(?=\p{Lu})/u)
    .map((name) =>
      name
        .replace(/^(?:the|and)\s+/i, '')
        .replace(/[’']s?$/, '')
        .trim(),
    )
    .filter(
      (name) =>
        /^[\p{Lu}\p{N}]/u.test(name) &&
        name.length < 60 &&
        !/^(?:agencies|agency|wires?|various|internet|social media|news agencies)$/i.test(name),
    )
    .map((name) => name);
}
