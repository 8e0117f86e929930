import { existsSync } from 'node:fs';

const CHROMIUMS = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The Chromium of this machine; undefined where there is none. */
export const executablePath: string | undefined = CHROMIUMS.find((path) => path !== undefined && existsSync(path));
