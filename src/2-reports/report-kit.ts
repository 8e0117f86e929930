import type { Outlets } from './outlets.ts';

/** What floor 2 must be told: the news outlets and agencies that reports name (`outletsFromText` over `data/actors/outlets.tsv`). */
export interface ReportKit {
  readonly outlets: Outlets;
}
