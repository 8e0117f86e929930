import type { Candidate, Gazetteer, NameUse } from './gazetteer.ts';
import { PLACE_CLASSES } from './gazetteer.ts';
import { keyHashes, placeKey, withoutArticle } from './place-key.ts';

/** The head of a packed gazetteer: where each column starts, and the small tables. */
export interface GazetteerHead {
  readonly places: number;
  readonly keys: number;
  /** Byte offset of each column from the start of the data. */
  readonly at: Readonly<Record<Column, number>>;
  /** ISO codes of the first places, which are the countries. */
  readonly countries: readonly string[];
  readonly demonyms: Readonly<Record<string, string>>;
  /** Keys that are as good as a place's own name (data/places/names.yaml), with the place's number. */
  readonly own: Readonly<Record<string, number>>;
}
export const COLUMNS = [
  'hash',
  'check',
  'located',
  'small',
  'geonames',
  'lat',
  'lon',
  'population',
  'parent',
  'admin2',
  'class',
  'nameLength',
  'names',
] as const;
export type Column = (typeof COLUMNS)[number];
/** Marks "none" in the parent and admin2 columns. */
export const NONE = 0xffff;
/** Before the keys of short forms that count only after a town: "TX", "Va.". No name's key holds it. */
export const ABBREVIATION = '~';
export const POPULATION_STEP = 3000;

/**
 * Reads what `scripts/pack-gazetteer.ts` writes: columns of typed arrays; keys are kept as a sorted 32-bit hash, with 14 more
 * hash bits beside an 18-bit place number, so that no strings are made at load.
 * @throws Error when the bytes are no packed gazetteer.
 */
export function gazetteerFrom(bytes: Uint8Array): Gazetteer {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const headLength = new DataView(aligned.buffer, aligned.byteOffset, 8);
  if (headLength.getUint32(0, true) !== 0x315a4753) throw new Error('not a packed gazetteer: run `npm run pack`');
  const length = headLength.getUint32(4, true);
  const head = JSON.parse(new TextDecoder().decode(aligned.subarray(8, 8 + length))) as GazetteerHead;
  return new PackedGazetteer(aligned, head);
}

class PackedGazetteer implements Gazetteer {
  readonly #head: GazetteerHead;
  readonly #hash: Uint32Array;
  readonly #check: Uint32Array;
  readonly #located: Uint8Array;
  readonly #small: Uint8Array;
  readonly #geonames: Uint32Array;
  readonly #lat: Uint16Array;
  readonly #lon: Uint16Array;
  readonly #population: Uint16Array;
  readonly #parent: Uint16Array;
  readonly #admin2: Uint16Array;
  readonly #class: Uint8Array;
  readonly #names: Uint8Array;
  readonly #nameStart: Uint32Array;
  readonly #text = new TextDecoder();
  readonly #isoIndex: ReadonlyMap<string, number>;

  constructor(bytes: Uint8Array, head: GazetteerHead) {
    const base = bytes.byteOffset;
    const n = head.places;
    this.#head = head;
    this.#hash = new Uint32Array(bytes.buffer, base + head.at.hash, head.keys);
    this.#check = new Uint32Array(bytes.buffer, base + head.at.check, head.keys);
    this.#located = new Uint8Array(bytes.buffer, base + head.at.located, head.keys);
    this.#small = new Uint8Array(bytes.buffer, base + head.at.small, head.keys);
    this.#geonames = new Uint32Array(bytes.buffer, base + head.at.geonames, n);
    this.#lat = new Uint16Array(bytes.buffer, base + head.at.lat, n);
    this.#lon = new Uint16Array(bytes.buffer, base + head.at.lon, n);
    this.#population = new Uint16Array(bytes.buffer, base + head.at.population, n);
    this.#parent = new Uint16Array(bytes.buffer, base + head.at.parent, n);
    this.#admin2 = new Uint16Array(bytes.buffer, base + head.at.admin2, n);
    this.#class = new Uint8Array(bytes.buffer, base + head.at.class, n);
    const nameLength = new Uint8Array(bytes.buffer, base + head.at.nameLength, n);
    this.#names = new Uint8Array(bytes.buffer, base + head.at.names);
    this.#nameStart = new Uint32Array(n + 1);
    let start = 0;
    for (let i = 0; i < n; i++) {
      this.#nameStart[i] = start;
      start += nameLength[i] ?? 0;
    }
    this.#nameStart[n] = start;
    this.#isoIndex = new Map(head.countries.map((iso, i) => [iso, i]));
  }

  lookup(name: string): readonly Candidate[] {
    const key = placeKey(name);
    if (key === '') return [];
    const found = this.#indices(key);
    if (found.length === 0) {
      const bare = withoutArticle(key);
      if (bare !== key) found.push(...this.#indices(bare));
    }
    return found.map((index) => this.#candidate(index, key));
  }

  hasKey(key: string): boolean {
    return key !== '' && this.#row(key) >= 0;
  }

  division(short: string): Candidate | null {
    const [index] = this.#indices(ABBREVIATION + placeKey(short));
    return index === undefined ? null : this.#candidate(index, '');
  }

  useOf(key: string): NameUse | null {
    const row = this.#row(key);
    if (row < 0) return null;
    const located = this.#located[row] ?? 0;
    return { located: located === 0 ? null : located / 255, small: (this.#small[row] ?? 0) / 255 };
  }

  countryOfDemonym(word: string): string | null {
    const key = placeKey(word);
    return Object.hasOwn(this.#head.demonyms, key) ? (this.#head.demonyms[key] ?? null) : null;
  }

  country(iso: string): Candidate | null {
    const index = this.#isoIndex.get(iso);
    return index === undefined ? null : this.#candidate(index, '');
  }

  /** First row of the key table with this key, -1 for none. */
  #row(key: string): number {
    const [a, b] = keyHashes(key);
    for (let row = this.#firstOf(a); this.#hash[row] === a; row++) if ((this.#check[row] ?? 0) >>> 18 === b >>> 18) return row;
    return -1;
  }

  #indices(key: string): number[] {
    const [a, b] = keyHashes(key);
    const found: number[] = [];
    for (let row = this.#firstOf(a); this.#hash[row] === a; row++) {
      const entry = this.#check[row] ?? 0;
      if (entry >>> 18 === b >>> 18) found.push(entry & 0x3ffff);
    }
    return found;
  }

  #firstOf(a: number): number {
    let low = 0;
    let high = this.#hash.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#hash[middle] ?? 0) < a) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #name(index: number): string {
    return this.#text.decode(this.#names.subarray(this.#nameStart[index], this.#nameStart[index + 1]));
  }

  #candidate(index: number, key: string): Candidate {
    const name = this.#name(index);
    const kind = PLACE_CLASSES[this.#class[index] ?? 0] ?? 'town';
    const parent = this.#parent[index] ?? NONE;
    const own = this.#head.countries.length;
    // The parent of a town or admin2 is its admin1 (or its country, where it has none); the parent of an admin1 its country.
    const admin1Index = kind === 'admin1' ? index : parent !== NONE && parent >= own ? parent : -1;
    const countryIndex = index < own ? index : parent === NONE ? -1 : parent < own ? parent : (this.#parent[parent] ?? -1);
    const admin2 = this.#admin2[index] ?? NONE;
    const step = this.#population[index] ?? 0;
    return {
      index,
      name,
      class: kind,
      geonames: this.#geonames[index] ?? 0,
      country: this.#head.countries[countryIndex] ?? null,
      admin1Index,
      admin1: admin1Index < 0 ? null : this.#name(admin1Index),
      admin2: kind === 'admin2' || kind === 'admin2-unlocated' ? name : admin2 === NONE ? null : this.#name(admin2),
      lat: degrees(this.#lat[index] ?? 0, 180),
      lon: degrees(this.#lon[index] ?? 0, 360),
      population: step === 0 ? 0 : Math.round(Math.exp(step / POPULATION_STEP)),
      mainName: key === '' || isOwn(placeKey(name), key) || (Object.hasOwn(this.#head.own, key) && this.#head.own[key] === index),
    };
  }
}

/** "ar raqqah" is looked up as "raqqah" too. */
const isOwn = (own: string, key: string): boolean => own === key || withoutArticle(own) === key;

/** Sixteen bits over the whole range: 0.003 degrees of latitude, 0.006 of longitude, under 700 m. */
const degrees = (step: number, range: number): number => Math.round((step / 65535 - 0.5) * range * 1000) / 1000;
