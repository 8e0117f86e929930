import type { Gazetteer } from './gazetteer.ts';

/** What finding and resolving places needs of the kit: `gazetteerFrom(bytes of data/packed/gazetteer.bin)`. */
export interface PlacesKit {
  readonly gazetteer: Gazetteer;
}
