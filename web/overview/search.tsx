import type { SearchHit } from '../../src/index.ts';
import { ask } from '../api/ask.ts';
import { counted, day } from '../format.ts';
import type { Route } from '../route.ts';
import { link } from '../route.ts';
import { texts } from '../texts.ts';
import { addressOf, useView } from './address.ts';
import { AnswersFrom, useAnswers } from './answers.ts';
import { EventLine } from './event-line.tsx';
import { fromApi } from './from-api.ts';
import { Refused } from './refused.tsx';
import { SearchBox } from './search-box.tsx';
import { useAnswer } from './use-answer.ts';
import { useTypes } from './use-types.ts';
import type { View } from './view.ts';
import { EMPTY_VIEW } from './view.ts';
import { Ways } from './ways.tsx';
import './overview.css';

const HITS = 50;

/** Full text: the reports that hold the words, with the words in their place, and the events told in them. */
export function SearchPage({ route }: { readonly route: Route }) {
  const [view, onView] = useView(route);
  return (
    <AnswersFrom value={fromApi}>
      <h1 className="ov-unseen">{texts.overview.search.title}</h1>
      <Ways view={view} here="search" />
      <SearchView view={view} onView={onView} />
    </AnswersFrom>
  );
}

function SearchView({ view, onView }: { readonly view: View; readonly onView: (view: View) => void }) {
  const answers = useAnswers();
  const { labels } = useTypes();
  const words = texts.overview.search;
  const { q } = view;
  // Whole reports are searched, whatever the filters of the overview are.
  const alone = { ...EMPTY_VIEW, q };
  const hits = useAnswer(q === '' ? null : q, () =>
    ask<{ readonly items: readonly SearchHit[] }>(`/api/search?${new URLSearchParams({ q, limit: String(HITS) })}`),
  );
  const events = useAnswer(q === '' ? null : q, () => answers.list(alone, '-date', null));
  const error = hits.error ?? events.error;
  const found = q === '' ? null : hits.value;
  return (
    <div className="ov ov-find">
      <SearchBox words={q} label={words.label} onSearch={(next) => onView({ ...view, q: next })} />
      {q === '' && <p className="ov-dim">{words.start}</p>}
      {error !== null && <Refused error={error} onClear={null} />}
      {error === null && found !== null && (
        <div className={hits.waiting ? 'ov-waiting' : undefined}>
          {found.items.length === 0 ? (
            <p role="status">
              {words.none(q)} {words.noneHint}
            </p>
          ) : (
            <div className="ov-two">
              <section>
                <h2>{words.reports}</h2>
                <p role="status" className="ov-dim">
                  {counted(found.items.length, 'report')}
                  {found.items.length === HITS ? `. ${words.first(String(HITS))}` : ''}
                </p>
                <ol className="ov-hits">
                  {found.items.map((hit) => (
                    <li key={hit.id}>
                      <a href={link(['reports', hit.id])}>{hit.title ?? texts.report.untitled}</a>
                      <span className="ov-dim">
                        {[hit.publisher, hit.published === null ? null : day(hit.published)].filter(Boolean).join(' · ')}
                      </span>
                      <p>
                        <Passage text={hit.passage} />
                      </p>
                    </li>
                  ))}
                </ol>
              </section>
              {events.value !== null && events.value.total > 0 && (
                <section>
                  <h2>{words.events}</h2>
                  <p className="ov-dim">
                    <a href={addressOf('', alone)}>
                      {words.all}: {counted(events.value.total, 'event')}
                    </a>
                  </p>
                  <ul>
                    {events.value.items.slice(0, 20).map((event) => (
                      <EventLine key={event.id} event={event} labels={labels} href={answers.linkTo(event.id)} />
                    ))}
                  </ul>
                </section>
              )}
            </div>
          )}
        </div>
      )}
    </div>
  );
}

/** The found words stand between « and » and are marked. */
const Passage = ({ text }: { readonly text: string }) =>
  text.split(/(«[^»]*»)/).map((part, at) => {
    const key = `${at} ${part}`;
    return part.startsWith('«') ? <mark key={key}>{part.slice(1, -1)}</mark> : <span key={key}>{part}</span>;
  });
