import { useState } from 'react';
import type { ReportView as View } from '../../src/index.ts';
import { Article, Legend } from './article.tsx';
import { ClaimCard } from './claim-card.tsx';
import { counted, day } from './words.ts';

const RELATIONS = { credited: 'credited', agency: 'news agency', 'reported-by': 'reported it', 'statement-of': 'statement' } as const;

/** A report with its claims: the words on the left, what they claim on the right, one marking the other. */
export function ReportView({ view, start }: { readonly view: View; readonly start: string | null }) {
  const { record, statements, appearances, reading } = view;
  const { report, claims, quotes, notes } = record;
  const [picked, setPicked] = useState<number | null>(() => {
    const at = claims.findIndex(({ id }) => id === start);
    return at < 0 ? null : at;
  });
  const [pointed, setPointed] = useState<number | null>(null);
  const active = pointed ?? picked;
  const pick = (n: number): void => setPicked((now) => (now === n ? null : n));
  const nameOf = (id: string | null): string | undefined => record.entities.find((entity) => entity.id === id)?.name;
  return (
    <>
      <header className="report-head">
        <h1>{report.title ?? 'Untitled report'}</h1>
        <p className="dim">
          {[
            report.publisher,
            report.published.date ? day(report.published.date) : 'publication date unknown',
            report.byline,
            report.dateline?.place,
          ]
            .filter(Boolean)
            .join(' · ')}
          {report.url !== null && /^https?:/.test(report.url) && (
            <>
              {' '}
              ·{' '}
              <a href={report.url} rel="noreferrer noopener" target="_blank">
                original page
              </a>
            </>
          )}
        </p>
        <p className="origins">
          {report.origins.length === 0 ? (
            <span className="dim">Names no other origin.</span>
          ) : (
            <>
              Comes from{' '}
              {report.origins.map(({ name, relation }) => (
                <span key={`${relation} ${name}`} className="origin">
                  {name} <span className="dim">({RELATIONS[relation]})</span>
                </span>
              ))}
            </>
          )}
        </p>
      </header>
      <div className="two">
        <section aria-label="The report">
          {claims.length > 0 && <Legend />}
          <Article record={record} active={active} onPick={pick} />
        </section>
        <section aria-label="What it claims" className="beside">
          <h2>{claims.length === 0 ? 'No claims' : counted(claims.length, 'claim')}</h2>
          {claims.length === 0 && (
            <p className="dim">
              {notes.some(({ code }) => code === 'language-not-read')
                ? 'Not read for claims: its language is none that Saidso reads.'
                : 'No claims of political violence, unrest or the politics around it were found in this text.'}
            </p>
          )}
          <ol className="claims">
            {claims.map((claim, n) => {
              const said = statements[n];
              return (
                said && (
                  <ClaimCard
                    key={claim.id}
                    claim={claim}
                    said={said}
                    active={picked === n}
                    onPoint={(on) => setPointed(on ? n : null)}
                    onPick={() => pick(n)}
                  />
                )
              );
            })}
          </ol>
          {quotes.length > 0 && <h2>{counted(quotes.length, 'quote')}</h2>}
          <ul className="quotes">
            {quotes.map((quote) => {
              const words = report.text.slice(...quote.content);
              const speaker = nameOf(quote.speaker) ?? (quote.speakerSpan ? report.text.slice(...quote.speakerSpan) : 'Unnamed speaker');
              return (
                <li key={quote.content.join()}>
                  <b>{speaker}</b>
                  {quote.via !== null && <span className="dim"> via {nameOf(quote.via) ?? quote.via}</span>}:{' '}
                  {quote.direct ? `“${words}”` : words}
                </li>
              );
            })}
          </ul>
          {notes.length > 0 && <h2>{counted(notes.length, 'note')}</h2>}
          <ul className="notes">
            {notes.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p className="dim small">
            Read by the codebook {reading.codebook}, Saidso {reading.software}.
            {appearances.length > 1 && (
              <>
                {' '}
                The same text was also seen at{' '}
                {appearances
                  .slice(1)
                  .map(({ source }) => source)
                  .join(', ')}
                .
              </>
            )}
          </p>
        </section>
      </div>
    </>
  );
}
