import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { CodedReport } from '../../src/5-claims/coded-report.ts';
import { open } from '../../src/7-records/open.ts';
import { kit, numbers, tellingReport } from './make-war.ts';

/** `SAIDSO_KILLS=20` for the measure of the issue; fewer do for every day. */
const KILLS = Number(process.env['SAIDSO_KILLS'] ?? 2);
const REPORTS = 120;
const CHILD = fileURLToPath(new URL('merge-once.ts', import.meta.url));

/** Every event as it is kept, and what is still due. */
function contents(path: string): { events: unknown[]; due: number; check: unknown; homeless: number } {
  const db = new Database(path);
  const one = (sql: string): number => db.prepare(sql).pluck().get() as number;
  const found = {
    events: db.prepare('SELECT id, record FROM events ORDER BY id').all(),
    due: one('SELECT count(*) FROM merge_pending'),
    check: db.pragma('integrity_check', { simple: true }),
    homeless: one('SELECT count(*) FROM event_accounts WHERE event NOT IN (SELECT id FROM events)'),
  };
  db.close();
  return found;
}

it(
  'a merge that is killed loses nothing and leaves nothing half done',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'saidso-'));
    const [full, whole] = [join(folder, 'due.db'), join(folder, 'whole.db')];
    const next = numbers(11);
    const made: CodedReport[] = [];
    const store = open(full);
    for (let n = 0; n < REPORTS; n++) made.push(tellingReport(n, next, made));
    store.together(() => {
      for (const report of made) store.put(report, { codebook: 'test 1.0.0', software: '0.1.0' });
    });
    store.close();
    copyFileSync(full, whole);
    const undisturbed = open(whole);
    const started = performance.now();
    undisturbed.refreshEvents(kit);
    const takes = performance.now() - started;
    undisturbed.close();
    const expected = contents(whole);

    for (let kill = 0; kill < KILLS; kill++) {
      const path = join(folder, `${kill}.db`);
      copyFileSync(full, path);
      const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), CHILD, path], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(child, 'exit');
      await once(child.stdout, 'data');
      await wait((takes * (kill + 0.5)) / KILLS);
      child.kill('SIGKILL');
      await ended;
      const left = contents(path);
      expect([left.check, left.homeless]).toEqual(['ok', 0]);
      // Either a batch of reports is merged whole, or it is due whole.
      expect([0, REPORTS % 100, (REPORTS % 100) + 100, REPORTS]).toContain(left.due);
      const again = open(path);
      again.refreshEvents(kit);
      again.close();
      expect(contents(path)).toEqual(expected);
    }
    rmSync(folder, { recursive: true });
  },
  60_000 + KILLS * 60_000,
);
