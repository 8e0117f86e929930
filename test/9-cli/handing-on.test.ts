import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFullReport } from '../make.ts';
import { run, type World } from './stand-in.ts';

let folder: string;
let db: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saidso-'));
  db = join(folder, 'a.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const report = makeFullReport();
const world: World = { pages: { 'a.txt': report } };
const add = () => run(['add', 'a.txt', '--db', db], world);
const at = (name: string): string => join(folder, name);

describe('saidso export', () => {
  it('writes to standard output, and says on standard error what it left out', async () => {
    await add();
    const { code, out, err } = await run(['export', 'acled-csv', '--db', db]);
    expect(code).toBe(0);
    expect(out).toMatch(/^event_id_cnty,event_date,/);
    expect(err).toBe('Left out of acled-csv: 1 not carried out.\n');
  });
  it('writes a file with the filters of events', async () => {
    await add();
    expect((await run(['export', 'csv', '--type', 'bombing', '--to', at('b.csv'), '--db', db])).out).toBe('');
    const rows = readFileSync(at('b.csv'), 'utf8').trim().split('\r\n');
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain(',bombing,');
  });
  it.each([
    [['export', 'xml'], 2, /invalid for argument/],
    [['export', 'jsonl', '--coarsen', 'country'], 1, /name places/],
    [['export', 'csv', '--report', 'r_none'], 1, /no report/],
    [['export', 'csv', '--to', 'none/there/x.csv'], 1, /folder is not there/],
    [['import', 'none.jsonl'], 1, /cannot be read/],
    [['restore', 'none.db'], 1, /is not there/],
    [['forget', 'r_none'], 1, /no report/],
    [['changes', '--since', 'yesterday'], 1, /neither a time/],
  ])('%j is refused in one line', async (words, expected, says) => {
    await add();
    const { code, err } = await run([...words, '--db', db]);
    expect([code, err.trim().includes('\n')]).toEqual([expected, false]);
    expect(err).toMatch(says);
  });
});

describe('saidso import', () => {
  it('takes everything back, to the byte', async () => {
    await add();
    await run(['decide', 'accept', report.claims[2]?.id ?? '', '--by', 'Ada', '--db', db]);
    await run(['export', 'jsonl', '--to', at('all.jsonl'), '--db', db]);
    expect((await run(['import', at('all.jsonl'), '--db', at('b.db')])).out).toMatch(/^1 report, 1 decision, 0 captures/);
    await run(['export', 'jsonl', '--to', at('again.jsonl'), '--db', at('b.db')]);
    expect(readFileSync(at('again.jsonl'), 'utf8')).toBe(readFileSync(at('all.jsonl'), 'utf8'));
    const { code, err } = await run(['import', at('all.jsonl'), '--db', db]);
    expect([code, err]).toEqual([1, 'saidso: there are reports in this database already; name a new one with --db\n']);
  });
});

describe('saidso forget', () => {
  it('removes a report, which comes back only with --again', async () => {
    await add();
    const { out, err } = await run(['forget', report.id, '--why', 'asked', '--db', db]);
    expect(out).toBe(`${report.id} is forgotten: its text, 0 captures, 3 claims and 0 decisions; 3 events made anew\n`);
    expect(err).toContain('Copies that were made before still hold it');
    expect((await run(['events', '--json', '--db', db])).out).toBe('');
    expect((await add()).out).toContain('1 report forgotten before');
    expect((await run(['add', 'a.txt', '--again', '--db', db], world)).out).toContain('1 report added');
  });
});

describe('saidso backup and restore', () => {
  it('copy the record and put it back', async () => {
    await add();
    expect((await run(['backup', at('copy.db'), '--db', db])).out).toMatch(/^1 report, .* SHA-256 [0-9a-f]{64} — /);
    expect((await run(['backup', at('copy.db'), '--db', db])).err).toContain('replace it with --force');
    await run(['forget', report.id, '--db', db]);
    expect((await run(['restore', at('copy.db'), '--db', db])).code).toBe(1);
    expect((await run(['restore', at('copy.db'), '--force', '--db', db])).out).toMatch(/^1 report/);
    expect((await run(['reports', '--json', '--db', db])).out).toContain(report.id);
    expect(existsSync(at('copy.db'))).toBe(true);
  });
});

describe('saidso changes', () => {
  it('goes on where it ended', async () => {
    await add();
    const { out, err } = await run(['changes', '--json', '--db', db]);
    const all = out.trim().split('\n').map((line) => JSON.parse(line) as { n: number; kind: string }); // biome-ignore format: one line
    expect(all.map(({ kind }) => kind).sort()).toEqual(['event-added', 'event-added', 'event-added', 'report-added']);
    expect(err).toBe(`4 changes; go on with --since ${all.at(-1)?.n}\n`);
    expect((await run(['changes', '--since', String(all.at(-1)?.n), '--db', db])).out).toBe('');
    expect((await run(['changes', '--limit', '2', '--db', db])).out.trim().split('\n')).toHaveLength(2);
  });
});

describe('saidso decide', () => {
  it('codes twice, lists where coders differ, and ends it with a ruling', async () => {
    await add();
    const id = report.claims[0]?.id ?? '';
    await run(['decide', 'accept', id, '--coder', 'Ada', '--db', db]);
    await run(['decide', 'reject', id, '--coder', 'Ben', '--why', 'a film', '--db', db]);
    expect((await run(['decide', 'differences', '--db', db])).out).toMatch(
      /\(arrest\) verdict: Ada: accept, against Ben: reject \(a film\)\n$/,
    );
    expect((await run(['decide', 'list', '--coder', 'Ben', '--db', db])).out).toMatch(
      /reject, by Ben as coder, .*: a film \(does not hold\)\n$/,
    );
    expect((await run(['decide', 'agreement', '--db', db])).out).toMatch(/^verdict +0\.000 +1 claim, Ada, Ben\n/);
    await run(['decide', 'reject', id, '--by', 'Cleo', '--db', db]);
    expect((await run(['decide', 'differences', '--db', db])).out).toBe('');
    expect((await run(['events', '--type', 'arrest', '--json', '--db', db])).out).toBe('');
  });
  it('splits an event', async () => {
    await add();
    const [a, b] = report.claims.map(({ id }) => id);
    await run(['decide', 'same', a ?? '', b ?? '', '--db', db]);
    const lines = (await run(['events', '--json', '--db', db])).out.trim().split('\n');
    const joined = lines.map((line) => JSON.parse(line) as { id: string; claims: unknown[] }).find(({ claims }) => claims.length === 2);
    expect((await run(['decide', 'split', joined?.id ?? '', b ?? '', '--why', 'two acts', '--db', db])).out).toMatch(/^d_\w{8} split, by /);
    expect((await run(['events', '--json', '--db', db])).out.trim().split('\n')).toHaveLength(3);
  });
});
