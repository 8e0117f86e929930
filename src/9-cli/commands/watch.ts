import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { InputError } from '../../0-terms/errors.ts';
import type { Context } from '../context.ts';
import { complain } from '../context.ts';
import { counted } from '../counted.ts';
import { harmless } from '../harmless.ts';
import {
  allowPrivateOption,
  codebookOption,
  contactOption,
  dbOption,
  delayOption,
  type InputOptions,
  inputOptions,
  wholeNumber,
} from '../options.ts';

interface WatchOptions extends InputOptions {
  readonly db: string;
  readonly every: number;
  readonly once?: true;
  readonly quiet?: true;
  readonly codebook?: string;
}

/** `saidso watch`: polls feeds and keeps what they name, until Ctrl-C. */
export const watch = (context: Context): Command =>
  new Command('watch')
    .description('Poll feeds and keep the reports they name, until Ctrl-C; started again, it goes on where it was.')
    .argument('<source...>', 'OPML file with feeds, or addresses of feeds and news sitemaps')
    .addOption(dbOption())
    .addOption(new Option('--every <minutes>', 'pause between two polls of a feed, 1 to 1440').argParser(wholeNumber(1, 1440)).default(30))
    .option('--once', 'poll what is due, keep what waits, and end')
    .option('--quiet', 'say only what is wrong')
    .addOption(allowPrivateOption())
    .addOption(contactOption())
    .addOption(delayOption())
    .addOption(codebookOption())
    .addHelpText('after', '\nExample:\n  $ saidso watch --contact desk@example.org sources.opml')
    .action(async (inputs: string[], options: WatchOptions) => {
      const { io, tools } = context;
      const [{ guest }, { watch: run }] = await Promise.all([import('../../1-pages/guest.ts'), import('../../watch.ts')]);
      const sources = (await Promise.all(inputs.map(feedsOf))).flat();
      const store = await tools.open(options.db);
      const ending = new AbortController();
      if (!options.once) void io.untilInterrupted().then(() => ending.abort());
      let kept = 0;
      try {
        const { read, reading } = await tools.reader(options.codebook);
        const { allowPrivate = false, contact, delaySeconds = 2 } = inputOptions(options, io);
        const now = (): Date => new Date();
        const visit = guest({
          allowPrivate,
          contact,
          version: tools.version(),
          timeoutSeconds: 30,
          delaySeconds,
          now,
          signal: ending.signal,
        });
        const say = (line: string): unknown => options.quiet === true || io.stdout.write(`${harmless(line)}\n`);
        for await (const event of run({
          sources,
          store,
          reading,
          read,
          guest: visit,
          everyMinutes: options.every,
          once: options.once === true,
          now,
          signal: ending.signal,
        })) {
          if (event.kind === 'polled') say(`${event.source}: ${event.fresh === 0 ? 'nothing new' : counted(event.fresh, 'new item')}`);
          else if (event.kind === 'kept') {
            kept += 1;
            say(`${event.outcome}  ${event.url}`);
          } else {
            complain(
              io,
              `${harmless(event.text)}${event.kind === 'trouble' && event.failures > 1 ? ` (${counted(event.failures, 'poll')} failed in a row)` : ''}`,
            );
            if (event.kind === 'trouble') context.fail();
          }
        }
      } finally {
        store.close();
      }
      if (options.quiet !== true) io.stdout.write(`${counted(kept, 'report')} from ${counted(sources.length, 'source')} — ${options.db}\n`);
    });

/** The feeds of an OPML file, or the one address. Throws InputError. */
async function feedsOf(input: string): Promise<{ url: string; title?: string }[]> {
  if (/^https?:\/\//i.test(input)) return [{ url: input }];
  const { readList } = await import('../../1-pages/feeds/feed.ts');
  let text: string;
  try {
    text = await readFile(input, 'utf8');
  } catch (cause) {
    throw new InputError(`${input}: cannot be read; give an OPML file or the address of a feed`, { cause });
  }
  const list = readList(text, null);
  if (list?.kind !== 'feeds' || list.entries.length === 0)
    throw new InputError(`${input}: is no OPML file with feeds; export one from your feed reader`);
  return list.entries.map(({ url, known }) => (known?.listedTitle === undefined ? { url } : { url, title: known.listedTitle }));
}
