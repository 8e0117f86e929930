import type { EventView, ReportName, ReportView, SourceNode } from '../../src/index.ts';
import { getEvent, getEventsOf } from '../api/decisions.ts';
import { useLoad } from '../api/use-load.ts';
import { counted, day, typeName } from '../format.ts';
import { link } from '../route.ts';
import { Share } from '../shell/share.tsx';
import { texts } from '../texts.ts';

/** What the report is, where it says it comes from, who copies whom, and the events that it tells of. */
export function ReportHead({ view }: { readonly view: ReportView }) {
  const { record, appearances } = view;
  const { report } = record;
  const events = useLoad(`events of ${report.id}`, () => getEventsOf(report.id));
  const told = events.state === 'done' ? events.value.items : [];
  const several = told.filter((event) => event.reports > 1).slice(0, MOST);
  const kin = useLoad(`kin of ${report.id} ${several.map(({ id }) => id).join()}`, async () =>
    relatives(report.id, await Promise.all(several.map(({ id }) => getEvent(id)))),
  );
  const facts = [
    report.publisher,
    report.published.date ? day(report.published.date) : texts.report.noDate,
    report.byline,
    report.dateline?.place,
  ].filter(Boolean);
  return (
    <header className="report-head">
      <div className="title-row">
        <h1>{report.title ?? texts.report.untitled}</h1>
        <Share filter={`report=${report.id}`} />
      </div>
      <p className="dim">
        {facts.join(' · ')}
        {report.url !== null && /^https?:/.test(report.url) && (
          <>
            {' · '}
            <a href={report.url} rel="noreferrer noopener" target="_blank">
              {texts.report.original}
            </a>
          </>
        )}
      </p>
      <p className="origins">
        {report.origins.length === 0 ? (
          <span className="dim">{texts.report.noOrigin}</span>
        ) : (
          <>
            {texts.report.comesFrom}{' '}
            {report.origins.map(({ name, relation }) => (
              <span key={`${relation} ${name}`} className="origin">
                {name} <span className="dim">({texts.report.relations[relation]})</span>
              </span>
            ))}
          </>
        )}
      </p>
      {kin.state === 'done' &&
        kin.value.map(({ report: other, back, why }) => (
          <p key={`${back} ${other.id}`} className="origins">
            {back ? texts.report.goesBackTo : texts.report.copiedBy} <a href={link(['reports', other.id])}>{other.title ?? other.id}</a>{' '}
            <span className="dim">{[other.publisher, why].filter(Boolean).join(' · ')}</span>
          </p>
        ))}
      {appearances.length > 1 && (
        <p className="dim small">
          {texts.report.alsoSeen}{' '}
          {appearances
            .slice(1)
            .map(({ source, publisher }) => publisher ?? source)
            .join(', ')}
        </p>
      )}
      {told.length > 0 && (
        <ul className="told" aria-label={texts.report.events}>
          {told.slice(0, MOST).map((event) => (
            <li key={event.id}>
              <a className="pill" href={link(['events', event.id])}>
                {typeName(event.type)}
                {event.where ? `, ${event.where.name}` : ''}
                {event.reports > 1 && <span className="dim"> · {counted(event.reports, 'report')}</span>}
              </a>
            </li>
          ))}
          {told.length > MOST && <li className="dim small">{texts.report.moreEvents(told.length - MOST)}</li>}
        </ul>
      )}
    </header>
  );
}

/** How many events are named above a report. */
const MOST = 6;

interface Relative {
  readonly report: ReportName;
  /** Whether the report goes back to it, or is copied by it. */
  readonly back: boolean;
  readonly why: string;
}

/** The reports that this one goes back to or is copied by, over all its events, each once. */
function relatives(id: string, views: readonly EventView[]): Relative[] {
  const names = new Map(views.flatMap(({ sources }) => sources.roots.flatMap(named)).map((report) => [report.id, report]));
  const found = new Map<string, Relative>();
  for (const { from, to, reasons } of views.flatMap(({ sources }) => sources.edges)) {
    const other = names.get(from === id ? to : from);
    if ((from !== id && to !== id) || other === undefined || other.id === id) continue;
    found.set(`${from} ${to}`, {
      report: other,
      back: from === id,
      why: reasons.map(({ reason }) => texts.event.reasons[reason]).join(', '),
    });
  }
  return [...found.values()];
}
const named = ({ report, copies }: SourceNode): ReportName[] => [report, ...copies.flatMap(named)];
