#!/usr/bin/env node
import { main } from './main.ts';
import { realTools } from './tools.ts';

let waiting: (() => void) | null = null;

// A reader of the pipe that has seen enough (`saidso read x | head`) ends the run without a complaint.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.stderr.on('error', () => undefined);
process.on('SIGINT', interrupted);
process.on('SIGTERM', interrupted);

function interrupted(): void {
  if (waiting === null) {
    // The database commits a report as a whole, so stopping between two is safe at any moment.
    process.stderr.write('\n');
    process.exit(130);
  }
  waiting();
}

const code = await main(
  process.argv.slice(2),
  {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    now: () => performance.now(),
    untilInterrupted: () => new Promise((resolve) => (waiting = resolve)),
  },
  realTools(process.stdin),
);
// Connections that are kept alive must not hold the process; output must be out first.
process.stdout.write('', () => process.exit(code));
