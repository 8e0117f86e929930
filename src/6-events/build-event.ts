import { contentId } from '../0-terms/content-id.ts';
import type { Stage } from '../0-terms/stage.ts';
import { EFFECTS } from '../5-claims/coded-report.ts';
import type { ConflictEvent, Disagreement, EventStatus, EventToll } from './conflict-event.ts';
import { anchorsOf, type Decision, findAnchor } from './decision.ts';
import { partiesOf, placeOfEvent, timeOfEvent } from './event-values.ts';
import type { MergeReport } from './merge-report.ts';
import type { Outline } from './outline.ts';
import { type Account, type CopiesByPair, countOrigins, republicationOf } from './republication.ts';
import { tollOfEvent } from './toll-of-event.ts';

export interface BuildRequest {
  /** What reports tell of one happening, in the order of publication. */
  readonly accounts: readonly Outline[];
  readonly reports: ReadonlyMap<string, MergeReport>;
  readonly copies: CopiesByPair;
  /** Those that hold. */
  readonly decisions: readonly Decision[];
  /** The event is named for the account of the report with the smallest. */
  readonly seniority: (report: string) => number;
}

/** The id of the event that these accounts make. */
export function eventId(told: readonly Outline[], seniority: (report: string) => number): string {
  let eldest = told[0];
  for (const one of told) if (eldest !== undefined && seniority(one.report) < seniority(eldest.report)) eldest = one;
  return contentId('e', eldest?.id ?? '');
}

/** One event from the accounts of one happening. */
export function buildEvent({ accounts: told, reports, copies, decisions, seniority }: BuildRequest): ConflictEvent {
  const byReport = new Map<string, Account>();
  for (const { report: id, claims: marks } of told) {
    const report = reports.get(id) as MergeReport;
    const own = marks.flatMap((mark) => report.claims.find((claim) => claim.id === mark.id) ?? []);
    byReport.set(id, { report, claims: [...(byReport.get(id)?.claims ?? []), ...own] });
  }
  const accounts = [...byReport.values()];
  const ids = accounts.map(({ report }) => report.id);
  const republication = republicationOf(accounts, copies);
  const origins = countOrigins(ids, republication);
  const claims = accounts.flatMap(({ report, claims: own }) => own.map(({ id }) => ({ report: report.id, claim: id })));
  const stage = mostFrequent(accounts.flatMap((account) => account.claims.map((claim) => claim.stage))) ?? 'occurred';
  const denied = accounts.every((account) => account.claims.every(({ polarity }) => polarity === 'denied'));
  const toll = tollOfEvent(accounts);
  const when = timeOfEvent(accounts);
  const where = placeOfEvent(accounts, told.find(({ place }) => place !== null)?.place ?? null);
  const holds = decisions.filter((decision) => touches(decision, byReport));
  return {
    id: eventId(told, seniority),
    type: typeOf(accounts),
    stage,
    status: statusOf(stage, denied, origins),
    claims,
    when,
    where,
    actors: partiesOf(accounts, 'actor'),
    targets: partiesOf(accounts, 'target'),
    toll,
    reports: ids,
    origins,
    republication,
    disagreements: [...daysInDispute(accounts), ...tollsInDispute(toll)],
    decisions: holds.map(({ id }) => id),
  };
}

const SHAPING: ReadonlySet<string> = new Set(['same', 'different', 'split']);

const touches = ({ ruling }: Decision, accounts: ReadonlyMap<string, Account>): boolean =>
  SHAPING.has(ruling.kind) && anchorsOf(ruling).some((anchor) => findAnchor(anchor, accounts.get(anchor.report)?.claims ?? []) !== null);

function statusOf(stage: Stage, denied: boolean, origins: number): EventStatus {
  if (denied) return 'denied';
  if (stage !== 'occurred') return stage;
  return origins > 1 ? 'corroborated' : 'single-origin';
}

/** The type that most reports give their surest claim; a type that tells the means or the aim is preferred to "killing", "attack" and "clash". */
function typeOf(accounts: readonly Account[]): string {
  const types = accounts.flatMap(({ claims }) => [...new Set(claims.map(({ type }) => type))]);
  const telling = types.filter((type) => !LOOSE.has(type));
  const most = mostFrequent(types) ?? '';
  const better = mostFrequent(telling);
  // A third of the reports is enough: most paraphrase a bombing as an attack somewhere.
  return better !== null && telling.filter((type) => type === better).length * 3 >= accounts.length ? better : most;
}

const LOOSE = new Set(['killing', 'armed-attack', 'clash']);

function mostFrequent<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Days told by different reports that cannot both be right: both to the day, and not the same. */
function daysInDispute(accounts: readonly Account[]): Disagreement[] {
  const days = new Map<string, Set<string>>();
  for (const { report, claims } of accounts) {
    const first = claims.find(({ when }) => when !== null && when.from === when.to)?.when;
    if (first) days.set(first.from, (days.get(first.from) ?? new Set()).add(report.id));
  }
  return days.size < 2 ? [] : [{ field: 'when', accounts: [...days].map(([value, reports]) => ({ value, reports: [...reports] })) }];
}

function tollsInDispute(toll: Readonly<Partial<Record<string, EventToll>>>): Disagreement[] {
  return EFFECTS.flatMap((field): Disagreement[] => {
    const figures = new Map<string, string[]>();
    for (const { low, high, report } of toll[field]?.accounts ?? []) {
      const value = high === null ? `${low} or more` : low === high ? String(low) : `${low} to ${high}`;
      figures.set(value, [...(figures.get(value) ?? []), report]);
    }
    return figures.size < 2 ? [] : [{ field, accounts: [...figures].map(([value, reports]) => ({ value, reports })) }];
  });
}
