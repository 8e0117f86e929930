import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Store } from '../7-records/store.ts';
import type { AppOptions } from './app-options.ts';
import { failure, refuse } from './failure.ts';
import { guard } from './guard.ts';
import { claimRoutes } from './routes/claims.ts';
import { readRoutes } from './routes/read.ts';
import { reportRoutes } from './routes/reports.ts';
import { webRoutes } from './routes/web.ts';

/** Largest body that POST /api/read takes, in bytes: a report of a few hundred thousand words. */
export const LARGEST_BODY = 2 * 1024 * 1024;

/**
 * The HTTP API and the page over one store, as a fetch handler: `app(store, options).fetch`.
 * Meant for the user's own machine: other host names are refused, and every fault has one shape,
 * `{"error": {"code", "message", "hint"}}`.
 */
export function app(store: Store, options: AppOptions): Hono {
  const root = new Hono();
  root.use(guard);
  root.use(
    '/api/*',
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: (context) =>
        refuse(
          context,
          413,
          'too-large',
          'The text is larger than 2 MB.',
          'Give one report at a time, or use `saidso add` for large files.',
        ),
    }),
  );
  root.get('/api/health', (context) => {
    const { reports, claims } = store.counts();
    return context.json({ ok: true, software: options.reading.software, codebook: options.reading.codebook, reports, claims });
  });
  root.get('/api/counts', (context) => context.json(store.counts()));
  root.route('/api/reports', reportRoutes(store));
  root.route('/api/claims', claimRoutes(store));
  root.route('/api/read', readRoutes(store, options));
  root.all('/api/*', (context) =>
    refuse(context, 404, 'no-such-route', `There is no ${context.req.method} ${context.req.path}.`, 'docs/8-http.md lists the routes.'),
  );
  if (options.web !== null) root.route('/', webRoutes(options.web));
  root.notFound((context) => refuse(context, 404, 'not-found', `There is nothing at ${context.req.path}.`, 'The page is at /.'));
  root.onError((error, context) => failure(error, context));
  return root;
}
