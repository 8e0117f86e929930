import { InputError } from '../../src/0-terms/errors.ts';
import type { Page } from '../../src/1-pages/page.ts';
import type { CodebookFault } from '../../src/5-claims/codebook/check-codebook.ts';
import { loadCodebook } from '../../src/5-claims/codebook/load-codebook.ts';
import type { CodedReport } from '../../src/5-claims/coded-report.ts';
import type { TriggerWord } from '../../src/5-claims/near-misses.ts';
import { open } from '../../src/7-records/open.ts';
import type { Tools } from '../../src/9-cli/context.ts';
import type { Io } from '../../src/9-cli/io.ts';
import { main } from '../../src/9-cli/main.ts';
import type { Unreadable } from '../../src/ingest.ts';
import { makeFullReport, makeReport } from '../make.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface World {
  readonly env?: Record<string, string>;
  readonly tty?: boolean;
  readonly columns?: number;
  /** What an input gives; default: the full report of test/make.ts. An Error stands for an input that cannot be read. */
  readonly pages?: Readonly<Record<string, CodedReport | Error>>;
  readonly codebook?: string;
  /** What the rules make of any sentence. */
  readonly near?: readonly TriggerWord[];
  /** What `codebook check` finds. */
  readonly faults?: readonly CodebookFault[];
  /** Folder of the page that published folders get. */
  readonly publishedPage?: string;
  /** Milliseconds that pass between two looks at the clock. */
  readonly tick?: number;
}

const book = loadCodebook(
  new Map([
    [
      'codebook.yaml',
      'name: test\nversion: 1.0.0\nlicence: CC0\nfamilies: {control: who holds what}\nroles: {actor: who does it, target: whom it is done to, object: what, instrument: with what, where: place}\n',
    ],
    [
      'events/cattle-theft.yaml',
      'id: cattle-theft\nlabel: Cattle theft\nfamily: control\ndefinition: Herds taken by force.\ncrosswalk: {acled: Looting}\nroles: {actor: {accepts: [person]}}\nrules:\n  - {id: rustle, lemma: rustle}\nexamples:\n  - {text: Raiders rustled the herd., gives: {actor: Raiders}}\nnot:\n  - Leaves rustled.\n',
    ],
  ]),
);

/** Runs the command line in a world of its own: no process, no disk but the database, no models. */
export async function run(argv: readonly string[], world: World = {}): Promise<Ran> {
  let out = '';
  let err = '';
  let time = 0;
  const sink = (write: (text: string) => void) => ({ write, isTTY: world.tty, columns: world.columns });
  const io: Io = {
    stdout: sink((text) => (out += text)),
    stderr: sink((text) => (err += text)),
    env: world.env ?? {},
    now: () => (time += world.tick ?? 0),
    untilInterrupted: () => Promise.resolve(),
  };
  const reports = new Map<string, CodedReport>();
  const given = (source: string): CodedReport | undefined => {
    const found = world.pages?.[source];
    return found instanceof Error ? undefined : found;
  };
  const tools: Tools = {
    version: () => '0.1.0',
    open: (path, options) => Promise.resolve().then(() => open(path, options)),
    reader: (codebook) =>
      codebook === 'missing'
        ? Promise.reject(new InputError('missing: there is no codebook.yaml in this folder'))
        : Promise.resolve({
            read: (page: Page) => reports.get(page.source) ?? given(page.source) ?? makeReport({ text: page.text as string }),
            reading: { codebook: world.codebook ?? 'test 1.0.0', software: '0.1.0' },
            codebook: book,
            nearMisses: () => Promise.resolve(world.near ?? []),
            check: () => Promise.resolve(world.faults ?? []),
          }),
    merger: () => Promise.resolve({ wordWeights: { weight: () => 1 }, sameEvent: new Map([['bias', 1]]) }),
    serve: (_, __, { port }) => Promise.resolve({ url: `http://localhost:${port}/`, port, close: () => Promise.resolve() }),
    publishedPage: () => world.publishedPage ?? '/nowhere',
    openBrowser: (url) => (err += `opened ${url}\n`),
    async *collect(inputs, { published }): AsyncGenerator<Page | Unreadable> {
      for (const source of inputs) {
        const found = world.pages?.[source] ?? makeFullReport();
        if (found instanceof Error) yield { source, error: found };
        else {
          reports.set(source, {
            ...found,
            source,
            ...(published === undefined ? {} : { published: { date: published, basis: 'given' as const } }),
          });
          yield { source, url: null, mediaType: 'text/plain', text: found.text, notes: [] };
        }
      }
    },
  };
  const code = await main(argv, io, tools);
  return { code, out, err };
}
