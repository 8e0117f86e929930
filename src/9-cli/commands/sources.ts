import { Command } from 'commander';
import type { Context } from '../context.ts';
import { counted } from '../counted.ts';
import { harmless } from '../harmless.ts';
import { inkFor } from '../ink.ts';
import { widthOf } from '../io.ts';
import { dbOption, jsonOption } from '../options.ts';
import { fitted } from '../wrap.ts';

/** `saidso sources`: how the watched feeds fare. */
export const sources = (context: Context): Command =>
  new Command('sources')
    .description('List the watched feeds with their health, those in trouble first.')
    .addOption(dbOption())
    .addOption(jsonOption('one JSON object a source, a line each'))
    .addHelpText('after', '\nExample:\n  $ saidso sources --db sahel.db')
    .action(async (options: { db: string; json?: true }) => {
      const { io, tools } = context;
      const store = await tools.open(options.db, { create: false });
      try {
        const all = store.watched.list();
        const ink = inkFor(io);
        const width = widthOf(io.stdout);
        const minute = (time: string | null): string => (time === null ? 'never' : time.slice(0, 16).replace('T', ' '));
        for (const source of all) {
          if (options.json) {
            io.stdout.write(`${JSON.stringify(source)}\n`);
            continue;
          }
          const state = source.trouble ?? (source.lastSuccess === null ? 'new' : 'well');
          io.stdout.write(
            `${ink.paint(source.trouble === null ? 'good' : 'bad', fitted(state.toUpperCase(), 10))}  ${fitted(harmless(source.title ?? source.url), width - 12, false)}\n`,
          );
          const facts = `last good ${minute(source.lastSuccess)}, last new ${minute(source.lastNew)}, next ${minute(source.nextTry)}; ${source.kept} kept, ${source.waiting} waiting, ${source.rejected} rejected`;
          io.stdout.write(`            ${ink.paint('dim', facts)}\n`);
          if (source.said !== null)
            io.stdout.write(`            ${harmless(source.said)} (${counted(source.failures, 'failed poll')} in a row)\n`);
        }
        const ill = all.filter(({ trouble }) => trouble !== null).length;
        io.stderr.write(
          all.length === 0
            ? `No sources in ${options.db} yet; \`saidso watch\` follows some.\n`
            : `${counted(all.length, 'source')}, ${ill} in trouble.\n`,
        );
      } finally {
        store.close();
      }
    });
