import { Command } from 'commander';
import { InputError } from '../../0-terms/errors.ts';
import { CORRECTED_FIELDS } from '../../6-events/correction.ts';
import type { Asked } from '../../7-records/decision-store.ts';
import type { Context } from '../context.ts';
import { counted } from '../counted.ts';
import { dbOption, jsonOption } from '../options.ts';
import { decisionLine } from '../render-event.ts';
import { shortId } from '../short-id.ts';
import { openWithEvents } from '../up-to-date.ts';

interface DecideOptions {
  readonly db: string;
  readonly why?: string;
  readonly by?: string;
  readonly coder?: string;
}

/** `saidso decide`: what a person rules, kept apart from what the machine finds, and undone one by one. */
export const decide = (context: Context): Command => {
  const make = (
    name: string,
    about: string,
    args: readonly (readonly [string, string])[],
    asked: (given: readonly string[], rest: readonly string[]) => Asked,
  ): Command => {
    const command = new Command(name).description(about);
    for (const [arg, what] of args) command.argument(arg, what);
    return command
      .addOption(dbOption())
      .option('--why <text>', 'the reason, for those who come after')
      .option('--by <name>', 'who decides; else the user of this machine')
      .option(
        '--coder <name>',
        'code twice: this holds when another coder says the same; without it, it holds at once and settles what coders say',
      )
      .addHelpText('after', `\nExample:\n  $ saidso decide ${name} ${EXAMPLES[name] ?? ''}`)
      .action(async (...given: unknown[]) => {
        const values = given.slice(0, args.length);
        const words = values.filter((one) => typeof one === 'string');
        const rest = values.flatMap((one) => (Array.isArray(one) ? (one as string[]) : []));
        const options = given[args.length] as DecideOptions;
        const store = await openWithEvents(context, options.db);
        try {
          const { env } = context.io;
          const who = options.by ?? options.coder ?? env['USER'] ?? env['USERNAME'] ?? 'unknown';
          const decision = store.decide(who, options.why ?? '', asked(words, rest), options.coder);
          store.refreshEvents(await context.tools.merger());
          context.io.stdout.write(`${decisionLine(decision)}\nTake it back with: saidso decide undo ${shortId(decision.id)}\n`);
        } finally {
          store.close();
        }
      });
  };
  const one = [['<id>', 'an event (e_…) or claim (c_…)']] as const;
  const two = [...one, ['<other>', 'another one']] as const;
  return new Command('decide')
    .description('Rule on events and claims: kept apart from what the machine finds, and undone one by one.')
    .addHelpText('after', '\nExample:\n  $ saidso decide same e_5be1 e_77ac --why "one blast, two names of the market"')
    .addCommand(make('accept', 'A claim, or all claims of an event, are right.', one, ([id]) => ({ kind: 'accept', id: id ?? '' })))
    .addCommand(make('reject', 'A claim, or all claims of an event, are wrong.', one, ([id]) => ({ kind: 'reject', id: id ?? '' })))
    .addCommand(
      make(
        'correct',
        'Give the right value of an event or claim; the machine’s stays beside it.',
        [
          ...one,
          ['<field>', CORRECTED_FIELDS.join(', ')],
          ['<value>', 'a type, a day, a place, a number, names; docs/7-records.md says how'],
        ],
        ([id, field, value]) => correction(id ?? '', field ?? '', value ?? ''),
      ),
    )
    .addCommand(
      make('same', 'Two events or claims are of one happening.', two, ([id, other]) => ({
        kind: 'same',
        id: id ?? '',
        other: other ?? '',
      })),
    )
    .addCommand(
      make('different', 'Two events or claims are of two happenings.', two, ([id, other]) => ({
        kind: 'different',
        id: id ?? '',
        other: other ?? '',
      })),
    )
    .addCommand(
      make(
        'split',
        'Claims of an event are of another happening.',
        [
          ['<event>', 'the event (e_…)'],
          ['<claims...>', 'the claims (c_…) that make an event of their own'],
        ],
        ([id], claims) => ({ kind: 'split', id: id ?? '', claims }),
      ),
    )
    .addCommand(
      make('note', 'Write something down beside an event or claim; give it with --why.', one, ([id]) => ({ kind: 'note', id: id ?? '' })),
    )
    .addCommand(
      make('undo', 'Take a decision back.', [['<decision>', 'its id (d_…)']], ([decision]) => ({ kind: 'undo', decision: decision ?? '' })),
    )
    .addCommand(list(context))
    .addCommand(differences(context))
    .addCommand(agreement(context));
};

const EXAMPLES: Readonly<Record<string, string>> = {
  accept: 'e_5be1',
  reject: 'c_09aa --why "a film"',
  correct: 'e_5be1 killed 6 --why "the hospital’s list"',
  same: 'e_5be1 e_77ac --why "one blast"',
  different: 'e_5be1 c_09aa --why "the one of last year"',
  split: 'e_5be1 c_09aa c_41d0 --why "the second blast"',
  note: 'e_5be1 --why "ask the doctor"',
  undo: 'd_31c0',
};

interface ListOptions {
  readonly db: string;
  readonly json?: true;
  readonly event?: string;
  readonly report?: string;
  readonly claim?: string;
  readonly coder?: string;
}

const list = ({ io, tools }: Context): Command =>
  new Command('list')
    .description('List decisions in the order of time, those taken back included.')
    .addOption(dbOption())
    .option('--event <id>', 'about this event')
    .option('--report <id>', 'about claims of this report')
    .option('--claim <id>', 'about this claim')
    .option('--coder <name>', 'by this coder alone')
    .addOption(jsonOption('one JSON object a decision, a line each'))
    .addHelpText('after', '\nExample:\n  $ saidso decide list')
    .action(async ({ db, json, ...filter }: ListOptions) => {
      const store = await tools.open(db, { create: false });
      try {
        for (const decision of store.decisions(filter)) {
          const state =
            decision.undone !== null ? ' (taken back)' : decision.holds || decision.ruling.kind === 'undo' ? '' : ' (does not hold)';
          io.stdout.write(`${json ? JSON.stringify(decision) : `${decisionLine(decision)}${state}`}\n`);
        }
      } finally {
        store.close();
      }
    });

const differences = ({ io, tools }: Context): Command =>
  new Command('differences')
    .description('List what is left to rule on: claims that two coders code differently.')
    .addOption(dbOption())
    .addOption(jsonOption('one JSON object a difference, a line each'))
    .addHelpText('after', '\nExample:\n  $ saidso decide differences')
    .action(async ({ db, json }: ListOptions) => {
      const store = await tools.open(db, { create: false });
      try {
        const all = store.differences();
        for (const difference of all) {
          const { about, anchors, answers } = difference;
          const claims = anchors.map(({ claim, type }) => `${shortId(claim)} (${type})`).join(' and ');
          const said = answers
            .map(
              ({ coder, value, why, claims: own = [] }) =>
                `${coder}: ${[value, ...own.map(shortId)].join(' ')}${why === '' ? '' : ` (${why})`}`,
            )
            .join(', against ');
          io.stdout.write(`${json ? JSON.stringify(difference) : `${claims} ${about}: ${said}`}\n`);
        }
        io.stderr.write(
          all.length === 0
            ? 'Coders differ on nothing.\n'
            : `${counted(all.length, 'difference')}; rule with \`saidso decide\`, without --coder.\n`,
        );
      } finally {
        store.close();
      }
    });

const agreement = ({ io, tools }: Context): Command =>
  new Command('agreement')
    .description('How far coders agree: Krippendorff’s alpha of the verdict and of each field.')
    .addOption(dbOption())
    .addOption(jsonOption('one JSON object a field, a line each'))
    .addHelpText('after', '\nExample:\n  $ saidso decide agreement')
    .action(async ({ db, json }: ListOptions) => {
      const store = await tools.open(db, { create: false });
      try {
        const all = store.agreement();
        for (const one of all) {
          const alpha = one.alpha === null ? 'nothing varies' : one.alpha.toFixed(3);
          io.stdout.write(
            `${json ? JSON.stringify(one) : `${one.about.padEnd(10)} ${alpha.padStart(14)}  ${counted(one.claims, 'claim')}, ${one.coders.join(', ')}`}\n`,
          );
        }
        if (all.length === 0) io.stderr.write('No claim was coded by two coders yet; see `saidso decide accept --help` for --coder.\n');
      } finally {
        store.close();
      }
    });

function correction(id: string, field: string, value: string): Asked {
  const known = CORRECTED_FIELDS.find((one) => one === field);
  if (known === undefined) throw new InputError(`"${field}" cannot be corrected; the fields are: ${CORRECTED_FIELDS.join(', ')}`);
  return { kind: 'correct', id, field: known, value };
}
