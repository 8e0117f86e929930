import { Command, CommanderError } from 'commander';
import { CodebookError, InputError, StoreError } from '../0-terms/errors.ts';
import { add } from './commands/add.ts';
import { backup } from './commands/backup.ts';
import { captures } from './commands/captures.ts';
import { changes } from './commands/changes.ts';
import { claims } from './commands/claims.ts';
import { codebook } from './commands/codebook.ts';
import { decide } from './commands/decide.ts';
import { diff } from './commands/diff.ts';
import { event } from './commands/event.ts';
import { events } from './commands/events.ts';
import { explain } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { forget } from './commands/forget.ts';
import { importCommand } from './commands/import.ts';
import { publish } from './commands/publish.ts';
import { read } from './commands/read.ts';
import { reports } from './commands/reports.ts';
import { restore } from './commands/restore.ts';
import { search } from './commands/search.ts';
import { serve } from './commands/serve.ts';
import { show } from './commands/show.ts';
import { sources } from './commands/sources.ts';
import { verify } from './commands/verify.ts';
import { watch } from './commands/watch.ts';
import type { Context, ExitCode, Tools } from './context.ts';
import { complain } from './context.ts';
import type { Io } from './io.ts';
import { widthOf } from './io.ts';

/** Every command, in the order of `--help`. */
const COMMANDS: readonly ((context: Context) => Command)[] = [
  read,
  add,
  watch,
  sources,
  reports,
  claims,
  events,
  event,
  search,
  decide,
  changes,
  show,
  explain,
  captures,
  diff,
  verify,
  forget,
  exportCommand,
  importCommand,
  backup,
  restore,
  serve,
  publish,
  codebook,
];

/**
 * Runs the command line. `argv` without the program's own name.
 * Gives the exit code: 0 done, 1 some input could not be read or kept, 2 wrong usage. Never throws for what a user did.
 */
export async function main(argv: readonly string[], io: Io, tools: Tools): Promise<ExitCode> {
  let code: ExitCode = 0;
  const context: Context = {
    io,
    tools,
    fail: () => {
      code = 1;
    },
  };
  try {
    await program(context).parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return failure(error, io);
  }
}

function program(context: Context): Command {
  const { io, tools } = context;
  const root = new Command('saidso')
    .description(
      'Reads news reports of political violence and keeps a sourced record:\nwho did what to whom, when and where, with what outcome, and on whose say-so.',
    )
    .version(tools.version(), '-V, --version')
    .addHelpText(
      'after',
      `
Examples:
  $ saidso read report.html           print what a report claims
  $ saidso add reports/               keep a folder of reports in saidso.db
  $ saidso claims --type bombing      ask the database
  $ saidso serve                      see it as a page

Exit codes: 0 done, 1 some input could not be read, 2 wrong usage.`,
    );
  const setUp = (command: Command, hint: string): void => {
    command.exitOverride().configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text) => {
        complain(
          io,
          `${text
            .trim()
            .replace(/^error: /, '')
            .replace(/\.?$/, '')}; see \`${hint} --help\``,
        );
      },
      getOutHelpWidth: () => widthOf(io.stdout),
      getErrHelpWidth: () => widthOf(io.stderr),
    });
  };
  setUp(root, 'saidso');
  for (const make of COMMANDS) {
    const command = make(context);
    setUp(command, `saidso ${command.name()}`);
    for (const inner of command.commands) setUp(inner, `saidso ${command.name()} ${inner.name()}`);
    root.addCommand(command);
  }
  return root;
}

function failure(error: unknown, io: Io): ExitCode {
  // Commander has said its line already; asking for help or the version is no mistake.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof InputError || error instanceof StoreError || error instanceof CodebookError) {
    complain(io, error.message);
    return 1;
  }
  const said = error instanceof Error ? error.message : String(error);
  complain(io, `failed, by a fault of Saidso: ${said}; please report it${io.env['SAIDSO_DEBUG'] ? '' : ' (SAIDSO_DEBUG=1 shows where)'}`);
  if (io.env['SAIDSO_DEBUG'] && error instanceof Error) io.stderr.write(`${error.stack ?? ''}\n`);
  return 1;
}
