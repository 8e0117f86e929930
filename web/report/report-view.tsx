import './report.css';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Span, ReportView as View } from '../../src/index.ts';
import { useDecide } from '../claim/use-decide.ts';
import { counted } from '../format.ts';
import { changeQuery } from '../route.ts';
import { Cover, isGraphic } from '../shell/cover.tsx';
import { Keys } from '../shell/keys.tsx';
import { texts } from '../texts.ts';
import { Article, Legend } from './article.tsx';
import { ClaimCard } from './claim-card.tsx';
import { ClaimDetail } from './claim-detail.tsx';
import type { Lit } from './marks.ts';
import { ReportHead } from './report-head.tsx';
import { SaidAndNoted } from './said-and-noted.tsx';
import { useClaimKeys } from './use-claim-keys.ts';

interface ReportViewProps {
  readonly view: View;
  /** Id of the claim that is open, and the kinds of marks that are switched off: both stand in the address. */
  readonly start: string | null;
  readonly hidden: readonly string[];
}

/** A report with its claims: the words on the left, what they claim on the right, one marking the other. */
export function ReportView({ view, start, hidden }: ReportViewProps) {
  const { record, statements } = view;
  const { report, claims, notes } = record;
  const found = claims.findIndex(({ id }) => id === start);
  const open = found < 0 ? null : found;
  const [pointed, setPointed] = useState<number | null>(null);
  const [words, setWords] = useState<Span | null>(null);
  const [under, setUnder] = useState<{ readonly span: Span; readonly claims: readonly number[] } | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [help, setHelp] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const deciding = useDecide();
  const lit = useMemo((): Lit => ({ claim: pointed ?? open, span: words }), [pointed, open, words]);

  const show = useCallback(
    (n: number | null): void => {
      setEditing(null);
      deciding.forget();
      changeQuery({ claim: n === null ? null : claims[n]?.id });
    },
    [claims, deciding.forget],
  );
  const latestOpen = useRef(open);
  latestOpen.current = open;
  const pick = useCallback((n: number): void => show(latestOpen.current === n ? null : n), [show]);
  const fromText = useCallback(
    (n: number): void => {
      show(n);
      list.current?.querySelector<HTMLElement>(`[data-claim="${n}"]`)?.focus({ preventScroll: true });
    },
    [show],
  );
  const focusOn = (n: number): void => list.current?.querySelector<HTMLElement>(`[data-claim="${n}"]`)?.focus();
  useClaimKeys({
    count: claims.length,
    open,
    onMove: focusOn,
    onOpen: pick,
    onClose: () => show(null),
    onKey: (key) => {
      const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['claim'] : undefined;
      const at = focused !== undefined ? Number(focused) : open;
      const claim = at === null ? undefined : claims[at];
      if (key === '?') setHelp(true);
      else if (claim === undefined || at === null) return;
      else if (key === 'e') {
        if (open !== at) changeQuery({ claim: claim.id });
        setEditing('type');
      } else if (key === 'a') void deciding.run({ kind: 'accept', id: claim.id }, texts.decisions.accepted);
      else void deciding.run({ kind: 'reject', id: claim.id }, texts.decisions.rejected);
    },
  });
  const toggle = (kind: string): void => {
    const next = hidden.includes(kind) ? hidden.filter((one) => one !== kind) : [...hidden, kind];
    changeQuery({ hide: next.join('.') });
  };
  return (
    <>
      <ReportHead view={view} />
      <Cover graphic={isGraphic(claims)} key={report.id}>
        <div className="two">
          <section aria-label={texts.report.article}>
            {claims.length > 0 && <Legend hidden={hidden} onToggle={toggle} />}
            <Article record={record} lit={lit} hidden={hidden} onPick={fromText} onPoint={setUnder} />
          </section>
          <section aria-label={texts.report.beside} className="beside">
            <div className="beside-head">
              <h2>{claims.length === 0 ? texts.report.noClaims : counted(claims.length, 'claim')}</h2>
              {claims.length > 0 && <Keys open={help} onOpen={setHelp} keys={texts.keys.report} />}
            </div>
            {claims.length === 0 && (
              <p className="dim">
                {notes.some(({ code }) => code === 'language-not-read') ? texts.report.notRead : texts.report.nothingFound}
              </p>
            )}
            <ol className="claims" ref={list}>
              {claims.map((claim, n) => {
                const said = statements[n];
                return (
                  said && (
                    <ClaimCard
                      key={claim.id}
                      n={n}
                      claim={claim}
                      said={said}
                      human={view.human[claim.id]}
                      open={open === n}
                      touched={under?.claims.includes(n) ?? false}
                      onPoint={setPointed}
                      onPick={pick}
                    >
                      {open === n && (
                        <ClaimDetail
                          claim={claim}
                          record={record}
                          deciding={deciding}
                          editing={editing}
                          onEdit={setEditing}
                          onPoint={setWords}
                          pointed={under?.span ?? null}
                          lit={words}
                        />
                      )}
                    </ClaimCard>
                  )
                );
              })}
            </ol>
            <SaidAndNoted view={view} onPoint={setWords} />
          </section>
        </div>
      </Cover>
    </>
  );
}
