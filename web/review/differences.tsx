import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Asked, ClaimView, DifferenceView } from '../../src/index.ts';
import { getDifferences } from '../api/decisions.ts';
import { useLoad } from '../api/use-load.ts';
import { ClaimLink } from '../claim/claim-link.tsx';
import { labelOf } from '../claim/fields.ts';
import { Passage } from '../claim/passage.tsx';
import { useDecide } from '../claim/use-decide.ts';
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
          <DifferenceLine
            key={`${difference.about} ${difference.anchors.map(({ report, claim }) => `${report} ${claim}`).join()}`}
            difference={difference}
          />
        ))}
      </ol>
    </>
  );
}

type Answer = DifferenceView['answers'][number];

function DifferenceLine({ difference }: { readonly difference: DifferenceView }) {
  const { about, answers, claims } = difference;
  const [why, setWhy] = useState('');
  const deciding = useDecide();
  const letters = claims.length > 2 || about === 'split' ? letterOf(claims) : null;
  const words = (answer: Answer): string => answerWords(answer, letters);
  // Coders who say the same are one choice.
  const choices = [...new Map(answers.map((answer) => [words(answer), answer])).values()];
  return (
    <li className="difference">
      <h2>{labelOf(about)}</h2>
      {claims.map((view) => (
        <div key={view.claim.id}>
          <p>
            {letters !== null && <b className="badge">{letters.get(view.claim.id)}</b>} <ClaimLink claim={view} />
          </p>
          <Passage view={view} />
        </div>
      ))}
      <ul className="answers">
        {answers.map((answer) => (
          <li key={answer.decision}>
            <b>{answer.coder}</b>: {words(answer)}
            {answer.why !== '' && <span className="dim"> “{answer.why}”</span>}
          </li>
        ))}
      </ul>
      <label>
        {texts.correct.why}
        <input className="field" value={why} onChange={(event) => setWhy(event.target.value)} />
      </label>
      {deciding.error && <Trouble error={deciding.error} />}
      <div className="acts">
        {choices.map((answer) => {
          const asked = askedOf(difference, answer);
          return (
            asked && (
              <Button
                key={answer.decision}
                variant="default"
                size="compact-sm"
                disabled={deciding.busy}
                onClick={() => void deciding.run(asked, texts.review.settled, why)}
              >
                {texts.review.settle(words(answer))}
              </Button>
            )
          );
        })}
      </div>
    </li>
  );
}

/** A letter for each claim, by which answers speak of it. */
const letterOf = (claims: readonly ClaimView[]): ReadonlyMap<string, string> =>
  new Map(claims.map(({ claim }, at) => [claim.id, at < 26 ? String.fromCharCode(65 + at) : String(at + 1)]));

function answerWords({ value, claims }: Answer, letters: ReadonlyMap<string, string> | null): string {
  const said = (texts.words as Readonly<Record<string, string>>)[value] ?? value;
  const of = (claims ?? []).flatMap((id) => letters?.get(id) ?? []);
  if (of.length === 0) return said;
  return value === 'split' ? texts.review.splitOff(of.join(', '), of.length) : texts.review.together(of.join(', '));
}

/** The ruling that makes an answer hold; null where its claims or their event are gone. */
function askedOf({ about, of, claims }: DifferenceView, { value, claims: own = [] }: Answer): Asked | null {
  const [first, second] = claims;
  if (first === undefined) return null;
  if (about === 'verdict') return { kind: value === 'accept' ? 'accept' : 'reject', id: first.claim.id };
  if (about === 'split') {
    const [one, other] = own;
    if (one === undefined) return null;
    if (value === 'same') return other === undefined ? null : { kind: 'same', id: one, other };
    const event = claims.find(({ claim }) => claim.id === one)?.event ?? null;
    return event === null ? null : { kind: 'split', id: event, claims: own };
  }
  if (about === 'pair')
    return second === undefined ? null : { kind: value === 'same' ? 'same' : 'different', id: first.claim.id, other: second.claim.id };
  const id = of === 'event' ? first.event : first.claim.id;
  return id === null ? null : ({ kind: 'correct', id, field: about, value } as Asked);
}
