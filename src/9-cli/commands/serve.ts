import { Command, Option } from 'commander';
import type { Context } from '../context.ts';
import { codebookOption, dbOption, wholeNumber } from '../options.ts';

interface ServeOptions {
  readonly db: string;
  readonly port: number;
  readonly open: boolean;
  readonly codebook?: string;
}

/** `saidso serve`: the page and the HTTP API on this machine, until Ctrl-C. */
export const serve = (context: Context): Command =>
  new Command('serve')
    .description('Show the kept reports as a page in the browser, on this machine only.')
    .addOption(dbOption())
    .addOption(new Option('--port <n>', 'the port; when it is taken, the next free one').argParser(wholeNumber(0, 65_535)).default(4180))
    .option('--no-open', 'do not open the browser')
    .addOption(codebookOption())
    .addHelpText('after', '\nExample:\n  $ saidso serve --db sahel.db --port 8080')
    .action(async (options: ServeOptions) => {
      const { io, tools } = context;
      const store = await tools.open(options.db);
      try {
        const reader = await tools.reader(options.codebook);
        const listening = await tools.serve(store, reader, options.port);
        io.stdout.write(`Saidso shows ${options.db} at ${listening.url} (Ctrl-C ends it)\n`);
        if (options.open) tools.openBrowser(listening.url);
        await io.untilInterrupted();
        await listening.close();
      } finally {
        store.close();
      }
    });
