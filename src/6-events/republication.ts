import { cut } from '../0-terms/span.ts';
import type { Claim } from '../5-claims/coded-report.ts';
import type { RepublicationEdge, RepublicationReason } from './conflict-event.ts';
import type { CopyPair } from './copies/find-copies.ts';
import type { MergeReport } from './merge-report.ts';

/** A report with its claims about the event in question. */
export interface Account {
  readonly report: MergeReport;
  readonly claims: readonly Claim[];
}
type Reason = RepublicationEdge['reasons'][number];

/** Fewer words may be said alike by two who heard different speakers. */
const QUOTE_WORDS = 8;

/** Copy pairs by the two reports' ids, in either order. */
export type CopiesByPair = ReadonlyMap<string, CopyPair>;
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
export const copiesByPair = (pairs: readonly CopyPair[]): CopiesByPair => new Map(pairs.map((pair) => [pairKey(pair.a, pair.b), pair]));

/** Which of an event's reports go back to which others, with a reason for each edge. */
export function republicationOf(accounts: readonly Account[], copies: CopiesByPair): RepublicationEdge[] {
  const edges: RepublicationEdge[] = [];
  accounts.forEach((one, at) => {
    for (const two of accounts.slice(at + 1)) {
      if (one.report.id === two.report.id) continue;
      const [from, to] = later(one, two) ? [one, two] : [two, one];
      const reasons = reasonsFor(from, to, copies);
      if (reasons.length > 0) edges.push({ from: from.report.id, to: to.report.id, reasons });
    }
  });
  return edges;
}

/** How many independent origins reports have, when those that an edge joins count once. */
export function countOrigins(reports: readonly string[], edges: readonly RepublicationEdge[]): number {
  const home = new Map(reports.map((id) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    while (home.get(at) !== at && home.has(at)) at = home.get(at) as string;
    return at;
  };
  for (const { from, to } of edges) home.set(find(from), find(to));
  return new Set(reports.map(find)).size;
}

/** Time decides; on one day the shorter text is taken for the cut one. */
function later(a: Account, b: Account): boolean {
  const [one, two] = [a.report.published.date ?? '', b.report.published.date ?? ''];
  if (one !== '' && two !== '' && one !== two) return one > two;
  return a.report.text.length === b.report.text.length ? a.report.id > b.report.id : a.report.text.length < b.report.text.length;
}

function reasonsFor(from: Account, to: Account, copies: CopiesByPair): Reason[] {
  const reasons: Reason[] = [];
  const say = (reason: RepublicationReason, text: string): void => void reasons.push({ reason, text });
  const copy = copies.get(pairKey(from.report.id, to.report.id));
  if (copy !== undefined) {
    const share = copy.a === from.report.id ? copy.shareA : copy.shareB;
    say('copied-passages', `${Math.round(100 * share)} % of its words stand in the other (${copy.kind} copy, ${copy.words} words)`);
  }
  const credits = ({ report }: Account, relations: readonly string[]): string[] =>
    report.origins.filter(({ relation }) => relations.includes(relation)).map(({ name }) => name);
  for (const [one, two] of [
    [from, to],
    [to, from],
  ] as const) {
    const publisher = two.report.publisher;
    const named = credits(one, ['credited', 'reported-by']).find((name) => publisher !== null && plain(name) === plain(publisher));
    if (named !== undefined) say('credit-line', one === from ? `credits ${named}` : `is credited by the other as ${named}`);
  }
  const sharedName = (relations: readonly string[]): string | undefined =>
    credits(from, relations).find((name) => credits(to, relations).some((other) => plain(other) === plain(name)));
  const credited = sharedName(['credited', 'reported-by']);
  if (credited !== undefined) say('credit-line', `both credit ${credited}`);
  const agency = sharedName(['agency']);
  if (agency !== undefined) say('agency', `both carry ${agency}`);
  const quote = onlySaid(from.claims) && onlySaid(to.claims) ? sharedQuote(from.report, to.report) : null;
  if (quote !== null) say('shared-quote', `both quote “${quote}”`);
  const statement = sharedStatement(from, to);
  if (statement !== null) say('shared-statement', `both have it from ${statement}`);
  return reasons;
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Nothing of it is told in the report's own voice. */
const onlySaid = (claims: readonly Claim[]): boolean => claims.length > 0 && claims.every(({ saidBy }) => saidBy.length > 0);

/** Somebody named, on whose word alone both tell the event. A mere "police" may be two officers asked by two papers. */
function sharedStatement(a: Account, b: Account): string | null {
  if (!onlySaid(a.claims) || !onlySaid(b.claims)) return null;
  const speakers = ({ report, claims }: Account): Map<string, string> => {
    const names = new Map<string, string>();
    for (const { saidBy } of claims) {
      const last = saidBy.at(-1);
      const entity = report.entities.find(({ id }) => id === last?.speaker);
      if (entity !== undefined && /^\p{Lu}/u.test(entity.name) && entity.name.includes(' ')) names.set(plain(entity.name), entity.name);
    }
    return names;
  };
  const ofB = speakers(b);
  for (const [key, name] of speakers(a)) if (ofB.has(key)) return name;
  return null;
}

/** The beginning of a quotation that stands in both, word for word. */
function sharedQuote(a: MergeReport, b: MergeReport): string | null {
  const bare = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const other = bare(b.text);
  for (const { direct, content } of a.quotes) {
    if (!direct) continue;
    const words = cut(a.text, content);
    const key = bare(words);
    if (key.split(' ').length >= QUOTE_WORDS && other.includes(key)) return words.length > 60 ? `${words.slice(0, 57)}…` : words;
  }
  return null;
}
