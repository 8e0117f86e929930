import { Command } from 'commander';
import type { Context } from '../context.ts';
import { complain } from '../context.ts';
import { counted } from '../counted.ts';
import { harmless } from '../harmless.ts';
import { dbOption } from '../options.ts';

/** `saidso verify`: recomputes the proof of everything that was captured. */
export const verify = (context: Context): Command =>
  new Command('verify')
    .description('Recompute the digests of all captured pages and texts, and name what does not match.')
    .addOption(dbOption())
    .addHelpText('after', '\nExample:\n  $ saidso verify --db sahel.db')
    .action(async (options: { db: string }) => {
      const { io, tools } = context;
      const store = await tools.open(options.db, { create: false });
      try {
        const { captures, bytes, mismatches } = store.verify();
        for (const { capture, source, what } of mismatches) complain(io, `${harmless(source)}: capture ${capture}: ${what}`);
        if (mismatches.length > 0) context.fail();
        io.stdout.write(
          `${counted(captures, 'capture')}, ${(bytes / 1e6).toFixed(1)} MB: ${mismatches.length === 0 ? 'all match' : counted(mismatches.length, 'mismatch', 'mismatches')} — ${options.db}\n`,
        );
      } finally {
        store.close();
      }
    });
