import { getReports } from '../api.ts';
import { Loading, Trouble } from '../parts/trouble.tsx';
import { counted, day } from '../parts/words.ts';
import { usePages } from '../use-pages.ts';

/** All reports, newest first, a page at a time. */
export function ReportsPage() {
  const loaded = usePages('reports', getReports);
  if (loaded.state === 'failed') return <Trouble error={loaded.error} />;
  if (loaded.state === 'loading') return <Loading />;
  const { items, total, more, fault } = loaded.value;
  if (total === 0) {
    return (
      <section className="empty">
        <h1>No reports yet</h1>
        <p>
          Keep a first one with <code>saidso add REPORT</code>, or <a href="#/read">paste one here</a>.
        </p>
      </section>
    );
  }
  return (
    <section>
      <h1>{counted(total, 'report')}</h1>
      <ul className="reports">
        {items.map((report) => (
          <li key={report.id}>
            <a href={`#/reports/${report.id}`}>{report.title ?? report.source}</a>
            <span className="dim">{[report.publisher, day(report.published)].filter(Boolean).join(' · ')}</span>
            <span className="count">{counted(report.claims, 'claim')}</span>
          </li>
        ))}
      </ul>
      {fault && <Trouble error={fault} />}
      {more && (
        <button type="button" className="more" onClick={more}>
          More
        </button>
      )}
    </section>
  );
}
