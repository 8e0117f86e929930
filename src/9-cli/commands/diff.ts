import { Command } from 'commander';
import { InputError } from '../../0-terms/errors.ts';
import type { KeptCapture } from '../../7-records/captures.ts';
import type { Store } from '../../7-records/store.ts';
import { type Change, textChanges } from '../../7-records/text-diff.ts';
import type { Context } from '../context.ts';
import { complain } from '../context.ts';
import { counted } from '../counted.ts';
import { harmless } from '../harmless.ts';
import type { Tone } from '../ink.ts';
import { inkFor } from '../ink.ts';
import { widthOf } from '../io.ts';
import { dbOption, jsonOption } from '../options.ts';
import { run, wrap } from '../wrap.ts';

const TONES: Readonly<Record<Change['kind'], Tone>> = { same: 'plain', gone: 'bad', new: 'good' };
const MARKS: Readonly<Record<Change['kind'], readonly [string, string]>> = { same: ['', ''], gone: ['[-', '-]'], new: ['{+', '+}'] };

/** `saidso diff`: how a page changed between its last two captures. */
export const diff = (context: Context): Command =>
  new Command('diff')
    .description('Show what changed in a page between its two newest captures with different texts.')
    .argument('<place>', 'address or path of a page that was added more than once')
    .addOption(dbOption())
    .addOption(jsonOption('the captures and the changes as one JSON object'))
    .addHelpText(
      'after',
      '\nWords that went stand [-so-], words that came {+so+}.\n\nExample:\n  $ saidso diff https://example.org/news/123',
    )
    .action(async (place: string, options: { db: string; json?: true }) => {
      const { io, tools } = context;
      const store = await tools.open(options.db, { create: false });
      try {
        const all = store.captures(place);
        const captures = all.filter(({ report }) => report !== null);
        const newer = captures[0];
        if (all[0] === undefined) throw new InputError(`${place}: was never captured in ${options.db}; \`saidso add\` keeps it`);
        if (newer === undefined)
          throw new InputError(`${place}: no capture of it holds an article (${all[0].noArticle}); there are no texts to compare`);
        if (all[0] !== newer)
          complain(
            io,
            `${harmless(place)}: the newest capture, ${all[0].at}, is no article (${all[0].noArticle}); the texts before it are compared`,
          );
        const older = captures.find(({ textSha256 }) => textSha256 !== newer.textSha256);
        if (older === undefined) {
          if (options.json) io.stdout.write(`${JSON.stringify({ newer, older: null, changes: [] })}\n`);
          else io.stdout.write(`${counted(captures.length, 'capture')} of ${harmless(place)}, the text is the same in all: ${newer.at}\n`);
          return;
        }
        const changes = textChanges(textOf(store, older), textOf(store, newer));
        if (options.json) {
          io.stdout.write(`${JSON.stringify({ newer, older, changes })}\n`);
          return;
        }
        const ink = inkFor(io);
        const width = widthOf(io.stdout);
        io.stdout.write(
          `${ink.paint('title', harmless(place))}\n${ink.paint('dim', `capture ${older.n}, ${older.at} → capture ${newer.n}, ${newer.at}`)}\n`,
        );
        let passed = 0;
        const skip = (): void => {
          if (passed > 0) io.stdout.write(`\n${ink.paint('dim', `… ${counted(passed, 'paragraph')} unchanged`)}\n`);
          passed = 0;
        };
        for (const paragraph of changes) {
          if (paragraph.every(({ kind }) => kind === 'same')) {
            passed += 1;
            continue;
          }
          skip();
          const runs = paragraph.map(({ kind, text }) => {
            const blank = /^\s*/.exec(text)?.[0] ?? '';
            const words = harmless(text.slice(blank.length));
            return run(`${blank === '' ? '' : ' '}${ink.colour ? words : MARKS[kind][0] + words + MARKS[kind][1]}`, TONES[kind]);
          });
          io.stdout.write(`\n${wrap(runs, ink, { width }).join('\n')}\n`);
        }
        skip();
      } finally {
        store.close();
      }
    });

function textOf(store: Store, { report, n }: KeptCapture): string {
  const kept = report === null ? null : store.report(report);
  if (kept === null) throw new InputError(`capture ${n}: its report ${report} is missing; \`saidso verify\` says what else is`);
  return kept.record.report.text;
}
