import { Command } from 'commander';
import type { PutOutcome } from '../../7-records/store.ts';
import { ingest } from '../../ingest.ts';
import type { Context } from '../context.ts';
import { complain } from '../context.ts';
import { counted } from '../counted.ts';
import { expectedPages } from '../expected-pages.ts';
import type { InputOptions } from '../options.ts';
import {
  allowPrivateOption,
  codebookOption,
  columnsOption,
  contactOption,
  dbOption,
  delayOption,
  inputOptions,
  jobsOption,
  publishedOption,
} from '../options.ts';
import { progress } from '../progress.ts';

interface AddOptions extends InputOptions {
  readonly db: string;
  readonly quiet?: true;
  readonly again?: true;
  readonly codebook?: string;
  readonly jobs: number;
}

/** `saidso add`: reads each input and keeps its record. */
export const add = (context: Context): Command =>
  new Command('add')
    .description('Read reports and keep them in a database. Adding the same again changes nothing.')
    .argument('<input...>', 'file, folder or archive of reports, URL of a page, feed or list, or - for standard input')
    .addOption(dbOption())
    .addOption(publishedOption())
    .addOption(columnsOption())
    .addOption(allowPrivateOption())
    .addOption(contactOption())
    .addOption(delayOption())
    .option('--quiet', 'say only what could not be read')
    .option('--again', 'also keep what was removed by `saidso forget`')
    .addOption(codebookOption())
    .addOption(jobsOption())
    .addHelpText(
      'after',
      `
Examples:
  $ saidso add reports/
  $ saidso add --db sahel.db https://example.org/news/123`,
    )
    .action(async (inputs: string[], options: AddOptions) => {
      const { io, tools } = context;
      const store = await tools.open(options.db);
      const line = progress(io, 'Added', options.quiet !== true, () => expectedPages(inputs));
      const tally: Record<PutOutcome, number> = { added: 0, updated: 0, copy: 0, unchanged: 0, forgotten: 0 };
      let claims = 0;
      let failed = 0;
      try {
        const reader = await tools.reader(options.codebook);
        const { readers } = reader;
        const pages = tools.collect(inputs, inputOptions(options, io));
        for await (const one of ingest({
          pages,
          read: reader.read,
          keep: { store, reading: reader.reading, again: options.again === true },
          ...(readers !== undefined && options.jobs > 1 ? { readers: () => readers(options.jobs) } : {}),
        })) {
          if ('error' in one) {
            failed++;
            line.clear();
            complain(io, one.error.message);
            context.fail();
            continue;
          }
          if (one.kept !== null) tally[one.kept]++;
          if (one.kept === 'forgotten') {
            line.clear();
            complain(io, `${one.source}: was removed from ${options.db} by \`saidso forget\` and is not kept; --again keeps it`);
          }
          if (one.kept === 'added' || one.kept === 'updated') claims += one.coded.claims.length;
          line.step(one.source);
        }
      } finally {
        line.clear();
        store.close();
      }
      if (options.quiet !== true) io.stdout.write(`${summary(tally, claims, failed, options.db)}\n`);
    });

/** "2 reports added (11 claims), 1 already there — saidso.db" */
function summary(tally: Readonly<Record<PutOutcome, number>>, claims: number, failed: number, db: string): string {
  const parts: string[] = [];
  if (tally.added > 0) parts.push(`${counted(tally.added, 'report')} added`);
  if (tally.updated > 0) parts.push(`${counted(tally.updated, 'report')} read anew`);
  if (parts.length > 0) parts[parts.length - 1] += ` (${counted(claims, 'claim')})`;
  if (tally.copy > 0) parts.push(`${counted(tally.copy, 'copy', 'copies')} of reports already there`);
  if (tally.unchanged > 0) parts.push(`${counted(tally.unchanged, 'report')} already there`);
  if (tally.forgotten > 0) parts.push(`${counted(tally.forgotten, 'report')} forgotten before`);
  if (failed > 0) parts.push(`${counted(failed, 'input')} not read`);
  return `${parts.length > 0 ? parts.join(', ') : 'nothing to add'} — ${db}`;
}
