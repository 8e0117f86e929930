import { Argument, Command } from 'commander';
import { InputError } from '../../0-terms/errors.ts';
import type { EventType } from '../../5-claims/codebook/codebook.ts';
import type { Context } from '../context.ts';
import { complain } from '../context.ts';
import { counted } from '../counted.ts';
import { inkFor } from '../ink.ts';
import { widthOf } from '../io.ts';
import { codebookOption } from '../options.ts';
import type { Sheet } from '../render-record.ts';
import { fitted, run, wrap } from '../wrap.ts';

/** `saidso codebook check|list|show`: for those who write what counts. */
export const codebook = (context: Context): Command => {
  const { io, tools } = context;
  const sheet = (): Sheet => ({ ink: inkFor(io), width: widthOf(io.stdout) });

  const check = new Command('check')
    .description('Run every example and counter-example of a codebook, and find rules that no example fires.')
    .addArgument(new Argument('[dir]', 'the codebook folder; without it the one that comes with Saidso'))
    .addHelpText('after', '\nExample:\n  $ saidso codebook check my-codebook/')
    .action(async (dir: string | undefined) => {
      const reader = await tools.reader(dir);
      const faults = await reader.check();
      for (const fault of faults) complain(io, `${fault.file}:${fault.line}: ${fault.text}`);
      const examples = reader.codebook.types.reduce((sum, type) => sum + type.examples.length + type.not.length, 0);
      io.stdout.write(
        `${reader.codebook.name} ${reader.codebook.version}: ${counted(reader.codebook.types.length, 'type')}, ${counted(examples, 'example')}, ${faults.length === 0 ? 'no faults' : counted(faults.length, 'fault')}\n`,
      );
      if (faults.length > 0) context.fail();
    });

  const list = new Command('list')
    .description('List the event types, by family.')
    .addOption(codebookOption())
    .addHelpText('after', '\nExample:\n  $ saidso codebook list')
    .action(async (options: { codebook?: string }) => {
      const { codebook: book } = await tools.reader(options.codebook);
      const { ink, width } = sheet();
      for (const family of book.families) {
        const types = book.types.filter((type) => type.family === family);
        if (types.length === 0) continue;
        io.stdout.write(`${ink.paint('dim', family.toUpperCase())}\n`);
        for (const type of types)
          io.stdout.write(
            `${wrap([run(type.definition)], ink, { width, first: `  ${ink.paint('head', fitted(type.id, 20))}  `, indent: 24 }).join('\n')}\n`,
          );
      }
      io.stderr.write(`${book.name} ${book.version}: ${counted(book.types.length, 'type')}.\n`);
    });

  const show = new Command('show')
    .description('Show an event type: definition, roles, rules, examples.')
    .argument('<type>', 'id of the type, e.g. bombing')
    .addOption(codebookOption())
    .addHelpText('after', '\nExample:\n  $ saidso codebook show bombing')
    .action(async (id: string, options: { codebook?: string }) => {
      const { codebook: book } = await tools.reader(options.codebook);
      const type = book.types.find((one) => one.id === id);
      if (type === undefined) throw new InputError(`the codebook ${book.name} has no type "${id}"; \`saidso codebook list\` lists them`);
      io.stdout.write(`${renderType(type, sheet()).join('\n')}\n`);
    });

  return new Command('codebook')
    .description('Check, list or show what counts as an event.')
    .addHelpText('after', '\nExample:\n  $ saidso codebook show bombing')
    .addCommand(check)
    .addCommand(list)
    .addCommand(show);
};

function renderType(type: EventType, { ink, width }: Sheet): string[] {
  const item = (text: string): string[] => wrap([run(text)], ink, { width, first: '  · ', indent: 4 });
  const part = (name: string): string[] => ['', ink.paint('dim', name)];
  const lines = [
    ink.paint('title', type.label),
    ...wrap([run(type.definition)], ink, { width }),
    ink.paint('dim', `${type.id}, family ${type.family}, ${type.at.file}:${type.at.line}`),
  ];
  const crosswalk = Object.entries(type.crosswalk).map(([name, code]) => `${name} ${code}`);
  if (crosswalk.length > 0) lines.push(...wrap([run(`Elsewhere: ${crosswalk.join(', ')}`)], ink, { width }));
  lines.push(...part('ROLES'), ...Object.entries(type.roles).flatMap(([role, kinds]) => item(`${role}: ${kinds.join(', ')}`)));
  lines.push(...part('RULES'));
  for (const rule of type.rules) {
    const what = [
      rule.phrase?.join(' ') ?? [...rule.lemma].join(', '),
      ...(rule.stage ? [`always ${rule.stage}`] : []),
      ...(rule.toll ? [`toll: ${rule.toll}`] : []),
      ...(rule.weak ? ['only beside other claims'] : []),
    ];
    lines.push(...wrap([run(rule.id, 'strong'), run(` (${rule.pos}): ${what.join('; ')}`)], ink, { width, first: '  · ', indent: 4 }));
  }
  lines.push(...part('EXAMPLES'), ...type.examples.flatMap(({ text }) => item(text)));
  if (type.not.length > 0) lines.push(...part('NOT'), ...type.not.flatMap(({ text }) => item(text)));
  return lines;
}
