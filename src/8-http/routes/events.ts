import { FACETS, type FacetName } from '../../7-records/overview.ts';
import { idIn, pagingOf, pagingQuery, wholeIn } from '../asked-values.ts';
import { endpoint } from '../endpoint.ts';
import { eventView } from '../event-view.ts';
import { noSuch } from '../failure.ts';
import { eventQueryOf, filterQuery } from '../filter.ts';
import type { House } from '../house.ts';
import * as shapes from '../shapes/events.ts';
import { pageOf, z } from '../shapes/shape.ts';

/** Events under filters: lists, counts, the map, the time line, the network. */
export function eventRoutes({ api, store, options: { codebook }, fresh }: House): void {
  const asked = (query: z.output<typeof filterQuery>) => eventQueryOf(query, codebook);
  endpoint(api, {
    method: 'get',
    path: '/api/events',
    tag: 'The record',
    about: 'Events under a filter.',
    query: filterQuery.extend({
      sort: shapes.sort.optional().openapi({ description: '`confidence`: the least sure first; `-` before a column: the highest first' }),
      ...pagingQuery,
    }),
    gives: pageOf(shapes.eventSummary),
    handle: ({ query: { sort, limit, after, ...filter } }) => {
      fresh.look();
      return store.overview.list(asked(filter), sort ?? '-date', pagingOf({ limit, after }));
    },
  });
  endpoint(api, {
    method: 'get',
    path: '/api/events/{id}',
    tag: 'The record',
    about:
      'One event with its accounts, sources, disagreements, decisions and history; the id of one that was merged away gives its successor.',
    params: idIn,
    gives: shapes.eventView,
    refusals: [404],
    handle: ({ params, context }) => {
      fresh.look();
      return eventView(store, params.id) ?? noSuch(context, 'event', params.id);
    },
  });
  endpoint(api, {
    method: 'get',
    path: '/api/facets',
    tag: 'Overview',
    about: 'Values with counts: of each facet under all filters but its own.',
    query: filterQuery.extend({
      facet: z.array(shapes.facetName).optional().openapi({ description: 'all of them when not given' }),
      top: wholeIn(1, 500).optional().openapi({ description: 'values a facet; 20 when not given' }),
    }),
    gives: shapes.facets,
    handle: ({ query: { facet, top, ...filter } }) => {
      fresh.look();
      const query = asked(filter);
      const names = facet ?? [...FACETS, 'family' as const];
      const { total, facets } = store.overview.facets(
        query,
        names.filter((name): name is FacetName => name !== 'family'),
        top ?? 20,
      );
      if (!names.includes('family')) return { total, facets };
      const { among: _, ...others } = query;
      return { total, facets: { ...facets, family: families(store.overview.types(others)) } };
    },
  });
  const families = (types: readonly { readonly value: string; readonly count: number }[]): { value: string; count: number }[] => {
    const counts = new Map<string, number>();
    for (const { value, count } of types) {
      const family = codebook.types.find(({ id }) => id === value)?.family;
      if (family !== undefined) counts.set(family, (counts.get(family) ?? 0) + count);
    }
    return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
  };
  endpoint(api, {
    method: 'get',
    path: '/api/map',
    tag: 'Overview',
    about: 'Every event under a filter that has coordinates, and how many have none.',
    query: filterQuery,
    gives: shapes.points,
    handle: ({ query }) => {
      fresh.look();
      return store.overview.points(asked(query));
    },
  });
  endpoint(api, {
    method: 'get',
    path: '/api/timeline',
    tag: 'Overview',
    about: 'Events by day, week, month or year.',
    query: filterQuery.extend({
      by: shapes.step.optional().openapi({ description: 'the finest that spans at most 200 bins when not given' }),
    }),
    gives: shapes.timeline,
    handle: ({ query: { by, ...filter } }) => {
      fresh.look();
      return store.overview.timeline(asked(filter), by);
    },
  });
  endpoint(api, {
    method: 'get',
    path: '/api/network',
    tag: 'Overview',
    about: 'Who acts on whom: the most frequent pairs.',
    query: filterQuery.extend({ top: wholeIn(1, 500).optional().openapi({ description: 'pairs; 60 when not given' }) }),
    gives: shapes.network,
    handle: ({ query: { top, ...filter } }) => {
      fresh.look();
      return store.overview.network(asked(filter), top ?? 60);
    },
  });
}
