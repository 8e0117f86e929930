// The parts of README.md that are run: npx tsx scripts/readme.ts prints the sessions anew in place.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ROOT } from './source-files.ts';

/** A block of README.md that begins with `$ saidso …` and goes on with what the program prints. */
export interface Session {
  readonly command: string;
  readonly printed: string;
}

const SESSION = /```console\n\$ (saidso [^\n]*)\n([\s\S]*?)```/g;

/** The pasted sessions. */
export const sessionsOf = (page: string): Session[] =>
  [...page.matchAll(SESSION)].map(([, command, printed]) => ({ command: command ?? '', printed: printed ?? '' }));

/** The code examples that use the library, each with the output that the block after it promises. */
export const examplesOf = (page: string): { readonly code: string; readonly printed: string }[] =>
  [...page.matchAll(/```ts\n([\s\S]*?from 'saidso'[\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)].map(([, code, printed]) => ({
    code: code ?? '',
    printed: printed ?? '',
  }));

const tsx = join(ROOT, 'node_modules', '.bin', 'tsx');
const quiet = { encoding: 'utf8' as const, cwd: ROOT, env: { ...process.env, NO_COLOR: '1', COLUMNS: '80' } };

/** What a command of a session prints on standard output, at a width of 80 columns. */
export const run = (command: string): string => execFileSync(tsx, ['src/9-cli/bin.ts', ...command.split(' ').slice(1)], quiet);

/** What a code example prints when `saidso` is this repository. */
export function runExample(code: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'saidso-readme-'));
  try {
    const file = join(folder, 'example.mts');
    writeFileSync(file, code.replaceAll("from 'saidso'", `from '${pathToFileURL(join(ROOT, 'src', 'index.ts')).href}'`));
    return execFileSync(tsx, [file], quiet);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The page with every session printed anew. */
export const refreshed = (page: string): string =>
  page.replace(SESSION, (_, command: string) => `\`\`\`console\n$ ${command}\n${run(command)}\`\`\``);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = join(ROOT, 'README.md');
  writeFileSync(path, refreshed(readFileSync(path, 'utf8')));
}
