import { Command } from 'commander';
import { InputError } from '../../0-terms/errors.ts';
import { EFFECTS } from '../../5-claims/coded-report.ts';
import { anchorOf, type ClaimAnchor, type CorrectedField, type Ruling } from '../../6-events/decision.ts';
import type { Store } from '../../7-records/store.ts';
import type { Context } from '../context.ts';
import { dbOption, jsonOption } from '../options.ts';
import { decisionLine } from '../render-event.ts';
import { shortId } from '../short-id.ts';
import { openWithEvents } from '../up-to-date.ts';

interface DecideOptions {
  readonly db: string;
  readonly why?: string;
  readonly by?: string;
}
const FIELDS: readonly CorrectedField[] = ['type', 'when', 'where', ...EFFECTS];

/** `saidso decide`: what a person rules, kept apart from what the machine finds, and undone one by one. */
export const decide = (context: Context): Command => {
  const make = (
    name: string,
    about: string,
    args: readonly (readonly [string, string])[],
    ruling: (store: Store, given: readonly string[]) => Ruling,
  ): Command => {
    const command = new Command(name).description(about);
    for (const [arg, what] of args) command.argument(arg, what);
    return command
      .addOption(dbOption())
      .option('--why <text>', 'the reason, for those who come after')
      .option('--by <name>', 'who decides; else the user of this machine')
      .addHelpText('after', `\nExample:\n  $ saidso decide ${name} ${EXAMPLES[name] ?? ''}`)
      .action(async (...given: unknown[]) => {
        const words = given.slice(0, args.length) as string[];
        const options = given[args.length] as DecideOptions;
        const store = await openWithEvents(context, options.db);
        try {
          const { env } = context.io;
          const decision = store.decide(options.by ?? env['USER'] ?? env['USERNAME'] ?? 'unknown', options.why ?? '', ruling(store, words));
          store.refreshEvents(await context.tools.merger());
          context.io.stdout.write(`${decisionLine(decision)}\nTake it back with: saidso decide undo ${shortId(decision.id)}\n`);
        } finally {
          store.close();
        }
      });
  };
  const two = [
    ['<id>', 'an event (e_…) or claim (c_…)'],
    ['<other>', 'another one'],
  ] as const;
  return new Command('decide')
    .description('Rule on events and claims: kept apart from what the machine finds, and undone one by one.')
    .addHelpText('after', '\nExample:\n  $ saidso decide same e_5be1 e_77ac --why "one blast, two names of the market"')
    .addCommand(make('same', 'Two events or claims are of one happening.', two, (store, [a, b]) => pair(store, 'same', a, b)))
    .addCommand(make('different', 'Two events or claims are of two happenings.', two, (store, [a, b]) => pair(store, 'different', a, b)))
    .addCommand(
      make('reject', 'A claim, or all claims of an event, are wrong.', [['<id>', 'an event or claim']], (store, [id]) => ({
        kind: 'reject',
        claims: anchors(store, id),
      })),
    )
    .addCommand(
      make(
        'correct',
        'Give the right value of an event; the machine’s stays beside it.',
        [
          ['<id>', 'an event or claim'],
          ['<field>', FIELDS.join(', ')],
          ['<value>', 'a whole number, a day, a type or a place'],
        ],
        (store, [id, field, value]) => correction(firstAnchor(store, id), field ?? '', value ?? ''),
      ),
    )
    .addCommand(
      make('note', 'Write something down beside an event; give it with --why.', [['<id>', 'an event or claim']], (store, [id]) => ({
        kind: 'note',
        claim: firstAnchor(store, id),
      })),
    )
    .addCommand(
      make('undo', 'Take a decision back.', [['<decision>', 'its id (d_…)']], (_, [id]) => ({ kind: 'undo', decision: id ?? '' })),
    )
    .addCommand(list(context));
};

const EXAMPLES: Readonly<Record<string, string>> = {
  same: 'e_5be1 e_77ac --why "one blast"',
  different: 'e_5be1 c_09aa --why "the one of last year"',
  reject: 'c_09aa --why "a film"',
  correct: 'e_5be1 killed 6 --why "the hospital’s list"',
  note: 'e_5be1 --why "ask the doctor"',
  undo: 'd_31c0',
};

const list = ({ io, tools }: Context): Command =>
  new Command('list')
    .description('List all decisions in the order of time.')
    .addOption(dbOption())
    .addOption(jsonOption('one JSON object a decision, a line each'))
    .addHelpText('after', '\nExample:\n  $ saidso decide list')
    .action(async (options: { db: string; json?: true }) => {
      const store = await tools.open(options.db, { create: false });
      try {
        for (const decision of store.decisions()) io.stdout.write(`${options.json ? JSON.stringify(decision) : decisionLine(decision)}\n`);
      } finally {
        store.close();
      }
    });

function pair(store: Store, kind: 'same' | 'different', a = '', b = ''): Ruling {
  const [one, two] = [firstAnchor(store, a), firstAnchor(store, b)];
  if (one.claim === two.claim) throw new InputError(`"${a}" and "${b}" are one and the same`);
  return { kind, a: one, b: two };
}

/** All claims of an event, or the one claim, as a person sees them now. */
function anchors(store: Store, id = ''): ClaimAnchor[] {
  if (!id.startsWith('c_')) {
    const event = store.event(id);
    const found = event?.claims.flatMap(({ report, claim }) => {
      const kept = store.report(report)?.record.claims.find((one) => one.id === claim);
      return kept === undefined ? [] : [anchorOf(report, kept)];
    });
    if (found !== undefined && found.length > 0) return found;
    if (id.startsWith('e_')) throw new InputError(`no event has the id "${id}"; \`saidso events\` lists them`);
  }
  const found = store.claim(id);
  if (found === null) throw new InputError(`nothing has the id "${id}"; \`saidso events\` and \`saidso claims\` list what there is`);
  return [anchorOf(found.kept.record.report.id, found.claim)];
}
const firstAnchor = (store: Store, id?: string): ClaimAnchor => anchors(store, id)[0] as ClaimAnchor;

function correction(claim: ClaimAnchor, field: string, value: string): Ruling {
  const known = FIELDS.find((one) => one === field);
  if (known === undefined) throw new InputError(`"${field}" cannot be corrected; the fields are: ${FIELDS.join(', ')}`);
  if (known === 'when' && !/^\d{4}-\d{2}(-\d{2})?$/.test(value)) throw new InputError(`"${value}" is no day; write YYYY-MM-DD or YYYY-MM`);
  if (known !== 'type' && known !== 'when' && known !== 'where' && !/^\d+$/.test(value))
    throw new InputError(`"${value}" is no whole number`);
  return { kind: 'correct', claim, field: known, value };
}
