import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Asked, DifferenceView } from '../../src/index.ts';
import { getDifferences } from '../api/decisions.ts';
import { useLoad } from '../api/use-load.ts';
import { labelOf } from '../claim/fields.ts';
import { Passage } from '../claim/passage.tsx';
import { useDecide } from '../claim/use-decide.ts';
import { link } from '../route.ts';
import { Loading, Trouble } from '../shell/states.tsx';
import { texts } from '../texts.ts';

/** Where coders differ: each answer beside the other, and one of them made to hold. */
export function Differences() {
  const loaded = useLoad('differences', getDifferences);
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Trouble error={loaded.error} again={loaded.reload} />;
  const { items } = loaded.value;
  if (items.length === 0) return <p>{texts.review.differencesNone}</p>;
  return (
    <>
      <p className="dim">{texts.review.differencesHow}</p>
      <ol className="differences">
        {items.map((difference) => (
          <DifferenceLine key={`${difference.about} ${difference.claims.map(({ claim }) => claim.id).join()}`} difference={difference} />
        ))}
      </ol>
    </>
  );
}

function DifferenceLine({ difference }: { readonly difference: DifferenceView }) {
  const { about, answers, claims } = difference;
  const [why, setWhy] = useState('');
  const deciding = useDecide();
  const [first, second] = claims;
  const values = [...new Set(answers.map(({ value }) => value))];
  return (
    <li className="difference">
      <h2>{labelOf(about)}</h2>
      {claims.map((view) => (
        <div key={view.claim.id}>
          <p>
            <a href={link(['reports', view.report.id], { claim: view.claim.id })}>
              <b>{view.statement.head}</b>
              {view.statement.rest}
            </a>
          </p>
          <Passage view={view} />
        </div>
      ))}
      <ul className="answers">
        {answers.map(({ coder, value, decision, why: reason }) => (
          <li key={decision}>
            <b>{coder}</b>: {(texts.words as Readonly<Record<string, string>>)[value] ?? value}
            {reason !== '' && <span className="dim"> “{reason}”</span>}
          </li>
        ))}
      </ul>
      <label>
        {texts.correct.why}
        <input className="field" value={why} onChange={(event) => setWhy(event.target.value)} />
      </label>
      {deciding.error && <Trouble error={deciding.error} />}
      <div className="acts">
        {values.map((value) => {
          const asked = askedOf(difference, value, first?.claim.id, second?.claim.id);
          return (
            asked && (
              <Button key={value} variant="default" size="compact-sm" onClick={() => void deciding.run(asked, texts.review.settled, why)}>
                {texts.review.settle((texts.words as Readonly<Record<string, string>>)[value] ?? value)}
              </Button>
            )
          );
        })}
      </div>
    </li>
  );
}

/** The ruling that makes one answer hold; null where it cannot be asked for by one claim or two. */
function askedOf({ about, of, claims }: DifferenceView, value: string, first?: string, second?: string): Asked | null {
  if (first === undefined) return null;
  if (about === 'verdict') return { kind: value === 'accept' ? 'accept' : 'reject', id: first };
  if (about === 'pair') return second === undefined ? null : { kind: value === 'same' ? 'same' : 'different', id: first, other: second };
  if (about === 'split') return null;
  const id = of === 'event' ? (claims[0]?.event ?? null) : first;
  return id === null ? null : ({ kind: 'correct', id, field: about, value } as Asked);
}
