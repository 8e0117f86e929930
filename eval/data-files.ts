import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file itself, or every file under a folder, in order of names. */
export function everyFile(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((entry) => everyFile(join(path, entry)));
}

/** The objects of a file with one JSON object a line. */
export const jsonLines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as T);
