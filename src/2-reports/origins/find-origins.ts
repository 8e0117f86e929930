import type { Outlets } from '../outlets.ts';
import type { Origin } from '../report.ts';
import { attributions } from './attributions.ts';
import { type OutletName, outletNames } from './named-outlets.ts';
import { statements } from './statements.ts';

/**
 * Where a text says it comes from, nearest first: credit lines (already taken from the text), agency marks, outlets it names as
 * its source, bodies on whose statements it stands. `publisher` is no origin of its own report.
 */
export function findOrigins(
  text: string,
  credited: readonly Origin[],
  byline: string | null,
  publisher: string | null,
  outlets: Outlets,
): Origin[] {
  const names = outletNames(text, outlets);
  const all = [
    ...credited.filter((origin) => origin.relation === 'credited'),
    ...credited.filter((origin) => origin.relation === 'agency'),
    ...agencies(text, names, byline, outlets),
    ...attributions(text, names),
    ...statements(text, names),
  ];
  const own = publisher === null ? null : (outlets.byName(publisher)?.name ?? publisher).toLowerCase();
  const kept: Origin[] = [];
  for (const origin of all) {
    const key = origin.name.toLowerCase();
    if (key === own || kept.some((other) => other.name.toLowerCase() === key)) continue;
    kept.push(origin);
  }
  return kept;
}

/** Agency marks: in the dateline, alone in brackets at a paragraph's end, after a dash at the end, or in the byline. */
function agencies(text: string, names: readonly OutletName[], byline: string | null, outlets: Outlets): Origin[] {
  const origins: Origin[] = [];
  for (const name of names) {
    if (!name.agency) continue;
    const before = text.slice(Math.max(0, name.start - 60), name.start);
    const after = text.slice(name.end, name.end + 12);
    const inDateline = name.end < 120 && /[([]\s*$/.test(before) && /^\s*[)\]]\s*[.:—–-]/.test(after);
    // "New Delhi, May 3 (Agency) Gunmen …": no dash, but nothing else stands before.
    const followsPlace =
      name.end < 80 &&
      /^\p{Lu}[\p{L}.'’-]+(?:[ ,]+(?:\p{Lu}[\p{L}.'’-]*|\d{1,4}|de|al)){0,5},?\s*[([]\s*$/u.test(text.slice(0, name.start)) &&
      /^\s*[)\]]\s+\p{Lu}/u.test(after);
    const opens = name.start === 0 && /^\s*[—–:-]\s/.test(after);
    const closes = /(?:[.!?"”’]\s*[—–-]{1,2}\s*|[.!?"”’]\s*[([]\s*)$/.test(before) && /^\s*[)\]]?\s*(?:\n|$)/.test(after);
    if (inDateline || followsPlace || opens || closes) origins.push({ name: name.name, relation: 'agency', span: [name.start, name.end] });
  }
  const author = byline === null ? null : (outlets.byName(byline) ?? outlets.mentions(byline)[0]?.outlet ?? null);
  if (author !== null && author.kind === 'agency') origins.push({ name: author.name, relation: 'agency' });
  return origins;
}
