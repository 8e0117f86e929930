import { Command, Option } from 'commander';
import { InputError } from '../../0-terms/errors.ts';
import type { Stage } from '../../0-terms/stage.ts';
import { STAGES } from '../../0-terms/stage.ts';
import type { EventStatus } from '../../6-events/conflict-event.ts';
import type { Coarsening } from '../../7-records/exports/format.ts';
import type { EventQuery } from '../../7-records/overview.ts';
import { publish as publishFolder } from '../../publish.ts';
import type { Context } from '../context.ts';
import { counted } from '../counted.ts';
import { codebookOption, countryCode, dbOption, isoDay } from '../options.ts';
import { openWithEvents } from '../up-to-date.ts';

interface PublishOptions {
  readonly db: string;
  readonly codebook?: string;
  readonly title?: string;
  readonly licence: string;
  readonly names: 'keep' | 'private';
  readonly coarsen?: Coarsening;
  readonly madeOn?: string;
  readonly type?: readonly string[];
  readonly country?: readonly string[];
  readonly actor?: readonly string[];
  readonly source?: readonly string[];
  readonly stage?: readonly Stage[];
  readonly status?: readonly EventStatus[];
  readonly since?: string;
  readonly until?: string;
  readonly q?: string;
}
const STATUSES: readonly EventStatus[] = ['corroborated', 'single-origin', 'denied', 'attempted', 'foiled', 'planned', 'threatened'];
const LICENCE = 'The coded facts may be used under CC BY 4.0.';

/** `saidso publish`: the events as a folder that opens from disk or stands on a web server. */
export const publish = (context: Context): Command =>
  new Command('publish')
    .description('Write the events as a folder with map, timeline and a page for each, which opens from disk or stands on any web server.')
    .argument('<dir>', 'a new or empty folder, or one that an earlier `saidso publish` made')
    .addOption(dbOption())
    .option('--title <text>', 'what the folder is called')
    .option('--licence <text>', 'under what others may use it', LICENCE)
    .addOption(new Option('--names <how>', 'private persons by name, or by their role').choices(['keep', 'private']).default('private'))
    .addOption(
      new Option('--coarsen <how>', 'tell places no finer than this; leaves out headlines, statements and quoted words').choices([
        'admin1',
        'country',
      ] satisfies Coarsening[]),
    )
    .option('--type <type...>', 'only of these event types')
    .addOption(new Option('--country <code...>', 'only in these countries, e.g. PK').argParser(countries))
    .option('--actor <name...>', 'only those done by one of these')
    .option('--source <publisher...>', 'only those reported by one of these')
    .addOption(new Option('--stage <stage...>', 'only those that got this far').choices([...STAGES]))
    .addOption(new Option('--status <status...>', 'only those that stand so well').choices([...STATUSES]))
    .addOption(new Option('--since <date>', 'only on or after this day').argParser(isoDay))
    .addOption(new Option('--until <date>', 'only on or before this day').argParser(isoDay))
    .option('--q <words>', 'only those of which a report holds these words')
    .addOption(new Option('--made-on <date>', 'the day to write as that of making; today when not given').argParser(isoDay))
    .addOption(codebookOption())
    .addHelpText('after', '\nExample:\n  $ saidso publish site --type bombing --since 2024-01-01 --title "Bombings of 2024"')
    .action(async (folder: string, options: PublishOptions) => {
      const { io, tools } = context;
      const { codebook, reading } = await tools.reader(options.codebook);
      const unknown = (options.type ?? []).find((type) => codebook.types.every(({ id }) => id !== type));
      if (unknown !== undefined)
        throw new InputError(`--type ${unknown}: the codebook has no such type; \`saidso codebook list\` names them all`);
      const store = await openWithEvents(context, options.db);
      try {
        const query = queryOf(options);
        const made = publishFolder(store, {
          folder,
          query,
          filters: Object.entries(query).map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(' or ') : String(value)}`),
          title: options.title ?? 'A record of political violence',
          licence: options.licence,
          privateNames: options.names === 'private',
          coarsen: options.coarsen ?? null,
          madeOn: options.madeOn ?? new Date().toISOString().slice(0, 10),
          software: reading.software,
          codebook,
          assets: tools.publishedPage(),
        });
        io.stdout.write(`${counted(made.events, 'event')} from ${counted(made.reports, 'report')} published: open ${made.index}\n`);
        if (options.names === 'keep')
          io.stderr.write('saidso: private persons are named in it (--names keep); look through it before you hand it on\n');
      } finally {
        store.close();
      }
    });

/** The filters that were given, as the record is asked by them. */
function queryOf({ type, country, actor, source, stage, status, since, until, q }: PublishOptions): EventQuery {
  const given = { q, type, country, actor, source, stage, status, since, until };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as EventQuery;
}

const countries = (code: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), countryCode(code)];
