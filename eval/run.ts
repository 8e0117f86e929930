// The one door to every measurement: npm run -s eval -- TASK [--data PATH] [--json] [--upper] [--part P]
import { parseArgs } from 'node:util';
import { inputFor } from './open-data.ts';
import { TASKS } from './tasks/index.ts';

const { values, positionals, tokens } = parseArgs({
  allowPositionals: true,
  strict: false,
  tokens: true,
  options: {
    data: { type: 'string' },
    part: { type: 'string' },
    lower: { type: 'string' },
    first: { type: 'string' },
    times: { type: 'string' },
    reports: { type: 'string' },
    to: { type: 'string' },
    record: { type: 'string' },
    json: { type: 'boolean' },
    upper: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});

/** The list of tasks with what each measures. */
async function list(): Promise<string> {
  const rows: string[] = [];
  for (const [name, load] of Object.entries(TASKS)) {
    const { task } = await load();
    rows.push(`  ${name.padEnd(12)} ${task.about}`, `  ${''.padEnd(12)} open data: ${task.open ?? 'eval/floors.json'}`);
  }
  return ['npm run -s eval -- TASK [--data PATH] [--json] [--upper] [--part P]', '', ...rows].join('\n');
}

async function main(): Promise<number> {
  const name = positionals[0];
  if (name === undefined) {
    console.log(await list());
    return values['help'] ? 0 : 2;
  }
  const load = Object.hasOwn(TASKS, name) ? TASKS[name] : undefined;
  if (!load) {
    console.error(`no task "${name}"; the tasks are: ${Object.keys(TASKS).join(', ')}`);
    return 2;
  }
  const { task } = await load();
  if (values['help']) {
    console.log(`${task.name}: ${task.about}\nopen data: ${task.open ?? 'eval/floors.json'}`);
    return 0;
  }
  const own = new Set(['data', 'part', 'json', 'upper', 'help']);
  const options: Record<string, string | true> = {};
  for (const token of tokens ?? []) {
    if (token.kind === 'option' && !own.has(token.name)) options[token.name] = token.value ?? true;
  }
  const asString = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  const input = inputFor(task, {
    data: asString(values['data']),
    part: asString(values['part']),
    upper: values['upper'] === true,
    options,
  });
  if ('missing' in input) {
    console.error(input.missing);
    return 2;
  }
  const result = await task.run(input);
  if (result.table) console.log(result.table);
  if (values['json']) console.log(JSON.stringify({ task: task.name, ...result.keys }));
  return result.failed ? 1 : 0;
}

process.exitCode = await main();
