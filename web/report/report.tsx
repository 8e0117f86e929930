import { getReport } from '../api/reports.ts';
import { useLoad } from '../api/use-load.ts';
import { Loading, Trouble } from '../shell/states.tsx';
import type { ViewProps } from '../views.ts';
import { ReportView } from './report-view.tsx';

/** One report with its claims. */
export function ReportPage({ route }: ViewProps) {
  const id = route.path[1] ?? '';
  const claim = route.query.get('claim');
  const loaded = useLoad(id, () => getReport(id));
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Trouble error={loaded.error} />;
  return <ReportView key={`${id} ${claim}`} view={loaded.value} start={claim} />;
}
