import type { Span } from '../0-terms/span.ts';
import type { Claim } from '../5-claims/coded-report.ts';
import type { Ink } from './ink.ts';
import type { Run } from './wrap.ts';
import { run } from './wrap.ts';

/** More of a sentence than this is left out left and right of the trigger. */
const LONGEST = 700;

/** Every span of the text that a value of the claim stands on, the trigger left out. */
export function evidenceOf(claim: Claim): Span[] {
  return [
    ...[...claim.actor, ...claim.target, ...claim.object, ...claim.instrument, ...claim.toll].map(({ span }) => span),
    ...(claim.where ? [claim.where.span] : []),
    ...(claim.when?.span ? [claim.when.span] : []),
    ...claim.saidBy.flatMap(({ span, cue }) => (cue ? [span, cue] : [span])),
  ];
}

/**
 * The claim's sentence with the trigger and the evidence marked: by tone where there is colour, else the trigger *so* and the
 * evidence [so].
 */
export function markedSentence(claim: Claim, text: string, ink: Ink): Run[] {
  const [start, end] = clip(claim, text);
  const evidence = union(evidenceOf(claim), start, end);
  // A sentence that brings its own quotation marks needs none around it.
  const [open, close] = /^["“‘']|["”’']$/.test(text.slice(start, end).trim()) ? ['', ''] : ['“', '”'];
  const runs: Run[] = [run(start > claim.sentence[0] ? `${open}… ` : open, 'dim')];
  let at = start;
  const upTo = (next: number): void => {
    for (const piece of pieces(at, next, claim.trigger)) {
      if (piece.trigger) runs.push(run(ink.colour ? text.slice(piece.from, piece.to) : `*${text.slice(piece.from, piece.to)}*`, 'trigger'));
      else if (piece.from < piece.to) runs.push(run(text.slice(piece.from, piece.to), 'dim'));
    }
    at = Math.max(at, next);
  };
  for (const [from, to] of evidence) {
    upTo(from);
    const inside: Run[] = pieces(from, to, claim.trigger).map((piece) =>
      piece.trigger
        ? run(ink.colour ? text.slice(piece.from, piece.to) : `*${text.slice(piece.from, piece.to)}*`, 'trigger')
        : run(text.slice(piece.from, piece.to), 'evidence'),
    );
    const onlyTrigger = inside.every(({ tone }) => tone === 'trigger');
    runs.push(...(ink.colour || onlyTrigger ? inside : [run('[', 'evidence'), ...inside, run(']', 'evidence')]));
    at = to;
  }
  upTo(end);
  runs.push(run(end < claim.sentence[1] ? ` …${close}` : close, 'dim'));
  return runs;
}

function clip({ sentence, trigger }: Claim, text: string): Span {
  if (sentence[1] - sentence[0] <= LONGEST) return sentence;
  const half = LONGEST / 2;
  const from = Math.max(sentence[0], trigger[0] - half);
  const to = Math.min(sentence[1], Math.max(trigger[0], trigger[1] - half) + half);
  const space = (at: number, step: number): number => {
    for (let n = 0; n < 40; n++) if (/\s/.test(text[at + n * step] ?? '')) return at + n * step;
    return at;
  };
  return [from > sentence[0] ? space(from, 1) : from, to < sentence[1] ? space(to, -1) : to];
}

/** Sorted, merged where they touch, and cut to the window. */
function union(spans: readonly Span[], start: number, end: number): Span[] {
  const inside = spans.map(([from, to]): Span => [Math.max(from, start), Math.min(to, end)]).filter(([from, to]) => from < to);
  inside.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const merged: [number, number][] = [];
  for (const [from, to] of inside) {
    const last = merged.at(-1);
    if (last && from < last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** The stretch [from, to) parted at the edges of the trigger. */
function pieces(from: number, to: number, trigger: Span): { from: number; to: number; trigger: boolean }[] {
  const a = Math.min(Math.max(trigger[0], from), to);
  const b = Math.min(Math.max(trigger[1], from), to);
  return [
    { from, to: a, trigger: false },
    { from: a, to: b, trigger: true },
    { from: b, to, trigger: false },
  ].filter((piece) => piece.from < piece.to);
}
