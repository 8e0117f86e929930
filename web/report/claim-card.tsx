import type { ReactNode } from 'react';
import { memo, useEffect, useRef } from 'react';
import type { Claim, Human, Statement } from '../../src/index.ts';
import { ByPeople } from '../claim/by-people.tsx';
import { labelOf } from '../claim/fields.ts';
import { percent } from '../format.ts';
import { texts } from '../texts.ts';

interface ClaimCardProps {
  readonly n: number;
  readonly claim: Claim;
  readonly said: Statement;
  readonly human: Human | undefined;
  readonly open: boolean;
  /** Whether its words are pointed at in the text. */
  readonly touched: boolean;
  readonly onPoint: (n: number | null) => void;
  readonly onPick: (n: number) => void;
  /** What an open card shows below. */
  readonly children?: ReactNode;
}

/** One claim beside the text. Pointing at it or moving the keyboard to it marks its words; opening it shows every value. */
export const ClaimCard = memo(function ClaimCard({ n, claim, said, human, open, touched, onPoint, onPick, children }: ClaimCardProps) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) item.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const verdict = human?.verdict ?? null;
  const classes = ['claim', open && 'open', touched && 'touched', claim.polarity === 'denied' && 'denied', verdict].filter(Boolean);
  const corrected = human === undefined ? [] : Object.keys(human.values);
  return (
    <li ref={item} className={classes.join(' ')} onMouseEnter={() => onPoint(n)} onMouseLeave={() => onPoint(null)}>
      <button
        type="button"
        className="head"
        data-claim={n}
        aria-expanded={open}
        onClick={() => onPick(n)}
        onFocus={() => onPoint(n)}
        onBlur={() => onPoint(null)}
      >
        <span className="what">
          <b>{said.head}</b>
          {said.rest}
        </span>
        {said.toll !== '' && <span className="toll">{said.toll}</span>}
        <span className="setting">
          <span>{said.where || texts.report.noPlace}</span>
          <span>{said.when || texts.report.noDay}</span>
          <span className="sure" title={texts.report.confidence}>
            {percent(claim.confidence)}
          </span>
        </span>
        <span className="voice">{said.according === '' ? texts.report.ownVoice : said.according}</span>
        {(verdict !== null || corrected.length > 0) && (
          <ByPeople>
            {[
              verdict === null ? null : texts.verdicts[verdict],
              corrected.length > 0 ? texts.claim.correctedFields(corrected.map(labelOf).join(', ')) : null,
            ]
              .filter(Boolean)
              .join('; ')}
          </ByPeople>
        )}
      </button>
      {open && children}
    </li>
  );
});
