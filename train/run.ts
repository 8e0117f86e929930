// Makes data/models: npm run train -- MODEL [--data CORPORA]
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MODELS } from './models.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});
const usage = [
  'npm run train -- MODEL [--data CORPORA]',
  '',
  ...Object.entries(MODELS).map(([name, { about }]) => `  ${name.padEnd(10)} ${about}`),
].join('\n');
const data = values.data ?? process.env['SAIDSO_CORPORA'] ?? join(import.meta.dirname, '../../shared/corpora');
const model = MODELS[positionals[0] ?? ''];
if (values.help || !model) {
  console.log(usage);
  process.exitCode = values.help ? 0 : 2;
} else if (!existsSync(data)) {
  console.error(`no corpora at ${data}; name their folder with --data`);
  process.exitCode = 2;
} else {
  const started = Date.now();
  await model.train(data, (line) => console.log(`${String(Math.round((Date.now() - started) / 1000)).padStart(5)} s  ${line}`));
}
