import { Command } from 'commander';
import { InputError } from '../../0-terms/errors.ts';
import type { Context } from '../context.ts';
import { inkFor } from '../ink.ts';
import { widthOf } from '../io.ts';
import { dbOption, jsonOption } from '../options.ts';
import { renderEvent } from '../render-event.ts';
import { openWithEvents } from '../up-to-date.ts';

/** `saidso event`: one event, as a page that can be read out. */
export const event = (context: Context): Command =>
  new Command('event')
    .description('Tell one event: what, when, where, who, on whose word, where accounts differ, what is copied from what.')
    .argument('<id>', 'id of an event (e_…), or its beginning')
    .addOption(dbOption())
    .addOption(jsonOption('the event as JSON'))
    .addHelpText('after', '\nExample:\n  $ saidso event e_5be1')
    .action(async (id: string, options: { db: string; json?: true }) => {
      const { io } = context;
      const store = await openWithEvents(context, options.db);
      try {
        const found = store.event(id);
        if (found === null) throw new InputError(`no event has the id "${id}"; \`saidso events\` lists them`);
        io.stdout.write(
          `${options.json ? JSON.stringify(found) : renderEvent(found, store, { ink: inkFor(io), width: widthOf(io.stdout) })}\n`,
        );
      } finally {
        store.close();
      }
    });
