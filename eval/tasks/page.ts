import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from '../../src/7-records/open.ts';
import { app } from '../../src/8-http/app.ts';
import { read } from '../../src/read.ts';
import { makeBigRecord } from '../big-record.ts';
import { builtPage } from '../page/built-page.ts';
import { executablePath } from '../page/chromium.ts';
import { measureFirstView } from '../page/first-view.ts';
import { theKit } from '../reading.ts';
import type { Task } from '../task.ts';

const REPORTS = 20_000;
const TIMES = 7;
/** How often the page is opened as for the first time. */
const ROUNDS = 5;

const FILTERS: readonly string[] = [
  '',
  'type=bombing',
  'family=violence&stage=occurred',
  'country=KE&country=CM',
  'source=Paper%2017&source=Paper%2018',
  'since=2020-01-01&until=2020-12-31',
  'bbox=-20,-10,60,40&killed=3',
  'q=police',
  'q=police&type=arrest&since=2019-01-01',
];
const VIEWS: Readonly<Record<string, string>> = {
  events: '/api/events?sort=-date&',
  'events, least sure': '/api/events?sort=confidence&',
  facets: '/api/facets?',
  map: '/api/map?',
  timeline: '/api/timeline?',
  network: '/api/network?',
};

export const task: Task = {
  name: 'page',
  about:
    'milliseconds in which the API answers filters over 20,000 reports and 10,000 events, and in which Chromium draws the first view (--to FILE keeps that record; --record FILE takes one)',
  open: null,
  async run({ options }) {
    const kit = await theKit();
    const folder = mkdtempSync(join(tmpdir(), 'saidso-page-'));
    const given = options?.['record'] ?? options?.['to'];
    const path = typeof given === 'string' ? given : join(folder, 'page.db');
    const known = existsSync(path);
    const store = open(path);
    try {
      const started = performance.now();
      if (!known)
        makeBigRecord(store, kit, REPORTS, (done) =>
          process.stderr.write(`\r${done.toLocaleString('en-GB')} of ${REPORTS.toLocaleString('en-GB')}`),
        );
      const filled = (performance.now() - started) / 1000;
      const server = app(store, {
        read: (page) => read(page, kit),
        readAside: null,
        reading: { codebook: kit.codebook.name, software: '0' },
        codebook: kit.codebook,
        refresh: () => void store.refreshEvents(kit),
        refreshSome: () => store.refreshSomeEvents(kit),
        fetchPages: () => [] as never,
        web: executablePath === undefined ? null : await builtPage(),
        who: '',
        abroad: null,
        now: () => new Date(),
      });
      const ask = async (address: string): Promise<number> => {
        const before = performance.now();
        const response = await server.request(`http://localhost${address}`);
        const { length } = await response.text();
        if (!response.ok || length === 0) throw new Error(`${address}: ${response.status}`);
        return performance.now() - before;
      };
      // The rows of the overview are made when they are first asked for.
      const first = await ask('/api/events');
      const medians: Record<string, number> = {};
      const lines: string[] = [];
      for (const [name, view] of Object.entries(VIEWS)) {
        const all: { filter: string; ms: number }[] = [];
        for (const filter of FILTERS) {
          const times: number[] = [];
          for (let time = 0; time < TIMES; time++) times.push(await ask(view + filter));
          all.push({ filter, ms: times.sort((a, b) => a - b)[Math.floor(TIMES / 2)] as number });
        }
        const slowest = all.reduce((worst, one) => (one.ms > worst.ms ? one : worst));
        medians[name] = Math.round(slowest.ms * 10) / 10;
        lines.push(
          `${name.padEnd(20)} ${all.map(({ ms }) => ms.toFixed(0).padStart(5)).join('')}   slowest ${slowest.ms.toFixed(1)} ms${slowest.filter === '' ? '' : ` (${slowest.filter})`}`,
        );
      }
      const { reports, claims } = store.counts();
      const one = store.overview.list({}, '-reports', { limit: 1 }).items[0];
      const others = {
        event: `/api/events/${one?.id}`,
        queue: '/api/reviews/queue?limit=20',
        changes: '/api/changes',
        health: '/api/health',
      };
      for (const [name, address] of Object.entries(others)) {
        const times: number[] = [];
        for (let time = 0; time < TIMES; time++) times.push(await ask(address));
        medians[name] = Math.round((times.sort((a, b) => a - b)[Math.floor(TIMES / 2)] as number) * 10) / 10;
        lines.push(`${name.padEnd(20)} ${medians[name]?.toFixed(1)} ms`);
      }
      const most = Math.max(...Object.keys(VIEWS).map((name) => medians[name] ?? 0));
      lines.unshift(
        `${reports.toLocaleString('en-GB')} reports, ${claims.toLocaleString('en-GB')} claims, ${store.overview.count().toLocaleString('en-GB')} events${known ? '' : `, made in ${filled.toFixed(0)} s`}; first answer ${first.toFixed(0)} ms; then the median of ${TIMES} in ms, a column a filter:`,
        ...FILTERS.map((filter, at) => `  ${at + 1}: ${filter === '' ? 'none' : filter}`),
      );
      lines.push(`slowest of all filters: ${most.toFixed(1)} ms`);
      const view = await measureFirstView(server.fetch, ROUNDS);
      if (view === null) lines.push('first view: not measured, for no Chromium is here');
      else {
        const parts = Object.entries(view.parts).sort(([, a], [, b]) => a - b);
        lines.push(
          `first view, nothing cached: ${view.ms} ms (median of ${ROUNDS}; ${parts.map(([part, ms]) => `${part} ${ms}`).join(', ')}); JavaScript ${Math.round(view.javascript / 1000)} kB compressed`,
          ...view.fetched.map(
            ({ path, bytes }) =>
              `  ${Math.round(bytes / 1000)
                .toLocaleString('en-GB')
                .padStart(6)} kB  ${path}`,
          ),
        );
      }
      await server.close();
      return {
        keys: { slowest: most, milliseconds: medians, ...(view === null ? {} : { firstView: view.ms, javascript: view.javascript }) },
        table: lines.join('\n'),
      };
    } finally {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
