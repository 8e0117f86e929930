import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examplesOf, run, runExample, sessionsOf } from '../../scripts/readme.ts';
import { filesUnder, ROOT, readSource } from '../../scripts/source-files.ts';

const readme = readSource('README.md');
const packageFile = JSON.parse(readSource('package.json')) as { scripts: Record<string, string>; dependencies: Record<string, string> };

describe('README.md', () => {
  it('shows sessions, and the program prints exactly those', { timeout: 60_000 }, () => {
    const sessions = sessionsOf(readme);
    expect(sessions.length).toBeGreaterThan(0);
    for (const { command, printed } of sessions) expect(run(command), command).toBe(printed);
  });

  it('shows the library in code that runs and prints what stands under it', { timeout: 60_000 }, () => {
    const examples = examplesOf(readme);
    expect(examples.length).toBeGreaterThan(0);
    for (const { code, printed } of examples) expect(runExample(code)).toBe(printed);
  });

  it('names only npm scripts that there are', () => {
    const named = [...readme.matchAll(/npm (?:run (?:-s )?)?([a-z]+)/g)]
      .map((m) => m[1] ?? '')
      .filter((n) => !['install', 'ci', 'link'].includes(n));
    expect(named.filter((n) => packageFile.scripts[n] === undefined)).toEqual([]);
  });
});

describe('the other pages', () => {
  const pages = filesUnder('docs', ['.md']);

  it('give every floor of src a page or a section of ARCHITECTURE.md', () => {
    const architecture = readSource('ARCHITECTURE.md');
    const floors = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((e) => e.isDirectory());
    expect(floors.map((f) => f.name).filter((name) => !pages.includes(`docs/${name}.md`) && !architecture.includes(name))).toEqual([]);
  });

  it('name every run-time dependency in ARCHITECTURE.md', () => {
    const architecture = readSource('ARCHITECTURE.md');
    expect(Object.keys(packageFile.dependencies).filter((d) => !architecture.includes(`\`${d}\``))).toEqual([]);
  });

  it('describe every option of the command line in docs/9-cli.md', () => {
    const source = filesUnder('src/9-cli', ['.ts'])
      .map((f) => readSource(f))
      .join('\n');
    const options = new Set(
      [...source.matchAll(/(?:Option\(|\.option\(|\.version\([^,]*,)\s*'(?:-\w, )?(--[a-z-]+)/g)].map((m) => m[1] ?? ''),
    );
    expect(options.size).toBeGreaterThan(5);
    const page = readSource('docs/9-cli.md');
    expect([...options].filter((o) => !page.includes(o))).toEqual([]);
  });

  it('describe every measurement in eval/README.md', () => {
    const tasks = [...readSource('eval/tasks/index.ts').matchAll(/^ {2}(?:'([a-z-]+)'|(\w+)): \(\) =>/gm)].map((m) => m[1] ?? m[2] ?? '');
    expect(tasks.length).toBeGreaterThan(5);
    const page = readSource('eval/README.md');
    expect(tasks.filter((t) => !page.includes(`| \`${t}\` |`))).toEqual([]);
  });

  it('point only at files that there are', () => {
    const all = [...pages, 'README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'eval/README.md', 'data/README.md'];
    const broken = all.flatMap((page) =>
      [...readSource(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)]
        .map((m) => m[1] ?? '')
        .filter((link) => {
          const at = join(page, '..', link);
          return filesUnder(at.split('/').slice(0, -1).join('/') || '.').every(
            (f) => f !== at && !f.startsWith(`${at.replace(/\/$/, '')}/`),
          );
        })
        .map((link) => `${page}: ${link}`),
    );
    expect(broken).toEqual([]);
  });
});
