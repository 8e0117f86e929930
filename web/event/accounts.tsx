import { Button } from '@mantine/core';
import { IconArrowsSplit } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClaimView, EventView } from '../../src/index.ts';
import { ByPeople } from '../claim/by-people.tsx';
import { ClaimLink } from '../claim/claim-link.tsx';
import { Passage } from '../claim/passage.tsx';
import type { Deciding } from '../claim/use-decide.ts';
import { counted, percent, shortDay } from '../format.ts';
import { texts } from '../texts.ts';

/** Every account of the event in its own words, in order of publication; some can be split off as another happening. */
export function Accounts({ view, deciding }: { readonly view: EventView; readonly deciding: Deciding }) {
  const { accounts, event } = view;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [splitting, setSplitting] = useState(false);
  const known = chosen.filter((id) => accounts.some(({ claim }) => claim.id === id));
  const split = (): void => {
    void deciding.run({ kind: 'split', id: event.id, claims: known }, texts.event.wasSplit).then((kept) => {
      if (!kept) return;
      setChosen([]);
      setSplitting(false);
    });
  };
  return (
    <section aria-labelledby="accounts">
      <div className="section-head">
        <h2 id="accounts">{counted(accounts.length, 'account')}</h2>
        {accounts.length > 1 && (
          <Button
            size="compact-sm"
            variant="default"
            aria-pressed={splitting}
            leftSection={<IconArrowsSplit size={15} aria-hidden />}
            onClick={() => {
              setSplitting(!splitting);
              setChosen([]);
            }}
          >
            {texts.event.split}
          </Button>
        )}
      </div>
      {splitting && (
        <div className="split">
          <p>{texts.event.splitHow}</p>
          <Button
            size="compact-sm"
            disabled={known.length === 0 || known.length === accounts.length}
            loading={deciding.busy}
            onClick={split}
          >
            {texts.event.splitDo(known.length)}
          </Button>
        </div>
      )}
      <ol className="accounts">
        {accounts.map((account) => (
          <AccountLine
            key={account.claim.id}
            account={account}
            choice={splitting ? known.includes(account.claim.id) : null}
            onChoose={(on) => setChosen(on ? [...known, account.claim.id] : known.filter((id) => id !== account.claim.id))}
          />
        ))}
      </ol>
    </section>
  );
}

interface AccountLineProps {
  readonly account: ClaimView;
  /** Whether it is chosen to be split off; null when nothing is being split. */
  readonly choice: boolean | null;
  readonly onChoose: (on: boolean) => void;
}

function AccountLine({ account, choice, onChoose }: AccountLineProps) {
  const { claim, report, statement, human } = account;
  return (
    <li className="account">
      <div className="account-head">
        {choice !== null && (
          <input
            type="checkbox"
            className="tick"
            checked={choice}
            aria-label={texts.event.chooseAccount(statement.line)}
            onChange={(event) => onChoose(event.target.checked)}
          />
        )}
        <ClaimLink claim={account} />
      </div>
      <p className="dim small">
        {[
          report.publisher ?? report.title,
          report.published === null ? null : shortDay(report.published),
          statement.according === '' ? texts.report.ownVoice : statement.according,
          percent(claim.confidence),
        ]
          .filter(Boolean)
          .join(' · ')}
        {human.verdict !== null && (
          <>
            {' '}
            <ByPeople>{texts.verdicts[human.verdict]}</ByPeople>
          </>
        )}
      </p>
      <Passage view={account} />
    </li>
  );
}
