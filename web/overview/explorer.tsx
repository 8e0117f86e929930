import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { counted } from '../format.ts';
import { texts } from '../texts.ts';
import { useAnswers } from './answers.ts';
import { EventLine } from './event-line.tsx';
import { Facets } from './facets.tsx';
import { FilterChips } from './filter-chips.tsx';
import { FilterColumn } from './filter-column.tsx';
import { MapView } from './map/map-view.tsx';
import { outlinesOf } from './map/outlines.ts';
import { PlaceList } from './map/place-list.tsx';
import { placesOf } from './map/places.ts';
import { Refused } from './refused.tsx';
import { SearchBox } from './search-box.tsx';
import { barsOf } from './timeline/buckets.ts';
import { Timeline } from './timeline/timeline.tsx';
import { useAnswer } from './use-answer.ts';
import { useTypes } from './use-types.ts';
import type { View } from './view.ts';
import { countFilters, filterQuery, toggled } from './view.ts';

/** Events named below the map; the table has them all. */
const LISTED = 40;

interface ExplorerProps {
  readonly view: View;
  readonly onView: (view: View, how?: 'choose' | 'move') => void;
  /** Where all events that fit stand as a table; null where there is none. */
  readonly tableAt: string | null;
  /** How the view is handed on. */
  readonly share: ReactNode;
  /** What to do about a record without events. */
  readonly begin?: ReactNode;
}

/** Map, timeline, facets and the latest events of what fits the filters; all of them answer to each other. */
export function Explorer({ view, onView, tableAt, share, begin }: ExplorerProps) {
  const answers = useAnswers();
  const words = texts.overview;
  const key = filterQuery(view).toString();
  const days = view.zoomed ? view : { ...view, since: '', until: '' };
  const coarse = useAnswer('coarse', () => answers.outlines('coarse'), true);
  const points = useAnswer(key, () => answers.points(view));
  const first = useAnswer(key, () => answers.list(view, '-date', null));
  const line = useAnswer(`${filterQuery(days)} ${view.grain}`, () => answers.timeline(days, view.grain));
  const facets = useAnswer(key, () => answers.facets(view));
  const { families, labels } = useTypes();
  const [closer, setCloser] = useState(false);
  const fine = useAnswer(closer ? 'fine' : null, () => answers.outlines('fine'), true);
  const coarseLands = useMemo(() => (coarse.value === null ? null : outlinesOf(coarse.value)), [coarse.value]);
  const fineLands = useMemo(() => (fine.value === null ? null : outlinesOf(fine.value)), [fine.value]);
  const places = useMemo(() => placesOf(points.value?.points ?? []), [points.value]);
  const bars = useMemo(() => barsOf(line.value?.bins ?? [], line.value?.by ?? 'month'), [line.value]);
  const total = points.value?.total ?? 0;
  const filters = countFilters(view);
  const choosePlace = (name: string): void => onView({ ...toggled(view, 'place', name), unplaced: false });
  const error = points.error ?? facets.error ?? first.error ?? line.error;
  if (error !== null)
    return (
      <Refused
        error={error}
        onClear={filters > 0 ? () => onView({ ...view, q: '', facets: {}, box: null, since: '', until: '', unplaced: false }) : null}
      />
    );
  return (
    <div className={points.waiting ? 'ov ov-waiting' : 'ov'}>
      <div className="ov-row ov-head">
        <SearchBox words={view.q} onSearch={(q) => onView({ ...view, q })} />
        <p role="status" className="ov-total">
          {points.value === null ? words.loading : words.found(counted(total, 'event'))}
        </p>
        {share}
      </div>
      <FilterChips view={view} labels={labels} onView={onView} />
      {points.value !== null && total === 0 && filters === 0 && begin}
      <div className="ov-columns">
        <FilterColumn filters={filters}>
          <Facets view={view} counts={facets.value} families={families} labels={labels} onView={onView} />
        </FilterColumn>
        <div className="ov-main">
          <section className="ov-where" aria-label={words.map.title}>
            <h2 className="ov-unseen">{words.map.title}</h2>
            <MapView
              coarse={coarseLands}
              fine={fineLands}
              places={places}
              events={total - (points.value?.placeless ?? 0)}
              box={view.box}
              position={view.position}
              onBox={(box) => onView({ ...view, box, unplaced: false })}
              onPosition={(position) => onView({ ...view, position }, 'move')}
              onPlace={({ name }) => choosePlace(name)}
              onCloser={() => setCloser(true)}
            />
            <PlaceList
              places={places}
              placeless={points.value?.placeless ?? 0}
              unplaced={view.unplaced}
              chosen={view.facets.place ?? []}
              onPlace={({ name }) => choosePlace(name)}
              onUnplaced={() => onView({ ...view, unplaced: !view.unplaced, box: null })}
            />
          </section>
          <Timeline
            bars={bars.bars}
            grain={bars.grain}
            since={view.since}
            until={view.until}
            undated={line.value?.undated ?? 0}
            zoomed={view.zoomed}
            onRange={(since, until) => onView({ ...view, since, until, zoomed: view.zoomed && since !== '' && until !== '' })}
            onGrain={(grain) => onView({ ...view, grain })}
            onZoom={(zoomed) => onView({ ...view, zoomed, grain: null })}
          />
          <section className="ov-latest" aria-label={words.latest}>
            <h2>{words.latest}</h2>
            {first.value !== null && first.value.total === 0 && (
              <p>
                {filters > 0 ? words.none : words.empty} {filters > 0 && words.noneHint}
              </p>
            )}
            <ul>
              {(first.value?.items ?? []).slice(0, LISTED).map((event) => (
                <EventLine key={event.id} event={event} labels={labels} href={answers.linkTo(event.id)} />
              ))}
            </ul>
            {tableAt !== null && total > 0 && (
              <p>
                <a href={tableAt}>{words.allInTable}</a>
              </p>
            )}
          </section>
        </div>
      </div>
    </div>
  );
}
