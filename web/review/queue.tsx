import { Button } from '@mantine/core';
import { IconArrowRight, IconCheck, IconPencil, IconX } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ClaimView, ReviewQueue, Span } from '../../src/index.ts';
import { useRecordVersion } from '../api/changes.ts';
import { getClaim, getQueue } from '../api/decisions.ts';
import { useLoad } from '../api/use-load.ts';
import { ByPeople } from '../claim/by-people.tsx';
import { Passage } from '../claim/passage.tsx';
import { useDecide } from '../claim/use-decide.ts';
import { Values } from '../claim/values.tsx';
import { day, number, percent } from '../format.ts';
import { isTyped } from '../report/use-claim-keys.ts';
import { link } from '../route.ts';
import { Cover, isGraphic } from '../shell/cover.tsx';
import { Keys } from '../shell/keys.tsx';
import { Loading, Trouble } from '../shell/states.tsx';
import { texts } from '../texts.ts';

/** How many claims are fetched at a time. */
const BATCH = 40;

/** One claim at a time, the least sure first: one key accepts, rejects, corrects or skips. */
export function Queue({ coder }: { readonly coder: string | undefined }) {
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [ruled, setRuled] = useState<ReadonlySet<string>>(new Set());
  const [batch, setBatch] = useState(0);
  const loaded = useLoad(`queue ${coder ?? ''} ${batch}`, () => getQueue(coder, BATCH + skipped.size));
  // While the next batch comes, the counts of the last stay.
  const last = useRef<ReviewQueue | null>(null);
  const held = useRef<ClaimView | null>(null);
  if (loaded.state === 'done') last.current = loaded.value;
  if (loaded.state === 'failed') return <Trouble error={loaded.error} again={loaded.reload} />;
  if (last.current === null) return <Loading />;
  const { items, total: left } = last.current;
  const isLeft = ({ claim }: ClaimView): boolean => !ruled.has(claim.id) && !skipped.has(claim.id);
  const waiting = items.filter(isLeft);
  const fresh = items.filter(({ claim }) => ruled.has(claim.id)).length;
  // Others may rule or add less sure claims meanwhile: the one that is looked at stays until it is done with, so that no key meets another.
  const now = held.current !== null && isLeft(held.current) ? held.current : waiting[0];
  held.current = now ?? null;
  const next = (): void => {
    // The batch is used up: what was ruled on is kept by now, so the next one begins where this ends.
    if (waiting.length <= 1 && left - fresh > 1) setBatch((n) => n + 1);
  };
  return (
    <>
      <Progress done={ruled.size} left={Math.max(0, left - fresh)} />
      {now === undefined ? (
        loaded.state === 'loading' ? (
          <Loading />
        ) : (
          <Done skipped={skipped.size} onAgain={() => setSkipped(new Set())} />
        )
      ) : (
        <Item
          key={now.claim.id}
          view={now}
          coder={coder}
          onRuled={() => {
            setRuled((set) => new Set(set).add(now.claim.id));
            next();
          }}
          onUnruled={(id) => {
            // What was taken back is looked at again.
            held.current = now;
            setRuled((set) => new Set([...set].filter((one) => one !== id)));
          }}
          onSkip={() => {
            setSkipped((set) => new Set(set).add(now.claim.id));
            next();
          }}
        />
      )}
    </>
  );
}

const Progress = ({ done, left }: { readonly done: number; readonly left: number }) => (
  <div className="review-progress">
    <progress className="bar" aria-label={texts.review.progress} max={Math.max(1, done + left)} value={done} />
    <span className="dim small" role="status">
      {texts.review.count(number(done), number(left))}
    </span>
  </div>
);

const Done = ({ skipped, onAgain }: { readonly skipped: number; readonly onAgain: () => void }) => (
  <section className="empty">
    <h2>{texts.review.done}</h2>
    {skipped > 0 && (
      <Button variant="default" onClick={onAgain}>
        {texts.review.skippedAgain(skipped)}
      </Button>
    )}
    <p>
      <a href="#/events">{texts.review.toEvents}</a>
    </p>
  </section>
);

interface ItemProps {
  readonly view: ClaimView;
  readonly coder: string | undefined;
  readonly onRuled: () => void;
  readonly onUnruled: (claim: string) => void;
  readonly onSkip: () => void;
}

function Item({ view: given, coder, onRuled, onUnruled, onSkip }: ItemProps) {
  const [view, setView] = useState(given);
  const [editing, setEditing] = useState<string | null>(null);
  const [help, setHelp] = useState(false);
  const [words, setWords] = useState<Span | null>(null);
  const { claim, report, statement } = view;
  const deciding = useDecide(({ decision }) => {
    const { ruling } = decision;
    if (ruling.kind === 'accept' || ruling.kind === 'reject') onRuled();
    else if (ruling.kind === 'undo') onUnruled(claim.id);
  }, coder);
  const version = useRecordVersion();
  const first = useRef(version);
  useEffect(() => {
    // In blind coding the claim is not asked for again, for the answer would tell what others said.
    if (coder !== undefined || first.current === version) return;
    let current = true;
    void getClaim(claim.id).then(
      (answer) => current && setView(answer),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [version, coder, claim.id]);
  const accept = (): void => void deciding.run({ kind: 'accept', id: claim.id }, texts.decisions.accepted);
  const reject = (): void => void deciding.run({ kind: 'reject', id: claim.id }, texts.decisions.rejected);
  const keys = useRef<Readonly<Record<string, () => void>>>({});
  const busy = useRef(deciding.busy);
  busy.current = deciding.busy;
  keys.current = {
    a: accept,
    r: reject,
    s: onSkip,
    e: () => setEditing('type'),
    '?': () => setHelp(true),
  };
  // Before the claim is drawn: a key pressed at once must not fall between two claims.
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const run = keys.current[event.key];
      if (run === undefined || isTyped(event) || event.repeat || busy.current) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
  return (
    <Cover graphic={isGraphic([claim])}>
      <article className="item" aria-label={statement.line} data-claim-id={claim.id}>
        <div className="item-words">
          <h2>
            {statement.head}
            <span className="rest">{statement.rest}</span>
          </h2>
          <p className="dim small">
            <a href={link(['reports', report.id], { claim: claim.id })}>{report.title ?? report.id}</a>
            {' · '}
            {[report.publisher, report.published === null ? null : day(report.published), texts.review.sure(percent(claim.confidence))]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {view.human.verdict !== null && (
            <p role="status">
              <ByPeople>{texts.review.meanwhile(texts.verdicts[view.human.verdict])}</ByPeople>
            </p>
          )}
          <Passage view={view} lit={words} />
          {deciding.error && editing === null && <Trouble error={deciding.error} />}
          <div className="acts big">
            <Button leftSection={<IconCheck size={18} aria-hidden />} disabled={deciding.busy} onClick={accept}>
              {texts.decisions.accept} <kbd>a</kbd>
            </Button>
            <Button variant="default" leftSection={<IconX size={18} aria-hidden />} disabled={deciding.busy} onClick={reject}>
              {texts.decisions.reject} <kbd>r</kbd>
            </Button>
            <Button variant="default" leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setEditing('type')}>
              {texts.review.correct} <kbd>e</kbd>
            </Button>
            <Button variant="default" leftSection={<IconArrowRight size={18} aria-hidden />} onClick={onSkip}>
              {texts.review.skip} <kbd>s</kbd>
            </Button>
            <Keys open={help} onOpen={setHelp} keys={texts.keys.review} />
          </div>
        </div>
        <Values view={view} deciding={deciding} editing={editing} onEdit={setEditing} onPoint={setWords} />
      </article>
    </Cover>
  );
}
