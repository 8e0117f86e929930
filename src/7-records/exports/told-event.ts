import type { DateRange, Precision } from '../../0-terms/date-range.ts';
import type { EntityKind } from '../../0-terms/entity-kind.ts';
import type { Polarity, Stage } from '../../0-terms/stage.ts';
import { type Claim, EFFECTS, type Effect } from '../../5-claims/coded-report.ts';
import type { ClaimRef, EventStatus, Party } from '../../6-events/conflict-event.ts';
import type { HumanFigure, HumanParty, HumanPlace } from '../../6-events/correction.ts';
import type { KeptEvent } from '../decision-store.ts';
import type { ReportRecord } from '../record.ts';
import { statement } from '../statement.ts';

/** An event as it is handed on: what people set right in the place of the machine's values, private names and places as blunt as was asked for. */
export interface ToldEvent {
  readonly id: string;
  readonly type: string;
  readonly stage: Stage;
  readonly polarity: Polarity;
  readonly status: EventStatus;
  /** Null where no day is told, nor a day of publication. */
  readonly days: ToldDays | null;
  readonly place: ToldPlace | null;
  readonly actors: readonly ToldParty[];
  readonly targets: readonly ToldParty[];
  readonly toll: Readonly<Partial<Record<Effect, ToldFigure>>>;
  /** Independent origins. */
  readonly origins: number;
  readonly sources: readonly ToldSource[];
  readonly accounts: readonly ToldAccount[];
  /** Fields on which accounts differ. */
  readonly disagreements: readonly string[];
  /** Fields that a person set right. */
  readonly corrected: readonly string[];
  readonly verdict: 'accepted' | 'partly-accepted' | null;
  /** What the machine had where a person set it right, by field. */
  readonly machine: Readonly<Record<string, string>>;
}
export interface ToldDays {
  readonly from: string;
  readonly to: string;
  readonly precision: Precision;
  /** `publication`: no day is told, the first report appeared then. `person`: set right. */
  readonly basis: DateRange['basis'] | 'person';
}
export interface ToldPlace {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly admin1?: string;
  readonly lat?: number;
  readonly lon?: number;
  /** exact, near, admin2, admin1, country; undefined where it is not known. */
  readonly precision?: string;
  readonly ref?: string;
}
export interface ToldParty {
  readonly name: string;
  readonly kind: EntityKind | null;
  readonly sector?: string;
  readonly country?: string;
  readonly ref?: string;
  /** How reports tie an actor to the act, in the order in which they do; never more than they say. */
  readonly ties: readonly string[];
  /** A private person, named by a role. */
  readonly masked: boolean;
}
export interface ToldFigure {
  readonly low: number;
  readonly best: number;
  /** Null: open upwards. */
  readonly high: number | null;
}
export interface ToldSource {
  readonly report: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  /** ISO date or null. */
  readonly published: string | null;
}
export interface ToldAccount extends ClaimRef {
  /** The claim in plain English. */
  readonly line: string;
  /** Its sentence; empty where places are blunted. */
  readonly words: string;
  readonly confidence: number;
}

/** How names and places are told. */
export interface Discretion {
  readonly words: (text: string) => string;
  /** Where names stand in a text, and what stands for each, from the first on. */
  readonly replaced: (text: string) => readonly { readonly from: number; readonly to: number; readonly by: string }[];
  /** Whether the name is that of a private person. */
  readonly isPrivate: (name: string) => boolean;
  readonly url: (url: string | null) => string | null;
  readonly place: (place: ToldPlace) => ToldPlace;
  /** Places are blunted: nothing that may name one is told. */
  readonly blunt: boolean;
}

/** An event put together for handing on. `records` are those of its reports; `stands` says where a place that a person named lies. */
export function tellEvent(
  event: KeptEvent,
  records: ReadonlyMap<string, ReportRecord>,
  discretion: Discretion,
  stands: (human: HumanPlace, event: KeptEvent) => ToldPlace,
): ToldEvent {
  const { values } = event.human;
  const claims = event.claims.flatMap((ref) => claimOf(ref, records) ?? []);
  const first = claims[0]?.claim;
  const blunt = (text: string): string => (discretion.blunt ? '' : discretion.words(text));
  return {
    id: event.id,
    type: values.type?.value ?? event.type,
    stage: values.stage?.value ?? event.stage,
    polarity: values.polarity?.value ?? (event.status === 'denied' ? 'denied' : 'affirmed'),
    status: event.status,
    days: daysOf(event),
    place: placeOf(event, discretion, stands),
    actors: partiesOf(event, 'actor', records, discretion),
    targets: partiesOf(event, 'target', records, discretion),
    toll: tollOf(event),
    origins: event.origins,
    sources: event.reports.flatMap((id) => {
      const head = records.get(id)?.report;
      if (head === undefined) return [];
      const { title, publisher, url, published } = head;
      return [{ report: id, title: title === null ? null : blunt(title), publisher, url: discretion.url(url), published: published.date }];
    }),
    accounts: claims.map(({ report, claim, record }) => ({
      report,
      claim: claim.id,
      line: discretion.blunt ? '' : discretion.words(statement(claim, record).line),
      words: blunt(record.report.text.slice(...claim.sentence)).replace(/\s+/g, ' '),
      confidence: claim.confidence,
    })),
    disagreements: event.disagreements.map(({ field }) => field),
    corrected: Object.keys(values),
    verdict: event.human.verdict === 'rejected' ? null : event.human.verdict,
    machine: machineValues(event, first, discretion),
  };
}

function claimOf(
  { report, claim: id }: ClaimRef,
  records: ReadonlyMap<string, ReportRecord>,
): { readonly report: string; readonly claim: Claim; readonly record: ReportRecord } | null {
  const record = records.get(report);
  const claim = record?.claims.find((one) => one.id === id);
  return record === undefined || claim === undefined ? null : { report, claim, record };
}

function daysOf({ when, human }: KeptEvent): ToldDays | null {
  const given = human.values.when;
  if (given !== undefined) return given.value === null ? null : { ...given.value, basis: 'person' };
  return when === null ? null : { from: when.from, to: when.to, precision: when.precision, basis: when.basis };
}

function placeOf(event: KeptEvent, discretion: Discretion, stands: Parameters<typeof tellEvent>[3]): ToldPlace | null {
  const { where, human } = event;
  const given = human.values.where;
  if (given !== undefined) return given.value === null ? null : discretion.place(stands(given.value, event));
  if (where === null) return null;
  const { rule: _, accounts: __, ...place } = where;
  return discretion.place(place);
}

function partiesOf(
  event: KeptEvent,
  role: 'actor' | 'target',
  records: ReadonlyMap<string, ReportRecord>,
  discretion: Discretion,
): ToldParty[] {
  const told = role === 'actor' ? event.actors : event.targets;
  const given = event.human.values[role]?.value as readonly HumanParty[] | undefined;
  const of = (name: string, party: Party | undefined, ties: readonly string[]): ToldParty => {
    const entity = party === undefined ? undefined : entityOf(party, role, records);
    const kind = party?.kind ?? null;
    const masked = (kind === null || kind === 'person') && discretion.isPrivate(name);
    return {
      name: discretion.words(name),
      kind,
      ...(entity?.sector === undefined ? {} : { sector: entity.sector }),
      ...(entity?.country === undefined ? {} : { country: entity.country }),
      ...(entity?.ref === undefined || masked ? {} : { ref: entity.ref }),
      ties,
      masked,
    };
  };
  if (given === undefined) return told.map((party) => of(party.name, party, party.responsibilities));
  return given.map(({ name, responsibility }) => {
    const known = told.find((party) => party.name.toLowerCase() === name.toLowerCase());
    return of(name, known, responsibility === null ? (known?.responsibilities ?? []) : [responsibility]);
  });
}

/** The entity by which a party is known in one of its claims: the first that tells its sector, else the first. */
function entityOf({ name, claims }: Party, role: 'actor' | 'target', records: ReadonlyMap<string, ReportRecord>) {
  const entities = claims.flatMap((ref) => {
    const found = claimOf(ref, records);
    if (found === null) return [];
    return found.claim[role].flatMap(
      ({ entity }) => found.record.entities.find((one) => one.id === entity && (one.name === name || one.aliases.includes(name))) ?? [],
    );
  });
  return entities.find(({ sector }) => sector !== undefined) ?? entities[0];
}

function tollOf({ toll, human }: KeptEvent): Partial<Record<Effect, ToldFigure>> {
  const told: Partial<Record<Effect, ToldFigure>> = {};
  for (const effect of EFFECTS) {
    const given = human.values[effect];
    const figure = given?.value as HumanFigure | null | undefined;
    if (given !== undefined && figure == null) continue;
    const machine = toll[effect];
    if (figure != null) told[effect] = { low: figure.low, best: figure.low, high: figure.high };
    else if (machine !== undefined) told[effect] = { low: machine.low, best: machine.best, high: machine.high };
  }
  return told;
}

/** What stood there before a person set it right, in words. */
function machineValues(event: KeptEvent, first: Claim | undefined, { words, blunt }: Discretion): Record<string, string> {
  const told: Record<string, string> = {};
  for (const field of Object.keys(event.human.values)) {
    const figure = event.toll[field as Effect];
    if (field === 'type') told[field] = event.type;
    else if (field === 'stage') told[field] = event.stage;
    else if (field === 'polarity') told[field] = event.status === 'denied' ? 'denied' : 'affirmed';
    else if (field === 'when') told[field] = event.when === null ? '' : `${event.when.from}/${event.when.to}`;
    else if (field === 'where') told[field] = blunt ? '' : (event.where?.name ?? '');
    else if (field === 'actor' || field === 'target')
      told[field] = (field === 'actor' ? event.actors : event.targets).map(({ name }) => words(name)).join('; ');
    else if (field === 'saidBy') told[field] = first === undefined || first.saidBy.length === 0 ? 'none' : 'others';
    else if (figure !== undefined) told[field] = String(figure.best);
    else told[field] = '';
  }
  return told;
}
