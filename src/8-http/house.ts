import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Store } from '../7-records/store.ts';
import type { AppOptions } from './app-options.ts';
import type { Freshness } from './freshness.ts';
import type { Jobs } from './jobs.ts';

/** What every group of routes is given. */
export interface House {
  readonly api: OpenAPIHono;
  readonly store: Store;
  readonly options: AppOptions;
  readonly jobs: Jobs;
  readonly fresh: Freshness;
}
