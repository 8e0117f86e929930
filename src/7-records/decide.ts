import type { Database } from 'better-sqlite3';
import { digest } from '../0-terms/content-id.ts';
import { InputError } from '../0-terms/errors.ts';
import { readCorrection } from '../6-events/correction.ts';
import { anchorOf, anchorsOf, type ClaimAnchor, type Decision, findAnchor, type Ruling, undoings } from '../6-events/decision.ts';
import { standing } from '../6-events/questions.ts';
import { noteDecided } from './changes.ts';
import type { Asked, DecisionFilter, KeptDecision } from './decision-store.ts';
import { allDecisions, claimsByReport, writeDecision } from './decisions.ts';
import { findEvent } from './events.ts';
import { expand, findClaim, keptReport } from './find.ts';

/** Adds a decision with the time of this machine. Throws InputError when it names what is not there, or a value that cannot be. */
export function addDecision(db: Database, who: string, why: string, asked: Asked, coder: string | null): Decision {
  return db
    .transaction((): Decision => {
      const ruling = rulingOf(db, asked);
      const at = new Date().toISOString();
      const count = db.prepare('SELECT count(*) FROM decisions').pluck().get() as number;
      const id = `d_${digest(JSON.stringify([count, who, at, why, ruling])).slice(0, 16)}`;
      const decision: Decision = { id, who, coder, at, why, ruling };
      writeDecision(db, decision);
      noteDecided(db, ruling.kind === 'undo' ? undoneBy(db, ruling.decision) : ruling, at);
      return decision;
    })
    .immediate();
}

/** Decisions with what became of them. */
export function listDecisions(db: Database, filter: DecisionFilter = {}): KeptDecision[] {
  const all = allDecisions(db);
  const undone = undoings(all);
  const holding = new Set(standing(all).map(({ id }) => id));
  const claims = new Set<string>();
  const narrow = (ids: readonly string[]): void => {
    for (const id of ids) claims.add(id);
  };
  if (filter.event !== undefined) narrow(anchorsOfId(db, eventId(filter.event)).map(({ claim }) => claim));
  if (filter.claim !== undefined) narrow([anchorsOfId(db, claimId(filter.claim))[0]?.claim ?? '']);
  const report = filter.report === undefined ? null : (expand(db, 'reports', filter.report) ?? filter.report);
  const byId = new Map(all.map((one) => [one.id, one]));
  const anchors = ({ ruling }: Decision): readonly ClaimAnchor[] => {
    const target = ruling.kind === 'undo' ? byId.get(ruling.decision) : undefined;
    return target === undefined ? anchorsOf(ruling) : anchors(target);
  };
  const present = presentClaims(db);
  return all
    .filter((one) => filter.coder === undefined || one.coder === filter.coder)
    .filter((one) => report === null || anchors(one).some((anchor) => anchor.report === report))
    .filter(
      (one) =>
        (filter.event === undefined && filter.claim === undefined) || anchors(one).some((anchor) => claims.has(present(anchor) ?? '')),
    )
    .map((one) => ({ ...one, undone: undone.get(one.id) ?? null, holds: holding.has(one.id) }));
}

const eventId = (id: string): string => (id.startsWith('e_') ? id : `e_${id}`);
const claimId = (id: string): string => (id.startsWith('c_') ? id : `c_${id}`);

/** The id that the claim of an anchor has now; null when it is gone. Each report is read once. */
function presentClaims(db: Database): (anchor: ClaimAnchor) => string | null {
  const reports = claimsByReport(db);
  return (anchor) => findAnchor(anchor, reports(anchor.report))?.id ?? null;
}

/** What was asked for, by the words of the claims. */
function rulingOf(db: Database, asked: Asked): Ruling {
  switch (asked.kind) {
    case 'accept':
    case 'reject':
      return { kind: asked.kind, claims: anchorsOfId(db, asked.id) };
    case 'note':
      return { kind: 'note', claim: firstOf(db, asked.id) };
    case 'same':
    case 'different': {
      const [a, b] = [firstOf(db, asked.id), firstOf(db, asked.other)];
      if (a.report === b.report && a.claim === b.claim) throw new InputError(`"${asked.id}" and "${asked.other}" are one and the same`);
      return { kind: asked.kind, a, b };
    }
    case 'split':
      return splitOf(db, asked);
    case 'correct': {
      const read = readCorrection(asked.field, asked.value);
      if ('fault' in read) throw new InputError(read.fault);
      const [claim, ...also] = anchorsOfId(db, asked.id) as [ClaimAnchor, ...ClaimAnchor[]];
      const common = { kind: 'correct', claim, field: asked.field, value: asked.value.trim() } as const;
      return asked.id.startsWith('c_') ? { ...common, of: 'claim' } : { ...common, of: 'event', also: also.slice(0, ALSO) };
    }
    case 'undo':
      return { kind: 'undo', decision: expandDecision(db, asked.decision) };
  }
}

/** By so many further claims an event is found again when the first is gone. */
const ALSO = 8;

function splitOf(db: Database, { id, claims }: Extract<Asked, { kind: 'split' }>): Ruling {
  const all = anchorsOfId(db, eventId(id));
  const off = claims.flatMap((claim) => anchorsOfId(db, claimId(claim)));
  const isOff = ({ report, claim }: ClaimAnchor): boolean => off.some((one) => one.report === report && one.claim === claim);
  const foreign = off.find((one) => !all.some(({ report, claim }) => report === one.report && claim === one.claim));
  if (foreign !== undefined) throw new InputError(`${foreign.claim} is no claim of ${id}; \`saidso event ${id}\` names its claims`);
  const from = all.filter((one) => !isOff(one));
  if (off.length === 0) throw new InputError('name the claims that are to be split off');
  if (from.length === 0) throw new InputError(`these are all claims of ${id}, so nothing would be left of it`);
  return { kind: 'split', off, from };
}

/** All claims of an event, or the one claim, as a person sees them now. Throws InputError when the id fits nothing. */
export function anchorsOfId(db: Database, id: string): ClaimAnchor[] {
  if (!id.startsWith('c_')) {
    const found = findEvent(db, id)?.claims.flatMap(({ report, claim }) => {
      const kept = keptReport(db, report).record.claims.find((one) => one.id === claim);
      return kept === undefined ? [] : [anchorOf(report, kept)];
    });
    if (found !== undefined && found.length > 0) return found;
    if (id.startsWith('e_')) throw new InputError(`no event has the id "${id}"; \`saidso events\` lists them`);
  }
  const found = findClaim(db, id);
  if (found === null) throw new InputError(`nothing has the id "${id}"; \`saidso events\` and \`saidso claims\` list what there is`);
  return [anchorOf(found.kept.record.report.id, found.claim)];
}
const firstOf = (db: Database, id: string): ClaimAnchor => anchorsOfId(db, id)[0] as ClaimAnchor;

/** What an undoing takes back; of an undoing of an undoing, what that one took back. */
function undoneBy(db: Database, id: string): Ruling {
  const ruling = allDecisions(db).find((one) => one.id === id)?.ruling as Ruling;
  return ruling.kind === 'undo' ? undoneBy(db, ruling.decision) : ruling;
}

function expandDecision(db: Database, id: string): string {
  const fits = db.prepare('SELECT id FROM decisions WHERE substr(id, 1, length(?)) = ? LIMIT 2').pluck().all(id, id) as string[];
  const [found] = fits;
  if (found === undefined || fits.length > 1 || id.length < 3)
    throw new InputError(
      `${fits.length > 1 ? 'several decisions have' : 'no decision has'} the id "${id}"; \`saidso decide list\` shows them`,
    );
  return found;
}
