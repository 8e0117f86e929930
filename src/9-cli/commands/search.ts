import { Command } from 'commander';
import type { Context } from '../context.ts';
import { counted } from '../counted.ts';
import { inkFor } from '../ink.ts';
import { widthOf } from '../io.ts';
import { dbOption, jsonOption, limitOption } from '../options.ts';
import { shortId } from '../short-id.ts';
import { run, wrap } from '../wrap.ts';

/** `saidso search`: reports that hold these words. */
export const search = (context: Context): Command =>
  new Command('search')
    .description(
      'Find kept reports by their words, the best first. All words must be there, in any form; "words in quotation marks" together.',
    )
    .argument('<words...>', 'what to look for')
    .addOption(dbOption())
    .addOption(jsonOption('one JSON object a report, a line each'))
    .addOption(limitOption())
    .addHelpText('after', '\nExample:\n  $ saidso search car bomb \'"police station"\'')
    .action(async (words: string[], options: { db: string; json?: true; limit: number }) => {
      const { io, tools } = context;
      const store = await tools.open(options.db, { create: false });
      try {
        // The shell takes the marks off a phrase; a word with a space in it was one.
        const asked = words.map((word) => (/\s/.test(word) && !word.includes('"') ? `"${word}"` : word)).join(' ');
        const hits = store.search(asked, options.limit);
        const ink = inkFor(io);
        const width = widthOf(io.stdout);
        for (const hit of hits) {
          if (options.json) io.stdout.write(`${JSON.stringify(hit)}\n`);
          else {
            const title = `${hit.title ?? 'Untitled'}${hit.publisher ? ` · ${hit.publisher}` : ''}${hit.published ? ` · ${hit.published}` : ''}`;
            const lines = [
              ...wrap([run(title, 'title')], ink, { width, first: `${ink.paint('dim', shortId(hit.id))}  `, indent: 12 }),
              ...wrap([run(hit.passage.replace(/\s+/g, ' '))], ink, { width, first: ' '.repeat(12), indent: 12 }),
            ];
            io.stdout.write(`${lines.join('\n')}\n`);
          }
        }
        io.stderr.write(`${hits.length === 0 ? 'Nothing found' : counted(hits.length, 'report')}.\n`);
      } finally {
        store.close();
      }
    });
