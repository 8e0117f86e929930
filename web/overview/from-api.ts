import fineOutlines from 'world-atlas/countries-50m.json?url';
import coarseOutlines from 'world-atlas/countries-110m.json?url';
import type { ActorNetwork, CodebookView, EventSummary, Facets, MapPoints, PageOf, Timeline } from '../../src/index.ts';
import { ask } from '../api/ask.ts';
import { link } from '../route.ts';
import type { Answers } from './answers.ts';
import type { WorldTopology } from './map/outlines.ts';
import type { Filter } from './view.ts';
import { filterQuery } from './view.ts';

/** Rows that are fetched at once. */
const PAGE = 100;

const get = <T>(path: string, filter: Filter, more: Readonly<Record<string, string | null>> = {}): Promise<T> => {
  const query = filterQuery(filter);
  for (const [name, value] of Object.entries(more)) if (value !== null && value !== '') query.set(name, value);
  const given = query.toString();
  return ask(`/api/${path}${given === '' ? '' : `?${given}`}`);
};

/** The views' answers out of the API. Types of the codebook and outlines are asked for once. */
export const fromApi: Answers = {
  families: once(async () => {
    const { families, types } = await ask<CodebookView>('/api/codebook');
    return families.map((family) => ({
      family,
      types: types.filter((type) => type.family === family).map(({ id, label }) => ({ id, label })),
    }));
  }),
  facets: (filter) => get<Facets>('facets', filter, { top: '60' }),
  points: (filter) => get<MapPoints>('map', filter),
  timeline: (filter, by) => get<Timeline>('timeline', filter, { by }),
  list: (filter, sort, after, size = PAGE) => get<PageOf<EventSummary>>('events', filter, { sort, after, limit: String(size) }),
  network: (filter) => get<ActorNetwork>('network', filter, { top: '80' }),
  outlines: (detail) => (detail === 'coarse' ? coarse() : fine()),
  linkTo: (id) => link(['events', id]),
};

const outlines = async (address: string): Promise<WorldTopology> => ask<WorldTopology>(address);
const coarse = once(() => outlines(coarseOutlines));
const fine = once(() => outlines(fineOutlines));

/** Asks the first time only; a fault is asked for again. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | null = null;
  return () => {
    kept ??= load().catch((error: unknown) => {
      kept = null;
      throw error;
    });
    return kept;
  };
}
