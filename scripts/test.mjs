// `npm test [-- vitest arguments]`: everything that must hold, then the one line `N passed, N failed`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOME, installWhatIsMissing, run } from './ready.mjs';

installWhatIsMissing();

let passed = 0;
let failed = 0;
const check = (name, args) => {
  console.log(`\n${name}`);
  if (run('npx', ['--no-install', ...args]) === 0) passed++;
  else failed++;
};

check('Types', ['tsc', '--noEmit']);
if (existsSync(join(HOME, 'biome.json')) || existsSync(join(HOME, 'biome.jsonc'))) check('Lint', ['biome', 'check']);

console.log('\nTests');
const folder = mkdtempSync(join(tmpdir(), 'saidso-test-'));
const file = join(folder, 'results.json');
const status = run('npx', [
  '--no-install',
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${file}`,
  ...process.argv.slice(2),
]);
try {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
  passed += numPassedTests;
  failed += numFailedTests;
  // A file that does not even load fails without a failed test of its own.
  if (status !== 0 && numFailedTests === 0) failed++;
} catch {
  failed++;
}
rmSync(folder, { recursive: true, force: true });

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
