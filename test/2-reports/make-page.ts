import { readFileSync } from 'node:fs';
import type { Page } from '../../src/1-pages/page.ts';
import { extract } from '../../src/2-reports/extract.ts';
import { outletsFromText } from '../../src/2-reports/outlets.ts';
import type { Report } from '../../src/2-reports/report.ts';
import type { ReportKit } from '../../src/2-reports/report-kit.ts';

export const kit: ReportKit = { outlets: outletsFromText(readFileSync(new URL('../../data/actors/outlets.tsv', import.meta.url), 'utf8')) };

export const page = (text: string, more: Partial<Page> = {}): Page => ({
  source: 'test',
  url: null,
  mediaType: /^\s*<(?:!|html|p|div)/.test(text) ? 'text/html' : 'text/plain',
  text,
  notes: [],
  ...more,
});

export const reportOf = (text: string, more: Partial<Page> = {}): Report => extract(page(text, more), kit);
