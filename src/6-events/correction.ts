import { countryCode } from '../0-terms/country-name.ts';
import { POLARITIES, type Polarity, RESPONSIBILITIES, type Responsibility, STAGES, type Stage } from '../0-terms/stage.ts';
import { EFFECTS, type Effect } from '../5-claims/coded-report.ts';
import { type HumanDays, readDays } from './written-days.ts';

/** What a person can set right: any field of a claim or an event. Tolls go by their effect. */
export type CorrectedField = 'type' | 'stage' | 'polarity' | 'actor' | 'target' | 'when' | 'where' | 'saidBy' | Effect;
export const CORRECTED_FIELDS: readonly CorrectedField[] = [
  'type',
  'stage',
  'polarity',
  'actor',
  'target',
  'when',
  'where',
  'saidBy',
  ...EFFECTS,
];

export interface HumanPlace {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly lat?: number;
  readonly lon?: number;
}
export interface HumanFigure {
  readonly low: number;
  /** Null: that many or more. */
  readonly high: number | null;
}
export interface HumanParty {
  readonly name: string;
  /** Of actors only; null where none is given. */
  readonly responsibility: Responsibility | null;
}

/** The parts of a person's value, by field. Null: a person says that it is not known, or not told. */
export interface CorrectionValues extends Record<Effect, HumanFigure | null> {
  readonly type: string;
  readonly stage: Stage;
  readonly polarity: Polarity;
  /** Empty: nobody is named. */
  readonly actor: readonly HumanParty[];
  readonly target: readonly HumanParty[];
  readonly when: HumanDays | null;
  readonly where: HumanPlace | null;
  /** Nearest to the reader first; empty: the report says it in its own voice. */
  readonly saidBy: readonly string[];
}

export type ReadCorrection<F extends CorrectedField> = { readonly value: CorrectionValues[F] } | { readonly fault: string };

const NOTHING = /^(?:none|unknown|-)$/i;

/**
 * The parts of a correction as a person wrote it, or in one line what is wrong with it and how to write it.
 *
 * - type: a type of the codebook; stage, polarity: one of their words.
 * - when: `11 July 2017`, `2017-07-11`, `2017-07`, `2017`, `2017-07-11/2017-07-14` and all that `readDays` reads, or `unknown`.
 * - where: `Karvel`, `Karvel, PK`, `Karvel, Pakistan`, `Karvel, PK @ 31.5, 74.3`, or `unknown`.
 * - a toll: `6`, `6-8`, `6+` or `at least 6` (six or more), or `unknown`.
 * - actor, target, saidBy: names parted by `;`, or `none`; an actor's tie to the act stands behind it in brackets: `The Front (accused)`.
 */
export function readCorrection<F extends CorrectedField>(field: F, written: string): ReadCorrection<F> {
  const text = written.trim();
  const read = text === '' ? { fault: 'a correction needs a value' } : READERS[field](text);
  return read as ReadCorrection<F>;
}

type Reader = (text: string) => { readonly value: unknown } | { readonly fault: string };

const oneOf =
  (words: readonly string[], what: string): Reader =>
  (text) =>
    words.includes(text.toLowerCase())
      ? { value: text.toLowerCase() }
      : { fault: `"${text}" is no ${what}; it is one of ${words.join(', ')}` };

const figure: Reader = (text) => {
  if (NOTHING.test(text)) return { value: null };
  const [, least, low = least, high, more] =
    /^(?:at least (\d{1,9})|(\d{1,9})(?:\s*(?:-|–|to)\s*(\d{1,9})|\s*(\+|or more))?)$/i.exec(text) ?? [];
  const open = least ?? more;
  if (low === undefined || (high !== undefined && Number(high) < Number(low)))
    return { fault: `"${text}" is no whole number; write 6, 6-8, 6+ or unknown` };
  return { value: { low: Number(low), high: open !== undefined ? null : Number(high ?? low) } };
};

const names: Reader = (text) => ({ value: listed(text).map((name) => ({ name, responsibility: null })) });

const actors: Reader = (text) => {
  const value: HumanParty[] = [];
  for (const one of listed(text)) {
    const [, name = one, tie] = /^(.*?)\s*\(([a-z][a-z -]*)\)$/i.exec(one) ?? [];
    const responsibility = RESPONSIBILITIES.find((known) => known === tie?.toLowerCase().replaceAll(' ', '-')) ?? null;
    value.push(responsibility === null ? { name: one, responsibility } : { name, responsibility });
  }
  return { value };
};

const listed = (text: string): string[] =>
  NOTHING.test(text)
    ? []
    : text
        .split(';')
        .map((name) => name.trim())
        .filter((name) => name !== '');

const days: Reader = (text) => {
  if (NOTHING.test(text)) return { value: null };
  const value = readDays(text);
  return value === null
    ? { fault: `"${text}" is no day; write 11 July 2017 or 2017-07-11, July 2017, 2017, 9–11 July 2017, or unknown` }
    : { value };
};

const place: Reader = (text) => {
  if (NOTHING.test(text)) return { value: null };
  const [named = '', at] = text.split('@').map((part) => part.trim());
  const { name, country } = nameAndCountry(named);
  const wrong = { fault: `"${text}" is no place; write Karvel, or Karvel, PK, or Karvel, PK @ 31.5, 74.3` };
  if (name === '' || text.split('@').length > 2) return wrong;
  if (at === undefined) return { value: { name, ...(country === null ? {} : { country }) } };
  const [, lat, lon] = /^(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)$/.exec(at) ?? [];
  if (lat === undefined || lon === undefined || Math.abs(Number(lat)) > 90 || Math.abs(Number(lon)) > 180) return wrong;
  return { value: { name, ...(country === null ? {} : { country }), lat: Number(lat), lon: Number(lon) } };
};

/** "Garoua" and "CM" of "Garoua, CM", "Garoua, Cameroon" and "Garoua, North, Cameroon"; a country alone is its own name. */
function nameAndCountry(named: string): { name: string; country: string | null } {
  const parts = named.split(',').map((part) => part.trim());
  const last = parts.at(-1) ?? '';
  if (/^[A-Za-z]{2}$/.test(last) && parts.length > 1) return { name: parts.slice(0, -1).join(', '), country: last.toUpperCase() };
  const country = countryCode(last);
  // What stands between is the division, which goes with the place as it is known.
  return { name: country === null ? named : (parts[0] ?? named), country };
}

const READERS: Readonly<Record<CorrectedField, Reader>> = {
  type: (text) =>
    /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(text)
      ? { value: text }
      : { fault: `"${text}" is no event type; \`saidso codebook list\` names them` },
  stage: oneOf(STAGES, 'stage'),
  polarity: oneOf(POLARITIES, 'polarity'),
  actor: actors,
  target: names,
  when: days,
  where: place,
  saidBy: (text) => ({ value: listed(text) }),
  killed: figure,
  injured: figure,
  missing: figure,
  abducted: figure,
  arrested: figure,
  displaced: figure,
};
