import { bare } from '../clean-text.ts';
import type { Outlets } from '../outlets.ts';
import type { FoundIn } from '../report.ts';
import { elements, type PageTree, rawText } from './page-tree.ts';
import { tidy } from './tidy.ts';

type Found = readonly [value: string, foundIn: FoundIn] | null;

/** Signs between a headline and what page makers hang on to it. */
const PART = /\s+[|–—»·•:-]\s+|\s*[|»]\s*/;
/** No headline has more parts that are looked at. */
const MOST_PARTS = 6;

/** The headline: what the page says, else its only heading, else its title tag; without the outlet's and sections' names before and after it. */
export function titleOf(tree: PageTree, said: Found, publisher: string | null, outlets: Outlets): Found {
  const headings: string[] = [];
  for (const element of elements(tree.root)) {
    if (element.tag !== 'h1') continue;
    const text = tidy(rawText(element));
    if (text !== '') headings.push(text);
  }
  const tag = tree.head.titleTag === null ? null : tidy(tree.head.titleTag);
  const heading = headings.find((one) => tag?.includes(one)) ?? (headings.length === 1 ? headings[0] : undefined);
  const found: Found =
    said !== null && said[0] !== ''
      ? said
      : heading !== undefined
        ? [heading, 'heading']
        : tag === null || tag === ''
          ? null
          : [tag, 'title-tag'];
  if (found === null) return null;
  const whole = headings.find((one) => isPartOf(one, found[0]));
  const isTag = found[1] === 'title-tag';
  return [whole ?? withoutSite(found[0], publisher, outlets, isTag), found[1]];
}

/** Whether a heading is a title without what was hung on: whole parts of it, four words at least. */
function isPartOf(heading: string, title: string): boolean {
  if (heading.length >= title.length || heading.split(' ').length < 4 || !title.includes(heading)) return false;
  const at = title.indexOf(heading);
  const before = title.slice(0, at);
  const after = title.slice(at + heading.length);
  return (before === '' || /[|–—»·•:-]\s*$/.test(before)) && (after === '' || /^\s*[|–—»·•-]/.test(after));
}

/** Cuts "… | World | The Daily Example" and "The Daily Example - …"; of a title tag also short parts after a bar. */
function withoutSite(title: string, publisher: string | null, outlets: Outlets, isTag: boolean): string {
  let rest = title;
  for (let turn = 0; turn < MOST_PARTS; turn += 1) {
    const last = lastPart(rest);
    if (last === null) break;
    const isShort = isTag && last.mark.includes('|') && last.words.split(' ').length >= 4 && last.part.split(' ').length <= 4;
    if (!isShort && !(last.words.length >= 8 && isSite(last.part, publisher, outlets))) break;
    rest = last.words;
  }
  const mark = PART.exec(rest);
  if (mark === null || mark[0].includes(':')) return rest;
  const first = rest.slice(0, mark.index);
  const words = rest.slice(mark.index + mark[0].length);
  return words.split(' ').length >= 3 && isSite(first, publisher, outlets) ? words : rest;
}

function lastPart(title: string): { readonly words: string; readonly mark: string; readonly part: string } | null {
  const marks = [...title.matchAll(new RegExp(PART, 'g'))];
  const mark = marks.at(-1);
  if (mark === undefined || mark[0].includes(':')) return null;
  return { words: title.slice(0, mark.index).trimEnd(), mark: mark[0], part: title.slice(mark.index + mark[0].length).trim() };
}

/** Whether a part of a title is the name of an outlet: this one's in any wording, a listed one, a domain. */
function isSite(part: string, publisher: string | null, outlets: Outlets): boolean {
  if (part === '' || part.length > 50) return false;
  if (outlets.byName(part) !== null || /^(?:www\.)?[\w-]+\.(?:com|org|net|info|tv|co\.[a-z]{2}|com\.[a-z]{2}|[a-z]{2})$/i.test(part))
    return true;
  if (publisher === null) return false;
  const [a, b] = [bare(part).replace(/^the /, ''), bare(publisher).replace(/^the /, '')];
  if (a.length < 2 || b.length < 2) return false;
  return a === b || a.replaceAll(' ', '') === b.replaceAll(' ', '') || ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);
}
