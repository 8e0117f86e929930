import { Argument, Command, Option } from 'commander';
import type { Coarsening } from '../../7-records/exports/format.ts';
import { FORMATS } from '../../7-records/exports/formats.ts';
import { writeWhole } from '../../7-records/exports/write-whole.ts';
import type { EventQuery } from '../../7-records/overview.ts';
import type { Context } from '../context.ts';
import { countryCode, dbOption, isoDay } from '../options.ts';
import { openWithEvents } from '../up-to-date.ts';
import { STATUSES } from './events.ts';

interface ExportOptions {
  readonly db: string;
  readonly to?: string;
  readonly type?: string;
  readonly country?: string;
  readonly since?: string;
  readonly until?: string;
  readonly status?: (typeof STATUSES)[number];
  readonly report?: string;
  readonly names: 'keep' | 'private';
  readonly coarsen?: Coarsening;
}

/** `saidso export`: the record in a form that other tools take. */
export const exportCommand = (context: Context): Command =>
  new Command('export')
    .description('Write events or reports in a form that other tools take.')
    .addArgument(new Argument('<format>', 'one of the formats below').choices(FORMATS.map(({ name }) => name)))
    .addOption(dbOption())
    .option('--to <file>', 'write here, all of it or nothing; else on standard output')
    .option('--type <type>', 'events of this type, e.g. bombing')
    .addOption(new Option('--country <code>', 'in this country, e.g. PK').argParser(countryCode))
    .addOption(new Option('--since <date>', 'on or after this day, e.g. 2017-04-01').argParser(isoDay))
    .addOption(new Option('--until <date>', 'on or before this day').argParser(isoDay))
    .addOption(new Option('--status <status>', 'how well it stands').choices([...STATUSES]))
    .option('--report <id>', 'told by this report')
    .addOption(new Option('--names <how>', 'private: private persons by their role').choices(['keep', 'private']).default('keep'))
    .addOption(new Option('--coarsen <to>', 'tell places no finer than this').choices(['admin1', 'country']))
    .addHelpText(
      'after',
      `
Formats:
${FORMATS.map(({ name, about }) => `  ${name.padEnd(13)} ${about}`).join('\n')}

Example:
  $ saidso export acled-csv --country ML --since 2024-01-01 --to mali.csv`,
    )
    .action(async (format: string, options: ExportOptions) => {
      const { io, tools } = context;
      const { db, to, names, coarsen } = options;
      const store = await openWithEvents(context, db);
      try {
        const { pieces, leftOut } = store.export({
          format,
          query: queryOf(options),
          privateNames: names === 'private',
          ...(coarsen === undefined ? {} : { coarsen }),
          software: tools.version(),
        });
        if (to === undefined) for (const piece of pieces) io.stdout.write(piece);
        else {
          const bytes = writeWhole(to, pieces);
          io.stderr.write(`${(bytes / 1e6).toFixed(1)} MB — ${to}\n`);
        }
        const left = [...leftOut].map(([reason, count]) => `${count.toLocaleString('en-GB')} ${reason}`);
        if (left.length > 0) io.stderr.write(`Left out of ${format}: ${left.join(', ')}.\n`);
      } finally {
        store.close();
      }
    });

function queryOf({ type, country, since, until, status, report }: ExportOptions): EventQuery {
  return {
    ...(type === undefined ? {} : { type: [type] }),
    ...(country === undefined ? {} : { country: [country] }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(status === undefined ? {} : { status: [status] }),
    ...(report === undefined ? {} : { report }),
  };
}
