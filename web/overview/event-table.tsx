import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { EventSummary } from '../../src/index.ts';
import { counted } from '../format.ts';
import { texts } from '../texts.ts';
import type { ColumnName } from './columns.ts';
import { ALL_COLUMNS, COLUMNS, shownColumns, withColumn } from './columns.ts';
import type { Sort } from './view.ts';

interface EventTableProps {
  readonly rows: readonly EventSummary[];
  readonly total: number;
  readonly sort: Sort;
  readonly columns: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
  readonly linkTo: (id: string) => string;
  readonly onSort: (sort: Sort) => void;
  readonly onColumns: (columns: readonly string[]) => void;
  /** Fetches the rows that follow; null when all are there or on their way. */
  readonly onMore: (() => void) | null;
}
const ROW = 37;

/** Events as a table of which only the rows in sight are drawn. */
export function EventTable({ rows, total, sort, columns, labels, linkTo, onSort, onColumns, onMore }: EventTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const words = texts.overview.table;
  const shown = shownColumns(columns);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 12 });
  const seen = virtual.getVirtualItems();
  const last = seen.at(-1)?.index ?? 0;
  useEffect(() => {
    if (onMore !== null && last >= rows.length - 25) onMore();
  }, [last, rows.length, onMore]);
  // A new order starts at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when the order changes
  useEffect(() => {
    // Newer browsers answer with a promise, which is no clean-up.
    scroller.current?.scrollTo({ top: 0 });
  }, [sort]);
  // Rows that came or went above what is looked at do not move it.
  const top = useRef<{ readonly sort: Sort; readonly id: string | undefined; readonly index: number } | null>(null);
  useLayoutEffect(() => {
    const { current: known } = top;
    if (known === null || known.sort !== sort || known.index === 0 || rows[known.index]?.id === known.id) return;
    const index = rows.findIndex(({ id }) => id === known.id);
    if (index >= 0) scroller.current?.scrollBy({ top: (index - known.index) * ROW });
  }, [rows, sort]);
  useEffect(() => {
    const index = Math.floor((scroller.current?.scrollTop ?? 0) / ROW);
    top.current = { sort, id: rows[index]?.id, index };
  });
  const before = seen[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (seen.at(-1)?.end ?? 0);
  return (
    <>
      <ColumnChoice columns={columns} onColumns={onColumns} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="ov-scroller" ref={scroller} tabIndex={0} aria-label={words.caption(counted(total, 'event'))}>
        <table className="ov-table" aria-rowcount={total + 1}>
          <thead>
            <tr aria-rowindex={1}>
              {shown.map((name) => (
                <Head key={name} name={name} sort={sort} onSort={onSort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {before > 0 && <Spacer height={before} columns={shown.length} />}
            {seen.map(({ index }) => {
              const event = rows[index];
              return event === undefined ? null : (
                <tr key={event.id} aria-rowindex={index + 2}>
                  {shown.map((name, at) => {
                    const text = COLUMNS[name].cell(event, labels);
                    return (
                      <td key={name} className={COLUMNS[name].figure ? 'ov-figure' : undefined} title={text.length > 30 ? text : undefined}>
                        {at === 0 ? <a href={linkTo(event.id)}>{text || words.unknown}</a> : text}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
            {after > 0 && <Spacer height={after} columns={shown.length} />}
          </tbody>
        </table>
      </section>
      {rows.length < total && (
        <p className="ov-dim" role="status">
          {words.loadingMore}
        </p>
      )}
    </>
  );
}

const Spacer = ({ height, columns }: { readonly height: number; readonly columns: number }) => (
  <tr>
    <td colSpan={columns} className="ov-spacer" style={{ height }} />
  </tr>
);

/** A heading that sorts: first by the highest or latest, pressed again the other way round. */
function Head({ name, sort, onSort }: { readonly name: ColumnName; readonly sort: Sort; readonly onSort: (sort: Sort) => void }) {
  const { sort: by, figure } = COLUMNS[name];
  const label = texts.overview.table.names[name];
  if (by === null)
    return (
      <th scope="col" className={figure ? 'ov-figure' : undefined}>
        {label}
      </th>
    );
  const now = sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : null;
  const falling = figure === true || by === 'date';
  const next: Sort = now === null ? (falling ? `-${by}` : by) : now === 'ascending' ? `-${by}` : by;
  return (
    <th scope="col" aria-sort={now ?? 'none'} className={figure ? 'ov-figure' : undefined}>
      <button
        type="button"
        className="ov-sort"
        title={texts.overview.table[next.startsWith('-') ? 'descending' : 'ascending']}
        onClick={() => onSort(next)}
      >
        {label}
        <span aria-hidden="true">{now === null ? '' : now === 'ascending' ? ' ▲' : ' ▼'}</span>
      </button>
    </th>
  );
}

const ColumnChoice = ({
  columns,
  onColumns,
}: {
  readonly columns: readonly string[];
  readonly onColumns: (columns: readonly string[]) => void;
}) => (
  <details className="ov-menu">
    <summary>{texts.overview.table.columns}</summary>
    <div>
      {ALL_COLUMNS.map((name) => (
        <label key={name} className="ov-choice">
          <input type="checkbox" checked={shownColumns(columns).includes(name)} onChange={() => onColumns(withColumn(columns, name))} />
          <span className="ov-name">{texts.overview.table.names[name]}</span>
        </label>
      ))}
      <button type="button" onClick={() => onColumns([])}>
        {texts.overview.table.reset}
      </button>
    </div>
  </details>
);
