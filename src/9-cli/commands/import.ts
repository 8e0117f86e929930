import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { InputError } from '../../0-terms/errors.ts';
import type { Context } from '../context.ts';
import { counted } from '../counted.ts';
import { dbOption } from '../options.ts';

/** `saidso import`: an export of everything, taken into an empty record. */
export const importCommand = ({ io, tools }: Context): Command =>
  new Command('import')
    .description('Take an export of everything (jsonl) into a new database, all of it or nothing.')
    .argument('<file>', 'the file that `saidso export jsonl --to FILE` made')
    .addOption(dbOption())
    .addHelpText('after', '\nExample:\n  $ saidso import everything.jsonl --db copy.db')
    .action(async (file: string, { db }: { db: string }) => {
      // Before a database is made for nothing.
      if (!existsSync(file)) throw new InputError(`${file}: cannot be read; give the file that \`saidso export jsonl --to FILE\` made`);
      const store = await tools.open(db);
      try {
        const merger = await tools.merger();
        const { reports, captures, decisions } = store.import(file, merger);
        io.stdout.write(
          `${counted(reports, 'report')}, ${counted(decisions, 'decision')}, ${counted(captures, 'capture')} (digests, without the bytes) — ${db}\n`,
        );
      } finally {
        store.close();
      }
    });
