import { readFileSync } from 'node:fs';
import { outletsFromText } from '../src/2-reports/outlets.ts';
import type { ReportKit } from '../src/2-reports/report-kit.ts';

/** What floor 2 needs and no more: its measurements load in a moment and no model can disturb them. */
export const reportKit = (): ReportKit => ({
  outlets: outletsFromText(readFileSync(new URL('../data/actors/outlets.tsv', import.meta.url), 'utf8')),
});
