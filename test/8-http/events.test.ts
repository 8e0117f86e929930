import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventSummary, Facets } from '../../src/7-records/overview.ts';
import type { DecisionAnswer, DecisionView, DifferenceView, EventView, ReviewQueue } from '../../src/8-http/answers.ts';
import { makeActor, makeClaim, makeEntity, makeReport, makeTarget } from '../make.ts';
import { type Made, makeApp, reading } from './make-app.ts';

let made: Made;
beforeEach(() => {
  made = makeApp();
  for (const report of stories()) made.store.put(report, reading);
});
afterEach(() => made.close());

/** Three reports beside the first: an event each, on both sides of the date line, with and without a day and a place. */
function stories() {
  const text = 'The River Army bombed a depot in Suva, a statement said, and three guards died.';
  const told = makeReport({
    text,
    title: 'Depot bombed',
    publisher: 'Island Herald',
    source: 'suva.txt',
    entities: [
      makeEntity('e1', 'group', 'River Army'),
      makeEntity('e2', 'person', 'guards'),
      makeEntity('e3', 'place', 'Suva', { country: 'FJ', admin1: 'Central', lat: -18.1, lon: 178.4, precision: 'exact' }),
    ],
    claims: [
      makeClaim(text, 'bombing', 'bombed', {
        actor: [makeActor(text, 'The River Army', 'fact', 'e1')],
        target: [makeTarget(text, 'three guards', 'e2')],
        where: { entity: 'e3', span: [text.indexOf('Suva'), text.indexOf('Suva') + 4], rule: 'places.in' },
        when: { from: '2019-12-31', to: '2020-01-01', precision: 'week', basis: 'explicit', rule: 'times.test' },
        toll: [{ effect: 'killed', low: 3, high: 3, span: [text.indexOf('three'), text.indexOf('three') + 5], rule: 'toll.test' }],
        confidence: 0.4,
      }),
    ],
  });
  const other = 'Police held a man in Apia.';
  const arrest = makeReport({
    text: other,
    title: 'Man held',
    publisher: 'Island Herald',
    source: 'apia.txt',
    published: { date: null, basis: 'unknown' },
    entities: [makeEntity('e1', 'place', 'Apia', { country: 'WS', lat: -13.8, lon: -171.8, precision: 'exact' })],
    claims: [makeClaim(other, 'arrest', 'held', { where: { entity: 'e1', span: [21, 25], rule: 'places.in' }, confidence: 0.9 })],
  });
  return [told, arrest];
}

const listed = async (query: string): Promise<EventSummary[]> => (await made.json<{ items: EventSummary[] }>(`/api/events${query}`)).items;
const decide = async (body: object): Promise<DecisionAnswer> => {
  const response = await made.post('/api/decisions', { who: 'Ada', ...body });
  if (response.status !== 201) throw new Error(await response.text());
  return (await response.json()) as DecisionAnswer;
};

describe('events under a filter', () => {
  it.each<[string, number]>([
    ['', 5],
    ['?type=bombing', 2],
    ['?type=bombing&type=arrest', 4],
    ['?family=security', 2],
    ['?family=security&type=bombing', 0],
    ['?family=none', 0],
    ['?stage=foiled', 1],
    ['?status=foiled&status=denied', 1],
    ['?actor=river%20army', 1],
    ['?target=guards', 1],
    ['?country=fj', 1],
    ['?place=Suva', 1],
    ['?admin1=Central', 1],
    ['?source=Island%20Herald', 2],
    ['?q=depot', 1],
    ['?q=%22depot%20in%22', 1],
    ['?q=depot%20nowhere', 0],
    ['?since=2020-01-01&until=2020-06-01', 1],
    ['?since=2020-01-02', 0],
    ['?bbox=170,-20,-170,-10', 2],
    ['?bbox=-172,-20,-170,-10', 1],
    ['?killed=3', 2],
    ['?killed=4', 1],
    ['?placed=no', 0],
    ['?placed=yes', 5],
    ['?ruled=yes', 0],
    ['?disputed=yes', 0],
    ['?type=&q=', 5],
  ])('%s gives %i', async (query, n) => {
    const { items, total } = await made.json<{ items: EventSummary[]; total: number }>(`/api/events${query}`);
    expect([items.length, total]).toEqual([n, n]);
  });
  it('is the same for lists, map, time line, facets and network', async () => {
    const query = '?source=Island%20Herald';
    expect(await made.json(`/api/map${query}`)).toMatchObject({ placeless: 0, total: 2, points: [expect.any(Array), expect.any(Array)] });
    expect(await made.json(`/api/map?country=FJ`)).toMatchObject({
      points: [[expect.stringMatching(/^e_/), -18.1, 178.4, 'exact', 'bombing', '2019-12-31', 3, 'Suva', 'FJ']],
    });
    expect(await made.json(`/api/timeline${query}&by=week`)).toEqual({
      by: 'week',
      bins: [{ from: '2019-12-30', count: 1, killed: 3 }],
      undated: 1,
      total: 2,
    });
    expect(await made.json(`/api/network${query}`)).toEqual({
      nodes: [
        { name: 'guards', kind: 'person', asActor: 0, asTarget: 1 },
        { name: 'River Army', kind: 'group', asActor: 1, asTarget: 0 },
      ],
      edges: [{ from: 'River Army', to: 'guards', events: 1, killed: 3 }],
      left: 0,
    });
    expect((await made.json<Facets>(`/api/facets${query}`)).total).toBe(2);
  });
  it('counts each facet under all filters but its own', async () => {
    const { facets } = await made.json<{ facets: Record<string, { value: string; count: number }[]> }>(
      '/api/facets?type=bombing&facet=type&facet=source&facet=family',
    );
    expect(facets).toEqual({
      type: [
        { value: 'arrest', count: 2 },
        { value: 'bombing', count: 2 },
        { value: 'suicide-bombing', count: 1 },
      ],
      source: [
        { value: 'Island Herald', count: 1 },
        { value: 'The Coast Gazette', count: 1 },
      ],
      family: [{ value: 'violence', count: 2 }],
    });
  });
  it.each(['date', '-date', 'killed', '-killed', 'confidence', '-type', 'place', '-reports'])(
    'comes by pages in the order of %s',
    async (sort) => {
      const all = (await listed(`?sort=${sort}`)).map(({ id }) => id);
      const paged: string[] = [];
      let after = '';
      do {
        const page = await made.json<{ items: EventSummary[]; next: string | null }>(`/api/events?sort=${sort}&limit=2&after=${after}`);
        paged.push(...page.items.map(({ id }) => id));
        after = page.next ?? '';
      } while (after !== '');
      expect(paged).toEqual(all);
      expect(new Set(all).size).toBe(5);
    },
  );
  it('puts the least sure first, and those without a value last', async () => {
    expect((await listed('?sort=confidence'))[0]).toMatchObject({ title: 'Depot bombed', confidence: 0.4 });
    expect((await listed('?sort=-killed')).map(({ toll }) => toll.killed?.best ?? null)).toEqual([6, 3, null, null, null]);
    expect((await listed('?sort=date')).at(-1)?.when).toBeNull();
  });
});

describe('the view as a file', () => {
  it.each(['acled-csv', 'geojson', 'jsonl', 'bibtex'])('is %s under the same filter', async (format) => {
    const response = await made.get(`/api/export/${format}?source=Island%20Herald`);
    const file = await response.text();
    expect([response.status, response.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringMatching(`attachment; filename="saidso-${format}\\.\\w+"`),
    ]);
    expect(file).toMatch(format === 'geojson' ? /Suva/ : /Island Herald/);
    expect(file).not.toMatch(/Karvel|Coast Gazette/);
  });
  it.each([
    ['none', 404, 'no-such-format'],
    ['bibtex?coarsen=country', 400, 'bad-input'],
    ['geojson?report=zz', 400, 'bad-input'],
  ])('%s is refused', async (format, status, code) => {
    const response = await made.get(`/api/export/${format}`);
    expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(code)]);
  });
});

describe('one event', () => {
  it('has its accounts, sources and history', async () => {
    const [first] = await listed('?country=FJ');
    const view = await made.json<EventView>(`/api/events/${first?.id}`);
    expect(view.event.id).toBe(first?.id);
    expect(view.summary).toEqual(first);
    expect(view.accounts.map(({ claim, event }) => [claim.type, event])).toEqual([['bombing', first?.id]]);
    expect(view.sources).toMatchObject({
      independent: 1,
      edges: [],
      roots: [{ report: { publisher: 'Island Herald' }, reasons: [], copies: [] }],
    });
    expect(view.history.map(({ kind }) => kind)).toEqual(['event-added']);
    expect((await made.json<{ items: EventSummary[] }>(`/api/reports/${view.event.reports[0]}/events`)).items).toEqual([first]);
  });
});

describe('decisions', () => {
  const suva = async (): Promise<EventSummary> => (await listed('?source=Island%20Herald&type=bombing'))[0] as EventSummary;

  it('correct what is listed, filtered and drawn, and are undone', async () => {
    const { id } = await suva();
    const { decision, events } = await decide({ kind: 'correct', id, field: 'when', value: '2021-05-06', why: 'the paper of that day' });
    expect(events[0]).toMatchObject({ id, when: { from: '2021-05-06', to: '2021-05-06' }, corrected: ['when'], decisions: 1 });
    expect((await listed('?since=2021-05-01&until=2021-05-31')).map((event) => event.id)).toEqual([id]);
    expect((await listed('?ruled=yes')).map((event) => event.id)).toEqual([id]);
    const view = await made.json<EventView>(`/api/events/${id}`);
    expect([view.event.when?.from, view.event.human.values.when?.written]).toEqual(['2019-12-31', '2021-05-06']);
    expect(view.decisions).toMatchObject([
      { id: decision.id, who: 'Ada', why: 'the paper of that day', holds: true, undone: null, events: [id] },
    ]);
    await decide({ kind: 'correct', id, field: 'killed', value: '4+' });
    await decide({ kind: 'correct', id, field: 'where', value: 'Karvel' });
    // A place of the record is found by its name.
    expect(await suva()).toMatchObject({ toll: { killed: { low: 4, high: null } }, where: { name: 'Karvel', country: 'PK', lat: 31.5 } });
    expect(
      (await made.json<{ points: unknown[][] }>('/api/map?type=bombing&source=Island%20Herald')).points.map((point) => point[1]),
    ).toEqual([31.5]);
    await decide({ kind: 'undo', decision: decision.id });
    expect(await suva()).toMatchObject({ when: { from: '2019-12-31' }, corrected: expect.not.arrayContaining(['when']) });
    const all = (await made.json<{ items: DecisionView[] }>('/api/decisions')).items;
    expect(all.map(({ ruling }) => ruling.kind)).toEqual(['undo', 'correct', 'correct', 'correct']);
    expect(all.at(-1)).toMatchObject({ holds: false, undone: all[0]?.id });
  });
  it('reject, which takes the event away until it is undone', async () => {
    const { id } = await suva();
    const { decision, events } = await decide({ kind: 'reject', id });
    expect(events).toEqual([]);
    expect((await made.get(`/api/events/${id}`)).status).toBe(404);
    await decide({ kind: 'undo', decision: decision.id });
    expect((await suva()).id).toBe(id);
  });
  it('merge and split', async () => {
    const [one, two] = [await suva(), (await listed('?type=arrest&source=Island%20Herald'))[0] as EventSummary];
    const { events } = await decide({ kind: 'same', id: one.id, other: two.id });
    expect(events).toMatchObject([{ claims: 2, reports: 2 }]);
    const gone = events[0]?.id === one.id ? two.id : one.id;
    expect((await made.json<EventView>(`/api/events/${gone}`)).event.id).toBe(events[0]?.id);
  });
  it.each<[object, number]>([
    [{ kind: 'reject', id: 'e_none' }, 400],
    [{ kind: 'reject', id: 'c_none' }, 400],
    [{ kind: 'undo', decision: 'd_none' }, 400],
    [{ kind: 'correct', id: 'EVENT', field: 'when', value: 'soon' }, 400],
    [{ kind: 'correct', id: 'EVENT', field: 'colour', value: 'red' }, 400],
    [{ kind: 'same', id: 'EVENT', other: 'EVENT' }, 400],
    [{ kind: 'praise', id: 'EVENT' }, 400],
    [{ kind: 'accept', id: 'EVENT', who: '  ' }, 400],
  ])('%o is refused', async (asked, status) => {
    const { id } = await suva();
    const response = await made.post('/api/decisions', {
      who: 'Ada',
      ...(JSON.parse(JSON.stringify(asked).replaceAll('EVENT', id)) as object),
    });
    expect([response.status, await response.text()]).toEqual([status, expect.stringContaining('"bad-input"')]);
    expect(made.store.decisions()).toEqual([]);
  });
});

describe('reviews', () => {
  const queue = (query = ''): Promise<ReviewQueue> => made.json<ReviewQueue>(`/api/reviews/queue${query}`);

  it('begin with the least sure, and leave out what was ruled on', async () => {
    const before = await queue();
    expect(before.items.map(({ claim }) => claim.confidence)).toEqual([...before.items.map(({ claim }) => claim.confidence)].sort());
    expect([before.total, before.items[0]?.claim.type]).toEqual([5, 'bombing']);
    await decide({ kind: 'accept', id: before.items[0]?.claim.id });
    expect(await queue()).toMatchObject({ total: 4 });
    expect((await queue('?limit=1&type=arrest')).items.map(({ claim }) => claim.type)).toEqual(['arrest']);
  });
  it('are blind: a coder sees nothing of another, and nothing takes effect until two agree', async () => {
    const [first] = (await queue('?coder=Ada')).items;
    const id = first?.claim.id;
    await decide({ kind: 'reject', id, coder: 'Ada' });
    expect(await queue('?coder=Ada')).toMatchObject({ total: 4 });
    const others = (await queue('?coder=Ben')).items.find(({ claim }) => claim.id === id);
    expect(others?.human).toEqual({ verdict: null, values: {}, notes: [], disputed: [], decisions: [] });
    expect(await listed('')).toHaveLength(5);
    await decide({ kind: 'accept', id, coder: 'Ben', why: 'it says so' });
    const { items } = await made.json<{ items: DifferenceView[] }>('/api/reviews/differences');
    expect(items).toMatchObject([
      {
        about: 'verdict',
        claims: [{ claim: { id } }],
        answers: [
          { coder: 'Ada', value: 'reject' },
          { coder: 'Ben', value: 'accept', why: 'it says so' },
        ],
      },
    ]);
    expect(await made.json('/api/reviews/coders')).toEqual({
      items: [
        { name: 'Ada', claims: 1 },
        { name: 'Ben', claims: 1 },
      ],
    });
    expect((await made.json<{ items: unknown[] }>('/api/reviews/agreement')).items).toContainEqual(
      expect.objectContaining({ about: 'verdict', coders: ['Ada', 'Ben'], claims: 1 }),
    );
    // A ruling ends it; what the coders said stays.
    await decide({ kind: 'reject', id });
    expect(await made.json('/api/reviews/differences')).toEqual({ items: [] });
    expect(await listed('')).toHaveLength(4);
    expect(made.store.decisions()).toHaveLength(3);
  });
});
