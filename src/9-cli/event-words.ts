import type { ConflictEvent, EventToll } from '../6-events/conflict-event.ts';
import type { CorrectedField } from '../6-events/decision.ts';
import { daysInWords } from '../7-records/days-in-words.ts';
import { countryName } from '../7-records/statement.ts';

/** The value that a person gave for a field, if any: the latest one. */
export const correctedTo = (event: ConflictEvent, field: CorrectedField): string | undefined =>
  event.corrections.filter((one) => one.field === field).at(-1)?.value;

/** "Suicide bombing": the type as a person or else the reports give it. */
export function typeInWords(event: ConflictEvent): string {
  const words = (correctedTo(event, 'type') ?? event.type).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function whenInWords(event: ConflictEvent): string {
  const { when } = event;
  if (when === null) return 'day unknown';
  return when.basis === 'publication' ? `no day is told, ${daysInWords(when)}` : daysInWords(when);
}

export function whereInWords({ where }: ConflictEvent): string {
  if (where === null) return 'place unknown';
  const country = where.country === undefined || where.precision === 'country' ? '' : countryName(where.country);
  return country === '' || where.name.includes(country) ? where.name : `${where.name}, ${country}`;
}

/** "4 killed (accounts go from 3 to 6)": best first, the range where accounts differ. */
export function tollFigure(effect: string, { low, best, high }: EventToll): string {
  if (low === best && high === best) return `${best} ${effect}`;
  return `${best} ${effect} (accounts go from ${low} ${high === null ? 'upwards' : `to ${high}`})`;
}

/** "4 killed, 2 injured"; empty without figures. */
export const tollInBrief = ({ toll }: ConflictEvent): string =>
  Object.entries(toll)
    .filter(([, { best }]) => best > 0)
    .map(([effect, { best }]) => `${best} ${effect}`)
    .join(', ');
