import { getReport } from '../api.ts';
import { ReportView } from '../parts/report-view.tsx';
import { Loading, Trouble } from '../parts/trouble.tsx';
import { useLoad } from '../use-load.ts';

export function ReportPage({ id, claim }: { readonly id: string; readonly claim: string | null }) {
  const loaded = useLoad(id, () => getReport(id));
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Trouble error={loaded.error} />;
  return <ReportView key={`${id} ${claim}`} view={loaded.value} start={claim} />;
}
