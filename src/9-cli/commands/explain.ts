import { Command } from 'commander';
import type { Context } from '../context.ts';
import { inkFor } from '../ink.ts';
import { widthOf } from '../io.ts';
import { keptItem } from '../kept-item.ts';
import { dbOption, jsonOption } from '../options.ts';
import { explained, renderExplained } from '../render-explain.ts';

/** `saidso explain`: what every value of a claim stands on. */
export const explain = (context: Context): Command =>
  new Command('explain')
    .description('Explain a claim: for every value the words, the rule or model, and why.')
    .argument('<id>', 'id of a claim (c_…), or of a report (r_…) for all its claims')
    .addOption(dbOption())
    .addOption(jsonOption('one JSON object a claim, a line each'))
    .addHelpText('after', '\nExample:\n  $ saidso explain c_41f0')
    .action(async (id: string, options: { db: string; json?: true }) => {
      const { io, tools } = context;
      const store = await tools.open(options.db, { create: false });
      try {
        const { kept, claim } = keptItem(store, id);
        const { record, reading } = kept;
        const sheet = { ink: inkFor(io), width: widthOf(io.stdout) };
        const all = claim ? [claim] : record.claims;
        for (const one of all) {
          if (options.json)
            io.stdout.write(`${JSON.stringify({ claim: one.id, report: record.report.id, reading, values: explained(one, record) })}\n`);
          else io.stdout.write(`${renderExplained(one, record, sheet)}\n\n`);
        }
        if (!options.json)
          io.stdout.write(
            `${sheet.ink.paint('dim', all.length > 0 ? `Read by the codebook ${reading.codebook}, Saidso ${reading.software}.` : 'This report has no claims.')}\n`,
          );
      } finally {
        store.close();
      }
    });
