import { Command, InvalidArgumentError, Option } from 'commander';
import type { Context } from '../context.ts';
import { codebookOption, dbOption, wholeNumber } from '../options.ts';

interface ServeOptions {
  readonly db: string;
  readonly port: number;
  readonly host?: string;
  readonly token?: string;
  readonly open: boolean;
  readonly codebook?: string;
}

/** `saidso serve`: the page and the HTTP API on this machine, until Ctrl-C. */
export const serve = (context: Context): Command =>
  new Command('serve')
    .description('Show the record as a page in the browser, on this machine only unless --host says otherwise.')
    .addOption(dbOption())
    .addOption(new Option('--port <n>', 'the port; when it is taken, the next free one').argParser(wholeNumber(0, 65_535)).default(4180))
    .addOption(new Option('--host <address>', 'also answer to other machines, at this address (0.0.0.0: all); asks everybody for a token'))
    .addOption(new Option('--token <token>', 'the token, 16 letters or more; else SAIDSO_TOKEN, else a new one is made').argParser(tokenOf))
    .option('--no-open', 'do not open the browser')
    .addOption(codebookOption())
    .addHelpText('after', '\nExample:\n  $ saidso serve --db sahel.db --port 8080')
    .action(async (options: ServeOptions) => {
      const { io, tools } = context;
      const store = await tools.open(options.db);
      try {
        const reader = await tools.reader(options.codebook);
        const { env } = io;
        const token = options.token ?? (env['SAIDSO_TOKEN'] ? tokenOf(env['SAIDSO_TOKEN']) : null);
        const who = env['USER'] ?? env['USERNAME'] ?? '';
        const listening = await tools.serve(store, reader, { port: options.port, host: options.host ?? null, token, who });
        if (listening.url.includes('?token='))
          io.stderr.write(
            'saidso: OTHER MACHINES MAY ASK: whoever has the token reads and changes the record, and what is sent is not encrypted\n',
          );
        io.stdout.write(`Saidso shows ${options.db} at ${listening.url} (Ctrl-C ends it)\n`);
        if (options.open) tools.openBrowser(listening.url);
        await io.untilInterrupted();
        await listening.close();
      } finally {
        store.close();
      }
    });

function tokenOf(value: string): string {
  if (!/^[\w.~-]{16,200}$/.test(value)) throw new InvalidArgumentError('Give 16 to 200 letters, digits, dots, dashes or underscores.');
  return value;
}
