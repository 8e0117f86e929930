import { useEffect, useRef } from 'react';
import type { Claim, Statement } from '../../src/index.ts';
import { percent } from '../format.ts';
import { texts } from '../texts.ts';

interface ClaimCardProps {
  readonly claim: Claim;
  readonly said: Statement;
  readonly active: boolean;
  readonly onPoint: (on: boolean) => void;
  readonly onPick: () => void;
}

/** One claim beside the text. Pointing at it or moving the keyboard to it marks its words. */
export function ClaimCard({ claim, said, active, onPoint, onPick }: ClaimCardProps) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) item.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <li
      ref={item}
      className={`claim${active ? ' active' : ''}${claim.polarity === 'denied' ? ' denied' : ''}`}
      onMouseEnter={() => onPoint(true)}
      onMouseLeave={() => onPoint(false)}
    >
      <button type="button" aria-pressed={active} onClick={onPick} onFocus={() => onPoint(true)} onBlur={() => onPoint(false)}>
        <span className="what">
          <b>{said.head}</b>
          {said.rest}
        </span>
        {said.toll !== '' && <span className="toll">{said.toll}</span>}
        <span className="facts">
          <span>{said.where || texts.report.noPlace}</span>
          <span>{said.when || texts.report.noDay}</span>
          <span title={texts.report.confidence}>{percent(claim.confidence)}</span>
        </span>
        <span className="voice">{said.according === '' ? texts.report.ownVoice : said.according}</span>
      </button>
    </li>
  );
}
