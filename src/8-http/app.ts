import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Store } from '../7-records/store.ts';
import type { AppOptions } from './app-options.ts';
import { failure, refuse, tooLarge } from './failure.ts';
import { freshness } from './freshness.ts';
import { guard } from './guard.ts';
import { type Jobs, makeJobs } from './jobs.ts';
import { LIMITS } from './limits.ts';
import { readable } from './readable.ts';
import { addingRoutes } from './routes/adding.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { eventRoutes } from './routes/events.ts';
import { exportRoutes } from './routes/export.ts';
import { jobRoutes } from './routes/jobs.ts';
import { reportRoutes } from './routes/reports.ts';
import { serverRoutes } from './routes/server.ts';
import { webRoutes } from './routes/web.ts';

export interface App {
  readonly fetch: (request: Request, env?: unknown) => Response | Promise<Response>;
  /** As `fetch`, by address and init: for tests. */
  readonly request: OpenAPIHono['request'];
  /** Ends what is being read and clears away its files. Call it before the store is closed. */
  close(): Promise<void>;
}

/**
 * The HTTP API and the page over one store, as a fetch handler: `app(store, options).fetch`.
 * Meant for the user's own machine: other host names are refused unless `abroad` says so, and every fault has one shape,
 * `{"error": {"code", "message", "hint"}}`.
 */
export function app(store: Store, options: AppOptions): App {
  const api = new OpenAPIHono();
  const jobs: Jobs = makeJobs({ store, ...options, settled: () => fresh.catchUp() });
  const fresh = freshness(options.refresh, options.refreshSome, jobs.busy);
  const house = { api, store, options, jobs, fresh };
  api.use(guard(options.abroad));
  const onError = (context: Context): Response => tooLarge(context);
  const small = bodyLimit({ maxSize: LIMITS.body, onError });
  const large = bodyLimit({ maxSize: LIMITS.upload, onError });
  api.use('/api/*', (context, next) => (context.req.path === '/api/uploads' ? large : small)(context, next));
  reportRoutes(house);
  eventRoutes(house);
  exportRoutes(house);
  addingRoutes(house);
  jobRoutes(house);
  decisionRoutes(house);
  serverRoutes(house);

  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Saidso',
      version: options.reading.software,
      description:
        'Reads news reports of political violence and keeps a sourced record. Lists come by pages: `next` of one is `after` of the following. Reads carry an ETag. Every fault has one shape, `Failure`.',
    },
    servers: [{ url: '/' }],
  });
  api.get('/api/openapi.json', (context) => context.json(document));
  api.get('/api', (context) => context.html(readable(document, context.get('nonce'))));
  api.all('/api/*', (context) => noRoute(context, Object.entries(document.paths ?? {})));
  if (options.web !== null) api.route('/', webRoutes(options.web));
  api.notFound((context) =>
    refuse(context, 404, 'not-found', `There is nothing at ${context.req.path.slice(0, 200)}.`, 'The page is at /.'),
  );
  api.onError((error, context) => failure(error, context));
  const close = async (): Promise<void> => {
    // What is due merges at the next start.
    await fresh.close();
    await jobs.close();
  };
  return { fetch: (request, env) => api.fetch(request, env as object), request: api.request, close };
}

/** 405 where the path is one but not for this method, else 404. */
function noRoute(context: Context, paths: readonly (readonly [string, object])[]): Response {
  const { method, path } = context.req;
  const allowed = paths
    .filter(([pattern]) => new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path))
    .flatMap(([, methods]) => Object.keys(methods).map((one) => one.toUpperCase()));
  if (allowed.length === 0)
    return refuse(context, 404, 'no-such-route', `There is no ${method} ${path.slice(0, 200)}.`, 'GET /api lists the routes.');
  const refusal = refuse(context, 405, 'wrong-method', `${path.slice(0, 200)} is not for ${method}.`, `It takes ${allowed.join(', ')}.`);
  refusal.headers.set('Allow', allowed.join(', '));
  return refusal;
}
