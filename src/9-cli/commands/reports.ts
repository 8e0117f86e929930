import { Command } from 'commander';
import type { Context } from '../context.ts';
import { counted } from '../counted.ts';
import { inkFor } from '../ink.ts';
import { widthOf } from '../io.ts';
import type { ListOptions } from '../options.ts';
import { afterOption, dbOption, jsonOption, limitOption } from '../options.ts';
import { shortId } from '../short-id.ts';
import { fitted } from '../wrap.ts';

/** `saidso reports`: the kept reports, newest first. */
export const reports = (context: Context): Command =>
  new Command('reports')
    .description('List the kept reports, newest first.')
    .addOption(dbOption())
    .addOption(jsonOption('one JSON object a report, a line each'))
    .addOption(limitOption())
    .addOption(afterOption())
    .addHelpText('after', '\nExample:\n  $ saidso reports --limit 10')
    .action(async (options: ListOptions) => {
      const { io, tools } = context;
      const store = await tools.open(options.db, { create: false });
      try {
        const page = store.reports({ limit: options.limit, ...(options.after === undefined ? {} : { after: options.after }) });
        const ink = inkFor(io);
        const width = widthOf(io.stdout);
        if (!options.json && page.items.length > 0)
          io.stdout.write(`${ink.paint('dim', `${fitted('id', 10)}  ${fitted('published', 10)}  claims  title`)}\n`);
        for (const report of page.items) {
          if (options.json) io.stdout.write(`${JSON.stringify(report)}\n`);
          else {
            const title = fitted(`${report.title ?? report.source}${report.publisher ? ` · ${report.publisher}` : ''}`, width - 32, false);
            io.stdout.write(
              `${ink.paint('dim', shortId(report.id))}  ${fitted(report.published ?? 'unknown', 10)}  ${String(report.claims).padStart(6)}  ${title}\n`,
            );
          }
        }
        io.stderr.write(`${listEnd(page.items.length, page.total, page.next, 'report', options.db)}\n`);
      } finally {
        store.close();
      }
    });

/** What stands under a list, on standard error: how many of how many, and how to go on. */
export function listEnd(shown: number, total: number, next: string | null, noun: string, db: string): string {
  if (total === 0) return `No ${noun}s ${noun === 'report' ? `in ${db} yet; \`saidso add\` keeps some` : `in ${db} fit`}.`;
  if (next === null)
    return shown === total
      ? `${counted(total, noun)}.`
      : `${shown.toLocaleString('en-GB')} of ${counted(total, noun)}; these are the last.`;
  return `${shown.toLocaleString('en-GB')} of ${counted(total, noun)}; more with --after ${next}`;
}
