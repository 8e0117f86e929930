import type { ReportView, Span } from '../../src/index.ts';
import { counted } from '../format.ts';
import { texts } from '../texts.ts';

interface SaidAndNotedProps {
  readonly view: ReportView;
  readonly onPoint: (span: Span | null) => void;
}

/** Below the claims: who is quoted, what the reading noted, and what read it. */
export function SaidAndNoted({ view, onPoint }: SaidAndNotedProps) {
  const { report, quotes, notes, entities } = view.record;
  const nameOf = (id: string | null): string | undefined => entities.find((entity) => entity.id === id)?.name;
  return (
    <>
      {quotes.length > 0 && (
        <details className="more">
          <summary>{counted(quotes.length, 'quote')}</summary>
          <ul className="quotes">
            {quotes.map((quote) => {
              const words = report.text.slice(...quote.content);
              const speaker = nameOf(quote.speaker) ?? (quote.speakerSpan ? report.text.slice(...quote.speakerSpan) : texts.report.unnamed);
              return (
                <li key={quote.content.join()}>
                  <button
                    type="button"
                    className="quiet"
                    onMouseEnter={() => onPoint(quote.content)}
                    onMouseLeave={() => onPoint(null)}
                    onFocus={() => onPoint(quote.content)}
                    onBlur={() => onPoint(null)}
                  >
                    <b>{speaker}</b>
                    {quote.via !== null && (
                      <span className="dim">
                        {' '}
                        {texts.report.via} {nameOf(quote.via) ?? quote.via}
                      </span>
                    )}
                    : {quote.direct ? `“${words}”` : words}
                  </button>
                </li>
              );
            })}
          </ul>
        </details>
      )}
      {notes.length > 0 && (
        <details className="more">
          <summary>{counted(notes.length, 'note')}</summary>
          <ul className="notes">
            {notes.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      <p className="dim small">{texts.report.readBy(view.reading.codebook, view.reading.software)}</p>
    </>
  );
}
