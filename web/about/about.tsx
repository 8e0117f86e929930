import type { SourceHealth } from '../../src/index.ts';
import { ask } from '../api/ask.ts';
import { chooseName, useChosenName } from '../api/person.ts';
import { getHealth } from '../api/reports.ts';
import { useSetting } from '../api/settings.ts';
import { useLoad } from '../api/use-load.ts';
import { counted, moment } from '../format.ts';
import { Loading, Trouble } from '../shell/states.tsx';
import { texts } from '../texts.ts';

/** What this record is, what made it and how much it holds; what a reader can set; the watched feeds. */
export function AboutPage() {
  const health = useLoad('health', getHealth);
  const name = useChosenName();
  const [warn, setWarn] = useSetting('warn');
  return (
    <section className="prose">
      <h1>{texts.about.title}</h1>
      <p>{texts.about.what}</p>
      {health.state === 'loading' && <Loading />}
      {health.state === 'failed' && <Trouble error={health.error} again={health.reload} />}
      {health.state === 'done' && (
        <dl className="facts">
          <dt>{texts.about.software}</dt>
          <dd>{health.value.software}</dd>
          <dt>{texts.about.codebook}</dt>
          <dd>{health.value.codebook}</dd>
          <dt>{texts.about.holds}</dt>
          <dd>
            {counted(health.value.reports, 'report')}, {counted(health.value.claims, 'claim')}, {counted(health.value.events, 'event')}
          </dd>
        </dl>
      )}
      <h2>{texts.about.settings}</h2>
      <div className="row">
        <label>
          {texts.about.name}
          <input
            className="field"
            value={name}
            placeholder={health.state === 'done' ? health.value.who || texts.someone : ''}
            onChange={(event) => chooseName(event.target.value)}
          />
        </label>
      </div>
      <div className="check">
        <input id="warn" type="checkbox" className="tick" checked={warn} onChange={(event) => setWarn(event.target.checked)} />
        <label htmlFor="warn">{texts.about.warn}</label>
      </div>
      <h2>{texts.about.sources}</h2>
      <WatchedFeeds />
      <p>
        <a href="/api">{texts.about.api}</a>
      </p>
    </section>
  );
}

function WatchedFeeds() {
  const sources = useLoad('sources', () => ask<{ readonly items: readonly SourceHealth[] }>('/api/sources'));
  if (sources.state === 'loading') return <Loading />;
  if (sources.state === 'failed') return <Trouble error={sources.error} again={sources.reload} />;
  if (sources.value.items.length === 0) return <p className="dim">{texts.about.noSources}</p>;
  return (
    <ul>
      {sources.value.items.map(({ url, title, lastNew, said }) => (
        <li key={url} className="small">
          <b>{title ?? url}</b>{' '}
          <span className="dim">
            {[url, lastNew === null ? null : `${texts.about.lastNew} ${moment(lastNew)}`].filter(Boolean).join(' · ')}
          </span>
          {said !== null && <Trouble error={new Error(said)} />}
        </li>
      ))}
    </ul>
  );
}
