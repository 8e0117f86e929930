import type { Task } from '../task.ts';

/** Every measurement that the door knows: one line a task. A task is loaded when it is asked for. */
export const TASKS: Readonly<Record<string, () => Promise<{ readonly task: Task }>>> = {
  gold: () => import('./gold.ts'),
  syntax: () => import('./syntax.ts'),
  names: () => import('./names.ts'),
  coreference: () => import('./coreference.ts'),
  actors: () => import('./actors.ts'),
  times: () => import('./times.ts'),
  counts: () => import('./counts.ts'),
  places: () => import('./places.ts'),
  quotes: () => import('./quotes.ts'),
  pages: () => import('./pages.ts'),
  published: () => import('./published.ts'),
  origins: () => import('./origins.ts'),
  muc4: () => import('./muc4.ts'),
  plover: () => import('./plover.ts'),
  events: () => import('./events.ts'),
  stage: () => import('./stage.ts'),
  quiet: () => import('./quiet.ts'),
  copies: () => import('./copies.ts'),
  stories: () => import('./stories.ts'),
  speed: () => import('./speed.ts'),
  growth: () => import('./growth.ts'),
  crash: () => import('./crash.ts'),
  page: () => import('./page.ts'),
  floors: () => import('./floors.ts'),
};
