/** West, south, east, north in degrees; west may be greater than east where the box crosses ±180°. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export const GRAINS = ['day', 'week', 'month', 'year'] as const;
export type Grain = (typeof GRAINS)[number];

/** Facets of which several values may be chosen: any of them passes. */
export const FACETS = ['family', 'type', 'country', 'admin1', 'place', 'actor', 'target', 'stage', 'status', 'source'] as const;
export type Facet = (typeof FACETS)[number];

/** By which the table can be sorted; with `-` before it the highest or latest comes first. */
export const SORTS = ['date', 'type', 'place', 'country', 'killed', 'injured', 'reports', 'origins', 'confidence'] as const;
export type Sort = (typeof SORTS)[number] | `-${(typeof SORTS)[number]}`;
const USUAL_SORT: Sort = '-date';

/** Which events are looked at. Everything that is given must hold. */
export interface Filter {
  readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** Words that a report of the event holds. */
  readonly q: string;
  /** ISO days; empty for no bound. */
  readonly since: string;
  readonly until: string;
  readonly box: Box | null;
  /** Only those of which no place is known. */
  readonly unplaced: boolean;
}

/** What is looked at and how: all of it stands in the address, so that a link shows the same. */
export interface View extends Filter {
  readonly grain: Grain | null;
  /** The timeline shows the chosen days alone. */
  readonly zoomed: boolean;
  /** Centre and zoom of the map; null shows all that was found. */
  readonly position: readonly [lon: number, lat: number, zoom: number] | null;
  readonly sort: Sort;
  /** Columns of the table; empty for the usual ones. */
  readonly columns: readonly string[];
}

export const EMPTY_VIEW: View = {
  facets: {},
  q: '',
  since: '',
  until: '',
  box: null,
  unplaced: false,
  grain: null,
  zoomed: false,
  position: null,
  sort: USUAL_SORT,
  columns: [],
};

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
const numbers = (text: string, n: number): number[] | null => {
  const all = text.split(',').map(Number);
  return text !== '' && all.length === n && all.every(Number.isFinite) ? all : null;
};

/** A box from the address or a form; null for what is none. */
export function boxOf(text: string): Box | null {
  const found = numbers(text, 4);
  if (found === null) return null;
  const [w, s, e, n] = found as [number, number, number, number];
  return Math.abs(w) <= 180 && Math.abs(e) <= 180 && s >= -90 && n <= 90 && s < n ? [w, s, e, n] : null;
}

/** The view that an address holds. What cannot be read there is left out, so that an old or mangled link still opens. */
export function viewOf(query: URLSearchParams): View {
  const text = (name: string): string => query.get(name) ?? '';
  const list = (name: string): string[] => [...new Set(query.getAll(name).filter((value) => value !== ''))];
  const facets = Object.fromEntries(FACETS.map((name) => [name, list(name)] as const).filter(([, values]) => values.length > 0));
  const position = numbers(text('at'), 3);
  return {
    facets,
    q: text('q'),
    since: isDay(text('since')) ? text('since') : '',
    until: isDay(text('until')) ? text('until') : '',
    box: boxOf(text('bbox')),
    unplaced: text('placed') === 'no',
    grain: GRAINS.find((grain) => grain === text('grain')) ?? null,
    zoomed: text('zoom') === 'days',
    position: position === null ? null : (position as [number, number, number]),
    sort: SORTS.some((sort) => sort === text('sort').replace(/^-/, '')) ? (text('sort') as Sort) : USUAL_SORT,
    columns: text('columns').split(',').filter(Boolean),
  };
}

/** The query of a filter alone: what the server is asked for. */
export function filterQuery(filter: Filter): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of FACETS) for (const value of filter.facets[name] ?? []) query.append(name, value);
  if (filter.q !== '') query.set('q', filter.q);
  if (filter.since !== '') query.set('since', filter.since);
  if (filter.until !== '') query.set('until', filter.until);
  if (filter.box !== null) query.set('bbox', filter.box.map((degrees) => Number(degrees.toFixed(3))).join(','));
  if (filter.unplaced) query.set('placed', 'no');
  return query;
}

/** The query that stands for a view; `viewOf` reads it back. */
export function queryOf(view: View): URLSearchParams {
  const query = filterQuery(view);
  if (view.grain !== null) query.set('grain', view.grain);
  if (view.zoomed) query.set('zoom', 'days');
  if (view.position !== null) {
    const [lon, lat, zoom] = view.position;
    query.set('at', [lon.toFixed(2), lat.toFixed(2), zoom.toFixed(2)].map(Number).join(','));
  }
  if (view.sort !== USUAL_SORT) query.set('sort', view.sort);
  if (view.columns.length > 0) query.set('columns', view.columns.join(','));
  return query;
}

/** The view with one value of a facet chosen or no longer chosen. */
export function toggled(view: View, facet: Facet, value: string): View {
  const chosen = view.facets[facet] ?? [];
  return withFacet(view, facet, chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
}

/** The view with these values of a facet chosen, and no others. */
export function withFacet(view: View, facet: Facet, values: readonly string[]): View {
  const { [facet]: _, ...others } = view.facets;
  return { ...view, facets: values.length > 0 ? { ...others, [facet]: values } : others };
}

/** How many filters are set. */
export const countFilters = (filter: Filter): number =>
  Object.values(filter.facets).reduce((sum, values) => sum + values.length, 0) +
  [filter.q !== '', filter.since !== '' || filter.until !== '', filter.box !== null, filter.unplaced].filter(Boolean).length;

/** The view without any filter; how it is shown stays. */
export const withoutFilters = (view: View): View => ({ ...EMPTY_VIEW, grain: view.grain, sort: view.sort, columns: view.columns });
