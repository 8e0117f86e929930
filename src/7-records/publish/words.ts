import { countryName } from '../../0-terms/country-name.ts';
import { daysInWords } from '../days-in-words.ts';
import type { EventSummary } from '../overview.ts';

/** "Garoua, Cameroon"; "place unknown". */
export function placeOf({ where }: Pick<EventSummary, 'where'>): string {
  if (where === null) return 'place unknown';
  const country = where.country === undefined || where.precision === 'country' ? '' : countryName(where.country);
  return country === '' || where.name.includes(country) ? where.name : `${where.name}, ${country}`;
}

/** "14 May 2024"; "no day is told, reported 24 January 2024". */
export function whenOf({ when }: Pick<EventSummary, 'when'>): string {
  if (when === null) return 'day unknown';
  return when.basis === 'publication' ? `no day is told, ${daysInWords(when)}` : daysInWords(when);
}

export const titleOf = (event: EventSummary, label: string): string => `${label}, ${placeOf(event)}, ${whenOf(event)}`;

/** "11 (accounts go from 9 to 14)". */
export function tollOf({ low, best, high }: { readonly low: number; readonly best: number; readonly high: number | null }): string {
  const number = (n: number): string => n.toLocaleString('en-GB');
  if (low === best && high === best) return number(best);
  if (high === null) return low === best ? `at least ${number(low)}` : `${number(best)} (at least ${number(low)})`;
  return `${number(best)} (accounts go from ${number(low)} to ${number(high)})`;
}

/** "11 killed, 31 injured"; empty without figures. */
export const tollsOf = ({ toll }: EventSummary): string =>
  Object.entries(toll)
    .flatMap(([effect, figure]) => (figure !== undefined && figure.best > 0 ? [`${figure.best.toLocaleString('en-GB')} ${effect}`] : []))
    .join(', ');

const STATUS: Readonly<Record<EventSummary['status'], (origins: number) => string>> = {
  corroborated: (origins) => `Corroborated: told by ${origins} independent origins.`,
  'single-origin': () => 'Not corroborated: everything goes back to one origin.',
  denied: () => 'It is said that this did not happen.',
  attempted: () => 'It was tried and failed.',
  foiled: () => 'It was stopped before it was carried out.',
  planned: () => 'It is said to be planned; nothing says that it happened.',
  threatened: () => 'It was threatened; nothing says that it happened.',
};
export const statusOf = ({ status, origins }: EventSummary): string => STATUS[status](origins);
export const statusInBrief = ({ status, origins }: EventSummary): string =>
  status === 'corroborated' ? `${origins} independent origins` : status.replace('-', ' ');
