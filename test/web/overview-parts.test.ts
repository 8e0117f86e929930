import { describe, expect, it } from 'vitest';
import type { MapPlace } from '../../web/overview/map/clusters.ts';
import { clustersOf, extentOf, vagueness } from '../../web/overview/map/clusters.ts';
import { lettersOf } from '../../web/overview/map/country-codes.ts';
import { sheetUnits, toEarth, toSheet } from '../../web/overview/map/outlines.ts';
import { placesOf } from '../../web/overview/map/places.ts';
import { fitting, positionOf, transformOf } from '../../web/overview/map/position.ts';
import { layOut } from '../../web/overview/network/layout.ts';
import { barsOf, bucketsBetween, endOf, fittingGrain, startOf, stepped } from '../../web/overview/timeline/buckets.ts';
import { boxOf, countFilters, EMPTY_VIEW, filterQuery, queryOf, toggled, viewOf, withoutFilters } from '../../web/overview/view.ts';

describe('the view in the address', () => {
  it.each([
    'type=bombing&type=raid&country=NE&q=market+bomb&since=2024-01-01&until=2024-02-29&bbox=-3%2C10.5%2C12%2C16',
    'family=violence&place=Garoua&placed=no&grain=week&zoom=days&at=13.4%2C9.3%2C12&sort=-killed&columns=when%2Ctype',
    'actor=%3Cscript%3E&source=The+%22Post%22+%26+Co',
    '',
  ])('%s is read and written alike', (address) => {
    expect([...queryOf(viewOf(new URLSearchParams(address)))].sort()).toEqual([...new URLSearchParams(address)].sort());
  });

  it.each([
    ['since=soon&until=2024-13-45', ''],
    ['bbox=1,2,3', ''],
    ['bbox=1,60,3,50', ''],
    ['bbox=nan,1,2,3', ''],
    ['grain=century&sort=colour&at=1,2', ''],
    ['type=&type=raid&type=raid', 'type=raid'],
  ])('of %s only what can be read is taken', (address, kept) => {
    expect(queryOf(viewOf(new URLSearchParams(address))).toString()).toBe(kept);
  });

  it('chooses a value, and takes it away again', () => {
    const one = toggled(EMPTY_VIEW, 'type', 'raid');
    expect(filterQuery(one).toString()).toBe('type=raid');
    expect(toggled(one, 'type', 'raid')).toEqual(EMPTY_VIEW);
    expect(countFilters({ ...one, since: '2024-01-01', box: boxOf('170,-20,-170,20') })).toBe(3);
    expect(withoutFilters({ ...one, sort: 'type', columns: ['when'] })).toEqual({ ...EMPTY_VIEW, sort: 'type', columns: ['when'] });
  });
});

const place = (name: string, lon: number, lat: number, count: number, precision = 'exact'): MapPlace => ({
  key: name,
  name,
  country: 'NE',
  lat,
  lon,
  precision,
  count,
  killed: 0,
});

describe('the map', () => {
  it('counts the events of one point once, however many they are', () => {
    const places = placesOf([
      ['e_1', 9.3, 13.4, 'exact', 'raid', null, 2, 'Garoua', 'CM'],
      ['e_2', 9.3, 13.4, 'exact', 'raid', null, null, 'Garoua', 'CM'],
      ['e_3', 9.3, 13.4, 'admin2', 'raid', null, 1, 'Garoua', 'CM'],
    ]);
    expect(places.map(({ name, precision, count, killed }) => [name, precision, count, killed])).toEqual([
      ['Garoua', 'exact', 2, 2],
      ['Garoua', 'admin2', 1, 1],
    ]);
  });

  it('gathers what lies close, at the busiest place, and loses no event', () => {
    const places = [place('A', 10, 10, 3), place('B', 10.5, 10, 5), place('C', 60, 10, 1)];
    const near = clustersOf(places, 20);
    expect(near.map(({ count, places: inside }) => [count, inside.map(({ name }) => name)])).toEqual([
      [8, ['B', 'A']],
      [1, ['C']],
    ]);
    expect([near[0]?.x, near[0]?.y]).toEqual([...toSheet(10.5, 10)]);
    expect(clustersOf(places, 0.1)).toHaveLength(3);
    const many = Array.from({ length: 500 }, (_, at) => place(`P${at}`, ((at * 37) % 360) - 180, ((at * 17) % 120) - 60, (at % 7) + 1));
    expect(clustersOf(many, 30).reduce((sum, { count }) => sum + count, 0)).toBe(many.reduce((sum, { count }) => sum + count, 0));
  });

  it('turns the sheet into the earth and back', () => {
    for (const [lon, lat] of [
      [0, 0],
      [13.4, 9.3],
      [-179, -40],
      [179, 70],
    ] as const) {
      const [back, up] = toEarth(...toSheet(lon, lat));
      expect([back, up].map((n) => Number(n.toFixed(6)))).toEqual([lon, lat]);
    }
    expect(sheetUnits(40_075, 0)).toBeCloseTo(960);
  });

  it('shows all that was found, and finds a position again', () => {
    const extent = extentOf([place('A', 10, 10, 1), place('B', 20, -5, 1)]);
    const { k, x, y } = fitting(extent, 800, 500);
    for (const [lon, lat] of [
      [10, 10],
      [20, -5],
    ] as const) {
      const [sx, sy] = toSheet(lon, lat);
      expect(sx * k + x).toBeGreaterThan(0);
      expect(sx * k + x).toBeLessThan(800);
      expect(sy * k + y).toBeGreaterThan(0);
      expect(sy * k + y).toBeLessThan(500);
    }
    const there = transformOf([13.4, 9.3, 12], 800, 500);
    expect(positionOf(there, 800, 500).map((n) => Number(n.toFixed(6)))).toEqual([13.4, 9.3, 12]);
    expect(extentOf([])).toBeNull();
  });

  it('knows a point from an area, and countries by their digits', () => {
    expect([vagueness('exact'), vagueness('country')]).toEqual([null, null]);
    expect(vagueness('admin1')).toBeGreaterThan(vagueness('admin2') ?? 0);
    expect([lettersOf('562', 'Niger'), lettersOf(undefined, 'Kosovo'), lettersOf(undefined, 'Siachen Glacier')]).toEqual([
      'NE',
      'XK',
      null,
    ]);
  });
});

describe('the timeline', () => {
  it.each([
    ['2024-05-15', 'week', '2024-05-13', '2024-05-19'],
    ['2024-01-01', 'week', '2024-01-01', '2024-01-07'],
    ['2023-12-31', 'week', '2023-12-25', '2023-12-31'],
    ['2024-02-29', 'month', '2024-02-01', '2024-02-29'],
    ['2024-02-29', 'year', '2024-01-01', '2024-12-31'],
    ['2024-02-29', 'day', '2024-02-29', '2024-02-29'],
  ] as const)('%s lies in the %s from %s to %s', (day, grain, first, last) => {
    expect([startOf(day, grain), endOf(first, grain)]).toEqual([first, last]);
  });

  it('has a bar for every step, those without events too', () => {
    const { bars, grain } = barsOf(
      [
        { from: '2023-11-01', count: 2 },
        { from: '2024-02-01', count: 1 },
      ],
      'month',
    );
    expect(grain).toBe('month');
    expect(bars).toEqual([
      { start: '2023-11-01', count: 2 },
      { start: '2023-12-01', count: 0 },
      { start: '2024-01-01', count: 0 },
      { start: '2024-02-01', count: 1 },
    ]);
    expect(stepped('2024-01-31', 'day', 30)).toBe('2024-03-01');
  });

  it('takes a coarser step where there would be too many bars, and no event is lost', () => {
    const bins = [
      { from: '1980-01-05', count: 3 },
      { from: '2024-03-05', count: 4 },
    ];
    const { bars, grain } = barsOf(bins, 'day');
    expect(grain).toBe('year');
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(7);
    expect(fittingGrain('2024-01-01', '2024-03-01')).toBe('day');
    expect(bucketsBetween('2020-01-01', '2024-01-01', 'month')).toBe(49);
    expect(barsOf([], 'week')).toEqual({ grain: 'week', bars: [] });
  });
});

describe('the network', () => {
  it('lays the same out alike, in a square, each party once', () => {
    const party = (name: string, asActor: number, asTarget: number) => ({ name, kind: null, asActor, asTarget });
    const network = {
      nodes: [party('Army', 5, 2), party('Rebels', 2, 5), party('Villagers', 0, 3)],
      edges: [
        { from: 'Army', to: 'Rebels', events: 4, killed: 9 },
        { from: 'Rebels', to: 'Army', events: 2, killed: 1 },
        { from: 'Rebels', to: 'Villagers', events: 3, killed: 0 },
      ],
      left: 0,
    };
    const parties = layOut(network);
    expect(parties.map(({ name }) => name).sort()).toEqual(['Army', 'Rebels', 'Villagers']);
    for (const { x, y } of parties) for (const side of [x, y]) expect(side >= 0 && side <= 1).toBe(true);
    expect(layOut(network)).toEqual(parties);
    expect(layOut({ nodes: [], edges: [], left: 0 })).toEqual([]);
  });
});
