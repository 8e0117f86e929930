import { Command } from 'commander';
import type { Context } from '../context.ts';
import { inkFor } from '../ink.ts';
import { widthOf } from '../io.ts';
import { keptItem } from '../kept-item.ts';
import { dbOption, jsonOption } from '../options.ts';
import { renderClaim, renderHead, renderRecord } from '../render-record.ts';

/** `saidso show`: a kept report, or one claim of it. */
export const show = (context: Context): Command =>
  new Command('show')
    .description('Show a kept report or claim.')
    .argument('<id>', 'id of a report (r_…) or claim (c_…), or its beginning')
    .addOption(dbOption())
    .addOption(jsonOption('the record of the report, or the claim alone, as JSON'))
    .addHelpText('after', '\nExample:\n  $ saidso show r_5be1')
    .action(async (id: string, options: { db: string; json?: true }) => {
      const { io, tools } = context;
      const store = await tools.open(options.db, { create: false });
      try {
        const { kept, claim } = keptItem(store, id);
        const { record, appearances } = kept;
        const sheet = { ink: inkFor(io), width: widthOf(io.stdout) };
        const source = appearances[0]?.source ?? '-';
        if (options.json) io.stdout.write(`${JSON.stringify(claim ?? record)}\n`);
        else if (claim) io.stdout.write(`${[...renderHead(record, source, sheet), '', ...renderClaim(claim, record, sheet)].join('\n')}\n`);
        else {
          const also = appearances.slice(1).map((one) => `Also at ${one.url ?? one.source}\n`);
          io.stdout.write(`${renderRecord(record, source, sheet)}\n${also.length > 0 ? `\n${sheet.ink.paint('dim', also.join(''))}` : ''}`);
        }
      } finally {
        store.close();
      }
    });
