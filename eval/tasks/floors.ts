import { readFileSync, writeFileSync } from 'node:fs';
import { inputFor, openData } from '../open-data.ts';
import type { Task, TaskInput } from '../task.ts';
import { TASKS } from './index.ts';

/** One measurement with the scores that it may not fall below. */
export interface Pinned {
  /** The task of the door; the name of the entry when it is missing. */
  readonly task?: string;
  /** Open data other than the task's own, e.g. `corpora/gum-open/dev`. */
  readonly data?: string;
  readonly part?: string;
  readonly upper?: boolean;
  /** Whether `--quick` takes it in: under about 20 seconds. */
  readonly quick: boolean;
  readonly floors: Record<string, number>;
}
export type Floors = Record<string, Pinned>;

const FILE = new URL('../floors.json', import.meta.url);

export const task: Task = {
  name: 'floors',
  about: 'every measurement pinned in eval/floors.json; fails when a score falls (--quick, --raise, --lower NAME.KEY)',
  open: null,
  async run({ data, options }) {
    const file = data === '' ? FILE : data;
    const floors = JSON.parse(readFileSync(file, 'utf8')) as Floors;
    const lower = typeof options?.['lower'] === 'string' ? options['lower'] : undefined;
    const lines: string[] = [];
    const tally = { passed: 0, failed: 0, skipped: 0 };
    const say = (outcome: keyof typeof tally, line: string): void => {
      tally[outcome] += 1;
      lines.push(line);
    };
    for (const [name, pinned] of Object.entries(floors)) {
      if (options?.['quick'] && !pinned.quick) continue;
      if (lower !== undefined && !lower.startsWith(`${name}.`)) continue;
      const reached = await measure(name, pinned);
      if ('missing' in reached) {
        say('skipped', `skipped  ${reached.missing}`);
        continue;
      }
      for (const [key, floor] of Object.entries(pinned.floors)) {
        const score = reached.keys[key];
        if (typeof score !== 'number') {
          say('failed', `FAILED   ${name}.${key}: ${reached.why ?? 'the task gives no such score'}`);
          continue;
        }
        const next = settled(floor, score, { raise: options?.['raise'] === true, lower: lower === `${name}.${key}` });
        pinned.floors[key] = next;
        const moved = next === floor ? '' : ` (floor moved to ${next})`;
        const line = `${name}.${key}: floor ${floor}, reached ${score.toFixed(4)}${moved}`;
        if (score < next) say('failed', `FAILED   ${line}`);
        else say('passed', `ok       ${line}`);
      }
    }
    if (options?.['raise'] || lower !== undefined) writeFileSync(file, `${JSON.stringify(floors, null, 2)}\n`);
    lines.push(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
    return { keys: tally, table: lines.join('\n'), failed: tally.failed > 0 };
  },
};

/** The floor after this run: never lower unless that very key was named, never higher unless asked. Three decimals, rounded down. */
export function settled(floor: number, score: number, asked: { readonly raise: boolean; readonly lower: boolean }): number {
  const reached = Math.floor(score * 1000) / 1000;
  if (asked.lower) return reached;
  return asked.raise ? Math.max(floor, reached) : floor;
}

/** The scores of one measurement; `missing` when its data is not here; `why` when it broke. */
async function measure(
  name: string,
  pinned: Pinned,
): Promise<{ readonly missing: string } | { readonly keys: Readonly<Record<string, unknown>>; readonly why?: string }> {
  const load = TASKS[pinned.task ?? name];
  if (!load) return { keys: {}, why: `no task "${pinned.task ?? name}"` };
  const { task: measured } = await load();
  const data = pinned.data === undefined ? undefined : openData(pinned.data);
  const input: TaskInput | { missing: string } = inputFor(measured, { data, part: pinned.part, upper: pinned.upper });
  if ('missing' in input) return input;
  try {
    return { keys: (await measured.run(input)).keys };
  } catch (error) {
    return { keys: {}, why: `the task broke: ${error instanceof Error ? error.message : String(error)}` };
  }
}
