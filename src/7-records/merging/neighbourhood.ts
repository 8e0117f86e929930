import type { Database } from 'better-sqlite3';
import { anchorsOf } from '../../6-events/decision.ts';
import type { Outline } from '../../6-events/outline.ts';
import type { Link } from '../../6-events/same/cluster.ts';
import { inOrder } from '../../6-events/same/sketch.ts';
import { SAME_THRESHOLD } from '../../6-events/same/thresholds.ts';
import { decisionsAbout } from '../decisions.ts';
import { prepared } from '../prepared.ts';
import { type MergeIndex, PER_REPORT, reportOf } from './merge-index.ts';

/** An account with its number and the event that it was in. */
export interface Member {
  readonly happening: number;
  readonly outline: Outline;
  readonly event: string | null;
}
export interface Neighbourhood {
  /** In order of publication. */
  readonly members: readonly Member[];
  /** By the members' places in the list. */
  readonly links: readonly Link[];
}

const SHAPING: ReadonlySet<string> = new Set(['same', 'different', 'split']);

/**
 * All accounts that can be of one event with those that were touched: joined by likely links, directly or through others, by a person's ruling, or in
 * one event until now. What lies outside gathers as it did before.
 */
export function neighbourhoodOf(db: Database, index: MergeIndex, events: ReadonlySet<string>): Neighbourhood {
  const found = new Map<number, Member>();
  const waiting: number[] = [...index.happenings];
  const ruled = new Set<string>();
  const seenEvents = new Set<string>();
  const ofEvent = (event: string): void => {
    if (seenEvents.has(event)) return;
    seenEvents.add(event);
    const rows = prepared(db, 'SELECT happening FROM event_accounts WHERE event = ?').all(event) as { happening: number }[];
    for (const { happening } of rows) waiting.push(happening);
  };
  for (const event of events) ofEvent(event);
  for (let happening = waiting.pop(); happening !== undefined; happening = waiting.pop()) {
    if (found.has(happening)) continue;
    const outline = index.sketch(reportOf(happening))?.happenings[happening % PER_REPORT];
    if (outline === undefined) continue;
    const home = prepared(db, 'SELECT event FROM event_accounts WHERE happening = ?').get(happening) as { event: string } | undefined;
    found.set(happening, { happening, outline, event: home?.event ?? null });
    if (home !== undefined) ofEvent(home.event);
    const likely = prepared(db, 'SELECT b FROM merge_links WHERE a = ? AND probability >= ?').all(happening, SAME_THRESHOLD) as {
      b: number;
    }[];
    for (const { b } of likely) waiting.push(b);
    waiting.push(...ruledWith(db, index, outline.report, ruled));
  }
  const members = [...found.values()].sort((a, b) => {
    const [one, two] = [index.sketch(reportOf(a.happening)), index.sketch(reportOf(b.happening))];
    return (one && two ? inOrder(one, two) : 0) || a.happening - b.happening;
  });
  const place = new Map(members.map(({ happening }, at) => [happening, at]));
  const links = members.flatMap(({ happening }, a) => {
    const rows = prepared(db, 'SELECT b, probability FROM merge_links WHERE a = ?').all(happening) as { b: number; probability: number }[];
    return rows.flatMap(({ b: other, probability }): Link[] => {
      const b = place.get(other);
      return b !== undefined && a < b ? [{ a, b, probability }] : [];
    });
  });
  return { members, links };
}

/** The happenings of all reports on which a person ruled together with this one. */
function ruledWith(db: Database, index: MergeIndex, report: string, seen: Set<string>): number[] {
  if (seen.has(report)) return [];
  seen.add(report);
  const rulings = decisionsAbout(db, [report]).filter(({ ruling }) => SHAPING.has(ruling.kind));
  const reports = new Set(rulings.flatMap(({ ruling }) => anchorsOf(ruling).map((anchor) => anchor.report)));
  return [...reports].flatMap((one) => {
    const n = index.numberOf(one);
    return n === null ? [] : (index.sketch(n)?.happenings ?? []).map((_, at) => n * PER_REPORT + at);
  });
}
