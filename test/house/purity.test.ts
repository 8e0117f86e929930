import { builtinModules } from 'node:module';
import { describe, expect, it } from 'vitest';
import { closureOf, filesUnder, importsOf, readSource } from '../../scripts/source-files.ts';

const PURE_FLOORS = ['0-terms', '2-reports', '3-sentences', '4-mentions', '5-claims', '6-events'];
const pure = [
  ...PURE_FLOORS.flatMap((floor) => filesUnder(`src/${floor}`, ['.ts'])),
  ...['src/read.ts', 'src/kit.ts', 'src/browser.ts'].filter((f) => filesUnder('src').includes(f)),
];
const builtin = new Set(builtinModules.flatMap((m) => [m, `node:${m}`]));

describe('what a browser can run', () => {
  const closure = closureOf(pure);

  it('reaches none of Node’s own modules', () => {
    const reached = [...closure].flatMap(([from, imports]) =>
      imports.filter((i) => builtin.has(i.to)).map((i) => `${from} imports ${i.to}`),
    );
    expect(reached).toEqual([]);
  });

  it('has no clock, no randomness, no network, no printing, no process', () => {
    const worldly = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\bfetch\(|\bconsole\.|\bprocess\.|\bcrypto\.random/;
    const found = [...closure.keys()].filter((path) => worldly.test(withoutComments(readSource(path))));
    expect(found).toEqual([]);
  });

  it('is looked at in full', () => {
    expect(closure.size).toBeGreaterThan(20);
  });
});

describe('the page', () => {
  it('takes only types from the library, and only from its public face', () => {
    const wrong = filesUnder('web', ['.ts', '.tsx']).flatMap((from) =>
      importsOf(from)
        .filter((i) => i.to.startsWith('src/') && !(i.typesOnly && i.to === 'src/index.ts'))
        .map((i) => `${from} imports ${i.to}`),
    );
    expect(wrong).toEqual([]);
  });
});

const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
