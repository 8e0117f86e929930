// `npm start [-- --port N --no-open]`: from a fresh checkout to the examples on a page.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildWhatIsStale, giveUp, HOME, installWhatIsMissing, run } from './ready.mjs';

const DATABASE = 'saidso-examples.db';

const options = (() => {
  try {
    return parseArgs({ options: { port: { type: 'string', default: '4180' }, 'no-open': { type: 'boolean', default: false } } }).values;
  } catch (error) {
    console.error(`saidso: ${error.message.split('.')[0]}; \`npm start -- [--port N] [--no-open]\``);
    process.exit(2);
  }
})();

installWhatIsMissing();
buildWhatIsStale();

const bin = join(HOME, 'dist', 'src', '9-cli', 'bin.js');
const saidso = (...args) => run(process.execPath, [bin, ...args]);

console.log('\nReading the example reports in examples/ …');
if (saidso('add', '--db', DATABASE, 'examples') === 1 && !existsSync(join(HOME, DATABASE))) giveUp('the examples could not be read');
await summarize();

const args = [bin, 'serve', '--db', DATABASE, '--port', options.port, ...(options['no-open'] ? ['--no-open'] : [])];
const server = spawn(process.execPath, args, { cwd: HOME, stdio: 'inherit' });
// Ctrl-C in a terminal reaches both; one that is sent to this process alone is handed on, and twice does no harm.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));

/** What was found, in a few lines, and one record as an example. */
async function summarize() {
  const { open } = await import(pathToFileURL(join(HOME, 'dist', 'src', '7-records', 'open.js')).href);
  const store = open(join(HOME, DATABASE));
  const { reports, claims, types, countries } = store.counts();
  const list = (tallies) =>
    tallies
      .slice(0, 8)
      .map(({ value, count }) => `${value} ${count}`)
      .join(', ') + (tallies.length > 8 ? ' …' : '');
  console.log(`\n${reports} ${reports === 1 ? 'report' : 'reports'}, ${claims} ${claims === 1 ? 'claim' : 'claims'}`);
  if (types.length > 0) console.log(`  by type:    ${list(types)}`);
  if (countries.length > 0) console.log(`  by country: ${list(countries)}`);
  // One that fits a screen and is read surely.
  const sureness = ({ id }) => store.report(id).record.claims.reduce((sum, { confidence }, _, all) => sum + confidence / all.length, 0);
  const short = store.reports().items.filter((report) => report.claims > 1 && report.claims <= 10);
  const [example] = short.map((report) => ({ id: report.id, sure: sureness(report) })).sort((a, b) => b.sure - a.sure);
  store.close();
  if (example === undefined) return;
  console.log(`\nOne of them, as \`saidso show ${example.id.slice(0, 10)}\` prints it:\n`);
  saidso('show', '--db', DATABASE, example.id);
  console.log('');
}
