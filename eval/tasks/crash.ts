import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { open } from '../../src/7-records/open.ts';
import type { Task } from '../task.ts';

const PROGRAM = new URL('../../src/9-cli/bin.ts', import.meta.url).pathname;

/** How a run that was killed again and again ended. */
interface Outcome {
  readonly kills: number;
  /** How many of them hit a run that had begun to keep reports and had not ended. */
  readonly midway: number;
  readonly lost: number;
  readonly doubled: number;
  /** Captures that do not match their proof. */
  readonly mismatches: number;
}

export const task: Task = {
  name: 'crash',
  about: 'kill -9 at random moments of add and of watch, then a run to the end: what is lost or doubled. --times N, --reports N',
  open: null,
  async run({ options }) {
    const times = Number(options?.['times'] ?? 20);
    const reports = Number(options?.['reports'] ?? 400);
    const folder = mkdtempSync(join(tmpdir(), 'saidso-crash-'));
    try {
      const added = await crashAdd(join(folder, 'add'), reports, times);
      const watched = await crashWatch(join(folder, 'watch'), Math.ceil(reports / 4), times);
      const row = (name: string, { kills, midway, lost, doubled, mismatches }: Outcome): string =>
        `${name.padEnd(6)} killed ${kills} times, ${midway} of them in the middle of keeping: lost ${lost}, doubled ${doubled}, captures that do not match ${mismatches}`;
      const bad = [added, watched].reduce((sum, one) => sum + one.lost + one.doubled + one.mismatches, 0);
      return { keys: { bad, add: added, watch: watched }, table: [row('add', added), row('watch', watched)].join('\n'), failed: bad > 0 };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const textOf = (n: number): string =>
  `Gunmen shot and killed ${(n % 7) + 2} farmers in the village of Example ${n} on Tuesday, police said. Soldiers later arrested a man near road ${n}.\n`;

async function crashAdd(folder: string, reports: number, times: number): Promise<Outcome> {
  mkdirSync(join(folder, 'reports'), { recursive: true });
  for (let n = 0; n < reports; n += 1) writeFileSync(join(folder, 'reports', `${n}.txt`), textOf(n));
  const args = (db: string): string[] => ['add', '--quiet', '--db', db, join(folder, 'reports')];
  return killed(folder, args, times, reports);
}

async function crashWatch(folder: string, reports: number, times: number): Promise<Outcome> {
  mkdirSync(folder, { recursive: true });
  const web = createServer((request, response) => {
    const base = `http://${request.headers.host}`;
    const n = /^\/(\d+)$/.exec(request.url ?? '')?.[1];
    if (n !== undefined) response.writeHead(200, { 'content-type': 'text/html' }).end(`<article><p>${textOf(Number(n))}</p></article>`);
    else if (request.url === '/feed')
      response.end(
        `<rss><channel>${Array.from({ length: reports }, (_, item) => `<item><link>${base}/${item}</link></item>`).join('')}</channel></rss>`,
      );
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => web.listen(0, '127.0.0.1', done));
  try {
    const feed = `http://127.0.0.1:${(web.address() as AddressInfo).port}/feed`;
    const args = (db: string): string[] => ['watch', '--once', '--quiet', '--allow-private', '--delay', '0', '--db', db, feed];
    return await killed(folder, args, times, reports);
  } finally {
    closed(web);
  }
}

const closed = (web: Server): void => {
  web.closeAllConnections();
  web.close();
};

/**
 * Runs once undisturbed to learn how long it takes; then into new databases, killed each time at a moment drawn from that time, until there
 * were enough kills; each database is run to its end after at most four of them and looked at.
 */
async function killed(folder: string, args: (db: string) => string[], times: number, expected: number): Promise<Outcome> {
  const start = performance.now();
  await ended(started(args(join(folder, 'whole.db'))));
  const whole = performance.now() - start;
  const sum = { kills: 0, midway: 0, lost: 0, doubled: 0, mismatches: 0 };
  for (let round = 0; sum.kills < times; round += 1) {
    const db = join(folder, `${round}.db`);
    for (let turn = 0; turn < 4 && sum.kills < times; turn += 1) {
      const child = started(args(db));
      // Later moments are likelier: the beginning of a run is spent on loading models.
      await Promise.race([sleep(Math.sqrt(Math.random()) * whole), ended(child).catch(() => undefined)]);
      if (child.exitCode !== null) break;
      child.kill('SIGKILL');
      await ended(child).catch(() => undefined);
      sum.kills += 1;
      const { reports } = counted(db);
      if (reports > 0 && reports < expected) sum.midway += 1;
    }
    await ended(started(args(db)));
    const found = counted(db);
    sum.lost += Math.max(0, expected - found.reports) + Math.max(0, expected - found.captures);
    sum.doubled += Math.max(0, found.reports - expected) + Math.max(0, found.captures - expected);
    sum.mismatches += found.mismatches;
  }
  return sum;
}

const started = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', PROGRAM, ...args], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env } });

async function ended(child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  if (child.exitCode === null && child.signalCode === null) await new Promise((done) => child.once('close', done));
  if (child.exitCode !== 0 && child.signalCode === null)
    throw new Error(`the program ended with ${child.exitCode}: ${said.trim().slice(0, 300)}`);
}

/** What a database holds: reports, captures, and what does not match its proof. */
function counted(path: string): { readonly reports: number; readonly captures: number; readonly mismatches: number } {
  const store = open(path);
  try {
    const { captures, mismatches } = store.verify();
    return { reports: store.counts().reports, captures, mismatches: mismatches.length };
  } finally {
    store.close();
  }
}
