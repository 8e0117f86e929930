import { dayIn, idIn, pagingOf, pagingQuery, wholeIn } from '../asked-values.ts';
import { claimView } from '../claim-view.ts';
import { endpoint } from '../endpoint.ts';
import { noSuch } from '../failure.ts';
import type { House } from '../house.ts';
import { reportView } from '../report-view.ts';
import { eventSummary, searchHit } from '../shapes/events.ts';
import * as shapes from '../shapes/record.ts';
import { itemsOf, pageOf, z } from '../shapes/shape.ts';

/** Reports and the claims in them. */
export function reportRoutes({ api, store, fresh }: House): void {
  const tag = 'The record';
  endpoint(api, {
    method: 'get',
    path: '/api/reports',
    tag,
    about: 'The kept reports, the newest first.',
    query: z.object(pagingQuery),
    gives: pageOf(shapes.reportSummary),
    handle: ({ query }) => store.reports(pagingOf(query)),
  });
  const blind = z.object({
    blind: z.string().max(200).optional().openapi({ description: 'a coder, who sees of people’s word only the own' }),
  });
  endpoint(api, {
    method: 'get',
    path: '/api/reports/{id}',
    tag,
    about: 'One report: its record, a statement a claim, where it appeared, what people say.',
    params: idIn,
    query: blind,
    gives: shapes.reportView,
    refusals: [404],
    handle: ({ params, query, context }) => {
      const kept = store.report(params.id, query.blind === undefined ? {} : { blind: query.blind });
      return kept === null ? noSuch(context, 'report', params.id) : reportView(kept);
    },
  });
  endpoint(api, {
    method: 'get',
    path: '/api/reports/{id}/record',
    tag,
    about: 'The record alone, as `saidso read --json` prints it.',
    params: idIn,
    gives: shapes.record,
    refusals: [404],
    handle: ({ params, context }) => store.report(params.id)?.record ?? noSuch(context, 'report', params.id),
  });
  endpoint(api, {
    method: 'get',
    path: '/api/reports/{id}/events',
    tag,
    about: 'The events that a report tells of, the latest first.',
    params: idIn,
    gives: itemsOf(eventSummary),
    refusals: [404],
    handle: ({ params, context }) => {
      const kept = store.report(params.id);
      if (kept === null) return noSuch(context, 'report', params.id);
      fresh.look();
      return { items: store.overview.ofReport(kept.record.report.id) };
    },
  });
  endpoint(api, {
    method: 'get',
    path: '/api/claims',
    tag,
    about: 'Claims, the latest first.',
    query: z.object({
      type: z.string().max(100).optional(),
      country: z.string().max(10).optional(),
      since: dayIn,
      until: dayIn,
      stage: shapes.stage.optional(),
      report: z.string().max(100).optional(),
      ...pagingQuery,
    }),
    gives: pageOf(shapes.claimSummary),
    handle: ({ query: { limit, after, ...filter } }) =>
      store.claims(Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)), pagingOf({ limit, after })),
  });
  endpoint(api, {
    method: 'get',
    path: '/api/claims/{id}',
    tag,
    about: 'One claim with its reasons, the passage around it, each value with its words and rule, and what people say of it.',
    params: idIn,
    query: blind,
    gives: shapes.claimView,
    refusals: [404],
    handle: ({ params, query, context }) => {
      fresh.look();
      return claimView(store, params.id, query.blind) ?? noSuch(context, 'claim', params.id);
    },
  });
  endpoint(api, {
    method: 'get',
    path: '/api/search',
    tag,
    about: 'Reports that hold the words, the best first; found words stand between « and ».',
    query: z.object({ q: z.string().min(1).max(500), limit: wholeIn(1, 500).optional() }),
    gives: itemsOf(searchHit),
    handle: ({ query }) => ({ items: store.search(query.q, query.limit ?? 20) }),
  });
  endpoint(api, {
    method: 'get',
    path: '/api/counts',
    tag,
    about: 'Claims by type, country and stage.',
    gives: shapes.counts,
    handle: () => store.counts(),
  });
}
