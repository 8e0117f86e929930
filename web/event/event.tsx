import './event.css';
import { useEffect, useState } from 'react';
import type { EventView } from '../../src/index.ts';
import { getEvent } from '../api/decisions.ts';
import { useLoad } from '../api/use-load.ts';
import { useDecide } from '../claim/use-decide.ts';
import { link } from '../route.ts';
import { Cover, isGraphic } from '../shell/cover.tsx';
import { Loading, Trouble } from '../shell/states.tsx';
import type { ViewProps } from '../views.ts';
import { Accounts } from './accounts.tsx';
import { Decisions } from './decisions.tsx';
import { EventHead } from './event-head.tsx';
import { Facts } from './facts.tsx';
import { History } from './history.tsx';
import { Sources } from './sources.tsx';

/** One event: what all accounts of it say together, and what people ruled. */
export function EventPage({ route }: ViewProps) {
  const id = route.path[1] ?? '';
  const loaded = useLoad(id, () => getEvent(id));
  const now = loaded.state === 'done' ? loaded.value.event.id : null;
  useEffect(() => {
    // It went into another event: the address follows, so that a copied link keeps its meaning. The view stays as it is, with what is being typed.
    if (now !== null && now !== id) window.history.replaceState(null, '', link(['events', now]));
  }, [now, id]);
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Trouble error={loaded.error} again={loaded.reload} />;
  return <WholeEvent view={loaded.value} />;
}

function WholeEvent({ view }: { readonly view: EventView }) {
  const { accounts } = view;
  const [editing, setEditing] = useState<string | null>(null);
  const deciding = useDecide();
  return (
    <article className="event">
      <EventHead view={view} deciding={deciding} />
      {deciding.error && editing === null && <Trouble error={deciding.error} />}
      <Cover graphic={isGraphic(accounts.map(({ claim }) => claim))}>
        <div className="event-parts">
          <div>
            <Facts view={view} deciding={deciding} editing={editing} onEdit={setEditing} />
            <Accounts view={view} deciding={deciding} />
          </div>
          <div>
            <Sources view={view} />
            <Decisions view={view} deciding={deciding} />
            <History view={view} />
          </div>
        </div>
      </Cover>
    </article>
  );
}
