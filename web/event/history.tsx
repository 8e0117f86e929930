import type { EventView } from '../../src/index.ts';
import { moment } from '../format.ts';
import { texts } from '../texts.ts';

/** What became of the event over time, the latest first. */
export const History = ({ view }: { readonly view: EventView }) =>
  view.history.length === 0 ? null : (
    <details className="more">
      <summary>{texts.event.history}</summary>
      <ul className="history">
        {[...view.history].reverse().map(({ n, at, kind }) => (
          <li key={n}>
            {texts.event.changes[kind]} <span className="dim small">{moment(at)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
