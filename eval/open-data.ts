import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Task, TaskInput } from './task.ts';

const shared = resolve(fileURLToPath(new URL('.', import.meta.url)), '..', '..', 'shared');

/** Where a path of open data lies on this machine: beside the repository, or under `SAIDSO_CORPORA` for `corpora/…`. */
export function openData(path: string): string {
  const corpora = process.env['SAIDSO_CORPORA'];
  return corpora && path.startsWith('corpora') ? join(corpora, path.slice('corpora'.length)) : join(shared, path);
}

/** The flags of one measurement, before the data is looked for. */
export interface Asked {
  readonly data?: string | undefined;
  readonly part?: string | undefined;
  readonly upper?: boolean | undefined;
  readonly options?: Readonly<Record<string, string | true>>;
}

/** What a task is to be given, or the one line that says which data is missing and what to do. */
export function inputFor(task: Task, asked: Asked): TaskInput | { readonly missing: string } {
  const rest = { upper: asked.upper ?? false, options: asked.options ?? {} };
  if (asked.data !== undefined) {
    const data = resolve(asked.data);
    if (!existsSync(data)) return { missing: `${task.name}: no data at ${data}; give a folder or file that is there with --data` };
    return { data, part: asked.part, ...rest };
  }
  if (task.open === null) return { data: '', part: asked.part, ...rest };
  const data = openData(task.open);
  if (!existsSync(data)) {
    const missing = `${task.name}: no data at ${data}; give the folder with --data PATH, or the folder that holds the corpora with SAIDSO_CORPORA=DIR`;
    return { missing };
  }
  return { data, part: asked.part ?? task.openPart, ...rest };
}
