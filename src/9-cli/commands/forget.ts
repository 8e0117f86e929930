import { Command } from 'commander';
import type { Context } from '../context.ts';
import { counted } from '../counted.ts';
import { dbOption } from '../options.ts';
import { openWithEvents } from '../up-to-date.ts';

/** `saidso forget`: removes a report for good. */
export const forget = (context: Context): Command =>
  new Command('forget')
    .description('Remove a report for good: text, captured pages, all values, decisions about it. Digests, the day and the reason stay.')
    .argument('<report>', 'id of a report (r_…), or its beginning')
    .addOption(dbOption())
    .option('--why <text>', 'the reason, which stays', '')
    .addHelpText(
      'after',
      `
It does not come back with \`saidso add\` or a watched feed; \`saidso add --again\` lets it. Copies that were made before still hold it.

Example:
  $ saidso forget r_5be1 --why "asked by the family"`,
    )
    .action(async (id: string, { db, why }: { db: string; why: string }) => {
      const { io, tools } = context;
      const store = await openWithEvents(context, db);
      try {
        const gone = store.forget(id, why);
        store.refreshEvents(await tools.merger());
        io.stdout.write(
          `${gone.report} is forgotten: its text, ${counted(gone.captures, 'capture')}, ${counted(gone.claims, 'claim')} and ${counted(gone.decisions, 'decision')}; ${counted(gone.events, 'event')} made anew\n`,
        );
        if (!gone.overwritten)
          io.stderr.write(
            `Gaps of ${db} may still hold its bytes, for the disk is full or another program reads it; \`saidso backup\` and \`restore\` leave them behind.\n`,
          );
        io.stderr.write('Copies that were made before still hold it: backups, exports, and what others took.\n');
      } finally {
        store.close();
      }
    });
