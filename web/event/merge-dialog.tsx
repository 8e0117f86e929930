import { Button } from '@mantine/core';
import { useState } from 'react';
import type { EventSummary, EventView } from '../../src/index.ts';
import { getEvents } from '../api/decisions.ts';
import { useLoad } from '../api/use-load.ts';
import type { Deciding } from '../claim/use-decide.ts';
import { counted, daysAtGrain, typeName } from '../format.ts';
import { Dialog } from '../shell/dialog.tsx';
import { Loading, Trouble } from '../shell/states.tsx';
import { texts } from '../texts.ts';

interface MergeDialogProps {
  readonly view: EventView;
  readonly onClose: () => void;
  readonly deciding: Deciding;
}

/** Choose the event that is the same happening: those near in time first, or by words of their reports. */
export const MergeDialog = (props: MergeDialogProps) => (
  <Dialog title={texts.event.mergeTitle} onClose={props.onClose}>
    <Candidates {...props} />
  </Dialog>
);

/** How far from the event others are offered, in days. */
const NEAR = 10;
const DAY = 86_400_000;

function Candidates({ view, onClose, deciding }: MergeDialogProps) {
  const { event } = view;
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const shift = (iso: string, by: number): string => new Date(Date.parse(iso) + by * DAY).toISOString().slice(0, 10);
  const filter =
    words.trim() !== ''
      ? { q: words.trim(), limit: 50 }
      : event.when
        ? { since: shift(event.when.from, -NEAR), until: shift(event.when.to, NEAR), limit: 50 }
        : { limit: 50 };
  const found = useLoad(JSON.stringify(filter), () => getEvents(filter));
  const others = found.state === 'done' ? found.value.items.filter(({ id }) => id !== event.id) : [];
  const merge = (): void => {
    if (chosen === null) return;
    void deciding.run({ kind: 'same', id: event.id, other: chosen }, texts.event.wasMerged).then((kept) => kept && onClose());
  };
  return (
    <div className="merge">
      <label>
        {texts.event.mergeSearch}
        <input type="search" className="field" value={words} onChange={(change) => setWords(change.target.value)} />
      </label>
      <p className="dim small">{words.trim() === '' ? texts.event.mergeNear : texts.event.mergeFound}</p>
      {found.state === 'loading' && <Loading />}
      {found.state === 'failed' && <Trouble error={found.error} again={found.reload} />}
      {found.state === 'done' && others.length === 0 && <p>{texts.event.mergeNone}</p>}
      <fieldset className="candidates">
        <legend className="unseen">{texts.event.mergeTitle}</legend>
        {others.map((other) => (
          <label key={other.id} className="candidate">
            <input type="radio" name="same" className="tick" checked={chosen === other.id} onChange={() => setChosen(other.id)} />
            <span>
              <b>{oneLine(other)}</b>
              <span className="dim small">{[other.title, counted(other.reports, 'report')].filter(Boolean).join(' · ')}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {deciding.error && <Trouble error={deciding.error} />}
      <div className="acts">
        <Button disabled={chosen === null} loading={deciding.busy} onClick={merge}>
          {texts.event.mergeDo}
        </Button>
        <Button variant="default" onClick={onClose}>
          {texts.states.cancel}
        </Button>
      </div>
    </div>
  );
}

const oneLine = ({ type, where, when }: EventSummary): string =>
  [typeName(type), where?.name, when ? daysAtGrain(when) : null].filter(Boolean).join(' · ');
