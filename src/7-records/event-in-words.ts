import { countryName } from '../0-terms/country-name.ts';
import { EFFECTS } from '../5-claims/coded-report.ts';
import type { ConflictEvent, EventToll } from '../6-events/conflict-event.ts';
import type { HumanFigure } from '../6-events/correction.ts';
import { daysInWords } from './days-in-words.ts';
import type { KeptEvent } from './decision-store.ts';

/** "Suicide bombing": the type as a person or else the reports give it. */
export function typeInWords({ type, human }: KeptEvent): string {
  const words = (human.values.type?.value ?? type).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The days as a person or else the reports give them. */
export function whenInWords({ when, human }: KeptEvent): string {
  const given = human.values.when;
  if (given !== undefined) return given.value === null ? 'day unknown' : daysInWords({ ...given.value, basis: 'explicit' });
  if (when === null) return 'day unknown';
  return when.basis === 'publication' ? `no day is told, ${daysInWords(when)}` : daysInWords(when);
}

/** The place as a person or else the reports give it. */
export function whereInWords({ where: told, human }: KeptEvent): string {
  const given = human.values.where;
  const where: Pick<NonNullable<ConflictEvent['where']>, 'name' | 'country' | 'precision'> | null =
    given === undefined ? told : given.value;
  if (where === null) return 'place unknown';
  const country = where.country === undefined || where.precision === 'country' ? '' : countryName(where.country);
  return country === '' || where.name.includes(country) ? where.name : `${where.name}, ${country}`;
}

/** "4 killed (accounts go from 3 to 6)": best first, the range where accounts differ. */
export function tollFigure(effect: string, { low, best, high }: EventToll): string {
  if (low === best && high === best) return `${best} ${effect}`;
  return `${best} ${effect} (accounts go from ${low} ${high === null ? 'upwards' : `to ${high}`})`;
}

/** "4 killed, 2 injured": the figures of a person or else the best of the reports; empty without figures. */
export const tollInBrief = ({ toll, human }: KeptEvent): string =>
  EFFECTS.flatMap((effect) => {
    const given = human.values[effect];
    const best = given === undefined ? (toll[effect]?.best ?? 0) : ((given.value as HumanFigure | null)?.low ?? 0);
    return best > 0 ? [`${best} ${effect}`] : [];
  }).join(', ');
