import type { Route } from '../route.ts';
import { Share } from '../shell/share.tsx';
import { texts } from '../texts.ts';
import { useView } from './address.ts';
import { AnswersFrom } from './answers.ts';
import { fromApi } from './from-api.ts';
import { TableView } from './table-view.tsx';
import { filterQuery } from './view.ts';
import { Ways } from './ways.tsx';
import './overview.css';

/** Events as a table: columns to choose, to sort by, with the same filters as the map. */
export function EventsPage({ route }: { readonly route: Route }) {
  const [view, onView] = useView(route);
  return (
    <AnswersFrom value={fromApi}>
      <h1 className="ov-unseen">{texts.overview.table.title}</h1>
      <Ways view={view} here="events" />
      <TableView view={view} onView={onView} share={<Share filter={filterQuery(view).toString()} />} />
    </AnswersFrom>
  );
}
