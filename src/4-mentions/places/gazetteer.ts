/**
 * What a place is. country; admin1: state, province, governorate; admin2: county, district; capital, seat (of an admin1),
 * town: inhabited places; quarter: part of a town; region: an area without a government of its own; continent: a very large one.
 */
export const PLACE_CLASSES = [
  'country',
  'admin1',
  'admin2',
  'admin2-unlocated',
  'capital',
  'seat',
  'town',
  'quarter',
  'region',
  'continent',
] as const;
export type PlaceClass = (typeof PLACE_CLASSES)[number];

/** One place that a name may mean. */
export interface Candidate {
  /** Index in the gazetteer: the same place, the same number, within one build of the data. */
  readonly index: number;
  readonly name: string;
  readonly class: PlaceClass;
  /** GeoNames id; 0 where GeoNames has no such place in our data. */
  readonly geonames: number;
  /** ISO 3166-1 alpha-2; null for areas over several countries. */
  readonly country: string | null;
  /** Index of the admin1 place above it, -1 when none. */
  readonly admin1Index: number;
  readonly admin1: string | null;
  readonly admin2: string | null;
  /** Degrees. */
  readonly lat: number;
  readonly lon: number;
  /** Inhabitants; rounded to 0.1 %. 0 when unknown. */
  readonly population: number;
  /** Whether the name looked up is the place's own name, not another spelling or language. */
  readonly mainName: boolean;
}

/** How a name is used in running text (38 M tokens). */
export interface NameUse {
  /** Share of its uses with a capital that follow "in", "at", "near", "from" …; null when it was seen too seldom. Towns have .2 to .5, persons under .05. */
  readonly located: number | null;
  /** Share of its uses without a capital: 1 for ordinary words. */
  readonly small: number;
}

/** Where names are on the map. Lookup is by any spelling (`placeKey`), in no special order. */
export interface Gazetteer {
  lookup(name: string): readonly Candidate[];
  /** Cheaper than lookup: whether any place has this key (as `placeKey` gives it). */
  hasKey(key: string): boolean;
  /** The state or province that a short form after a town means: "TX", "Va.", "Ont."; null for none. */
  division(short: string): Candidate | null;
  /** How the name with this key is used in running text; null for names the gazetteer lacks. */
  useOf(key: string): NameUse | null;
  /** ISO code of the country whose people or things the word names: "Pakistani" → PK; null for none. */
  countryOfDemonym(word: string): string | null;
  /** The country of a code, as a place. */
  country(iso: string): Candidate | null;
}
