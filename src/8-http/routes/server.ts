import { streamSSE } from 'hono/streaming';
import type { Codebook } from '../../5-claims/codebook/codebook.ts';
import type { Store } from '../../7-records/store.ts';
import type { CodebookView } from '../answers.ts';
import { wholeIn } from '../asked-values.ts';
import { endpoint } from '../endpoint.ts';
import { eventStream } from '../event-stream.ts';
import type { House } from '../house.ts';
import { LIMITS } from '../limits.ts';
import { changes } from '../shapes/events.ts';
import { codebook, health, sourceHealth } from '../shapes/server.ts';
import { itemsOf, z } from '../shapes/shape.ts';

/** How often the database is asked for changes that other programs made, while somebody follows. */
const LOOK_MS = 1000;

/** The server itself, the codebook, the watched feeds, and what changes. */
export function serverRoutes({ api, store, options }: House): void {
  const tag = 'The server';
  endpoint(api, {
    method: 'get',
    path: '/api/health',
    tag,
    about: 'That it answers, what reads, how much is kept, and the limits.',
    gives: health,
    handle: () => {
      const { reports, claims } = store.counts();
      return { ok: true, ...options.reading, reports, claims, events: store.overview.count(), who: options.who, limits: LIMITS };
    },
  });
  const view = codebookView(options.codebook);
  endpoint(api, {
    method: 'get',
    path: '/api/codebook',
    tag,
    about: 'What counts: families and event types.',
    gives: codebook,
    handle: () => view,
  });
  endpoint(api, {
    method: 'get',
    path: '/api/sources',
    tag,
    about: 'The watched feeds and how they fare, those in trouble first.',
    gives: itemsOf(sourceHealth),
    handle: () => ({ items: store.watched.list() }),
  });
  const since = z.string().max(40).optional().openapi({ description: 'number of a change, or an ISO 8601 time' });
  endpoint(api, {
    method: 'get',
    path: '/api/changes',
    tag,
    about: 'What changed in the record after a number or from a time on.',
    query: z.object({ since, limit: wholeIn(1, 1000).optional() }),
    gives: changes,
    handle: ({ query }) => store.changes(query.since, query.limit),
  });
  endpoint(api, {
    method: 'get',
    path: '/api/changes/events',
    tag,
    about:
      'Server-sent events `change`, the number as id: from now on, after `since`, or after Last-Event-ID. `from` comes first, with the number after which they follow.',
    query: z.object({ since }),
    gives: { mediaType: 'text/event-stream', about: 'events for as long as somebody listens' },
    handle: ({ query, context }) => {
      const from = context.req.header('last-event-id') ?? query.since ?? String(lastChange(store));
      // Asked for at once, so that a wrong number is refused and not sent as a stream.
      let page = store.changes(from);
      return streamSSE(context, (stream) =>
        eventStream(stream, (send, end) => {
          const tell = (): void => {
            for (const one of page.items) send({ event: 'change', id: String(one.n), data: JSON.stringify(one) });
          };
          const [first] = page.items;
          const start = String(first === undefined ? page.last : first.n - 1);
          send({ event: 'from', id: start, data: start });
          tell();
          const look = setInterval(() => {
            try {
              page = store.changes(page.last);
              tell();
            } catch {
              // The database is closed or locked for long: whoever follows comes back by itself and is told then.
              end();
            }
          }, LOOK_MS);
          look.unref();
          return () => clearInterval(look);
        }),
      );
    },
  });
}

/** Number of the last change; a time in the far future finds it without reading the others. */
const lastChange = (store: Store): number => store.changes('9999-12-31').last;

function codebookView({ name, version, licence, families, types }: Codebook): CodebookView {
  return {
    name,
    version,
    licence,
    families,
    types: types.map(({ id, label, family, definition, crosswalk, roles, examples, not }) => ({
      id,
      label,
      family,
      definition,
      crosswalk,
      roles: Object.keys(roles),
      examples: examples.map(({ text }) => text),
      not: not.map(({ text }) => text),
    })),
  };
}
