import type { EventSummary } from '../../src/index.ts';
import { counted, daysAtGrain } from '../format.ts';
import { texts } from '../texts.ts';
import { placeName, statusName, tollName, valueName } from './labels.ts';

/** An event in a list: what, where, when, toll, how well it stands. */
export function EventLine({
  event,
  labels,
  href,
}: {
  readonly event: EventSummary;
  readonly labels: ReadonlyMap<string, string>;
  readonly href: string;
}) {
  const { where, toll } = event;
  const tolls = Object.entries(toll).filter(([, figure]) => figure !== undefined && figure.best > 0);
  return (
    <li className="ov-event">
      <a href={href}>
        {valueName('type', event.type, labels)}
        {where === null ? '' : `, ${placeName(where)}`}
      </a>
      <span className="ov-when">{event.when === null ? texts.unknownDay : daysAtGrain(event.when)}</span>
      {tolls.length > 0 && (
        <span className="ov-toll">
          {tolls
            .map(
              ([effect, figure]) =>
                `${tollName(figure)} ${texts.overview.effects[effect as keyof typeof texts.overview.effects] ?? effect}`,
            )
            .join(', ')}
        </span>
      )}
      <span className={`ov-status ov-${event.status}`}>
        {statusName(event.status)}
        {event.status === 'corroborated' ? `: ${counted(event.origins, 'origin')}` : ''} · {counted(event.reports, 'report')}
      </span>
    </li>
  );
}
