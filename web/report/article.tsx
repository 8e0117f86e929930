import { memo, useMemo } from 'react';
import type { ReportRecord, Span } from '../../src/index.ts';
import { KINDS, type Kind } from '../claim/kinds.ts';
import { texts } from '../texts.ts';
import { kindOfMarks, type Lit, litMarks, marksOf, paragraphs, type Stretch } from './marks.ts';

interface ArticleProps {
  readonly record: ReportRecord;
  readonly lit: Lit;
  /** Kinds whose marks are switched off. */
  readonly hidden: readonly string[];
  readonly onPick: (claim: number) => void;
  /** Told the words that are pointed at, and whose claims they are. */
  readonly onPoint: (at: { readonly span: Span; readonly claims: readonly number[] } | null) => void;
}

/** The words of the report, those that claims stand on marked by what they are. */
export function Article({ record, lit, hidden, onPick, onPoint }: ArticleProps) {
  const shown = hidden.join(' ');
  const parts = useMemo(() => {
    const off = shown.split(' ');
    return paragraphs(
      record.report.text,
      marksOf(record).filter(({ kind }) => !off.includes(kind)),
      off.includes('quote') ? [] : record.quotes.filter(({ direct }) => direct),
    );
  }, [record, shown]);
  const pointed = lit.claim !== null || lit.span !== null;
  return (
    <div className={pointed ? 'article pointed' : 'article'} lang={record.report.language}>
      {parts.map((stretches) => (
        <Paragraph
          key={stretches[0]?.from}
          stretches={stretches}
          // A paragraph without lit words is not drawn anew.
          lit={pointed && stretches.some((stretch) => litMarks(stretch, lit).length > 0) ? lit : NONE}
          onPick={onPick}
          onPoint={onPoint}
        />
      ))}
    </div>
  );
}
const NONE: Lit = { claim: null, span: null };

interface ParagraphProps extends Pick<ArticleProps, 'onPick' | 'onPoint'> {
  readonly stretches: readonly Stretch[];
  readonly lit: Lit;
}

const Paragraph = memo(function Paragraph({ stretches, lit, onPick, onPoint }: ParagraphProps) {
  let before: Kind | null = null;
  return (
    <p>
      {stretches.map((stretch) => {
        const { from, text, marks, quoted } = stretch;
        const lighted = litMarks(stretch, lit);
        const on = lighted.length > 0;
        const kind = kindOfMarks(on ? lighted : marks);
        const labelled = on && lit.span === null && kind !== before;
        before = on ? kind : null;
        if (kind === null) return quoted ? <q key={from}>{text}</q> : text;
        const claim = (on ? lighted : marks).find((mark) => mark.kind === 'trigger')?.claim ?? (on ? lighted : marks)[0]?.claim ?? 0;
        const span: Span = [from, from + text.length];
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the claims beside the text do the same by keyboard
          <mark
            key={from}
            className={`k-${kind}${quoted ? ' quoted' : ''}${on ? ' on' : ''}`}
            data-label={labelled ? texts.kindLabels[kind] : undefined}
            title={texts.kinds[kind]}
            onClick={() => onPick(claim)}
            onMouseEnter={() => onPoint({ span, claims: [...new Set(marks.map((mark) => mark.claim))] })}
            onMouseLeave={() => onPoint(null)}
          >
            {text}
          </mark>
        );
      })}
    </p>
  );
});

interface LegendProps {
  readonly hidden: readonly string[];
  readonly onToggle: (kind: string) => void;
}

/** What the marks mean; each kind can be switched off. */
export const Legend = ({ hidden, onToggle }: LegendProps) => (
  <fieldset className="legend">
    <legend className="unseen">{texts.report.legend}</legend>
    {[...KINDS, 'quote' as const].map((kind) => (
      <button key={kind} type="button" className="chip" aria-pressed={!hidden.includes(kind)} onClick={() => onToggle(kind)}>
        {kind === 'quote' ? <q>{texts.kindQuote}</q> : <span className={`sample k-${kind}`}>{texts.kinds[kind]}</span>}
      </button>
    ))}
  </fieldset>
);
