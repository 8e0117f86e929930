import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cut, type Span } from '../../src/0-terms/span.ts';
import type { Page } from '../../src/1-pages/page.ts';
import type { Claim, CodedReport, Toll } from '../../src/5-claims/coded-report.ts';

/**
 * What a case expects of a reading, as `expected.json` of its folder holds it. Everything named must hold; what is not
 * named may be anything, so that a better reading breaks no case. Roles are words that some filler must contain.
 */
export interface Expected {
  readonly title?: string | null;
  readonly publisher?: string | null;
  readonly published?: { readonly date: string | null; readonly basis: string };
  readonly origins?: readonly { readonly name: string; readonly relation: string }[];
  /** First and last words of the text, and words of the page around it that must be gone. */
  readonly starts?: string;
  readonly ends?: string;
  readonly without?: readonly string[];
  readonly claims?: readonly ExpectedClaim[];
  /** Event types of which there is no claim. */
  readonly noClaims?: readonly string[];
  readonly quotes?: readonly { readonly speaker: string; readonly words: string }[];
  readonly notes?: readonly string[];
}

/** A claim that must be there; an empty trigger is any. `toll` is `killed 11-` (at least eleven), `killed 17`, `injured 30-40`. */
export interface ExpectedClaim {
  readonly type: string;
  readonly trigger: string;
  readonly stage?: string;
  readonly polarity?: string;
  readonly actor?: readonly string[];
  readonly responsibility?: string;
  readonly target?: readonly string[];
  readonly object?: readonly string[];
  readonly instrument?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly where?: string;
  readonly toll?: readonly string[];
  readonly saidBy?: readonly string[];
}

export const CASES = new URL('./reports/', import.meta.url).pathname;

/** The slugs of all cases. */
export const caseSlugs = (): string[] =>
  readdirSync(CASES)
    .filter((slug) => existsSync(join(CASES, slug, 'expected.json')))
    .sort();

/** The page of a case: `page.html` or `page.txt` of its folder. */
export function casePage(slug: string): Page {
  const html = existsSync(join(CASES, slug, 'page.html'));
  const text = readFileSync(join(CASES, slug, html ? 'page.html' : 'page.txt'), 'utf8');
  return { source: slug, url: null, mediaType: html ? 'text/html' : 'text/plain', text, notes: [] };
}

export const expectedOf = (slug: string): Expected => JSON.parse(readFileSync(join(CASES, slug, 'expected.json'), 'utf8')) as Expected;

/** Every expectation that a reading does not meet, a line each. */
export function unmet(expected: Expected, report: CodedReport): string[] {
  const lines: string[] = [];
  const same = (what: string, wanted: unknown, got: unknown): void => {
    if (wanted !== undefined && JSON.stringify(wanted) !== JSON.stringify(got)) {
      lines.push(`${what}: wanted ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`);
    }
  };
  same('title', expected.title, report.title);
  same('publisher', expected.publisher, report.publisher);
  same('published', expected.published, { date: report.published.date, basis: report.published.basis });
  same('origins', expected.origins, report.origins.map(({ name, relation }) => ({ name, relation })));
  if (expected.starts !== undefined) same('start of the text', expected.starts, report.text.slice(0, expected.starts.length));
  if (expected.ends !== undefined) same('end of the text', expected.ends, report.text.slice(-expected.ends.length));
  for (const words of expected.without ?? []) if (report.text.includes(words)) lines.push(`the text still holds "${words}"`);
  for (const claim of expected.claims ?? []) {
    const near = report.claims.filter((c) => c.type === claim.type && cut(report.text, c.trigger).includes(claim.trigger));
    if (near.length === 0) lines.push(`no ${claim.type} with the trigger "${claim.trigger}"`);
    else if (!near.some((c) => differences(claim, c, report).length === 0)) {
      lines.push(`${claim.type} "${claim.trigger}": ${differences(claim, near[0] as Claim, report).join('; ')}`);
    }
  }
  for (const type of expected.noClaims ?? []) {
    for (const c of report.claims) if (c.type === type) lines.push(`a ${type} that is none: "${cut(report.text, c.sentence)}"`);
  }
  for (const quote of expected.quotes ?? []) {
    const holds = report.quotes.some(
      (q) =>
        cut(report.text, q.content).includes(quote.words) &&
        namesOf({ ...(q.speaker ? { entity: q.speaker } : {}), span: q.speakerSpan }, report).some((n) => n.includes(quote.speaker)),
    );
    if (!holds) lines.push(`no quote of ${quote.speaker} with "${quote.words}"`);
  }
  for (const code of expected.notes ?? []) if (!report.notes.some((n) => n.code === code)) lines.push(`no note ${code}`);
  return lines;
}

/** How a claim differs from what is expected of it. */
function differences(wanted: ExpectedClaim, claim: Claim, report: CodedReport): string[] {
  const lines: string[] = [];
  const check = (what: string, expected: string | undefined, got: string | null | undefined): void => {
    if (expected !== undefined && expected !== got) lines.push(`${what} is ${got ?? 'missing'}, not ${expected}`);
  };
  check('stage', wanted.stage, claim.stage);
  check('polarity', wanted.polarity, claim.polarity);
  check('from', wanted.from, claim.when?.from);
  check('to', wanted.to, claim.when?.to);
  if (wanted.responsibility !== undefined && !claim.actor.some((a) => a.responsibility === wanted.responsibility)) {
    lines.push(`no actor is ${wanted.responsibility}`);
  }
  const speakers = claim.saidBy.map((s) => ({ ...(s.speaker ? { entity: s.speaker } : {}), span: s.span }));
  const fillers = { actor: claim.actor, target: claim.target, object: claim.object, instrument: claim.instrument, saidBy: speakers };
  for (const [role, list] of Object.entries(fillers)) {
    for (const words of wanted[role as keyof typeof fillers] ?? []) {
      if (!list.some((f) => namesOf(f, report).some((n) => n.includes(words)))) lines.push(`no ${role} "${words}"`);
    }
    if (wanted[role as keyof typeof fillers]?.length === 0 && list.length > 0) lines.push(`${role} is filled`);
  }
  if (wanted.where !== undefined && !(claim.where && namesOf(claim.where, report).some((n) => n.includes(wanted.where as string)))) {
    lines.push(`not in ${wanted.where}`);
  }
  for (const toll of wanted.toll ?? []) if (!claim.toll.some((t) => tollInShort(t) === toll)) lines.push(`no toll ${toll}`);
  return lines;
}

/** The words and all names of a filler. */
function namesOf(filler: { readonly entity?: string; readonly span: Span | null }, report: CodedReport): string[] {
  const entity = report.entities.find((e) => e.id === filler.entity);
  return [...(filler.span ? [cut(report.text, filler.span)] : []), ...(entity ? [entity.name, ...entity.aliases] : [])];
}

const tollInShort = (t: Toll): string => `${t.effect} ${t.low}${t.high === t.low ? '' : `-${t.high ?? ''}`}`;

/** Everything that a reading says, in the form of `expected.json`: a first draft for a person to prune and mend. */
export function draftOf(report: CodedReport): Expected {
  const roles = (fillers: readonly { readonly span: Span }[]): string[] | undefined =>
    fillers.length ? fillers.map((f) => cut(report.text, f.span)) : undefined;
  const claim = (c: Claim): ExpectedClaim =>
    JSON.parse(
      JSON.stringify({
        type: c.type,
        trigger: cut(report.text, c.trigger),
        stage: c.stage,
        polarity: c.polarity === 'affirmed' ? undefined : c.polarity,
        actor: roles(c.actor),
        responsibility: c.actor[0]?.responsibility,
        target: roles(c.target),
        object: roles(c.object),
        instrument: roles(c.instrument),
        from: c.when?.from,
        to: c.when?.to,
        where: c.where ? cut(report.text, c.where.span) : undefined,
        toll: c.toll.length ? c.toll.map(tollInShort) : undefined,
        saidBy: roles(c.saidBy),
      }),
    ) as ExpectedClaim;
  const names = (id: string | null): string | undefined => report.entities.find((e) => e.id === id)?.name;
  return {
    title: report.title,
    publisher: report.publisher,
    published: { date: report.published.date, basis: report.published.basis },
    origins: report.origins.map(({ name, relation }) => ({ name, relation })),
    starts: report.text.slice(0, 60),
    ends: report.text.slice(-60),
    claims: report.claims.map(claim),
    quotes: report.quotes.map((q) => ({
      speaker: names(q.speaker) ?? (q.speakerSpan ? cut(report.text, q.speakerSpan) : ''),
      words: cut(report.text, q.content).slice(0, 60),
    })),
  };
}
