import { Command } from 'commander';
import type { Context } from '../context.ts';
import { counted } from '../counted.ts';
import { dbOption } from '../options.ts';

interface CopyOptions {
  readonly db: string;
  readonly force?: true;
}

/** `saidso backup`: a whole, checked copy of the database. */
export const backup = ({ io, tools }: Context): Command =>
  new Command('backup')
    .description('Copy the database into a file while it may be in use, and check the copy.')
    .argument('<file>', 'the file to make')
    .addOption(dbOption())
    .option('--force', 'replace a file that is there')
    .addHelpText('after', '\nExample:\n  $ saidso backup saidso-2026-11-22.db')
    .action(async (file: string, { db, force }: CopyOptions) => {
      const store = await tools.open(db, { create: false });
      try {
        const { reports, bytes, sha256 } = await store.backup(file, force);
        io.stdout.write(`${counted(reports, 'report')}, ${(bytes / 1e6).toFixed(1)} MB, SHA-256 ${sha256} — ${file}\n`);
      } finally {
        store.close();
      }
    });
