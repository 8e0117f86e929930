import { getReport } from '../api/reports.ts';
import { useLoad } from '../api/use-load.ts';
import { Loading, Trouble } from '../shell/states.tsx';
import type { ViewProps } from '../views.ts';
import { ReportView } from './report-view.tsx';

/** One report with its claims. */
export function ReportPage({ route }: ViewProps) {
  const id = route.path[1] ?? '';
  const loaded = useLoad(id, () => getReport(id));
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Trouble error={loaded.error} again={loaded.reload} />;
  return (
    <ReportView view={loaded.value} start={route.query.get('claim')} hidden={(route.query.get('hide') ?? '').split('.').filter(Boolean)} />
  );
}
