import './review.css';
import { getCoders } from '../api/decisions.ts';
import { chooseName, suggestedName, useChosenName } from '../api/person.ts';
import { useLoad } from '../api/use-load.ts';
import { changeQuery, link } from '../route.ts';
import { Trouble } from '../shell/states.tsx';
import { texts } from '../texts.ts';
import type { ViewProps } from '../views.ts';
import { AgreementTable } from './agreement.tsx';
import { Differences } from './differences.tsx';
import { Queue } from './queue.tsx';

const PARTS = ['queue', 'agreement', 'differences'] as const;

/** Claims to rule on one after another; how far coders agree; and what is left to settle between them. */
export function ReviewPage({ route }: ViewProps) {
  const part = PARTS.find((one) => one === route.path[1]) ?? 'queue';
  const blind = route.query.get('blind') === 'yes';
  return (
    <>
      <h1>{texts.review.title}</h1>
      <nav className="parts" aria-label={texts.review.parts}>
        {PARTS.map((one) => (
          <a
            key={one}
            href={link(one === 'queue' ? ['review'] : ['review', one], { blind: blind ? 'yes' : null })}
            aria-current={one === part ? 'page' : undefined}
          >
            {texts.review[one]}
          </a>
        ))}
      </nav>
      {part === 'queue' && <QueuePart blind={blind} />}
      {part === 'agreement' && <AgreementTable />}
      {part === 'differences' && <Differences />}
    </>
  );
}

function QueuePart({ blind }: { readonly blind: boolean }) {
  const name = useChosenName();
  const proposed = useLoad('suggested', suggestedName, true);
  const coders = useLoad('coders', getCoders);
  const suggested = proposed.state === 'done' ? proposed.value : '';
  const who = name || suggested;
  return (
    <>
      <div className="row reviewer">
        <label>
          {texts.review.name}
          <input
            className="field"
            list="coders"
            value={name}
            placeholder={suggested}
            onChange={(event) => chooseName(event.target.value)}
          />
        </label>
        <datalist id="coders">
          {coders.state === 'done' && coders.value.items.map((coder) => <option key={coder.name} value={coder.name} />)}
        </datalist>
        <span className="check">
          <input
            id="blind"
            type="checkbox"
            className="tick"
            checked={blind}
            aria-describedby="blind-how"
            onChange={(event) => changeQuery({ blind: event.target.checked ? 'yes' : null })}
          />
          <label htmlFor="blind">{texts.review.blind}</label>
        </span>
        <span id="blind-how" className="dim small">
          {blind ? texts.review.blindHow : texts.review.rulingHow}
        </span>
      </div>
      {proposed.state === 'failed' && <Trouble error={proposed.error} again={proposed.reload} />}
      {who !== '' && <Queue key={blind ? who : ''} coder={blind ? who : undefined} />}
    </>
  );
}
