import { Hono } from 'hono';
import type { Store } from '../../7-records/store.ts';
import { claimFilterOf, pagingOf } from '../query.ts';

/** GET /api/claims?type&country&since&until&stage&report&limit&after → PageOf<ClaimSummary>. */
export const claimRoutes = (store: Store): Hono =>
  new Hono().get('/', (context) => {
    const query = context.req.query();
    return context.json(store.claims(claimFilterOf(query), pagingOf(query)));
  });
