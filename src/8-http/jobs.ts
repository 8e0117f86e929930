import { setImmediate as breathe } from 'node:timers/promises';
import { digest } from '../0-terms/content-id.ts';
import type { Page } from '../1-pages/page.ts';
import type { CodedReport } from '../5-claims/coded-report.ts';
import type { Reading, Store } from '../7-records/store.ts';
import { type Ingested, ingest, type Unreadable } from '../ingest.ts';
import type { Job, JobResult } from './answers.ts';

/** What a job reads, and what is cleared away after it. */
export interface Work {
  readonly kind: Job['kind'];
  /** How many pages, where that is known. */
  readonly total: number | null;
  readonly pages: (signal: AbortSignal) => AsyncIterable<Page | Unreadable> | Iterable<Page | Unreadable>;
  readonly end?: () => Promise<void>;
}

export interface JobNews {
  readonly kind: 'progress' | 'result' | 'end';
  readonly job: Job;
  readonly result: JobResult | null;
}

/** Jobs that are being done or were: one after the other, none lost from sight before it has ended. */
export interface Jobs {
  /** Null when too many are waiting. */
  start(work: Work): Job | null;
  list(): readonly Job[];
  get(id: string): Job | null;
  /** Ends a job after the page it is at; null when there is none of this id. */
  cancel(id: string): Job | null;
  /** Tells of everything that happens to a job until the returned function is called. */
  follow(id: string, hear: (news: JobNews) => void): () => void;
  readonly busy: () => boolean;
  /** Ends all, and waits until the temporary files are gone. */
  close(): Promise<void>;
}

export interface JobsRequest {
  readonly store: Store;
  readonly read: (page: Page) => CodedReport;
  readonly readAside: ((page: Page) => Promise<CodedReport | Unreadable>) | null;
  readonly reading: Reading;
  /** Called when a job has kept something; the job ends when it is done. */
  readonly settled: () => Promise<void>;
  readonly now: () => Date;
}

/** Jobs that wait or run at once, ended ones that are remembered, results that each keeps. */
export const MOST_JOBS = 8;
const REMEMBERED = 50;
const MOST_RESULTS = 500;

interface Running {
  job: Job;
  readonly work: Work;
  readonly ending: AbortController;
}

export function makeJobs({ store, read, readAside, reading, settled, now }: JobsRequest): Jobs {
  const all = new Map<string, Running>();
  const listeners = new Map<string, Set<(news: JobNews) => void>>();
  let queue = Promise.resolve();
  let started = 0;
  const open = (): Running[] => [...all.values()].filter(({ job }) => job.endedAt === null);

  const tell = (one: Running, kind: JobNews['kind'], change: Partial<Job>, result: JobResult | null = null): void => {
    one.job = { ...one.job, ...change };
    for (const hear of listeners.get(one.job.id) ?? []) hear({ kind, job: one.job, result });
  };
  const end = (one: Running, state: Job['state'], error: string | null = null): void =>
    tell(one, 'end', { state, error, now: null, endedAt: now().toISOString() });

  async function run(one: Running): Promise<void> {
    const { work, ending } = one;
    let fault: string | null = null;
    try {
      if (!ending.signal.aborted) await readAll(one);
    } catch (cause) {
      const said = cause instanceof Error && /^(?:Input|Store)Error$/.test(cause.name) ? cause.message : null;
      fault = said ?? 'Saidso failed at this; the fault is its own. What was read before is kept. Please report it.';
    }
    // What it leaves on disk is gone before anybody hears that it has ended.
    await work.end?.().catch(() => undefined);
    end(one, fault !== null ? 'failed' : ending.signal.aborted ? 'cancelled' : 'done', fault);
    forgetOld();
  }

  async function readAll(one: Running): Promise<void> {
    const { work, ending } = one;
    tell(one, 'progress', { state: 'running' });
    // What was read on another thread waits here until its page is kept.
    const aside = new Map<Page, CodedReport>();
    async function* pages(): AsyncGenerator<Page | Unreadable> {
      for await (const page of work.pages(ending.signal)) {
        tell(one, 'progress', { now: page.source });
        // So that whoever follows sees what is being read before it is done.
        await breathe();
        const found = readAside === null || 'error' in page ? page : await readAside(page);
        if ('error' in found) yield found;
        else {
          if (found !== page) aside.set(page as Page, found as CodedReport);
          yield page;
        }
      }
    }
    const readOnce = (page: Page): CodedReport => {
      const found = aside.get(page) ?? read(page);
      aside.delete(page);
      return found;
    };
    for await (const outcome of ingest({ pages: pages(), read: readOnce, keep: { store, reading } })) {
      note(one, outcome);
      // Between two pages the server answers whoever asks meanwhile.
      await breathe();
      if (ending.signal.aborted) break;
    }
    await settled();
  }

  function note(one: Running, told: Ingested | Unreadable): void {
    const { job } = one;
    const failed = 'error' in told;
    const outcome = failed ? 'failed' : (told.kept ?? 'unchanged');
    const claims = failed ? 0 : told.coded.claims.length;
    const result: JobResult = {
      n: job.done + 1,
      source: told.source,
      outcome,
      report: failed || outcome === 'forgotten' ? null : nameOf(told.coded),
      claims,
      error: failed ? told.error.message : outcome === 'forgotten' ? `${told.source}: a person had this removed; it was not kept` : null,
    };
    const fresh = outcome === 'added' || outcome === 'updated';
    tell(
      one,
      'result',
      {
        done: job.done + 1,
        added: job.added + (outcome === 'added' ? 1 : 0),
        updated: job.updated + (outcome === 'updated' ? 1 : 0),
        copies: job.copies + (outcome === 'copy' ? 1 : 0),
        unchanged: job.unchanged + (outcome === 'unchanged' ? 1 : 0),
        failed: job.failed + (failed || outcome === 'forgotten' ? 1 : 0),
        claims: job.claims + (fresh ? claims : 0),
        results: [...job.results, result].slice(-MOST_RESULTS),
      },
      result,
    );
  }

  function forgetOld(): void {
    const ended = [...all.values()].filter(({ job }) => job.endedAt !== null);
    for (const { job } of ended.slice(0, Math.max(0, ended.length - REMEMBERED))) all.delete(job.id);
  }

  return {
    start(work) {
      if (open().length >= MOST_JOBS) return null;
      started += 1;
      const startedAt = now().toISOString();
      const counts = { done: 0, added: 0, updated: 0, copies: 0, unchanged: 0, failed: 0, claims: 0 };
      const job: Job = {
        id: `j_${digest(`${started} ${startedAt}`).slice(0, 12)}`,
        kind: work.kind,
        state: 'waiting',
        ...counts,
        total: work.total,
        now: null,
        startedAt,
        endedAt: null,
        error: null,
        results: [],
      };
      const one: Running = { job, work, ending: new AbortController() };
      all.set(job.id, one);
      queue = queue.then(() => run(one));
      return job;
    },
    list: () => [...all.values()].map(({ job }) => job).reverse(),
    get: (id) => all.get(id)?.job ?? null,
    cancel(id) {
      const one = all.get(id);
      one?.ending.abort();
      return one?.job ?? null;
    },
    follow(id, hear) {
      const heard = listeners.get(id) ?? new Set();
      listeners.set(id, heard.add(hear));
      return () => {
        heard.delete(hear);
        if (heard.size === 0) listeners.delete(id);
      };
    },
    busy: () => open().length > 0,
    async close() {
      for (const { ending } of open()) ending.abort();
      await queue;
    },
  };
}

const nameOf = ({ id, title, publisher, published, url }: CodedReport): NonNullable<JobResult['report']> => ({
  id,
  title,
  publisher,
  published: published.date,
  url,
});
