import type { Claim, Quote, ReportRecord, Span } from '../../src/index.ts';
import { KINDS, type Kind } from '../claim/kinds.ts';

export interface Mark {
  readonly span: Span;
  readonly kind: Kind;
  /** Index of the claim. */
  readonly claim: number;
}

/** A stretch of the text under the same marks throughout. */
export interface Stretch {
  /** Where it begins in the text. */
  readonly from: number;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Whether it stands in a quotation. */
  readonly quoted: boolean;
}

export const marksOf = ({ claims }: Pick<ReportRecord, 'claims'>): Mark[] => claims.flatMap((claim, n) => marksOfClaim(claim, n));

function marksOfClaim(claim: Claim, n: number): Mark[] {
  const mark =
    (kind: Kind) =>
    (span: Span): Mark => ({ span, kind, claim: n });
  return [
    mark('trigger')(claim.trigger),
    ...claim.actor.map(({ span }) => span).map(mark('actor')),
    ...[...claim.target, ...claim.object].map(({ span }) => span).map(mark('target')),
    ...claim.instrument.map(({ span }) => span).map(mark('means')),
    ...(claim.where ? [mark('place')(claim.where.span)] : []),
    ...(claim.when?.span ? [mark('time')(claim.when.span)] : []),
    ...claim.toll.map(({ span }) => span).map(mark('toll')),
    ...claim.saidBy.flatMap(({ span, cue }) => (cue ? [span, cue] : [span])).map(mark('source')),
  ];
}

/** The text by paragraphs, each cut where a mark or a quotation begins or ends. */
export function paragraphs(text: string, marks: readonly Mark[], quotes: readonly Pick<Quote, 'content'>[] = []): Stretch[][] {
  const out: Stretch[][] = [];
  let at = 0;
  for (const part of text.split(/(\n\s*\n)/)) {
    const end = at + part.length;
    if (/\S/.test(part)) out.push(cutUp(text, at, end, marks, quotes));
    at = end;
  }
  return out;
}

/** One passage, cut where marks begin or end. */
export const stretchesOf = (text: string, marks: readonly Mark[]): Stretch[] => cutUp(text, 0, text.length, marks, []);

function cutUp(text: string, start: number, end: number, marks: readonly Mark[], quotes: readonly Pick<Quote, 'content'>[]): Stretch[] {
  const here = marks.filter(({ span }) => span[0] < end && start < span[1]);
  const said = quotes.filter(({ content }) => content[0] < end && start < content[1]);
  const spans = [...here.map(({ span }) => span), ...said.map(({ content }) => content)];
  const edges = [...new Set([start, end, ...spans.flatMap((span) => [Math.max(span[0], start), Math.min(span[1], end)])])].sort(
    (a, b) => a - b,
  );
  return edges.slice(1).map((to, n) => {
    const from = edges[n] ?? start;
    return {
      from,
      text: text.slice(from, to),
      marks: here.filter(({ span }) => span[0] <= from && to <= span[1]).sort((a, b) => a.claim - b.claim),
      quoted: said.some(({ content }) => content[0] <= from && to <= content[1]),
    };
  });
}

/** What is lit in the text: the words of a claim, or just those of one value. */
export interface Lit {
  readonly claim: number | null;
  readonly span: Span | null;
}

/** The marks of a stretch that are lit. */
export const litMarks = ({ from, text, marks }: Stretch, { claim, span }: Lit): readonly Mark[] =>
  span !== null
    ? marks.filter(() => span[0] < from + text.length && from < span[1])
    : claim !== null
      ? marks.filter((mark) => mark.claim === claim)
      : [];

/** The kind that gives a stretch its look: that of the first in the order of kinds. */
export const kindOfMarks = (marks: readonly Mark[]): Kind | null => KINDS.find((kind) => marks.some((mark) => mark.kind === kind)) ?? null;
