import type { Claim, ReportRecord, Span } from '../../src/index.ts';

/** What a marked word is to a claim. The first in this order gives a word its look where several meet. */
export const KINDS = ['trigger', 'actor', 'target', 'place', 'time', 'toll', 'source'] as const;
export type Kind = (typeof KINDS)[number];

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
}

export const marksOf = ({ claims }: ReportRecord): Mark[] => claims.flatMap((claim, n) => marksOfClaim(claim, n));

function marksOfClaim(claim: Claim, n: number): Mark[] {
  const mark =
    (kind: Kind) =>
    (span: Span): Mark => ({ span, kind, claim: n });
  return [
    mark('trigger')(claim.trigger),
    ...claim.actor.map(({ span }) => span).map(mark('actor')),
    ...[...claim.target, ...claim.object, ...claim.instrument].map(({ span }) => span).map(mark('target')),
    ...(claim.where ? [mark('place')(claim.where.span)] : []),
    ...(claim.when?.span ? [mark('time')(claim.when.span)] : []),
    ...claim.toll.map(({ span }) => span).map(mark('toll')),
    ...claim.saidBy.flatMap(({ span, cue }) => (cue ? [span, cue] : [span])).map(mark('source')),
  ];
}

/** The text by paragraphs, each cut where a mark begins or ends. */
export function paragraphs(text: string, marks: readonly Mark[]): Stretch[][] {
  const out: Stretch[][] = [];
  let at = 0;
  for (const part of text.split(/(\n\s*\n)/)) {
    if (/\S/.test(part)) out.push(cutUp(text, at, at + part.length, marks));
    at += part.length;
  }
  return out;
}

function cutUp(text: string, start: number, end: number, marks: readonly Mark[]): Stretch[] {
  const here = marks.filter(({ span }) => span[0] < end && start < span[1]);
  const edges = [...new Set([start, end, ...here.flatMap(({ span }) => [Math.max(span[0], start), Math.min(span[1], end)])])].sort(
    (a, b) => a - b,
  );
  return edges.slice(1).map((to, n) => {
    const from = edges[n] ?? start;
    return { from, text: text.slice(from, to), marks: here.filter(({ span }) => span[0] <= from && to <= span[1]) };
  });
}
