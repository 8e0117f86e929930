import { counted, number } from '../../format.ts';
import { texts } from '../../texts.ts';
import { placeName } from '../labels.ts';
import type { MapPlace } from './clusters.ts';
import { vagueness } from './clusters.ts';

interface PlaceListProps {
  readonly places: readonly MapPlace[];
  readonly placeless: number;
  readonly unplaced: boolean;
  /** Names of the places that are filtered by. */
  readonly chosen: readonly string[];
  readonly onPlace: (place: MapPlace) => void;
  readonly onUnplaced: () => void;
}
const MOST = 60;

/** What the map shows, as words: each place with its events, and how many have none. */
export function PlaceList({ places, placeless, unplaced, chosen, onPlace, onUnplaced }: PlaceListProps) {
  const words = texts.overview.map;
  return (
    <section className="ov-places" aria-label={words.places}>
      <h3>{words.places}</h3>
      {(placeless > 0 || unplaced) && (
        <button type="button" className="ov-place ov-none" aria-pressed={unplaced} onClick={onUnplaced}>
          <span className="ov-name">{unplaced ? words.placed : words.noPlace}</span>
          {!unplaced && <span className="ov-count">{number(placeless)}</span>}
        </button>
      )}
      {places.length === 0 && !unplaced && <p className="ov-dim">{words.noPlaces}</p>}
      <ul>
        {places.slice(0, MOST).map((place) => (
          <li key={place.key}>
            <button type="button" className="ov-place" aria-pressed={chosen.includes(place.name)} onClick={() => onPlace(place)}>
              <span className="ov-name">{said(place)}</span>
              <span className="ov-count">
                {number(place.count)}
                <span className="ov-unseen"> {counted(place.count, 'event').replace(/^[\d.,\s]+/, '')}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {places.length > MOST && <p className="ov-dim">{words.morePlaces(number(places.length - MOST))}</p>}
    </section>
  );
}

/** "Garoua, Cameroon", "somewhere in Somalia", "around Kunar, Afghanistan". */
function said(place: MapPlace): string {
  const name = placeName(place);
  if (place.precision === 'country') return texts.overview.map.somewhere(name);
  return vagueness(place.precision) === null ? name : texts.overview.map.around(name);
}
