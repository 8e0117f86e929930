import { type Decision, findAnchor } from './decision.ts';
import { type Happening, happeningsOf, withClaims } from './happening.ts';
import type { MergeReport } from './merge-report.ts';
import { type Sketch, sketchOf } from './same/sketch.ts';
import type { WordWeights } from './same/word-weights.ts';

/** What merging needs to know of one report under the decisions that hold: without the claims that people rejected, happenings split where they said so. */
export function prepare(report: MergeReport, held: readonly Decision[], weights: WordWeights): Sketch {
  const rejected = held.flatMap(({ ruling }) => (ruling.kind === 'reject' ? ruling.claims : []));
  const gone = new Set(rejected.flatMap((anchor) => (anchor.report === report.id ? (findAnchor(anchor, report.claims)?.id ?? []) : [])));
  const told = gone.size === 0 ? report : { ...report, claims: report.claims.filter(({ id }) => !gone.has(id)) };
  return sketchOf(told, divided(told, happeningsOf(told), held), weights);
}

/** A happening of the report of which a person split off some claims is two. */
function divided(report: MergeReport, happenings: readonly Happening[], held: readonly Decision[]): Happening[] {
  let parts = [...happenings];
  for (const { ruling } of held) {
    if (ruling.kind !== 'split') continue;
    const off = new Set(ruling.off.flatMap((anchor) => (anchor.report === report.id ? (findAnchor(anchor, report.claims)?.id ?? []) : [])));
    if (off.size === 0) continue;
    parts = parts.flatMap((happening) => {
      const [gone, kept] = [happening.claims.filter(({ id }) => off.has(id)), happening.claims.filter(({ id }) => !off.has(id))];
      if (gone.length === 0 || kept.length === 0) return [happening];
      return [withClaims(report, kept, happening.main), withClaims(report, gone, false)];
    });
  }
  return parts;
}
