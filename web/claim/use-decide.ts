import { useRef, useState } from 'react';
import type { Asked, DecisionAnswer } from '../../src/index.ts';
import { decide } from '../api/decisions.ts';
import { say } from '../shell/notice.tsx';
import { texts } from '../texts.ts';

export interface Deciding {
  readonly busy: boolean;
  readonly error: Error | null;
  /** Keeps a decision, says so with a way back, and hands its answer on. False when it was refused. */
  readonly run: (asked: Asked, said: string, why?: string) => Promise<boolean>;
  readonly forget: () => void;
}

/** Decisions out of a view: `done` is called with each answer, also that of an undo. What is shown of the record is asked for again by itself. */
export function useDecide(done?: (answer: DecisionAnswer) => void, coder?: string): Deciding {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const latest = useRef(done);
  latest.current = done;
  const run = async (asked: Asked, said: string, why = ''): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      const answer = await decide(asked, { why, ...(coder === undefined ? {} : { coder }) });
      const undo = (): void => {
        void run({ kind: 'undo', decision: answer.decision.id }, texts.decisions.undone);
      };
      say(said, asked.kind === 'undo' ? undefined : { label: texts.decisions.undo, run: undo });
      latest.current?.(answer);
      return true;
    } catch (fault) {
      setError(fault instanceof Error ? fault : new Error(String(fault)));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, run, forget: () => setError(null) };
}
