import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MergeKit } from '../6-events/merge-kit.ts';
import { packageFolder } from '../load-kit.ts';
import type { Reader, Tools } from './context.ts';

/** The real tools. Heavy parts are imported when a command first asks for them. */
export function realTools(stdin: AsyncIterable<Uint8Array>): Tools {
  return {
    version,
    reader: loadReader,
    async *collect(inputs, options) {
      const { collect } = await import('../1-pages/collect.ts');
      yield* collect({ inputs, stdin, version: version(), ...options });
    },
    async open(path, options) {
      const { open } = await import('../7-records/open.ts');
      return open(path, { ...options, tell: (line) => process.stderr.write(`saidso: ${line}\n`) });
    },
    merger: loadMerger,
    async serve(store, reader, request) {
      const [{ serving }, merger] = await Promise.all([import('./serving.ts'), loadMerger()]);
      return serving(
        store,
        reader,
        { ...request, version: version() },
        {
          refresh: () => void store.refreshEvents(merger),
          refreshSome: () => store.refreshSomeEvents(merger),
        },
      );
    },
    publishedPage: () => join(packageFolder(), 'web', 'dist', 'publish'),
    openBrowser,
  };
}

function version(): string {
  const { version: found } = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as { version: string };
  return found;
}

async function loadReader(folder?: string): Promise<Reader> {
  const [{ loadKit }, { read }, { startReaders }] = await Promise.all([
    import('../load-kit.ts'),
    import('../read.ts'),
    import('../readers.ts'),
  ]);
  const kit = loadKit(folder === undefined ? {} : { codebook: folder });
  return {
    read: (page) => read(page, kit),
    reading: { codebook: `${kit.codebook.name} ${kit.codebook.version}`, software: version() },
    codebook: kit.codebook,
    readers: (jobs) => startReaders(jobs, folder ?? null),
    async nearMisses(report, sentence) {
      const { nearMisses } = await import('../5-claims/near-misses.ts');
      return nearMisses(report, sentence, kit);
    },
    async check() {
      const { checkCodebook, EXAMPLE_DATE } = await import('../5-claims/codebook/check-codebook.ts');
      return checkCodebook(kit.codebook, (text) =>
        read({ source: 'example', url: null, mediaType: 'text/plain', text, published: EXAMPLE_DATE, notes: [] }, kit),
      );
    },
  };
}

async function loadMerger(): Promise<MergeKit> {
  const { loadKit } = await import('../load-kit.ts');
  return loadKit();
}

/** Only where there is a desktop, and never in the way: a browser that does not start is no fault of the run. */
function openBrowser(url: string): void {
  const { platform, env } = process;
  const desktop = platform === 'darwin' || platform === 'win32' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
  if (!desktop || env['CI'] || env['SSH_CONNECTION']) return;
  const [command, args] =
    platform === 'darwin' ? ['open', [url]] : platform === 'win32' ? ['cmd', ['/c', 'start', '', url]] : ['xdg-open', [url]];
  const child = spawn(command as string, args as string[], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
