import { buildEvent } from './build-event.ts';
import type { ConflictEvent } from './conflict-event.ts';
import { findCopies } from './copies/find-copies.ts';
import { type ClaimAnchor, type Decision, findAnchor } from './decision.ts';
import { type Happening, happeningsOf } from './happening.ts';
import type { MergeKit } from './merge-kit.ts';
import type { MergeReport } from './merge-report.ts';
import { standing } from './questions.ts';
import { copiesByPair } from './republication.ts';
import { CandidateIndex } from './same/candidates.ts';
import { cluster, type Link } from './same/cluster.ts';
import { decideSame } from './same/decide.ts';
import type { Side } from './same/features.ts';
import { sketchOf } from './same/sketch.ts';
import { SAME_THRESHOLD, UNSEEN } from './same/thresholds.ts';

/**
 * Events out of many reports: accounts of one happening gathered, copies told apart from confirmations, disagreement kept. What a person decided
 * comes before what the machine finds. The order in which reports are given makes no difference.
 */
export function merge(reports: readonly MergeReport[], kit: MergeKit, decisions: readonly Decision[] = []): ConflictEvent[] {
  const held = standing(decisions);
  const ordered = withoutRejected(inOrder(reports), held);
  const gathered = gather(ordered, kit, held);
  const byId = new Map(ordered.map((report) => [report.id, report]));
  const copies = copiesByPair(findCopies(ordered));
  return gathered
    .flatMap((story) => byGroup(story, held))
    .filter((happenings) => happenings.some(({ claims }) => claims.length > 0))
    .map((happenings) => buildEvent({ happenings, reports: byId, copies, decisions: held }));
}

/** The accounts of all reports, gathered by happening; also those of reports without claims, by their words. */
export function gather(reports: readonly MergeReport[], kit: MergeKit, decisions: readonly Decision[] = []): Happening[][] {
  const held = standing(decisions);
  const sides: Side[] = inOrder(reports).flatMap((report) => {
    const sketch = sketchOf(report, kit.wordWeights);
    return happeningsOf(report).map((happening) => ({ happening, sketch }));
  });
  const links: Link[] = [];
  const index = new CandidateIndex();
  sides.forEach((side, b) => {
    for (const a of index.meet(b, side)) {
      const other = sides[a] as Side;
      if (!comparable(other.happening, side.happening)) continue;
      const { probability } = decideSame(other, side, kit.sameEvent);
      if (probability > UNSEEN) links.push({ a, b, probability });
    }
  });
  const { together, apart } = ruled(sides, held);
  const ruledTogether = new Set(together.flat());
  const groups = cluster(sides.length, links, {
    threshold: SAME_THRESHOLD,
    unseen: UNSEEN,
    together,
    // What one report tells as two happenings is two, unless a person says otherwise.
    apart: (a, b) =>
      apart.has(`${Math.min(a, b)} ${Math.max(a, b)}`) ||
      (sides[a]?.happening.report === sides[b]?.happening.report && !(ruledTogether.has(a) && ruledTogether.has(b))),
  });
  return groups.map((members) => members.map((at) => (sides[at] as Side).happening));
}

/** The main things of two reports are compared whatever they are; else what happened with what happened, within a group of types. */
function comparable(a: Happening, b: Happening): boolean {
  if (a.report === b.report) return false;
  if (a.main && b.main) return true;
  return a.group === b.group && a.done === b.done;
}

/** The numbers of the accounts that a person put together and kept apart; of two rulings on one pair the later stands. */
function ruled(sides: readonly Side[], decisions: readonly Decision[]): { together: [number, number][]; apart: Set<string> } {
  const last = new Map<string, { pair: [number, number]; kind: 'same' | 'different' }>();
  const find = (anchor: ClaimAnchor): number =>
    sides.findIndex(({ happening }) => happening.report === anchor.report && findAnchor(anchor, happening.claims) !== null);
  for (const { ruling } of decisions) {
    if (ruling.kind !== 'same' && ruling.kind !== 'different') continue;
    const [a, b] = [find(ruling.a), find(ruling.b)].sort((x, y) => x - y) as [number, number];
    if (a >= 0 && a !== b) last.set(`${a} ${b}`, { pair: [a, b], kind: ruling.kind });
  }
  const all = [...last];
  return {
    together: all.flatMap(([, { pair, kind }]) => (kind === 'same' ? [pair] : [])),
    // The two reports' other accounts of such acts are likely of the same two happenings, so they stay apart as well.
    apart: new Set(
      all.flatMap(([, { pair, kind }]) => {
        const alike = (at: number): number[] => {
          const { report, group } = (sides[at] as Side).happening;
          return sides.flatMap(({ happening }, n) => (happening.report === report && happening.group === group ? [n] : []));
        };
        return kind === 'same' ? [] : alike(pair[0]).flatMap((a) => alike(pair[1]).map((b) => `${Math.min(a, b)} ${Math.max(a, b)}`));
      }),
    ),
  };
}

/**
 * A story may gather what was done and what came of it: a shooting and the arrest for it are two events. Accounts of other groups of types are
 * split off, unless a person put them together.
 */
function byGroup(story: readonly Happening[], decisions: readonly Decision[]): Happening[][] {
  const groups = new Map<string, Happening[]>();
  for (const happening of story) {
    const key = `${happening.group} ${happening.done}`;
    groups.set(key, [...(groups.get(key) ?? []), happening]);
  }
  const holding = (anchor: ClaimAnchor): string | undefined =>
    [...groups].find(([, list]) => list.some(({ report, claims }) => report === anchor.report && findAnchor(anchor, claims) !== null))?.[0];
  for (const { ruling } of decisions) {
    if (ruling.kind !== 'same') continue;
    const [a, b] = [holding(ruling.a), holding(ruling.b)];
    if (a === undefined || b === undefined || a === b) continue;
    groups.set(a, [...(groups.get(a) ?? []), ...(groups.get(b) ?? [])]);
    groups.delete(b);
  }
  return [...groups.values()];
}

/** By day of publication, then by id; a report that is given twice counts once. */
function inOrder(reports: readonly MergeReport[]): MergeReport[] {
  const unique = new Map(reports.map((report) => [report.id, report]));
  const day = ({ published }: MergeReport): string => published.date ?? '9999';
  return [...unique.values()].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.id < b.id ? -1 : 1));
}

function withoutRejected(reports: readonly MergeReport[], decisions: readonly Decision[]): MergeReport[] {
  const rejected = decisions.flatMap(({ ruling }) => (ruling.kind === 'reject' ? ruling.claims : []));
  if (rejected.length === 0) return [...reports];
  return reports.map((report) => {
    const gone = new Set(rejected.filter((anchor) => anchor.report === report.id).map((anchor) => findAnchor(anchor, report.claims)?.id));
    return gone.size === 0 ? report : { ...report, claims: report.claims.filter(({ id }) => !gone.has(id)) };
  });
}
