import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { contentId } from '../../src/0-terms/content-id.ts';
import { open } from '../../src/7-records/open.ts';
import type { EventQuery, FacetName, Overview } from '../../src/7-records/overview.ts';
import { FACETS } from '../../src/7-records/overview.ts';
import type { PublishedEvent } from '../../src/7-records/publish/site-data.ts';
import type { Store } from '../../src/7-records/store.ts';
import type { Answers } from '../../web/overview/answers.ts';
import { EMPTY_VIEW, type Filter } from '../../web/overview/view.ts';
import { makeActor, makeFullReport } from '../make.ts';

const PLACES = [
  { name: 'Karvel', country: 'PK', lat: 31.5, lon: 74.3, precision: 'exact' },
  { name: 'Ostra', country: 'PK', admin1: 'North', lat: 33.1, lon: 71, precision: 'admin2' },
  { name: 'Fiji', country: 'FJ', lat: -17.7, lon: 178.1, precision: 'country' },
  { name: 'Apia', country: 'WS', lat: -13.8, lon: -171.8, precision: 'exact' },
] as const;

/** Reports of several places, years and papers, of which none is told twice. */
const reports = Array.from({ length: 12 }, (_, at) => {
  const full = makeFullReport();
  const text = full.text.replaceAll('2017', String(2012 + at));
  const shifted = (iso: string): string => iso.replace('2017', String(2012 + at));
  return makeFullReport({
    id: contentId('r', `report ${at}`),
    text,
    publisher: at % 4 === 3 ? null : `Paper ${at % 4}`,
    title: `Report ${at}`,
    published: { date: `${2012 + at}-09-12`, basis: 'metadata' },
    entities: full.entities.map((entity) => (entity.id === 'e3' ? { ...entity, ...PLACES[at % PLACES.length] } : entity)),
    claims: full.claims.map((claim, n) => ({
      ...claim,
      id: contentId('c', `${at} ${n}`),
      // Bare words beside the entity.
      actor: [...claim.actor, ...(at % 2 === 0 ? [makeActor(text, 'a spokeswoman')] : [])],
      when: claim.when === null || at % 5 === 4 ? null : { ...claim.when, from: shifted(claim.when.from), to: shifted(claim.when.to) },
    })),
  });
});

/** A published folder filters by itself, the server in SQL: both must find the same. */
describe('the answers of a published folder and of the server', () => {
  let store: Store;
  let memory: Answers;
  beforeAll(async () => {
    store = open(':memory:');
    for (const report of reports) store.put(report, { codebook: 'test 1', software: '0' });
    store.refreshEvents({ wordWeights: { weight: () => 1 }, sameEvent: new Map([['bias', -9]]) });
    const events = store.overview.list({}, '-date', { limit: 500 }).items.map((summary): PublishedEvent => {
      const publishers = (store.event(summary.id)?.reports ?? []).map((id) => store.report(id)?.record.report.publisher ?? null);
      return { ...summary, sources: publishers.filter((name) => name !== null), said: '' };
    });
    // The page's words ask for the language of the browser.
    vi.stubGlobal('navigator', { language: 'en-GB', languages: ['en-GB'] });
    const { fromMemory } = await import('../../web/publish/from-memory.ts');
    memory = fromMemory({ events, families: [] }, () => Promise.reject(new Error('no outlines are asked for')));
  }, 60_000);
  afterAll(() => {
    vi.unstubAllGlobals();
    store?.close();
  });

  const filter = (part: Partial<Filter>): Filter => ({ ...EMPTY_VIEW, ...part });
  const CASES: readonly (readonly [name: string, filter: Filter, query: EventQuery])[] = [
    ['everything', filter({}), {}],
    ['a type', filter({ facets: { type: ['arrest'] } }), { type: ['arrest'] }],
    [
      'two types in a country',
      filter({ facets: { type: ['arrest', 'bombing'], country: ['PK'] } }),
      { type: ['arrest', 'bombing'], country: ['PK'] },
    ],
    ['a place and a status', filter({ facets: { place: ['Apia'], status: ['foiled'] } }), { place: ['Apia'], status: ['foiled'] }],
    ['a stage', filter({ facets: { stage: ['foiled'] } }), { stage: ['foiled'] }],
    ['who did it', filter({ facets: { actor: ['Harbour Police'] } }), { actor: ['Harbour Police'] }],
    ['to whom', filter({ facets: { target: ['Mara Delane'] } }), { target: ['Mara Delane'] }],
    ['a paper', filter({ facets: { source: ['Paper 1', 'Paper 2'] } }), { source: ['Paper 1', 'Paper 2'] }],
    ['days that a month touches', filter({ since: '2014-04-29', until: '2016-04-02' }), { since: '2014-04-29', until: '2016-04-02' }],
    ['a box', filter({ box: [70, 30, 75, 32] }), { bbox: [70, 30, 75, 32] }],
    ['a box over the date line', filter({ box: [170, -30, -160, 0] }), { bbox: [170, -30, -160, 0] }],
    ['without a place', filter({ unplaced: true }), { placed: false }],
  ];

  it.each(CASES)('agree on %s', async (_, asked, query) => {
    const server: Overview = store.overview;
    const [points, line, facets] = [await memory.points(asked), await memory.timeline(asked, 'month'), await memory.facets(asked)];
    const mapped = server.points(query);
    expect(mapped.total).toBeGreaterThan(0);
    expect([points.total, points.placeless]).toEqual([mapped.total, mapped.placeless]);
    const sorted = (all: readonly (readonly unknown[])[]): string[] => all.map((one) => JSON.stringify(one)).sort();
    expect(sorted(points.points)).toEqual(sorted(mapped.points));
    expect(line).toEqual(server.timeline(query, 'month'));
    const counted = server.facets(query, FACETS, 500);
    for (const name of FACETS) {
      const tally = (values: readonly { readonly value: string; readonly count: number }[] | undefined): string[] =>
        (values ?? []).map(({ value, count }) => `${value} ${count}`).sort();
      expect(tally(facets.facets[name as FacetName]), name).toEqual(tally(counted.facets[name as FacetName]));
    }
    for (const sort of ['-date', 'date', 'type', 'place', '-killed'] as const) {
      const { items, total } = await memory.list(asked, sort, null);
      const own = server.list(query, sort, { limit: 100 });
      expect([total, items.map(({ id }) => id)], sort).toEqual([own.total, own.items.map(({ id }) => id)]);
    }
  });

  it('agree on who acts on whom', async () => {
    const [own, server] = [await memory.network(filter({})), store.overview.network({}, 80)];
    const said = ({ edges }: typeof own): string[] => edges.map(({ from, to, events }) => `${from} ${to} ${events}`).sort();
    expect(said(own)).toEqual(said(server));
  });
});
