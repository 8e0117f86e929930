import type { EventSummary } from '../../src/index.ts';
import { countryName, percent, shortDaysAtGrain } from '../format.ts';
import { texts } from '../texts.ts';
import { placeName, statusName, tollName, valueName } from './labels.ts';
import type { Sort } from './view.ts';

export type ColumnName = keyof typeof texts.overview.table.names;

interface Column {
  /** By which the server sorts it; null where it cannot. */
  readonly sort: Exclude<Sort, `-${string}`> | null;
  /** Numbers stand to the right. */
  readonly figure?: true;
  readonly cell: (event: EventSummary, labels: ReadonlyMap<string, string>) => string;
}

const names = (parties: EventSummary['actors']): string => {
  const first = parties.slice(0, 3).map(({ name }) => name);
  return `${first.join('; ')}${parties.length > 3 ? ` +${parties.length - 3}` : ''}`;
};
const toll = (effect: keyof EventSummary['toll'], sort: Column['sort'] = null): Column => ({
  sort,
  figure: true,
  cell: (event) => tollName(event.toll[effect]),
});

/** What the table can show, in its order. */
export const COLUMNS: Readonly<Record<ColumnName, Column>> = {
  when: { sort: 'date', cell: ({ when }) => (when === null ? texts.unknownDay : shortDaysAtGrain(when)) },
  type: { sort: 'type', cell: ({ type }, labels) => valueName('type', type, labels) },
  title: { sort: null, cell: ({ title }) => title ?? '' },
  where: { sort: 'place', cell: ({ where }) => (where === null ? '' : placeName(where)) },
  country: { sort: 'country', cell: ({ where }) => (where?.country === undefined ? '' : countryName(where.country)) },
  killed: toll('killed', 'killed'),
  injured: toll('injured', 'injured'),
  missing: toll('missing'),
  abducted: toll('abducted'),
  arrested: toll('arrested'),
  displaced: toll('displaced'),
  actors: { sort: null, cell: ({ actors }) => names(actors) },
  targets: { sort: null, cell: ({ targets }) => names(targets) },
  status: { sort: null, cell: ({ status }) => statusName(status) },
  stage: { sort: null, cell: ({ stage }) => valueName('stage', stage, new Map()) },
  reports: { sort: 'reports', figure: true, cell: ({ reports }) => String(reports) },
  origins: { sort: 'origins', figure: true, cell: ({ origins }) => String(origins) },
  confidence: { sort: 'confidence', figure: true, cell: ({ confidence }) => percent(confidence) },
  disputed: { sort: null, cell: ({ disagreements }) => disagreements.join(', ') },
  decisions: { sort: null, figure: true, cell: ({ decisions }) => (decisions === 0 ? '' : String(decisions)) },
};
export const ALL_COLUMNS = Object.keys(COLUMNS) as readonly ColumnName[];
const USUAL: readonly ColumnName[] = ['when', 'type', 'where', 'killed', 'injured', 'actors', 'targets', 'status', 'reports', 'origins'];

/** The columns that are shown: those chosen, in the table's order; the usual ones when none is. */
export function shownColumns(chosen: readonly string[]): readonly ColumnName[] {
  const known = ALL_COLUMNS.filter((name) => chosen.includes(name));
  return known.length > 0 ? known : USUAL;
}

/** The columns after one is switched on or off; the last one stays. */
export function withColumn(chosen: readonly string[], name: ColumnName): readonly ColumnName[] {
  const shown = shownColumns(chosen);
  const next = ALL_COLUMNS.filter((one) => (one === name ? !shown.includes(one) : shown.includes(one)));
  if (next.length === 0) return shown;
  return next.join() === USUAL.join() ? [] : next;
}
