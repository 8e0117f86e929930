import { Command } from 'commander';
import type { Context } from '../context.ts';
import { counted } from '../counted.ts';
import { dbOption } from '../options.ts';

/** `saidso restore`: a copy put in the place of the database. */
export const restore = ({ io }: Context): Command =>
  new Command('restore')
    .description('Put a copy that `saidso backup` made in the place of the database; it is checked first and stays as it is.')
    .argument('<file>', 'the copy')
    .addOption(dbOption())
    .option('--force', 'replace a database that is there')
    .addHelpText('after', '\nExample:\n  $ saidso restore saidso-2026-11-22.db --db saidso.db')
    .action(async (file: string, { db, force }: { db: string; force?: true }) => {
      const { restore: replace } = await import('../../7-records/backup.ts');
      const { reports, bytes } = await replace(file, db, force === true);
      io.stdout.write(`${counted(reports, 'report')}, ${(bytes / 1e6).toFixed(1)} MB — ${db}\n`);
    });
