import { Command } from 'commander';
import { toJson } from '../../7-records/json.ts';
import { statement } from '../../7-records/statement.ts';
import { ingest } from '../../ingest.ts';
import type { Context } from '../context.ts';
import { complain } from '../context.ts';
import { harmless } from '../harmless.ts';
import { inkFor } from '../ink.ts';
import { widthOf } from '../io.ts';
import type { InputOptions } from '../options.ts';
import { allowPrivateOption, codebookOption, columnsOption, contactOption, inputOptions, jsonOption, publishedOption } from '../options.ts';
import { progress } from '../progress.ts';
import { renderRecord } from '../render-record.ts';

interface ReadOptions extends InputOptions {
  readonly json?: true;
  readonly quiet?: true;
  readonly codebook?: string;
}

/** `saidso read`: prints the record of each input; keeps nothing. */
export const read = (context: Context): Command =>
  new Command('read')
    .description('Read reports and print what they claim. Nothing is kept.')
    .argument('<input...>', 'file, folder or archive of reports, URL of a page, feed or list, or - for standard input')
    .addOption(publishedOption())
    .addOption(columnsOption())
    .addOption(allowPrivateOption())
    .addOption(contactOption())
    .addOption(jsonOption('one JSON object a report, a line each'))
    .option('--quiet', 'one line a claim, nothing else')
    .addOption(codebookOption())
    .addHelpText(
      'after',
      `
In the sentence under a claim the word that tells the act stands *so*, the
words of its values stand [so]; with colour they are underlined.

Examples:
  $ saidso read report.html
  $ saidso read --published 2017-09-12 report.txt
  $ pbpaste | saidso read -
  $ saidso read --json reports/ > records.jsonl`,
    )
    .action(async (inputs: string[], options: ReadOptions) => {
      const { io, tools } = context;
      const reader = await tools.reader(options.codebook);
      const sheet = { ink: inkFor(io), width: widthOf(io.stdout) };
      // Where the records themselves scroll by on the terminal, they are the progress.
      const line = progress(io, 'Read', io.stdout.isTTY !== true && options.quiet !== true);
      let printed = 0;
      for await (const one of ingest({
        pages: tools.collect(inputs, inputOptions(options, io)),
        read: reader.read,
      })) {
        if ('error' in one) {
          line.clear();
          complain(io, one.error.message);
          context.fail();
          continue;
        }
        const record = toJson(one.coded);
        if (options.json) io.stdout.write(`${JSON.stringify(record)}\n`);
        else if (options.quiet) for (const claim of record.claims) io.stdout.write(`${harmless(statement(claim, record).line)}\n`);
        else
          io.stdout.write(
            `${printed > 0 ? `\n${sheet.ink.paint('dim', '─'.repeat(sheet.width))}\n\n` : ''}${renderRecord(record, one.source, sheet)}\n`,
          );
        printed++;
        line.step(one.source);
      }
      line.clear();
    });
