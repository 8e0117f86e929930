import { Command } from 'commander';
import type { KeptCapture } from '../../7-records/captures.ts';
import type { Context } from '../context.ts';
import { counted } from '../counted.ts';
import { harmless } from '../harmless.ts';
import type { Ink } from '../ink.ts';
import { inkFor } from '../ink.ts';
import { dbOption, jsonOption, wholeNumber } from '../options.ts';
import { shortId } from '../short-id.ts';

interface CapturesOptions {
  readonly db: string;
  readonly json?: true;
  readonly wacz?: string;
  readonly limit: number;
  readonly after: number;
}

/** `saidso captures`: what arrived and when, listed or exported as a web archive. */
export const captures = (context: Context): Command =>
  new Command('captures')
    .description('List what was captured, or export it as a web archive (WACZ) that replay software opens and `saidso add` reads.')
    .argument('[place]', 'only captures of this address or path')
    .addOption(dbOption())
    .option('--wacz <file>', 'write the captures with their bytes and digests to this file')
    .option('--limit <n>', 'how many to show, 1 to 500', wholeNumber(1, 500), 50)
    .option('--after <n>', 'go on after the capture of this number', wholeNumber(0, Number.MAX_SAFE_INTEGER), 0)
    .addOption(jsonOption('one JSON object a capture, a line each'))
    .addHelpText('after', '\nExamples:\n  $ saidso captures\n  $ saidso captures --wacz evidence.wacz https://example.org/news/123')
    .action(async (place: string | undefined, options: CapturesOptions) => {
      const { io, tools } = context;
      const store = await tools.open(options.db, { create: false });
      try {
        if (options.wacz !== undefined) {
          const { writeWacz } = await import('../../7-records/wacz/write-wacz.ts');
          const { captures: written, without } = writeWacz(options.wacz, store, {
            version: tools.version(),
            ...(place === undefined ? {} : { place }),
          });
          io.stdout.write(
            `${counted(written, 'capture')} exported${without === 0 ? '' : `, ${without} left out: their bytes were removed or are damaged`} — ${options.wacz}\n`,
          );
          return;
        }
        const ink = inkFor(io);
        const shown = store.capturesAfter(options.after, options.limit + 1, place);
        const more = shown.length > options.limit;
        for (const capture of shown.slice(0, options.limit))
          io.stdout.write(options.json ? `${JSON.stringify(capture)}\n` : lineOf(capture, ink));
        const last = shown[options.limit - 1];
        if (shown.length === 0)
          io.stderr.write(
            `No captures${place === undefined ? '' : ` of ${harmless(place)}`} in ${options.db}${options.after > 0 ? ' after that' : ' yet'}.\n`,
          );
        else if (more && last !== undefined) io.stderr.write(`More: --after ${last.n}\n`);
      } finally {
        store.close();
      }
    });

const lineOf = ({ n, at, source, report, noArticle, status, addresses, bytesSha256 }: KeptCapture, ink: Ink): string =>
  [
    `${String(n).padStart(6)}  ${at}  ${ink.paint('title', harmless(source))}\n`,
    `        ${ink.paint('dim', `${report === null ? `no article: ${noArticle}` : shortId(report)}, SHA-256 ${bytesSha256.slice(0, 16)}…${status === null ? '' : `, HTTP ${status}`}${addresses.length > 1 ? `, came by ${addresses.length - 1} ${addresses.length === 2 ? 'redirect' : 'redirects'}` : ''}`)}\n`,
  ].join('');
