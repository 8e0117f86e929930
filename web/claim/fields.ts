import type { ClaimValue, ClaimView, HumanValue } from '../../src/index.ts';
import { daysAtGrain, typeName } from '../format.ts';
import { texts } from '../texts.ts';
import type { Kind } from './kinds.ts';

/** A field of a claim: the machine's values, and a person's where there is one. */
export interface FieldRow {
  readonly field: string;
  readonly label: string;
  readonly kind: Kind | null;
  readonly values: readonly ClaimValue[];
  readonly human: HumanValue | null;
  /** What the field of a correction begins with; null where the field cannot be corrected. */
  readonly written: string | null;
}

const KIND_OF: Readonly<Record<string, Kind>> = {
  type: 'trigger',
  actor: 'actor',
  target: 'target',
  object: 'target',
  instrument: 'means',
  where: 'place',
  when: 'time',
  saidBy: 'source',
};
export const EFFECTS = ['killed', 'injured', 'missing', 'abducted', 'arrested', 'displaced'] as const;
const isEffect = (field: string): boolean => (EFFECTS as readonly string[]).includes(field);

export const kindOf = (field: string): Kind | null => (isEffect(field) ? 'toll' : (KIND_OF[field] ?? null));

/** The order in which fields stand; tolls come by their effect, and others at the end. */
const ORDER = ['type', 'stage', 'polarity', 'actor', 'target', 'object', 'instrument', 'where', 'when', ...EFFECTS, 'saidBy'];
/** Shown also when they are empty, so that they can be filled. */
const ALWAYS = ['type', 'actor', 'target', 'where', 'when', 'saidBy'];
const CORRECTABLE = new Set<string>(['type', 'stage', 'polarity', 'actor', 'target', 'when', 'where', 'saidBy', ...EFFECTS]);

/** The fields of a claim in their order. */
export function rowsOf(view: ClaimView): FieldRow[] {
  const { values, human } = view;
  const corrected = human.values as Readonly<Record<string, HumanValue | undefined>>;
  const fields = new Set([...ALWAYS, ...values.map(({ field }) => field), ...Object.keys(corrected)]);
  const place = (field: string): number => (ORDER.includes(field) ? ORDER.indexOf(field) : ORDER.length);
  return [...fields]
    .sort((a, b) => place(a) - place(b))
    .map((field) => {
      const own = values.filter((value) => value.field === field);
      return {
        field,
        label: labelOf(field),
        kind: kindOf(field),
        values: own,
        human: corrected[field] ?? null,
        written: CORRECTABLE.has(field) ? (corrected[field]?.written ?? writtenBy(field, view)) : null,
      };
    });
}

/** What the machine read, as a person would write it. */
function writtenBy(field: string, { claim, place, values }: ClaimView): string {
  if (field === 'when') return claim.when === null ? '' : writtenDays(claim.when);
  if (field === 'where') return place === null ? '' : writtenPlace(place);
  if (isEffect(field)) return claim.toll.filter(({ effect }) => effect === field).map(writtenFigure)[0] ?? '';
  const own = values.filter((value) => value.field === field).map(({ value }) => value);
  if (field !== 'actor') return own.join('; ');
  return claim.actor.map(({ responsibility }, at) => writtenParty(own[at] ?? '', responsibility)).join('; ');
}

export function labelOf(field: string): string {
  return (texts.fields as Readonly<Record<string, string>>)[field] ?? field;
}

/** A person's value as it is shown. */
export function humanWords(field: string, { written, value }: HumanValue): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return texts.claim.notKnown;
  if (field === 'type') return typeName(written);
  if (field === 'when') {
    return daysAtGrain(value as Parameters<typeof daysAtGrain>[0]);
  }
  return written;
}

/** How days are written in the field of a correction: the shortest form that means the same. */
export function writtenDays({ from, to }: { readonly from: string; readonly to: string }): string {
  if (from === to) return from;
  const [year = '', month = ''] = from.split('-');
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
  return from === `${year}-${month}-01` && to === last ? `${year}-${month}` : `${from}/${to}`;
}

/** How a place is written: Karvel, PK. */
export const writtenPlace = ({ name, country }: { readonly name: string; readonly country?: string | null | undefined }): string =>
  country == null ? name : `${name}, ${country}`;

/** How an actor is written: The Front (accused). */
const writtenParty = (name: string, tie: string): string => (tie === 'fact' ? name : `${name} (${tie})`);

/** How a figure is written: 6, 6-8, 6+. */
export const writtenFigure = ({ low, high }: { readonly low: number; readonly high: number | null }): string =>
  high === null ? `${low}+` : low === high ? `${low}` : `${low}-${high}`;
