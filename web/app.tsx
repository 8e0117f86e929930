import { useEffect, useRef } from 'react';
import { ClaimsPage } from './pages/claims.tsx';
import { ReadPage } from './pages/read.tsx';
import { ReportPage } from './pages/report.tsx';
import { ReportsPage } from './pages/reports.tsx';
import { useRoute } from './route.ts';

const PLACES = [
  { path: undefined, href: '#/', name: 'Reports' },
  { path: 'claims', href: '#/claims', name: 'Claims' },
  { path: 'read', href: '#/read', name: 'Read a report' },
] as const;

export function App() {
  const { path, query } = useRoute();
  const [place, id] = path;
  const main = useRef<HTMLElement>(null);
  const here = path.join('/');
  const before = useRef(here);
  // After a move the keyboard begins at the new content, not back at the top.
  useEffect(() => {
    if (before.current === here) return;
    before.current = here;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [here]);
  const active = place === 'reports' ? undefined : place;
  return (
    <>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        Skip to the content
      </button>
      <header className="top">
        <a className="name" href="#/">
          Saidso
        </a>
        <nav aria-label="Main">
          {PLACES.map(({ path: own, href, name }) => (
            <a key={name} href={href} aria-current={own === active ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
      </header>
      <main id="main" tabIndex={-1} ref={main}>
        {place === 'reports' && id !== undefined ? (
          <ReportPage key={id} id={id} claim={query.get('claim')} />
        ) : place === 'claims' ? (
          <ClaimsPage query={query} />
        ) : place === 'read' ? (
          <ReadPage />
        ) : (
          <ReportsPage />
        )}
      </main>
    </>
  );
}
