import { createRoot } from 'react-dom/client';
import type { PublishedData } from '../../src/index.ts';
import { useView } from '../overview/address.ts';
import { AnswersFrom } from '../overview/answers.ts';
import { CopyLink } from '../overview/copy-link.tsx';
import { Explorer } from '../overview/explorer.tsx';
import type { WorldTopology } from '../overview/map/outlines.ts';
import '../overview/overview.css';
import { TableView } from '../overview/table-view.tsx';
import { Ways } from '../overview/ways.tsx';
import { useRoute } from '../route.ts';
import { fromMemory } from './from-memory.ts';
import './publish.css';

declare global {
  /** Set by the scripts of the folder. */
  var saidsoPublished: PublishedData | undefined;
  var saidsoOutlines: Partial<Record<'coarse' | 'fine', WorldTopology>> | undefined;
}

const FILES = { coarse: 'assets/world-110m.js', fine: 'assets/world-50m.js' } as const;

/** A page that was opened from disk may fetch nothing: outlines come as scripts, when they are asked for. */
const outlines = (detail: 'coarse' | 'fine'): Promise<WorldTopology> =>
  new Promise((resolve, reject) => {
    const there = (): WorldTopology | undefined => globalThis.saidsoOutlines?.[detail];
    const found = there();
    if (found !== undefined) {
      resolve(found);
      return;
    }
    const script = document.createElement('script');
    script.src = FILES[detail];
    script.onload = () => {
      const loaded = there();
      if (loaded === undefined) reject(new Error(`${FILES[detail]} holds no outlines.`));
      else resolve(loaded);
    };
    script.onerror = () => reject(new Error(`${FILES[detail]} is missing from the folder.`));
    document.head.append(script);
  });

const data = globalThis.saidsoPublished;
const place = document.getElementById('explore');
const list = document.getElementById('list');
if (data !== undefined && place !== null) {
  const answers = fromMemory(data, outlines);
  createRoot(place).render(
    <AnswersFrom value={answers}>
      <Published />
    </AnswersFrom>,
  );
  // The list is for those whose browser runs no scripts.
  if (list !== null) list.hidden = true;
}

function Published() {
  const route = useRoute();
  const [view, onView] = useView(route);
  const table = route.path[0] === 'events';
  return (
    <>
      <Ways view={view} here={table ? 'events' : 'overview'} ways={['overview', 'events']} />
      {table ? (
        <TableView view={view} onView={onView} share={<CopyLink />} />
      ) : (
        <Explorer view={view} onView={onView} tableAt={`#/events?${route.query}`} share={<CopyLink />} />
      )}
    </>
  );
}
