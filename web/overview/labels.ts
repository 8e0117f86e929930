import { countryName, day, month, number, shortDay, shortMonth, typeName } from '../format.ts';
import { texts } from '../texts.ts';
import type { Facet, Grain } from './view.ts';

/** "Garoua, Cameroon"; a country alone by its name. */
export function placeName({
  name,
  country,
  precision,
}: {
  readonly name: string;
  readonly country?: string | null | undefined;
  readonly precision?: string | undefined;
}): string {
  const land = country == null || precision === 'country' ? '' : countryName(country);
  return land === '' || name.includes(land) ? name : `${name}, ${land}`;
}

/** How a value of a facet reads. Types by their labels where the codebook gave them. */
export function valueName(facet: Facet, value: string, labels: ReadonlyMap<string, string>): string {
  if (facet === 'type') return labels.get(value) ?? typeName(value);
  if (facet === 'country') return countryName(value);
  if (facet === 'stage') return (texts.overview.stages as Readonly<Record<string, string>>)[value] ?? value;
  if (facet === 'status') return statusName(value);
  return value;
}

export const statusName = (status: string): string => (texts.overview.statuses as Readonly<Record<string, string>>)[status] ?? status;
export const familyName = (family: string): string =>
  (texts.overview.families as Readonly<Record<string, string>>)[family] ?? typeName(family);

/** A bar of the timeline in words: "May 2024". */
export function bucketName(start: string, grain: Grain): string {
  if (grain === 'year') return start.slice(0, 4);
  if (grain === 'month') return month(start);
  return grain === 'week' ? texts.overview.weekOf(day(start)) : day(start);
}

/** The same, short enough to stand below a bar. */
export function tickName(start: string, grain: Grain): string {
  if (grain === 'year') return start.slice(0, 4);
  return grain === 'month' ? shortMonth(start) : shortDay(start);
}

/** "6 (4 to 8)", "6+": the best figure, and the range where accounts differ; empty without one. */
export function tollName(toll: { readonly low: number; readonly best: number; readonly high: number | null } | undefined): string {
  if (toll === undefined) return '';
  const { low, best, high } = toll;
  if (high === null) return low === best ? texts.overview.table.least(number(low)) : texts.overview.table.open(number(best), number(low));
  return low === best && high === best ? number(best) : texts.overview.table.range(number(best), number(low), number(high));
}
