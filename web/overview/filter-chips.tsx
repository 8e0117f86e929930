import { days } from '../format.ts';
import { texts } from '../texts.ts';
import { valueName } from './labels.ts';
import type { View } from './view.ts';
import { countFilters, FACETS, toggled, withoutFilters } from './view.ts';

interface FilterChipsProps {
  readonly view: View;
  readonly labels: ReadonlyMap<string, string>;
  readonly onView: (view: View) => void;
}

/** What is filtered by, each with a button that takes it away. */
export function FilterChips({ view, labels, onView }: FilterChipsProps) {
  const words = texts.overview;
  const chips: { key: string; label: string; without: View }[] = [];
  for (const facet of FACETS)
    for (const value of view.facets[facet] ?? [])
      chips.push({
        key: `${facet} ${value}`,
        label: `${words.facets[facet]}: ${valueName(facet, value, labels)}`,
        without: toggled(view, facet, value),
      });
  if (view.q !== '') chips.push({ key: 'q', label: `${words.words}: ${view.q}`, without: { ...view, q: '' } });
  if (view.since !== '' || view.until !== '')
    chips.push({
      key: 'days',
      label: `${words.timeline.title}: ${range(view.since, view.until)}`,
      without: { ...view, since: '', until: '' },
    });
  if (view.box !== null) chips.push({ key: 'box', label: `${words.map.region}: ${boxName(view.box)}`, without: { ...view, box: null } });
  if (view.unplaced) chips.push({ key: 'unplaced', label: words.map.noPlace, without: { ...view, unplaced: false } });
  if (countFilters(view) === 0) return null;
  return (
    <ul className="ov-chips" aria-label={words.filters}>
      {chips.map(({ key, label, without }) => (
        <li key={key}>
          <button type="button" onClick={() => onView(without)} aria-label={words.clearOne(label)}>
            {label} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button type="button" className="ov-plain" onClick={() => onView(withoutFilters(view))}>
            {words.clear}
          </button>
        </li>
      )}
    </ul>
  );
}

const range = (since: string, until: string): string =>
  since === '' ? `… – ${days(until, until)}` : until === '' ? `${days(since, since)} – …` : days(since, until);

/** "2.1° W to 4° E, 10° N to 15.3° N". */
function boxName([west, south, east, north]: readonly [number, number, number, number]): string {
  const degrees = (value: number, positive: string, negative: string): string =>
    `${Math.abs(Number(value.toFixed(1)))}° ${value < 0 ? negative : positive}`;
  return `${degrees(west, 'E', 'W')} – ${degrees(east, 'E', 'W')}, ${degrees(south, 'N', 'S')} – ${degrees(north, 'N', 'S')}`;
}
