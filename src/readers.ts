import { Worker } from 'node:worker_threads';
import { InputError } from './0-terms/errors.ts';
import type { Page } from './1-pages/page.ts';
import type { CodedReport } from './5-claims/coded-report.ts';
import { ownFault, type Unreadable } from './read-safely.ts';

/** Threads that read pages side by side. */
export interface Readers {
  /** How many pages are worth handing over before the first comes back: enough that no thread waits. */
  readonly width: number;
  /** Reads a page on the next free thread. The report comes without what only the reading needed: sentences, times, counts. Never rejects. */
  read(page: Page): Promise<CodedReport | Unreadable>;
  close(): Promise<void>;
}

/** To a thread: a page and its number. */
export interface Task {
  readonly n: number;
  readonly page: Page;
}
/** Back from it. */
export type Answer = { readonly n: number; readonly coded: CodedReport } | { readonly n: number; readonly fault: string };

interface Waiting extends Task {
  readonly done: (found: CodedReport | Unreadable) => void;
}

/** Tasks that a thread holds at a time, so that it has the next one when it answers. */
const AT_HAND = 2;

/** The program runs compiled, or from source through tsx, which a thread has to ask for by itself. */
function thread(): URL {
  if (!import.meta.url.endsWith('.ts')) return new URL('./reader-thread.js', import.meta.url);
  const source = new URL('./reader-thread.ts', import.meta.url);
  const module = `import { register } from '${import.meta.resolve('tsx/esm/api')}'; register(); await import('${source}');`;
  return new URL(`data:text/javascript,${encodeURIComponent(module)}`);
}

/** Starts `jobs` threads; each loads the models by itself (about a second). `codebook`: a folder in place of the bundled one. */
export function startReaders(jobs: number, codebook: string | null = null): Readers {
  const queue: Waiting[] = [];
  const threads = new Map<Worker, Map<number, Waiting>>();
  let next = 0;
  let closing = false;

  const feed = (): void => {
    for (let room = true; room && queue.length > 0; ) {
      room = false;
      for (const [worker, held] of threads) {
        const task = held.size < AT_HAND ? queue.shift() : undefined;
        if (task === undefined) continue;
        held.set(task.n, task);
        worker.postMessage({ n: task.n, page: task.page } satisfies Task);
        room = true;
      }
    }
  };
  const start = (): void => {
    const worker = new Worker(thread(), { workerData: { codebook } });
    const held = new Map<number, Waiting>();
    threads.set(worker, held);
    worker.on('message', (answer: Answer) => {
      const task = held.get(answer.n);
      held.delete(answer.n);
      task?.done('coded' in answer ? answer.coded : { source: task.page.source, error: new InputError(answer.fault) });
      feed();
    });
    // A thread that dies (a page that takes all memory) costs the page that it was at; another takes its place and its next page.
    worker.on('error', (cause) => {
      threads.delete(worker);
      const [at, ...rest] = held.values();
      at?.done(ownFault(at.page.source, cause));
      queue.unshift(...rest);
      if (closing) return;
      // One that dies without a page at hand would do so again.
      if (at === undefined && threads.size === 0) for (const task of queue.splice(0)) task.done(ownFault(task.page.source, cause));
      else if (at !== undefined) start();
      feed();
    });
  };
  for (let n = 0; n < jobs; n++) start();

  return {
    width: 2 * AT_HAND * jobs,
    read: ({ capture: _, ...page }) =>
      new Promise((done) => {
        queue.push({ n: next++, page, done });
        feed();
      }),
    async close() {
      closing = true;
      await Promise.all([...threads.keys()].map((worker) => worker.terminate()));
    },
  };
}
