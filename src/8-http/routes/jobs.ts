import { streamSSE } from 'hono/streaming';
import type { Job } from '../answers.ts';
import { idIn } from '../asked-values.ts';
import { endpoint } from '../endpoint.ts';
import { eventStream } from '../event-stream.ts';
import { noSuch } from '../failure.ts';
import type { House } from '../house.ts';
import { job } from '../shapes/jobs.ts';
import { itemsOf, z } from '../shapes/shape.ts';

/** What is being read, and how far it is. */
export function jobRoutes({ api, jobs }: House): void {
  const tag = 'Adding';
  endpoint(api, {
    method: 'get',
    path: '/api/jobs',
    tag,
    about: 'The jobs of this run of the server, the newest first, without their results.',
    gives: itemsOf(job),
    handle: () => ({ items: jobs.list().map(bare) }),
  });
  endpoint(api, {
    method: 'get',
    path: '/api/jobs/{id}',
    tag,
    about: 'One job with its latest results.',
    params: idIn,
    gives: job,
    refusals: [404],
    handle: ({ params, context }) => jobs.get(params.id) ?? noSuch(context, 'job', params.id),
  });
  endpoint(api, {
    method: 'delete',
    path: '/api/jobs/{id}',
    tag,
    about: 'Ends a job after the page it is at; what was read is kept.',
    params: idIn,
    gives: job,
    refusals: [404],
    handle: ({ params, context }) => jobs.cancel(params.id) ?? noSuch(context, 'job', params.id),
  });
  endpoint(api, {
    method: 'get',
    path: '/api/jobs/{id}/events',
    tag,
    about:
      'Server-sent events: `progress` (a job without results), `result` (a JobResult, its number as id), `end`; resumable with Last-Event-ID.',
    params: idIn,
    query: z.object({}),
    gives: { mediaType: 'text/event-stream', about: 'events until the job has ended' },
    refusals: [404],
    handle: ({ params, context }) => {
      const known = jobs.get(params.id);
      if (known === null) return noSuch(context, 'job', params.id);
      const from = Number(context.req.header('last-event-id') ?? 0) || 0;
      return streamSSE(context, (stream) =>
        eventStream(stream, (send, end) => {
          for (const result of known.results)
            if (result.n > from) send({ event: 'result', id: String(result.n), data: JSON.stringify(result) });
          send({ event: 'progress', data: JSON.stringify(bare(known)) });
          if (known.endedAt !== null) {
            send({ event: 'end', data: JSON.stringify(bare(known)) });
            end();
            return () => undefined;
          }
          return jobs.follow(known.id, ({ kind, job: now, result }) => {
            if (result !== null) send({ event: 'result', id: String(result.n), data: JSON.stringify(result) });
            if (kind !== 'end') send({ event: 'progress', data: JSON.stringify(bare(now)) });
            else {
              send({ event: 'end', data: JSON.stringify(bare(now)) });
              end();
            }
          });
        }),
      );
    },
  });
}

const bare = (job: Job): Job => ({ ...job, results: [] });
