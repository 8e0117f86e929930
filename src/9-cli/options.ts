import { InvalidArgumentError, Option } from 'commander';
import type { Stage } from '../0-terms/stage.ts';
import { STAGES } from '../0-terms/stage.ts';

/** Options that several commands share, with one wording and one check each. */
export const dbOption = (): Option => new Option('--db <file>', 'the database').default('saidso.db');
export const jsonOption = (about: string): Option => new Option('--json', about);
export const codebookOption = (): Option => new Option('--codebook <dir>', 'read by the codebook in this folder');
export const publishedOption = (): Option =>
  new Option('--published <date>', 'the day the reports appeared, e.g. 2017-09-12').argParser(isoDay);
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
