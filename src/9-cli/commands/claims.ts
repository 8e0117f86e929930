import { Command, Option } from 'commander';
import type { ClaimFilter } from '../../7-records/store.ts';
import type { Context } from '../context.ts';
import { inkFor } from '../ink.ts';
import { widthOf } from '../io.ts';
import type { ClaimListOptions } from '../options.ts';
import { afterOption, countryCode, dbOption, isoDay, jsonOption, limitOption, stageOption } from '../options.ts';
import { shortId } from '../short-id.ts';
import { run, wrap } from '../wrap.ts';
import { listEnd } from './reports.ts';

/** `saidso claims`: the kept claims, latest first. */
export const claims = (context: Context): Command =>
  new Command('claims')
    .description('List the kept claims, latest first.')
    .addOption(dbOption())
    .option('--type <type>', 'of this event type, e.g. bombing')
    .addOption(new Option('--country <code>', 'in this country, e.g. PK').argParser(countryCode))
    .addOption(new Option('--since <date>', 'on or after this day, e.g. 2017-04-01').argParser(isoDay))
    .addOption(new Option('--until <date>', 'on or before this day').argParser(isoDay))
    .addOption(stageOption())
    .option('--report <id>', 'of this report')
    .addOption(jsonOption('one JSON object a claim, a line each'))
    .addOption(limitOption())
    .addOption(afterOption())
    .addHelpText('after', '\nExample:\n  $ saidso claims --type bombing --country PK --since 2017-01-01')
    .action(async (options: ClaimListOptions) => {
      const { io, tools } = context;
      const store = await tools.open(options.db, { create: false });
      try {
        const page = store.claims(filterOf(options), {
          limit: options.limit,
          ...(options.after === undefined ? {} : { after: options.after }),
        });
        const ink = inkFor(io);
        const width = widthOf(io.stdout);
        for (const { claim, report, statement } of page.items) {
          if (options.json) io.stdout.write(`${JSON.stringify({ report, statement: statement.line, claim })}\n`);
          else
            io.stdout.write(
              `${wrap([run(statement.line)], ink, { width, first: `${ink.paint('dim', shortId(claim.id))}  `, indent: 12 }).join('\n')}\n`,
            );
        }
        io.stderr.write(`${listEnd(page.items.length, page.total, page.next, 'claim', options.db)}\n`);
      } finally {
        store.close();
      }
    });

function filterOf({ type, country, since, until, stage, report }: ClaimListOptions): ClaimFilter {
  return {
    ...(type === undefined ? {} : { type }),
    ...(country === undefined ? {} : { country }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(stage === undefined ? {} : { stage }),
    ...(report === undefined ? {} : { report }),
  };
}
