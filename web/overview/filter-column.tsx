import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { texts } from '../texts.ts';

/** On a narrow screen the filters are folded away. */
export function FilterColumn({ filters, children }: { readonly filters: number; readonly children: ReactNode }) {
  const [wide, setWide] = useState(() => window.matchMedia('(min-width: 60rem)').matches);
  useEffect(() => {
    const query = window.matchMedia('(min-width: 60rem)');
    const changed = (): void => setWide(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, []);
  const name = filters === 0 ? texts.overview.filters : texts.overview.filtersSet(String(filters));
  return wide ? (
    <aside className="ov-filters" aria-label={texts.overview.filters}>
      {children}
    </aside>
  ) : (
    <details className="ov-filters">
      <summary>{name}</summary>
      {children}
    </details>
  );
}
