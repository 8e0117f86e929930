import { Suspense, useEffect, useRef } from 'react';
import { useRoute } from './route.ts';
import { Boundary } from './shell/boundary.tsx';
import { Masthead } from './shell/masthead.tsx';
import { hush, Notices } from './shell/notice.tsx';
import { Loading, NotFound } from './shell/states.tsx';
import { texts } from './texts.ts';
import { viewOf } from './views.ts';

/** The frame round every view: skip link, navigation, and the view that the address names. */
export function App() {
  const route = useRoute();
  const main = useRef<HTMLElement>(null);
  const here = route.path.join('/');
  const view = viewOf(route.path);
  const before = useRef(here);
  useEffect(() => {
    document.title = view === null || here === '' ? texts.name : `${view.title} · ${texts.name}`;
  }, [view, here]);
  // After a move the keyboard begins at the new content, not back at the top.
  useEffect(() => {
    if (before.current === here) return;
    before.current = here;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [here]);
  // What was said of one view does not stand over another.
  const [place] = route.path;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is what it goes by
  useEffect(hush, [place]);
  return (
    <>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {texts.skip}
      </button>
      <Masthead active={view?.under ?? null} />
      <main id="main" tabIndex={-1} ref={main}>
        <Boundary key={here}>
          <Suspense fallback={<Loading />}>{view === null ? <NotFound /> : <view.page route={route} />}</Suspense>
        </Boundary>
      </main>
      <Notices />
    </>
  );
}
