import { memo, useMemo } from 'react';
import type { ReportRecord } from '../../src/index.ts';
import { texts } from '../texts.ts';
import { KINDS, marksOf, paragraphs } from './marks.ts';

interface ArticleProps {
  readonly record: ReportRecord;
  /** Index of the claim that is pointed at; null shows the marks of all. */
  readonly active: number | null;
  readonly onPick: (claim: number) => void;
}

/** The words of the report, those that claims stand on marked by what they are. */
export const Article = memo(function Article({ record, active, onPick }: ArticleProps) {
  const parts = useMemo(() => paragraphs(record.report.text, marksOf(record)), [record]);
  return (
    <div className={active === null ? 'article' : 'article pointed'} lang={record.report.language}>
      {parts.map((stretches) => (
        <p key={stretches[0]?.from}>
          {stretches.map(({ from, text, marks }) => {
            if (marks.length === 0) return text;
            const shown = active === null ? marks : marks.filter(({ claim }) => claim === active);
            const kind = KINDS.find((one) => (shown.length > 0 ? shown : marks).some((mark) => mark.kind === one)) ?? 'trigger';
            const claim = marks.find((mark) => mark.kind === 'trigger')?.claim ?? marks[0]?.claim ?? 0;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the claims beside the text do the same by keyboard
              <mark
                key={from}
                className={`k-${kind}${active !== null && shown.length > 0 ? ' on' : ''}`}
                title={kind}
                onClick={() => onPick(claim)}
              >
                {text}
              </mark>
            );
          })}
        </p>
      ))}
    </div>
  );
});

/** What the marks mean. */
export const Legend = () => (
  <p className="legend">
    {KINDS.map((kind) => (
      <mark key={kind} className={`k-${kind}`}>
        {texts.kinds[kind]}
      </mark>
    ))}
  </p>
);
