// Plain Node, no dependencies: runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const HOME = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...path) => join(HOME, ...path);

/** Ends the run with one clear line. */
export function giveUp(message) {
  console.error(`saidso: ${message}`);
  process.exit(1);
}

/** Runs a command in the project's folder, its output shown; gives the exit code. */
export function run(command, args) {
  const result = spawnSync(command, args, { cwd: HOME, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.error) giveUp(`${command} cannot be started (${result.error.message})`);
  return result.status ?? 1;
}

/** Installs the dependencies when one is missing or of another version than package-lock.json names. */
export function installWhatIsMissing() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    giveUp(`Node ${process.versions.node} is too old; Saidso needs 20.19 or newer (https://nodejs.org)`);
  if (isInstalled()) return;
  console.log('Installing what Saidso needs. Where no ready-made SQLite fits this machine it is compiled, which may take two minutes.');
  if (run('npm', ['ci', '--no-fund', '--no-audit']) !== 0)
    giveUp('the installation failed; the lines above say why. A network is needed the first time.');
}

/** By versions and not by the files' times: a fresh checkout of another branch may be newer and ask for nothing new. */
function isInstalled() {
  const packages = (...path) => {
    try {
      return JSON.parse(readFileSync(at(...path), 'utf8')).packages ?? {};
    } catch {
      return null;
    }
  };
  const installed = packages('node_modules', '.package-lock.json');
  if (installed === null) return false;
  return Object.entries(packages('package-lock.json') ?? {}).every(
    ([path, { version, optional }]) => path === '' || optional === true || installed[path]?.version === version,
  );
}

/** Builds the program and the page when a source is newer than the last build. */
export function buildWhatIsStale() {
  const mark = at('dist', '.built');
  const sources = ['src', 'web', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
  if (existsSync(mark) && existsSync(at('web', 'dist', 'index.html')) && newest(sources) <= statSync(mark).mtimeMs) return;
  console.log('Building Saidso …');
  if (run('npm', ['run', '--silent', 'build']) !== 0) giveUp('the build failed; the lines above say why');
  mkdirSync(at('dist'), { recursive: true });
  writeFileSync(mark, '');
}

function newest(paths) {
  let time = 0;
  for (const path of paths.map((one) => at(one))) {
    if (!existsSync(path)) continue;
    if (!statSync(path).isDirectory()) time = Math.max(time, statSync(path).mtimeMs);
    else {
      for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
        const file = join(entry.parentPath, entry.name);
        if (entry.isFile() && !file.startsWith(at('web', 'dist'))) time = Math.max(time, statSync(file).mtimeMs);
      }
    }
  }
  return time;
}
