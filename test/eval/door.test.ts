import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { goldPage } from '../../eval/gold-page.ts';
import { wordOverlap } from '../../eval/quote-recall.ts';
import { settled } from '../../eval/tasks/floors.ts';
import { ROOT } from '../../scripts/source-files.ts';

const tsx = join(ROOT, 'node_modules', '.bin', 'tsx');
const door = (...args: string[]) =>
  spawnSync(tsx, ['eval/run.ts', ...args], { cwd: ROOT, encoding: 'utf8', env: { ...process.env, SAIDSO_CORPORA: '/nowhere' } });

describe('the door', { timeout: 30_000 }, () => {
  it('names the tasks when one is not there', () => {
    const { status, stderr } = door('nonsense');
    expect(status).toBe(2);
    expect(stderr).toMatch(/no task "nonsense".*gold.*floors/);
  });

  it('says in one line which data is missing, and goes out with 2', () => {
    const { status, stderr, stdout } = door('plover');
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(
      stderr
        .trim()
        .split('\n')
        .filter((l) => !l.startsWith('npm warn')),
    ).toEqual([expect.stringMatching(/^plover: no data at \/nowhere\/.*--data/)]);
  });

  it('says the same of data that was asked for', () => {
    expect(door('gold', '--data', '/nowhere/else').stderr).toContain('/nowhere/else');
  });

  it('lists every task with what it measures', () => {
    const listed = execFileSync(tsx, ['eval/run.ts', '--help'], { cwd: ROOT, encoding: 'utf8' });
    for (const task of ['gold', 'muc4', 'floors', 'speed']) expect(listed).toMatch(new RegExp(`^  ${task} +\\S`, 'm'));
  });
});

describe('a floor', () => {
  it.each([
    [0.4, 0.45678, { raise: false, lower: false }, 0.4],
    [0.4, 0.45678, { raise: true, lower: false }, 0.456],
    [0.4, 0.39, { raise: true, lower: false }, 0.4],
    [0.4, 0.39, { raise: false, lower: true }, 0.39],
  ])('of %s with %s reached, asked %o, becomes %s', (floor, score, asked, next) => {
    expect(settled(floor, score, asked)).toBe(next);
  });
});

describe('a gold report as a page', () => {
  const page = goldPage({
    slug: 'a',
    title: 'Fire & "smoke" <here>',
    publisher: 'The Courier',
    published: '2024-05-14',
    text: 'One < two.\n\nThree & four.',
  });

  it('has title, day and publisher in its head, escaped', () => {
    expect(page.text).toContain('<title>Fire &amp; &quot;smoke&quot; &lt;here&gt;</title>');
    expect(page.text).toContain('<meta property="article:published_time" content="2024-05-14">');
    expect(page.text).toContain('<meta property="og:site_name" content="The Courier">');
  });

  it('has a paragraph for each that a blank line parts', () => {
    expect(page.text).toContain('<p>One &lt; two.</p>\n<p>Three &amp; four.</p>');
  });

  it('says nothing of what is not known', () => {
    expect(goldPage({ slug: 'a', title: null, publisher: null, published: null, text: 'A.' }).text).not.toContain('<meta property');
  });
});

describe('the overlap of words', () => {
  it.each([
    ['a b c', 'a b c', 1],
    ['a b', 'a c', 0.5],
    ['a a', 'a', 2 / 3],
    ['a', 'b', 0],
  ])('of "%s" and "%s" is %s', (a, b, share) => {
    expect(wordOverlap(a.split(' '), b.split(' '))).toBeCloseTo(share);
  });
});
