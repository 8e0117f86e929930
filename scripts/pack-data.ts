// Makes everything that is packed from its sources, then measures data/ anew: npm run pack [-- FOLDER of the corpora]
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { openData } from '../eval/open-data.ts';
import { ROOT } from './source-files.ts';

const corpora = process.argv[2] ?? openData('corpora');

/** Each packing script with its arguments, in the order in which they need each other. */
const STEPS: readonly (readonly string[])[] = [
  ['pack-noun-classes.ts', corpora],
  ['pack-gazetteer.ts', join(corpora, 'gazetteers')],
  ['pack-actors.ts'],
  ['data-readme.ts'],
];

for (const [script, ...args] of STEPS) {
  console.log(script);
  const { status } = spawnSync(join(ROOT, 'node_modules', '.bin', 'tsx'), [join(ROOT, 'scripts', script ?? ''), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) {
    console.error(`${script} failed; the lines above say why`);
    process.exit(1);
  }
}
