import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ran } from './stand-in.ts';

// The whole program, as a process, over the models that come with it.
const home = join(import.meta.dirname, '..', '..');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saidso-bin-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Stop {
  /** Stop reading the output after this many bytes, as `head` does. */
  readonly closeAfter?: number;
}
function saidso(args: readonly string[], stdin: string | Uint8Array = '', stop: Stop = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', join(home, 'src/9-cli/bin.ts'), ...args], {
      cwd: home,
      env: { ...process.env, NO_COLOR: '1' },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8');
      if (stop.closeAfter !== undefined && out.length >= stop.closeAfter) child.stdout.destroy();
    });
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, out, err }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin);
  });
}

const REPORT =
  'Gunmen kill three farmers\n\nGunmen shot and killed three farmers in Maiduguri on Tuesday, police said. Soldiers later arrested two men.\n';

describe('the program', () => {
  it('reads standard input', async () => {
    const { code, out, err } = await saidso(['read', '--json', '--published', '2024-05-15', '-'], REPORT);
    expect([code, err]).toEqual([0, '']);
    const record = JSON.parse(out) as { report: { text: string }; claims: { trigger: [number, number] }[] };
    expect(record.report.text).toContain('three farmers');
    for (const { trigger } of record.claims) expect(record.report.text.slice(...trigger)).not.toBe('');
  }, 30_000);
  it('gives the same bytes twice', async () => {
    const [one, two] = await Promise.all([saidso(['read', '--json', '-'], REPORT), saidso(['read', '--json', '-'], REPORT)]);
    expect(one.out).toBe(two.out);
  }, 30_000);
  it.each<[string, string, string | Uint8Array, RegExp]>([
    ['an empty file', 'empty.txt', '', /is empty/],
    [
      'a picture',
      'picture.png',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]),
      /picture/,
    ],
    [
      'a consent wall',
      'wall.html',
      '<title>Before you continue</title><h1>We value your privacy</h1><p>We and our 213 partners use cookies. Manage your preferences.</p><button>Accept all</button><button>Reject all</button>',
      /consent/,
    ],
  ])(
    '%s: one line with its reason, exit code 1',
    async (_, name, content, says) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      const { code, out, err } = await saidso(['read', path]);
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(says);
      expect(err).toMatch(/^saidso: .*\n$/);
    },
    30_000,
  );
  it.each([
    ['http://127.0.0.1:9/report', /private network/],
    ['http://[::1]/report', /private network/],
    ['ftp://example.org/x', /only http and https/],
    ['no-such-file.txt', /no such file/],
  ])(
    '%s: one line with its reason, exit code 1',
    async (input, says) => {
      const { code, err } = await saidso(['read', input]);
      expect(code).toBe(1);
      expect(err).toMatch(says);
      expect(err).toMatch(/^saidso: .*\n$/);
    },
    30_000,
  );
  it('keeps a report in a language that it does not read, with a note', async () => {
    const path = join(folder, 'french.txt');
    writeFileSync(
      path,
      "Trois soldats tués près de Gao\n\nTrois soldats ont été tués mardi dans une embuscade près de Gao, selon un communiqué de l'armée. Les assaillants ont pris la fuite vers le nord après une heure de combats.\n",
    );
    const db = join(folder, 'french.db');
    expect(await saidso(['add', '--db', db, path])).toMatchObject({ code: 0, err: '' });
    const { out } = await saidso(['read', path]);
    expect(out).toContain('Not read for claims');
    expect(out).toMatch(/language \(fr\)/);
  }, 60_000);
  it('ends quietly when the reader of its output has seen enough', async () => {
    const { code, err } = await saidso(['read', '--json', 'examples', 'examples', 'examples'], '', { closeAfter: 1 });
    expect([code, err]).toEqual([0, '']);
  }, 60_000);
});
