import { describe, expect, it } from 'vitest';
import { filesUnder, readSource } from '../../scripts/source-files.ts';

const CODE = ['.ts', '.tsx', '.mjs', '.css'];
const MOST_LINES = 400;
const DRAWERS = new Set([
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'misc',
  'lib',
  'core',
  'manager',
  'managers',
  'service',
  'services',
]);

const code = ['src', 'web', 'eval', 'train', 'scripts', 'test'].flatMap((folder) => filesUnder(folder, CODE));

describe('files', () => {
  it(`hold no more than ${MOST_LINES} lines`, () => {
    const long = code.filter((f) => !f.startsWith('test/')).map((f) => [f, readSource(f).split('\n').length - 1] as const);
    expect(long.filter(([, lines]) => lines > MOST_LINES)).toEqual([]);
  });

  it('are named for an idea, not for a drawer', () => {
    expect(code.filter(inDrawer)).toEqual([]);
  });

  it.each([
    ['src/3-sentences/utils/lists.ts', true],
    ['src/5-claims/helpers.ts', true],
    ['src/4-mentions/names/name-helpers.ts', true],
    ['src/5-claims/common-nouns.ts', false],
    ['src/9-cli/serve.ts', false],
  ])('%s is in a drawer: %s', (path, expected) => {
    expect(inDrawer(path)).toBe(expected);
  });

  it('are neither stubs nor promises', () => {
    const promise = /\b(?:TODO|FIXME|XXX|HACK)\b|not (?:yet )?implemented/i;
    const here = 'test/house/files.test.ts';
    expect(code.filter((f) => f !== here && promise.test(readSource(f)))).toEqual([]);
  });

  it('leave no test out', () => {
    const leftOut = /\b(?:it|test|describe)\.(?:skip|only|todo)\b/;
    const here = 'test/house/files.test.ts';
    expect(filesUnder('test', ['.ts', '.tsx']).filter((f) => f !== here && leftOut.test(readSource(f)))).toEqual([]);
  });
});

/** A folder or file whose whole name, or whose last word, is a drawer's. */
function inDrawer(path: string): boolean {
  return path.split('/').some((part) => {
    const name = part.replace(/(?:\.test)?\.[a-z]+$/, '');
    return DRAWERS.has(name) || DRAWERS.has(name.split('-').at(-1) ?? '');
  });
}
