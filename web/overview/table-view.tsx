import type { ReactNode } from 'react';
import { counted } from '../format.ts';
import { texts } from '../texts.ts';
import { useAnswers } from './answers.ts';
import { EventTable } from './event-table.tsx';
import { Facets } from './facets.tsx';
import { FilterChips } from './filter-chips.tsx';
import { FilterColumn } from './filter-column.tsx';
import { Refused } from './refused.tsx';
import { SearchBox } from './search-box.tsx';
import { useAnswer } from './use-answer.ts';
import { useRows } from './use-rows.ts';
import { useTypes } from './use-types.ts';
import type { View } from './view.ts';
import { countFilters, filterQuery, withoutFilters } from './view.ts';

/** The table of what fits, with facets and search beside it. */
export function TableView({
  view,
  onView,
  share,
}: {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly share: ReactNode;
}) {
  const answers = useAnswers();
  const words = texts.overview;
  const { families, labels } = useTypes();
  const facets = useAnswer(filterQuery(view).toString(), () => answers.facets(view));
  const { rows, total, waiting, error, more } = useRows(view);
  const filters = countFilters(view);
  if (error !== null) return <Refused error={error} onClear={filters > 0 ? () => onView(withoutFilters(view)) : null} />;
  return (
    <div className={waiting ? 'ov ov-waiting' : 'ov'}>
      <div className="ov-row ov-head">
        <SearchBox words={view.q} onSearch={(q) => onView({ ...view, q })} />
        <p role="status" className="ov-total">
          {waiting && rows.length === 0 ? words.loading : words.found(counted(total, 'event'))}
        </p>
        {share}
      </div>
      <FilterChips view={view} labels={labels} onView={onView} />
      <div className="ov-columns">
        <FilterColumn filters={filters}>
          <Facets view={view} counts={facets.value} families={families} labels={labels} onView={onView} />
        </FilterColumn>
        <div className="ov-main">
          {!waiting && total === 0 ? (
            <p>{filters > 0 ? `${words.none} ${words.noneHint}` : words.empty}</p>
          ) : (
            <EventTable
              rows={rows}
              total={total}
              sort={view.sort}
              columns={view.columns}
              labels={labels}
              linkTo={answers.linkTo}
              onSort={(sort) => onView({ ...view, sort })}
              onColumns={(columns) => onView({ ...view, columns })}
              onMore={more}
            />
          )}
        </div>
      </div>
    </div>
  );
}
