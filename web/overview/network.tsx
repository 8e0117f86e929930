import { useMemo, useState } from 'react';
import type { ActorNetwork } from '../../src/index.ts';
import { number } from '../format.ts';
import type { Route } from '../route.ts';
import { texts } from '../texts.ts';
import { addressOf, useView } from './address.ts';
import { AnswersFrom, useAnswers } from './answers.ts';
import { FilterChips } from './filter-chips.tsx';
import { fromApi } from './from-api.ts';
import { Picture } from './network/picture.tsx';
import { Refused } from './refused.tsx';
import { useAnswer } from './use-answer.ts';
import { useTypes } from './use-types.ts';
import type { View } from './view.ts';
import { countFilters, filterQuery, withFacet, withoutFilters } from './view.ts';
import { Ways } from './ways.tsx';
import './overview.css';

/** Who acts on whom in the events that fit: a picture, and the same as a table. */
export function NetworkPage({ route }: { readonly route: Route }) {
  const [view, onView] = useView(route);
  return (
    <AnswersFrom value={fromApi}>
      <h1 className="ov-unseen">{texts.overview.network.title}</h1>
      <Ways view={view} here="network" />
      <NetworkView view={view} onView={onView} />
    </AnswersFrom>
  );
}

function NetworkView({ view, onView }: { readonly view: View; readonly onView: (view: View) => void }) {
  const answers = useAnswers();
  const { labels } = useTypes();
  const { value, waiting, error } = useAnswer(filterQuery(view).toString(), () => answers.network(view));
  const [least, setLeast] = useState(1);
  const [alone, setAlone] = useState<string | null>(null);
  const network = useMemo(() => (value === null ? null : atLeast(value, least)), [value, least]);
  const words = texts.overview.network;
  if (error !== null) return <Refused error={error} onClear={countFilters(view) > 0 ? () => onView(withoutFilters(view)) : null} />;
  if (network === null) return <p role="status">{texts.overview.loading}</p>;
  const most = Math.max(1, ...(value?.edges ?? []).map(({ events }) => events));
  const ties = network.edges.filter(({ from, to }) => alone === null || from === alone || to === alone);
  return (
    <div className={waiting ? 'ov ov-waiting' : 'ov'}>
      <FilterChips view={view} labels={labels} onView={onView} />
      {network.edges.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <div className="ov-row">
            {most > 1 && (
              <label>
                {words.least}{' '}
                <input
                  type="number"
                  min={1}
                  max={most}
                  value={least}
                  onChange={(event) => setLeast(Math.max(1, Number(event.target.value) || 1))}
                />{' '}
                {words.leastUnit}
              </label>
            )}
            {alone !== null && (
              <>
                <span>{words.alone(alone)}</span>
                <button type="button" onClick={() => setAlone(null)}>
                  {words.everyone}
                </button>
              </>
            )}
          </div>
          <Picture network={network} alone={alone} onAlone={setAlone} />
          <p className="ov-dim">
            {words.legend} {network.left > 0 && words.left(number(network.left))}
          </p>
          <h2>{words.table}</h2>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
          <section className="ov-ties" tabIndex={0} aria-label={words.table}>
            <table className="ov-table">
              <thead>
                <tr>
                  <th scope="col">{words.from}</th>
                  <th scope="col">{words.to}</th>
                  <th scope="col" className="ov-figure">
                    {words.events}
                  </th>
                  <th scope="col" className="ov-figure">
                    {words.killed}
                  </th>
                </tr>
              </thead>
              <tbody>
                {ties.map(({ from, to, events, killed }) => (
                  <tr key={`${from} → ${to}`}>
                    <td>
                      <Named name={from} alone={alone} onAlone={setAlone} />
                    </td>
                    <td>
                      <Named name={to} alone={alone} onAlone={setAlone} />
                    </td>
                    <td className="ov-figure">
                      <a
                        href={addressOf('events', withFacet(withFacet(view, 'actor', [from]), 'target', [to]))}
                        aria-label={`${words.show}: ${from} → ${to}, ${number(events)}`}
                      >
                        {number(events)}
                      </a>
                    </td>
                    <td className="ov-figure">{killed > 0 ? number(killed) : ''}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </div>
  );
}

const Named = ({
  name,
  alone,
  onAlone,
}: {
  readonly name: string;
  readonly alone: string | null;
  readonly onAlone: (name: string | null) => void;
}) => (
  <button type="button" className="ov-plain" aria-pressed={alone === name} onClick={() => onAlone(alone === name ? null : name)}>
    {name}
  </button>
);

/** Without the ties of fewer events, and without those who then have none. */
function atLeast({ nodes, edges, left }: ActorNetwork, least: number): ActorNetwork {
  const kept = edges.filter(({ events }) => events >= least);
  const named = new Set(kept.flatMap(({ from, to }) => [from, to]));
  return { nodes: nodes.filter(({ name }) => named.has(name)), edges: kept, left: left + edges.length - kept.length };
}
