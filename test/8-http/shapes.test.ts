import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decisionAnswer, differenceView, reviewQueue } from '../../src/8-http/shapes/deciding.ts';
import { agreement } from '../../src/8-http/shapes/decisions.ts';
import * as events from '../../src/8-http/shapes/events.ts';
import { failureShape } from '../../src/8-http/shapes/failure.ts';
import { job } from '../../src/8-http/shapes/jobs.ts';
import * as record from '../../src/8-http/shapes/record.ts';
import * as server from '../../src/8-http/shapes/server.ts';
import type { z } from '../../src/8-http/shapes/shape.ts';
import { itemsOf, pageOf } from '../../src/8-http/shapes/shape.ts';
import { type Made, makeApp } from './make-app.ts';

let made: Made;
beforeEach(() => {
  made = makeApp();
});
afterEach(() => made.close());

/** What is sent is what its schema says: no field is missing, none is of another type, and none is there that the schema does not know. */
async function holds(schema: z.ZodType, response: Response): Promise<unknown> {
  const body: unknown = await response.json();
  expect(schema.parse(body)).toEqual(body);
  return body;
}

describe('what the OpenAPI document says is what is sent', () => {
  it('by every route that reads', async () => {
    const { items } = await made.json<{ items: { id: string }[] }>('/api/events');
    const [, second] = items;
    await made.post('/api/decisions', { kind: 'correct', id: second?.id, field: 'where', value: 'Karvel, PK @ 31.5, 74.3', who: 'Ada' });
    const claims = (await made.json<{ items: { claim: { id: string } }[] }>('/api/claims')).items;
    for (const [coder, kind] of [
      ['Ada', 'accept'],
      ['Ben', 'reject'],
    ] as const)
      await made.post('/api/decisions', { kind, id: claims[0]?.claim.id, who: coder, coder });
    const { items: reports } = await made.json<{ items: { id: string }[] }>('/api/reports');
    await made.post('/api/reports', { text: 'A report.' });
    const answers: readonly (readonly [string, z.ZodType])[] = [
      ['/api/health', server.health],
      ['/api/reports', pageOf(record.reportSummary)],
      [`/api/reports/${reports[0]?.id}`, record.reportView],
      [`/api/reports/${reports[0]?.id}/record`, record.record],
      [`/api/reports/${reports[0]?.id}/events`, itemsOf(events.eventSummary)],
      ['/api/claims', pageOf(record.claimSummary)],
      [`/api/claims/${claims[0]?.claim.id}`, record.claimView],
      ['/api/events', pageOf(events.eventSummary)],
      [`/api/events/${second?.id}`, events.eventView],
      ['/api/search?q=chapel', itemsOf(events.searchHit)],
      ['/api/facets', events.facets],
      ['/api/map', events.points],
      ['/api/timeline', events.timeline],
      ['/api/network', events.network],
      ['/api/counts', record.counts],
      ['/api/codebook', server.codebook],
      ['/api/export', itemsOf(server.exportFormat)],
      ['/api/sources', itemsOf(server.sourceHealth)],
      ['/api/jobs', itemsOf(job)],
      ['/api/decisions', itemsOf(events.decisionView)],
      ['/api/reviews/queue', reviewQueue],
      ['/api/reviews/differences', itemsOf(differenceView)],
      ['/api/reviews/agreement', itemsOf(agreement)],
      ['/api/changes', events.changes],
      ['/api/none', failureShape],
    ];
    for (const [path, schema] of answers) await holds(schema, await made.get(path));
    await holds(decisionAnswer, await made.post('/api/decisions', { kind: 'note', id: second?.id, who: 'Ada', why: 'ask the doctor' }));
  });

  it('and it has every route, once, with names that stand for something', async () => {
    const document = await made.json<{
      openapi: string;
      paths: Record<string, Record<string, { operationId: string; summary: string; responses: object }>>;
      components: { schemas: object };
    }>('/api/openapi.json');
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    expect(operations.length).toBeGreaterThan(30);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    const known = new Set(Object.keys(document.components.schemas));
    const named = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('and the page to read has them all, without script', async () => {
    const document = await made.json<{ paths: object }>('/api/openapi.json');
    const response = await made.get('/api');
    const page = await response.text();
    expect(response.headers.get('content-type')).toContain('text/html');
    for (const path of Object.keys(document.paths)) expect(page).toContain(path);
    expect(page).not.toMatch(/<script|\son\w+=|\sstyle=|src=|href="(?!#)/i);
  });
});
