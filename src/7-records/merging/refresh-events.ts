import type { Database } from 'better-sqlite3';
import { buildEvent, eventId } from '../../6-events/build-event.ts';
import { type MergeKit, mergingModel } from '../../6-events/merge-kit.ts';
import type { MergeReport } from '../../6-events/merge-report.ts';
import type { Outline } from '../../6-events/outline.ts';
import { prepare } from '../../6-events/prepare.ts';
import { standing } from '../../6-events/questions.ts';
import { eventsOfStory, settle } from '../../6-events/settle.ts';
import { settleChanges } from '../changes.ts';
import { decisionsAbout } from '../decisions.ts';
import type { RefreshProgress } from '../event-store.ts';
import { prepared } from '../prepared.ts';
import { copiesOf } from './copies.ts';
import { KeptReports } from './kept-reports.ts';
import { MergeIndex, PER_REPORT, reportOf } from './merge-index.ts';
import { type Member, neighbourhoodOf } from './neighbourhood.ts';
import { removeEvent, writeEvent } from './write-event.ts';

/** Reports merged in one transaction: many share the cost of writing, and a stop between two loses nothing. */
const BATCH = 100;
/** So few that a server can wait for them between two answers. */
const PIECE = 20;

/**
 * Merges what was added, changed, ruled on or deleted since the last time: only these reports are looked at, those that they meet, and the events
 * that all of them are in. In transactions of a hundred reports, each all or nothing: after a stop the rest is merged the next time. True when
 * something was to do.
 */
export function refreshEvents(db: Database, kit: MergeKit, progress?: (at: RefreshProgress) => void): boolean {
  forModel(db, kit);
  let done = 0;
  for (;;) {
    const merged = db.transaction(() => mergeSome(db, kit, BATCH)).immediate();
    if (merged === 0) return done > 0;
    done += merged;
    progress?.({ done, of: done + (prepared(db, 'SELECT count(*) AS many FROM merge_pending').get() as { many: number }).many });
  }
}

/** Merges a few of the reports that are due, in one short transaction, so that whoever serves others can answer in between; true when more are due. */
export function refreshSomeEvents(db: Database, kit: MergeKit): boolean {
  forModel(db, kit);
  return db.transaction(() => mergeSome(db, kit, PIECE)).immediate() === PIECE;
}

/** A newer model of sameness merges all anew. */
function forModel(db: Database, kit: MergeKit): void {
  const model = mergingModel(kit);
  const known = (): boolean => (prepared(db, 'SELECT model FROM merge_state').get() as { model: string } | undefined)?.model === model;
  if (known()) return;
  db.transaction(() => {
    if (known()) return;
    db.prepare('UPDATE merge_state SET model = ?').run(model);
    db.exec('INSERT OR IGNORE INTO merge_pending SELECT report FROM merge_reports');
  }).immediate();
}

/** Merges up to `most` of the reports that are due, in the order in which they were added; how many. */
function mergeSome(db: Database, kit: MergeKit, most: number): number {
  const due = prepared(
    db,
    `SELECT merge_pending.report AS report FROM merge_pending LEFT JOIN report_numbers ON report_numbers.report = merge_pending.report
     ORDER BY n, merge_pending.report LIMIT ?`,
  ).all(most) as { report: string }[];
  if (due.length === 0) return 0;
  const index = new MergeIndex(db, kit);
  const kept = new KeptReports(db);
  const events = new Set<string>();
  for (const { report } of due) {
    renew(db, kit, index, kept, events, report);
    prepared(db, 'DELETE FROM merge_pending WHERE report = ?').run(report);
  }
  settleEvents(db, index, kept, events);
  return due.length;
}

/** Brings the index up to date with one report; `events` gathers those that it was in. */
function renew(db: Database, kit: MergeKit, index: MergeIndex, kept: KeptReports, events: Set<string>, report: string): void {
  const n = index.numberOf(report);
  const old = n === null ? null : index.sketch(n);
  const now = kept.get(report);
  const sketch = now === null ? null : prepare(now, standing(decisionsAbout(db, [report])), kit.wordWeights);
  if (n !== null && old !== null) {
    const [from, to] = [n * PER_REPORT, (n + 1) * PER_REPORT - 1];
    for (const { event } of prepared(db, 'SELECT DISTINCT event FROM event_accounts WHERE happening BETWEEN ? AND ?').all(from, to) as {
      event: string;
    }[])
      events.add(event);
    index.remove(n, old);
    prepared(db, 'DELETE FROM event_accounts WHERE happening BETWEEN ? AND ?').run(from, to);
  }
  if (sketch !== null) index.retold.add(index.add(sketch, n));
  else if (n !== null) prepared(db, 'DELETE FROM merge_reports WHERE n = ?').run(n);
}

/** Gathers anew what hangs together with what was touched, and writes the events that are others than before. */
function settleEvents(db: Database, index: MergeIndex, reports: KeptReports, touched: ReadonlySet<string>): void {
  const { members, links } = neighbourhoodOf(db, index, touched);
  const byOutline = new Map<Outline, Member>(members.map((member) => [member.outline, member]));
  const numbers = new Map(members.map(({ outline, happening }) => [outline.report, reportOf(happening)]));
  const seniority = (report: string): number => numbers.get(report) ?? Number.POSITIVE_INFINITY;
  const held = standing(decisionsAbout(db, [...numbers.keys()]));
  const events = new Set(touched);
  const before = new Map<string, Set<number>>();
  for (const { happening, event } of members) {
    if (event === null) continue;
    events.add(event);
    before.set(event, (before.get(event) ?? new Set()).add(happening));
  }
  const found = settle(
    members.map(({ outline }) => outline),
    links,
    held,
  ).flatMap((story) => eventsOfStory(story, held));
  const homes = new Map<string, string>();
  const changed: { readonly id: string; readonly accounts: readonly Outline[]; readonly happenings: readonly number[] }[] = [];
  const kept = new Set<string>();
  for (const accounts of found) {
    const id = eventId(accounts, seniority);
    const happenings = accounts.map((outline) => byOutline.get(outline)?.happening as number);
    for (const { report, claims } of accounts) for (const claim of claims) homes.set(`${report} ${claim.id}`, id);
    kept.add(id);
    const known = before.get(id);
    const same = known?.size === happenings.length && happenings.every((one) => known.has(one) && !index.retold.has(reportOf(one)));
    // What lost an account may look the same: the account is not among its members any more.
    if (!same || touched.has(id)) changed.push({ id, accounts, happenings });
  }
  for (const id of events) if (!kept.has(id)) removeEvent(db, id, homes);
  const leave = prepared(db, 'DELETE FROM event_accounts WHERE event = ?');
  const enter = prepared(db, 'INSERT OR REPLACE INTO event_accounts (happening, event) VALUES (?, ?)');
  for (const { id } of changed) leave.run(id);
  for (const { id, accounts, happenings } of changed) {
    const told = reportsOf(reports, accounts);
    writeEvent(db, buildEvent({ accounts, reports: told, copies: copiesOf(db, [...told.keys()]), decisions: held, seniority }));
    for (const happening of happenings) enter.run(happening, id);
  }
  settleChanges(db);
}

function reportsOf(kept: KeptReports, accounts: readonly Outline[]): Map<string, MergeReport> {
  const reports = new Map<string, MergeReport>();
  for (const { report } of accounts) {
    const found = reports.has(report) ? null : kept.get(report);
    if (found !== null) reports.set(report, found);
  }
  return reports;
}
