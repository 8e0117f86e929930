import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { JobResult } from '../../src/index.ts';
import { stopJob, useJob } from '../api/jobs.ts';
import { counted, number } from '../format.ts';
import { ReportPage } from '../report/report.tsx';
import { link } from '../route.ts';
import { Loading } from '../shell/states.tsx';
import { texts } from '../texts.ts';
import type { ViewProps } from '../views.ts';

/** What is being read: how far it is, and each report as it is read. */
export function JobProgress({ id, route }: ViewProps & { readonly id: string }) {
  const { job, results, lost } = useJob(id);
  const section = useRef<HTMLElement>(null);
  const known = job !== null;
  useEffect(() => {
    if (known) section.current?.scrollIntoView({ block: 'nearest' });
  }, [known]);
  if (job === null) return lost ? <p className="trouble">{texts.add.gone}</p> : <Loading />;
  const going = job.state === 'waiting' || job.state === 'running';
  // What was added alone is shown at once.
  const only = results.length === 1 ? results[0] : undefined;
  const counts = [
    job.added > 0 ? texts.add.counts.added(number(job.added)) : null,
    job.updated > 0 ? texts.add.counts.updated(number(job.updated)) : null,
    job.copies > 0 ? texts.add.counts.copies(number(job.copies)) : null,
    job.unchanged > 0 ? texts.add.counts.unchanged(number(job.unchanged)) : null,
    job.failed > 0 ? texts.add.counts.failed(number(job.failed)) : null,
  ].filter(Boolean);
  return (
    <>
      <section className="job" aria-label={texts.add.progress} ref={section}>
        <div className="job-head">
          <h2>{texts.add.states[job.state]}</h2>
          <span className="dim" role="status">
            {going
              ? [job.total === null ? number(job.done) : texts.add.of(number(job.done), number(job.total)), job.now]
                  .filter(Boolean)
                  .join(' · ')
              : counts.join(', ')}
          </span>
          {going && (
            <Button variant="default" size="compact-sm" onClick={() => void stopJob(id).catch(() => undefined)}>
              {texts.add.stop}
            </Button>
          )}
        </div>
        <progress
          className="bar"
          aria-label={texts.add.progress}
          max={1}
          {...(going ? (job.total ? { value: job.done / job.total } : {}) : { value: 1 })}
        />
        {job.error !== null && (
          <p className="trouble" role="alert">
            {job.error}
          </p>
        )}
        <ul className="results">
          {results.map((result) => (
            <Result key={result.n} result={result} />
          ))}
        </ul>
      </section>
      {only?.report && !going && <ReportPage route={{ ...route, path: ['reports', only.report.id] }} />}
    </>
  );
}

const Result = ({ result: { source, outcome, report, claims, error } }: { readonly result: JobResult }) =>
  outcome === 'failed' || report === null ? (
    <li className="failed">
      <b>{source}</b>
      <span className="what">{error}</span>
    </li>
  ) : (
    <li>
      <a href={link(['reports', report.id])}>{report.title ?? source}</a>
      <span className="dim small">{counted(claims, 'claim')}</span>
      <span className="what">{[texts.add.outcomes[outcome], report.publisher, source].filter(Boolean).join(' · ')}</span>
    </li>
  );
