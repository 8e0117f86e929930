import type { PlacesKit } from '../places/places-kit.ts';
import type { ActorLexicon } from './actor-lexicon.ts';

/** What coding actors needs of the kit. */
export interface ActorKit extends PlacesKit {
  readonly actors: ActorLexicon;
}
