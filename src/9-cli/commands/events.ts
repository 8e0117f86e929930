import { Command, Option } from 'commander';
import { tollInBrief, typeInWords, whenInWords, whereInWords } from '../../7-records/event-in-words.ts';
import type { EventFilter } from '../../7-records/event-store.ts';
import type { Context } from '../context.ts';
import { inkFor } from '../ink.ts';
import { widthOf } from '../io.ts';
import type { ListOptions } from '../options.ts';
import { afterOption, countryCode, dbOption, isoDay, jsonOption, limitOption } from '../options.ts';
import { shortId } from '../short-id.ts';
import { openWithEvents } from '../up-to-date.ts';
import { run, wrap } from '../wrap.ts';
import { listEnd } from './reports.ts';

export const STATUSES = ['corroborated', 'single-origin', 'denied', 'attempted', 'foiled', 'planned', 'threatened'] as const;
type EventListOptions = ListOptions & EventFilter;

/** `saidso events`: what the kept reports together tell, latest first. */
export const events = (context: Context): Command =>
  new Command('events')
    .description('List the events that the kept reports together tell, latest first.')
    .addOption(dbOption())
    .option('--type <type>', 'of this event type, e.g. bombing')
    .addOption(new Option('--country <code>', 'in this country, e.g. PK').argParser(countryCode))
    .addOption(new Option('--since <date>', 'on or after this day, e.g. 2017-04-01').argParser(isoDay))
    .addOption(new Option('--until <date>', 'on or before this day').argParser(isoDay))
    .addOption(new Option('--status <status>', 'how well it stands').choices([...STATUSES]))
    .option('--report <id>', 'told by this report')
    .addOption(jsonOption('one JSON object an event, a line each'))
    .addOption(limitOption())
    .addOption(afterOption())
    .addHelpText('after', '\nExample:\n  $ saidso events --type bombing --status corroborated')
    .action(async ({ db, json, limit, after, type, country, since, until, status, report }: EventListOptions) => {
      const { io } = context;
      const store = await openWithEvents(context, db);
      try {
        const filter: EventFilter = {
          ...(type === undefined ? {} : { type }),
          ...(country === undefined ? {} : { country }),
          ...(since === undefined ? {} : { since }),
          ...(until === undefined ? {} : { until }),
          ...(status === undefined ? {} : { status }),
          ...(report === undefined ? {} : { report }),
        };
        const page = store.events(filter, { limit, ...(after === undefined ? {} : { after }) });
        const ink = inkFor(io);
        for (const event of page.items) {
          if (json) io.stdout.write(`${JSON.stringify(event)}\n`);
          else {
            const toll = tollInBrief(event);
            const told = `${event.status === 'corroborated' ? `${event.origins} origins` : event.status.replace('-', ' ')}, ${event.reports.length} report${event.reports.length === 1 ? '' : 's'}`;
            const text = `${typeInWords(event)}, ${whereInWords(event)}, ${whenInWords(event)}${toll && ` — ${toll}`} (${told})`;
            io.stdout.write(
              `${wrap([run(text)], ink, { width: widthOf(io.stdout), first: `${ink.paint('dim', shortId(event.id))}  `, indent: 12 }).join('\n')}\n`,
            );
          }
        }
        io.stderr.write(`${listEnd(page.items.length, page.total, page.next, 'event', db)}\n`);
      } finally {
        store.close();
      }
    });
