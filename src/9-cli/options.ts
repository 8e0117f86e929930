import { availableParallelism } from 'node:os';
import { InvalidArgumentError, Option } from 'commander';
import { InputError } from '../0-terms/errors.ts';
import type { Stage } from '../0-terms/stage.ts';
import { STAGES } from '../0-terms/stage.ts';
import type { Io } from './io.ts';

/** Options that several commands share, with one wording and one check each. */
export const dbOption = (): Option => new Option('--db <file>', 'the database').default('saidso.db');
export const jsonOption = (about: string): Option => new Option('--json', about);
export const codebookOption = (): Option => new Option('--codebook <dir>', 'read by the codebook in this folder');
export const publishedOption = (): Option =>
  new Option('--published <date>', 'the day the reports appeared, e.g. 2017-09-12').argParser(isoDay);
export const columnsOption = (): Option =>
  new Option('--columns <map>', 'which column of a table is what, e.g. text=body,title=head').argParser(columnMap);
export const allowPrivateOption = (): Option => new Option('--allow-private', "also read addresses of this machine's own network");
export const contactOption = (): Option => new Option('--contact <how>', 'an address or e-mail that sites are shown with each request');
export const delayOption = (): Option =>
  new Option('--delay <seconds>', 'pause between two requests to one host, 0 to 60').argParser(wholeNumber(0, 60)).default(2);
export const jobsOption = (): Option =>
  new Option('--jobs <n>', 'read on so many threads, each with its own models; 1 reads without any')
    .argParser(wholeNumber(1, 64))
    .default(Math.min(64, availableParallelism()), 'one for each core');
export const limitOption = (): Option => new Option('--limit <n>', 'how many to show, 1 to 500').argParser(wholeNumber(1, 500)).default(50);
export const afterOption = (): Option => new Option('--after <cursor>', 'go on from where a list ended');
export const stageOption = (): Option => new Option('--stage <stage>', 'how far the act got').choices([...STAGES]);

export function isoDay(value: string): string {
  const time = Date.parse(`${value}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) {
    throw new InvalidArgumentError('Give a day as YYYY-MM-DD, e.g. 2017-09-12.');
  }
  return value;
}

const COLUMN_FIELDS = ['text', 'title', 'url', 'date', 'publisher', 'byline'];

/** `text=body,title=head` as `{text: 'body', title: 'head'}`. */
export function columnMap(value: string): Readonly<Record<string, string>> {
  const pairs = value.split(',').map((pair) => /^\s*(\w+)\s*=\s*(.*\S)\s*$/.exec(pair));
  if (pairs.some((pair) => pair === null || !COLUMN_FIELDS.includes(pair[1] ?? '')))
    throw new InvalidArgumentError(`Give pairs such as text=body; the fields are ${COLUMN_FIELDS.join(', ')}.`);
  return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']));
}

/** Options of the commands that read inputs. */
export interface InputOptions {
  readonly published?: string;
  readonly columns?: Readonly<Record<string, string>>;
  readonly allowPrivate?: true;
  readonly contact?: string;
  /** Seconds between two requests to one host. */
  readonly delay?: number;
}

/** What the floors below are told of them. */
export interface InputWays extends Omit<InputOptions, 'delay'> {
  readonly delaySeconds?: number;
}

/** The part of a command's options that says how inputs are read; a network that is opened is said on standard error. */
export function inputOptions({ published, columns, allowPrivate, contact, delay }: InputOptions, io: Io): InputWays {
  if (delay === 0 && !allowPrivate)
    throw new InputError('--delay 0: other people’s servers are asked with a pause; give 1 or more, or add --allow-private for your own');
  if (allowPrivate)
    io.stderr.write('saidso: PRIVATE ADDRESSES ALLOWED: pages of this machine and its network are read, and whatever a page sends on to\n');
  return {
    ...(published === undefined ? {} : { published }),
    ...(columns === undefined ? {} : { columns }),
    ...(allowPrivate === undefined ? {} : { allowPrivate }),
    ...(contact === undefined ? {} : { contact }),
    ...(delay === undefined ? {} : { delaySeconds: delay }),
  };
}

export function countryCode(value: string): string {
  if (!/^[A-Za-z]{2}$/.test(value)) throw new InvalidArgumentError('Give a country as its two letters, e.g. PK.');
  return value.toUpperCase();
}

export const wholeNumber =
  (low: number, high: number) =>
  (value: string): number => {
    const n = Number(value);
    if (!Number.isInteger(n) || n < low || n > high) throw new InvalidArgumentError(`Give a whole number from ${low} to ${high}.`);
    return n;
  };

export interface ListOptions {
  readonly db: string;
  readonly json?: true;
  readonly limit: number;
  readonly after?: string;
}
export interface ClaimListOptions extends ListOptions {
  readonly type?: string;
  readonly country?: string;
  readonly since?: string;
  readonly until?: string;
  readonly stage?: Stage;
  readonly report?: string;
}
