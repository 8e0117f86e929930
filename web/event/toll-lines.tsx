import type { ConflictEvent, EventView } from '../../src/index.ts';
import { shortDay } from '../format.ts';
import { link } from '../route.ts';
import { texts } from '../texts.ts';

type Toll = NonNullable<ConflictEvent['toll']['killed']>;

/** Each report's own figure, in order of publication: as a bar from its lowest to its highest, and in words. */
export function TollLines({ toll, view }: { readonly toll: Toll; readonly view: EventView }) {
  const top = Math.max(1, ...toll.accounts.map(({ low, high }) => high ?? low * 1.25));
  const reports = new Map(view.accounts.map(({ report }) => [report.id, report] as const));
  return (
    <ul className="tolls" aria-label={texts.event.figures}>
      {toll.accounts.map(({ report, claim, published, low, high, rule }) => {
        const end = high ?? top;
        return (
          <li key={`${report} ${claim}`}>
            <a href={link(['reports', report], { claim })}>{reports.get(report)?.publisher ?? reports.get(report)?.title ?? report}</a>
            <span className="dim small">{published === null ? '' : shortDay(published)}</span>
            <span className="figure" title={rule}>
              {high === null ? texts.event.atLeast(low) : low === high ? `${low}` : `${low}–${high}`}
              {rule !== undefined && <span className="dim small"> {texts.event.workedOut}</span>}
            </span>
            <span className="range" aria-hidden>
              <span
                className={high === null ? 'reach open' : 'reach'}
                style={{ left: `${(100 * Math.max(0, low - 0.5)) / top}%`, width: `${Math.max(2, (100 * (end - low + 0.5)) / top)}%` }}
              />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
