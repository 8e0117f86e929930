import { Hono } from 'hono';
import type { Store } from '../../7-records/store.ts';
import { refuse } from '../failure.ts';
import { pagingOf } from '../query.ts';
import { reportView } from '../report-view.ts';

/** GET /api/reports?limit&after → PageOf<ReportSummary>; GET /api/reports/ID → ReportView; GET /api/reports/ID/record → the record alone. */
export const reportRoutes = (store: Store): Hono =>
  new Hono()
    .get('/', (context) => context.json(store.reports(pagingOf(context.req.query()))))
    .get('/:id', (context) => {
      const kept = store.report(context.req.param('id'));
      if (kept === null)
        return refuse(context, 404, 'no-such-report', `No report has the id "${context.req.param('id')}".`, 'GET /api/reports lists them.');
      return context.json(reportView(kept.record, kept.reading, kept.appearances));
    })
    .get('/:id/record', (context) => {
      const kept = store.report(context.req.param('id'));
      if (kept === null)
        return refuse(context, 404, 'no-such-report', `No report has the id "${context.req.param('id')}".`, 'GET /api/reports lists them.');
      return context.json(kept.record);
    });
