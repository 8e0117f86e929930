import type { ActorNetwork, EventSort, EventSummary, FacetName, MapPoint, PublishedData, PublishedEvent } from '../../src/index.ts';
import { countryName } from '../format.ts';
import type { Answers } from '../overview/answers.ts';
import type { WorldTopology } from '../overview/map/outlines.ts';
import { middlesOf } from '../overview/map/outlines.ts';
import { startOf } from '../overview/timeline/buckets.ts';
import type { Box, Facet, Filter } from '../overview/view.ts';

/** Rows that are handed out at once. */
const PAGE = 100;

/** The views' answers out of the data of a published folder: the same filters that the server knows, without a server. */
export function fromMemory({ events, families }: PublishedData, outlines: (detail: 'coarse' | 'fine') => Promise<WorldTopology>): Answers {
  // Bare words such as "eleven people" mean others in every event: they can be filtered by, but are not counted, as on the server.
  const entities = (parties: EventSummary['actors']): readonly string[] =>
    parties.filter(({ kind }) => kind !== null).map(({ name }) => name);
  const familyOf = new Map(families.flatMap(({ family, types }) => types.map(({ id }) => [id, family] as const)));
  const values: Readonly<Record<Facet, (event: PublishedEvent) => readonly string[]>> = {
    family: ({ type }) => [familyOf.get(type) ?? ''],
    type: ({ type }) => [type],
    country: ({ where }) => (where?.country === undefined ? [] : [where.country]),
    admin1: ({ where }) => (where?.admin1 === undefined ? [] : [where.admin1]),
    place: ({ where }) => (where === null ? [] : [where.name]),
    actor: ({ actors }) => [...new Set(actors.map(({ name }) => name))],
    target: ({ targets }) => [...new Set(targets.map(({ name }) => name))],
    stage: ({ stage }) => [stage],
    status: ({ status }) => [status],
    source: ({ sources }) => sources,
  };
  const counted: Readonly<Partial<typeof values>> = {
    actor: ({ actors }) => [...new Set(entities(actors))],
    target: ({ targets }) => [...new Set(entities(targets))],
  };
  const passing = (filter: Filter, without: Facet | null = null): readonly PublishedEvent[] => {
    const words = wordsOf(filter.q);
    const chosen = (Object.keys(values) as Facet[]).flatMap((facet) => {
      const wanted = filter.facets[facet] ?? [];
      return facet === without || wanted.length === 0 ? [] : [{ of: values[facet], wanted: new Set(wanted) }];
    });
    return events.filter(
      (event) =>
        chosen.every(({ of, wanted }) => of(event).some((value) => wanted.has(value))) &&
        words.every((word) => event.said.includes(word)) &&
        (filter.since === '' || (event.when !== null && event.when.to >= filter.since)) &&
        (filter.until === '' || (event.when !== null && event.when.from <= filter.until)) &&
        (filter.box === null || inBox(event, filter.box)) &&
        (!filter.unplaced || (event.where?.lat === undefined && event.where?.country === undefined)),
    );
  };
  return {
    families: () => Promise.resolve(families),
    facets: (filter) => {
      const facets: Partial<Record<FacetName | 'family', { value: string; count: number }[]>> = {};
      for (const facet of Object.keys(values) as Facet[]) facets[facet] = tally(passing(filter, facet), counted[facet] ?? values[facet]);
      return Promise.resolve({ total: passing(filter).length, facets });
    },
    points: async (filter) => {
      const found = passing(filter);
      // A place that was blunted has no coordinates: it is shown as what is told of it, somewhere in its country.
      const middles = found.some(isSomewhere) ? middlesOf(await outlines('coarse')) : new Map<string, readonly [number, number]>();
      const points = found.flatMap(({ id, type, when, where, toll }): MapPoint[] => {
        if (where === null) return [];
        const rest = [type, when?.from ?? null, toll.killed?.best ?? null] as const;
        const { lat, lon, name, country, precision } = where;
        if (lat !== undefined && lon !== undefined) return [[id, lat, lon, precision ?? null, ...rest, name, country ?? null]];
        const middle = country === undefined ? undefined : middles.get(country);
        return middle === undefined ? [] : [[id, middle[1], middle[0], 'country', ...rest, countryName(country ?? ''), country ?? null]];
      });
      return { points, placeless: found.length - points.length, total: found.length };
    },
    timeline: (filter, by) => {
      const found = passing(filter);
      const bins = new Map<string, { from: string; count: number; killed: number }>();
      const days = found.flatMap(({ when }) => (when === null ? [] : [when.from])).sort();
      const step = by ?? fitting(days[0], days.at(-1));
      for (const { when, toll } of found) {
        if (when === null) continue;
        const from = startOf(when.from, step);
        const bin = bins.get(from) ?? { from, count: 0, killed: 0 };
        bins.set(from, { from, count: bin.count + 1, killed: bin.killed + (toll.killed?.best ?? 0) });
      }
      const inOrder = [...bins.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
      return Promise.resolve({ by: step, bins: inOrder, undated: found.length - days.length, total: found.length });
    },
    list: (filter, sort, after) => {
      const found = sorted(passing(filter), sort);
      const start = after === null ? 0 : Number(after);
      const end = start + PAGE;
      return Promise.resolve({ items: found.slice(start, end), total: found.length, next: end < found.length ? String(end) : null });
    },
    network: (filter) => Promise.resolve(networkOf(passing(filter))),
    outlines,
    linkTo: (id) => `events/${id}.html`,
  };
}

const isSomewhere = ({ where }: EventSummary): boolean => where !== null && where.lat === undefined && where.country !== undefined;

/** Single words and "words side by side", in small letters. */
const wordsOf = (q: string): readonly string[] =>
  [...q.toLowerCase().matchAll(/"([^"]+)"|(\S+)/g)]
    .map(([, phrase, word]) => phrase ?? word ?? '')
    .filter((word) => word.replaceAll('"', '') !== '');

function inBox({ where }: EventSummary, [west, south, east, north]: Box): boolean {
  if (where?.lat === undefined || where.lon === undefined || where.lat < south || where.lat > north) return false;
  return west <= east ? where.lon >= west && where.lon <= east : where.lon >= west || where.lon <= east;
}

function tally(events: readonly PublishedEvent[], of: (event: PublishedEvent) => readonly string[]): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const event of events) for (const value of of(event)) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** Like the server's: the finest step that spans at most 200 bins. */
function fitting(first: string | undefined, last: string | undefined): 'day' | 'week' | 'month' | 'year' {
  const days = first === undefined || last === undefined ? 0 : (Date.parse(last) - Date.parse(first)) / 86_400_000;
  if (days < 200) return 'day';
  if (days < 1400) return 'week';
  return days < 6200 ? 'month' : 'year';
}

const KEYS: Readonly<Record<string, (event: EventSummary) => string | number | null>> = {
  date: ({ when }) => when?.from ?? null,
  type: ({ type }) => type,
  place: ({ where }) => where?.name ?? null,
  country: ({ where }) => where?.country ?? null,
  killed: ({ toll }) => toll.killed?.best ?? null,
  injured: ({ toll }) => toll.injured?.best ?? null,
  reports: ({ reports }) => reports,
  origins: ({ origins }) => origins,
  confidence: ({ confidence }) => confidence,
};

/** Those without a value last, whichever way round. */
function sorted(events: readonly PublishedEvent[], sort: EventSort): readonly PublishedEvent[] {
  const falling = sort.startsWith('-');
  const key = KEYS[sort.replace(/^-/, '')] ?? (() => null);
  return [...events].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === y) return a.id < b.id ? -1 : 1;
    if (x === null || y === null) return x === null ? 1 : -1;
    return x < y !== falling ? -1 : 1;
  });
}

function networkOf(events: readonly PublishedEvent[]): ActorNetwork {
  const edges = new Map<string, { from: string; to: string; events: number; killed: number }>();
  const nodes = new Map<string, ActorNetwork['nodes'][number]>();
  for (const { actors, targets, toll } of events)
    for (const actor of actors.filter(({ kind }) => kind !== null))
      for (const target of targets.filter(({ kind }) => kind !== null)) {
        const key = `${actor.name}\u0000${target.name}`;
        const edge = edges.get(key) ?? { from: actor.name, to: target.name, events: 0, killed: 0 };
        edges.set(key, { ...edge, events: edge.events + 1, killed: edge.killed + (toll.killed?.best ?? 0) });
        const [a, b] = [
          nodes.get(actor.name) ?? { ...actor, asActor: 0, asTarget: 0 },
          nodes.get(target.name) ?? { ...target, asActor: 0, asTarget: 0 },
        ];
        nodes.set(actor.name, { ...a, asActor: a.asActor + 1 });
        nodes.set(target.name, { ...b, asTarget: b.asTarget + 1 });
      }
  const busiest = [...edges.values()].sort((a, b) => b.events - a.events || (a.from < b.from ? -1 : 1));
  const kept = busiest.slice(0, 80);
  const named = new Set(kept.flatMap(({ from, to }) => [from, to]));
  return { nodes: [...nodes.values()].filter(({ name }) => named.has(name)), edges: kept, left: busiest.length - kept.length };
}
