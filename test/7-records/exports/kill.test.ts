import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/source-files.ts';
import { InputError } from '../../../src/0-terms/errors.ts';
import { writeWhole } from '../../../src/7-records/exports/write-whole.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saidso-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A run that writes a file over and over, each time with one letter in all of it, until it is killed. */
const endless = (file: string): string => `
  import { writeWhole } from ${JSON.stringify(join(ROOT, 'src/7-records/exports/write-whole.ts'))};
  const letters = 'abcdefgh';
  for (let n = 0; ; n++) {
    const pieces = (function* () { for (let m = 0; m < 300; m++) yield letters[n % 8].repeat(10000); })();
    writeWhole(${JSON.stringify(file)}, pieces);
    if (n === 0) console.log('begun');
  }`;

describe('a file that is written whole', () => {
  it('is the old one or the new one when the run is killed in the middle', { timeout: 60_000 }, async () => {
    const file = join(folder, 'out.csv');
    const script = join(folder, 'endless.mts');
    writeFileSync(script, endless(file));
    for (let times = 0; times < 4; times++) {
      const child = spawn(process.execPath, ['--import', 'tsx', script], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
      await new Promise((begun) => child.stdout.once('data', begun));
      await new Promise((later) => setTimeout(later, 7 + 11 * times));
      const ended = new Promise((end) => child.once('exit', end));
      child.kill('SIGKILL');
      await ended;
      const text = readFileSync(file, 'utf8');
      expect(text.length).toBe(3_000_000);
      expect(text).toBe((text[0] ?? '').repeat(3_000_000));
    }
  });

  it('clears away the drafts that killed runs left, and no others', () => {
    const file = join(folder, 'drafts.csv');
    const [dead, alive, other] = ['drafts.csv.999999999.part', `drafts.csv.${process.ppid}.part`, 'drafts.csv.backup.part'].map((name) =>
      join(folder, name),
    );
    for (const at of [dead, alive, other]) writeFileSync(at ?? '', 'half');
    writeWhole(file, ['whole']);
    expect([dead, alive, other].map((at) => existsSync(at ?? ''))).toEqual([false, true, true]);
  });

  it('is left as it was when what is written fails, with nothing beside it', () => {
    const file = join(folder, 'kept.csv');
    writeFileSync(file, 'old');
    const failing = (function* (): Iterable<string> {
      yield 'new'.repeat(100_000);
      throw new Error('the disk is gone');
    })();
    expect(() => writeWhole(file, failing)).toThrow('the disk is gone');
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(folder).filter((name) => name.startsWith('kept'))).toEqual(['kept.csv']);
  });

  it.each(['', 'none/x.csv', 'out.csv/x.csv'])('says in one line that it cannot be written to "%s"', (name) => {
    const at = join(folder, name);
    writeFileSync(join(folder, 'out.csv'), '');
    expect(() => writeWhole(at, ['x'])).toThrow(InputError);
    expect(existsSync(at) && name !== '').toBe(false);
  });
});
