import { Command } from 'commander';
import type { Change } from '../../7-records/changes.ts';
import type { Context } from '../context.ts';
import { counted } from '../counted.ts';
import { dbOption, jsonOption, wholeNumber } from '../options.ts';
import { shortId } from '../short-id.ts';
import { openWithEvents } from '../up-to-date.ts';

/** `saidso changes`: what was added, changed and taken out since. */
export const changes = (context: Context): Command =>
  new Command('changes')
    .description('List what was added, changed and taken out, in the order in which it was done; nothing is ever skipped.')
    .addOption(dbOption())
    .option('--since <when>', 'after this number (the last one that you saw), or from this time on; else from the first')
    .option('--limit <n>', 'stop after so many', wholeNumber(1, 1_000_000_000))
    .addOption(jsonOption('one JSON object a change, a line each'))
    .addHelpText('after', '\nExamples:\n  $ saidso changes --since 2026-11-01\n  $ saidso changes --since 4711 --json')
    .action(async ({ db, since, limit, json }: { db: string; since?: string; limit?: number; json?: true }) => {
      const { io } = context;
      const store = await openWithEvents(context, db);
      try {
        let left = limit ?? Number.POSITIVE_INFINITY;
        let page = store.changes(since, Math.min(left, PAGE));
        let count = 0;
        for (;;) {
          for (const change of page.items) io.stdout.write(`${json ? JSON.stringify(change) : lineOf(change)}\n`);
          count += page.items.length;
          left -= page.items.length;
          if (!page.more || left <= 0) break;
          page = store.changes(page.last, Math.min(left, PAGE));
        }
        io.stderr.write(`${counted(count, 'change')}; go on with --since ${page.last}\n`);
      } finally {
        store.close();
      }
    });

const PAGE = 1000;

const lineOf = ({ n, at, kind, id, successor }: Change): string =>
  `${String(n).padStart(6)}  ${at.slice(0, 19).replace('T', ' ')}  ${kind.padEnd(14)}  ${shortId(id)}${successor === null ? '' : `, now in ${shortId(successor)}`}`;
