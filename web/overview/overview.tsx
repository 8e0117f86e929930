import type { Route } from '../route.ts';
import { Share } from '../shell/share.tsx';
import { texts } from '../texts.ts';
import { addressOf, useView } from './address.ts';
import { AnswersFrom } from './answers.ts';
import { Explorer } from './explorer.tsx';
import { fromApi } from './from-api.ts';
import { filterQuery } from './view.ts';
import { Ways } from './ways.tsx';
import './overview.css';

/** A record with nothing in it shows an empty world: what to do stands above. */
const Begin = () => (
  <p className="ov-begin">
    {texts.overview.empty} {texts.reports.emptyHint} <a href="#/add">{texts.reports.addFirst}</a>
  </p>
);

/** Where and when: the record on a map and a timeline, with facets and search. */
export function OverviewPage({ route }: { readonly route: Route }) {
  const [view, onView] = useView(route);
  return (
    <AnswersFrom value={fromApi}>
      <h1 className="ov-unseen">{texts.overview.title}</h1>
      <Ways view={view} here="overview" />
      <Explorer
        view={view}
        onView={onView}
        tableAt={addressOf('events', view)}
        share={<Share filter={filterQuery(view).toString()} />}
        begin={<Begin />}
      />
    </AnswersFrom>
  );
}
