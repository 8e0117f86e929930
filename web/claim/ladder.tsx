import type { Claim, ReportRecord, Span } from '../../src/index.ts';
import { texts } from '../texts.ts';

interface LadderProps {
  readonly claim: Claim;
  readonly record: ReportRecord;
  readonly onPoint: (span: Span | null) => void;
}

/** On whose word: from the report that one reads down to who is nearest to the act. */
export function Ladder({ claim, record, onPoint }: LadderProps) {
  const { text, publisher, title } = record.report;
  const nameOf = (id: string | undefined): string | undefined => record.entities.find((entity) => entity.id === id)?.name;
  const rungs = claim.saidBy.map((source) => ({
    name: nameOf(source.speaker) ?? text.slice(...source.span),
    via: source.via === undefined ? null : (nameOf(source.via) ?? null),
    words: source.cue === undefined ? null : text.slice(...source.cue),
    span: source.span,
  }));
  return (
    <ol className="ladder" aria-label={texts.ladder.label}>
      <li>
        <span className="rung">{publisher ?? title ?? texts.ladder.report}</span> <span className="dim small">{texts.ladder.youRead}</span>
      </li>
      {rungs.map(({ name, via, words, span }) => (
        <li key={span.join()}>
          <button
            type="button"
            className="rung k-source"
            onMouseEnter={() => onPoint(span)}
            onMouseLeave={() => onPoint(null)}
            onFocus={() => onPoint(span)}
            onBlur={() => onPoint(null)}
          >
            {name}
          </button>{' '}
          <span className="dim small">
            {words === null ? '' : `“${words}”`}
            {via === null ? '' : ` ${texts.report.via} ${via}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
