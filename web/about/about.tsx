import { getHealth } from '../api/reports.ts';
import { useLoad } from '../api/use-load.ts';
import { counted } from '../format.ts';
import { Loading, Trouble } from '../shell/states.tsx';
import { texts } from '../texts.ts';

/** What this record is, what made it and how much it holds. */
export function AboutPage() {
  const health = useLoad('health', getHealth);
  return (
    <section className="prose">
      <h1>{texts.about.title}</h1>
      <p>{texts.about.what}</p>
      {health.state === 'loading' && <Loading />}
      {health.state === 'failed' && <Trouble error={health.error} />}
      {health.state === 'done' && (
        <dl className="facts">
          <dt>{texts.about.software}</dt>
          <dd>{health.value.software}</dd>
          <dt>{texts.about.codebook}</dt>
          <dd>{health.value.codebook}</dd>
          <dt>{texts.about.holds}</dt>
          <dd>
            {counted(health.value.reports, 'report')}, {counted(health.value.claims, 'claim')}
          </dd>
        </dl>
      )}
    </section>
  );
}
