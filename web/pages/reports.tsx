import { useEffect, useState } from 'react';
import type { PageOf, ReportSummary } from '../../src/index.ts';
import { getReports } from '../api.ts';
import { Loading, Trouble } from '../parts/trouble.tsx';
import { counted, day } from '../parts/words.ts';

/** All reports, newest first, a page at a time. */
export function ReportsPage() {
  const [pages, setPages] = useState<readonly PageOf<ReportSummary>[]>([]);
  const [error, setError] = useState<Error | null>(null);
  const more = (after?: string): void => {
    getReports(after).then((page) => setPages((known) => (after === undefined ? [page] : [...known, page])), (fault: Error) => setError(fault));
  };
  useEffect(() => more(), []);
  const last = pages.at(-1);
  if (error) return <Trouble error={error} />;
  if (!last) return <Loading />;
  if (last.total === 0) {
    return (
      <section className="empty">
        <h1>No reports yet</h1>
        <p>Keep a first one with <code>saidso add REPORT</code>, or <a href="#/read">paste one here</a>.</p>
      </section>
    );
  }
  return (
    <section>
      <h1>{counted(last.total, 'report')}</h1>
      <ul className="reports">
        {pages.flatMap(({ items }) => items).map((report) => (
          <li key={report.id}>
            <a href={`#/reports/${report.id}`}>{report.title ?? report.source}</a>
            <span className="dim">{[report.publisher, day(report.published)].filter(Boolean).join(' · ')}</span>
            <span className="count">{counted(report.claims, 'claim')}</span>
          </li>
        ))}
      </ul>
      {last.next !== null && <button type="button" className="more" onClick={() => more(last.next ?? undefined)}>More</button>}
    </section>
  );
}
