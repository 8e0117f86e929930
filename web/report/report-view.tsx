import './report.css';
import { useState } from 'react';
import type { ReportView as View } from '../../src/index.ts';
import { counted, day } from '../format.ts';
import { texts } from '../texts.ts';
import { Article, Legend } from './article.tsx';
import { ClaimCard } from './claim-card.tsx';

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
        <h1>{report.title ?? texts.report.untitled}</h1>
        <p className="dim">
          {[
            report.publisher,
            report.published.date ? day(report.published.date) : texts.report.noDate,
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
                {texts.report.original}
              </a>
            </>
          )}
        </p>
        <p className="origins">
          {report.origins.length === 0 ? (
            <span className="dim">{texts.report.noOrigin}</span>
          ) : (
            <>
              {texts.report.comesFrom}{' '}
              {report.origins.map(({ name, relation }) => (
                <span key={`${relation} ${name}`} className="origin">
                  {name} <span className="dim">({texts.report.relations[relation]})</span>
                </span>
              ))}
            </>
          )}
        </p>
      </header>
      <div className="two">
        <section aria-label={texts.report.article}>
          {claims.length > 0 && <Legend />}
          <Article record={record} active={active} onPick={pick} />
        </section>
        <section aria-label={texts.report.beside} className="beside">
          <h2>{claims.length === 0 ? texts.report.noClaims : counted(claims.length, 'claim')}</h2>
          {claims.length === 0 && (
            <p className="dim">
              {notes.some(({ code }) => code === 'language-not-read') ? texts.report.notRead : texts.report.nothingFound}
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
              const speaker = nameOf(quote.speaker) ?? (quote.speakerSpan ? report.text.slice(...quote.speakerSpan) : texts.report.unnamed);
              return (
                <li key={quote.content.join()}>
                  <b>{speaker}</b>
                  {quote.via !== null && (
                    <span className="dim">
                      {' '}
                      {texts.report.via} {nameOf(quote.via) ?? quote.via}
                    </span>
                  )}
                  : {quote.direct ? `“${words}”` : words}
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
            {texts.report.readBy(reading.codebook, reading.software)}
            {appearances.length > 1 && (
              <>
                {' '}
                {texts.report.alsoSeen}{' '}
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
