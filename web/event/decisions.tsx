import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import type { DecisionView, EventView, Ruling } from '../../src/index.ts';
import { labelOf } from '../claim/fields.ts';
import type { Deciding } from '../claim/use-decide.ts';
import { moment } from '../format.ts';
import { texts } from '../texts.ts';

/** What people ruled on this event, the latest first, each of which can be taken back; and a note of one's own. */
export function Decisions({ view, deciding }: { readonly view: EventView; readonly deciding: Deciding }) {
  const [note, setNote] = useState('');
  const first = view.accounts[0]?.claim.id;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void deciding.run({ kind: 'note', id: view.event.id }, texts.decisions.noted, note).then((kept) => kept && setNote(''));
  };
  const shown = view.decisions.filter(({ ruling }) => ruling.kind !== 'undo').reverse();
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">{texts.decisions.title}</h2>
      {shown.length === 0 && <p className="dim small">{texts.decisions.none}</p>}
      <ul className="decisions">
        {shown.map((decision) => (
          <DecisionLine key={decision.id} decision={decision} deciding={deciding} />
        ))}
      </ul>
      {first !== undefined && (
        <form className="note-form" onSubmit={submit}>
          <label>
            {texts.decisions.note}
            <input className="field" value={note} onChange={(event) => setNote(event.target.value)} />
          </label>
          <Button type="submit" variant="default" size="compact-sm" disabled={note.trim() === '' || deciding.busy}>
            {texts.decisions.addNote}
          </Button>
        </form>
      )}
    </section>
  );
}

function DecisionLine({ decision, deciding }: { readonly decision: DecisionView; readonly deciding: Deciding }) {
  const { id, who, at, why, coder, undone, holds, ruling } = decision;
  const state =
    undone !== null
      ? texts.decisions.takenBack
      : holds || ruling.kind === 'note'
        ? null
        : coder !== null
          ? texts.decisions.waits
          : texts.decisions.overtaken;
  return (
    <li className={undone === null ? 'decision' : 'decision undone'}>
      <div>
        <span className="what">{rulingWords(ruling, why)}</span>
        {state !== null && <span className="badge">{state}</span>}
        <p className="dim small">
          {who} · {moment(at)}
          {why !== '' && ruling.kind !== 'note' ? ` · “${why}”` : ''}
        </p>
      </div>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() =>
          void deciding.run({ kind: 'undo', decision: undone ?? id }, undone === null ? texts.decisions.undone : texts.decisions.restored)
        }
        aria-label={`${undone === null ? texts.decisions.undo : texts.decisions.restore}: ${rulingWords(ruling, why)}`}
      >
        {undone === null ? texts.decisions.undo : texts.decisions.restore}
      </Button>
    </li>
  );
}

/** A ruling in a line. */
export function rulingWords(ruling: Ruling, why: string): string {
  const { rulings } = texts.decisions;
  switch (ruling.kind) {
    case 'accept':
      return rulings.accept(ruling.claims.length);
    case 'reject':
      return rulings.reject(ruling.claims.length);
    case 'correct':
      return rulings.correct(labelOf(ruling.field), ruling.value);
    case 'note':
      return why;
    case 'split':
      return rulings.split(ruling.off.length);
    default:
      return rulings[ruling.kind];
  }
}
