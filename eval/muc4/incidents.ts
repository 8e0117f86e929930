import { cut } from '../../src/0-terms/span.ts';
import type { Claim, CodedReport } from '../../src/5-claims/coded-report.ts';

/** The claims of a report that are about one incident, and its MUC-4 type. */
export interface Incident {
  readonly type: string;
  readonly claims: readonly Claim[];
}

/** How old an incident may be before it is mere background: two months before the report. */
const OLDEST_DAYS = 62;

/**
 * Claims gathered into incidents: of one type, with no contrary day or place, and with a filler in common or with the fillers of one of them missing.
 * A killing joins the bombing or kidnapping in which it happened.
 */
export function incidentsOf(report: CodedReport, mucType: (type: string) => string | undefined): Incident[] {
  const incidents: { type: string; claims: Claim[] }[] = [];
  for (const claim of report.claims) {
    const type = typeOf(claim, report, mucType);
    if (type === undefined || claim.polarity === 'denied' || isOld(claim, report)) continue;
    const home = incidents.find(
      (i) => (i.type === type || i.type === 'ATTACK' || type === 'ATTACK') && i.claims.every((c) => together(c, claim, report)),
    );
    if (!home) incidents.push({ type, claims: [claim] });
    else {
      home.claims.push(claim);
      if (home.type === 'ATTACK') home.type = type;
    }
  }
  return incidents;
}

/** The crosswalk's type; destruction is robbery only where something is taken. */
function typeOf(claim: Claim, report: CodedReport, mucType: (type: string) => string | undefined): string | undefined {
  const type = mucType(claim.type);
  if (type === 'ROBBERY' && !/rob|loot|steal|stole|theft|ransack|took|seiz/i.test(cut(report.text, claim.trigger))) return 'ATTACK';
  return type;
}

function isOld(claim: Claim, report: CodedReport): boolean {
  if (claim.when === null || report.published.date === null) return false;
  return Date.parse(report.published.date) - Date.parse(claim.when.to) > OLDEST_DAYS * 86_400_000;
}

/** Whether two claims can be about one incident. */
function together(a: Claim, b: Claim, report: CodedReport): boolean {
  if (a.when && b.when && (a.when.to < b.when.from || b.when.to < a.when.from)) return false;
  const [x, y] = [names(a, report), names(b, report)];
  const shared = [...x].some((n) => y.has(n));
  if (shared) return true;
  if (a.where && b.where && a.where.entity !== b.where.entity) return false;
  if (x.size === 0 || y.size === 0) return true;
  // Told on one day, in one place, in neighbouring sentences: one incident with several targets.
  return a.type === b.type && sameDay(a, b) && Math.abs(a.sentence[0] - b.sentence[0]) < NEAR_CHARACTERS;
}

/** About three sentences. */
const NEAR_CHARACTERS = 600;
const sameDay = (a: Claim, b: Claim): boolean => a.when?.from === b.when?.from && a.when?.to === b.when?.to;
const names = (c: Claim, report: CodedReport): ReadonlySet<string> =>
  new Set([...c.target, ...c.object].map((f) => f.entity ?? cut(report.text, f.span).toLowerCase()));
