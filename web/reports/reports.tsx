import './reports.css';
import { Button } from '@mantine/core';
import { getReports } from '../api/reports.ts';
import { usePages } from '../api/use-pages.ts';
import { counted, day } from '../format.ts';
import { Empty, Loading, Trouble } from '../shell/states.tsx';
import { texts } from '../texts.ts';

/** All reports, newest first, a page at a time. */
export function ReportsPage() {
  const loaded = usePages('reports', getReports);
  if (loaded.state === 'failed') return <Trouble error={loaded.error} />;
  if (loaded.state === 'loading') return <Loading />;
  const { items, total, more, fault } = loaded.value;
  if (total === 0) {
    return (
      <Empty title={texts.reports.empty}>
        <p>{texts.reports.emptyHint}</p>
        <Button component="a" href="#/add">
          {texts.reports.addFirst}
        </Button>
      </Empty>
    );
  }
  return (
    <section>
      <h1>{counted(total, 'report')}</h1>
      <p>
        <a href="#/claims">{texts.reports.allClaims}</a>
      </p>
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
        <Button variant="default" mt="md" onClick={more}>
          {texts.states.more}
        </Button>
      )}
    </section>
  );
}
