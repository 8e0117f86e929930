import { Command } from 'commander';
import { cut } from '../../0-terms/span.ts';
import type { Context } from '../context.ts';
import { inkFor } from '../ink.ts';
import { widthOf } from '../io.ts';
import { keptItem } from '../kept-item.ts';
import { codebookOption, dbOption, jsonOption } from '../options.ts';
import { explained, renderExplained } from '../render-explain.ts';
import { renderClaims, renderNear, renderTree } from '../render-near.ts';
import { patternOf, renderPattern, ruleNamed } from '../render-pattern.ts';
import type { Sheet } from '../render-record.ts';
import { run, wrap } from '../wrap.ts';

interface ExplainOptions {
  readonly db: string;
  readonly json?: true;
  readonly codebook?: string;
}

/** `saidso explain`: what every value of a claim stands on, or what the rules make of a sentence. */
export const explain = (context: Context): Command =>
  new Command('explain')
    .description(
      'Explain a claim: for every value the words, the rule or model, and why; and the tree pattern that fired. ' +
        'Or explain a sentence: its tree, its claims, and which rules came near with what each lacks.',
    )
    .argument('<id-or-sentence>', 'id of a claim (c_…), of a report (r_…) for all its claims, or a sentence in quotation marks')
    .addOption(dbOption())
    .addOption(codebookOption())
    .addOption(jsonOption('one JSON object a claim or sentence, a line each'))
    .addHelpText(
      'after',
      '\nExamples:\n  $ saidso explain c_41f0\n  $ saidso explain "The convoy came under fire."\n  $ saidso explain --codebook my-codebook/ "The convoy came under fire."',
    )
    .action((what: string, options: ExplainOptions) =>
      // No id holds a space.
      /\s/.test(what.trim()) ? explainText(what, options, context) : explainKept(what, options, context),
    );

async function explainKept(id: string, options: ExplainOptions, { io, tools }: Context): Promise<void> {
  const store = await tools.open(options.db, { create: false });
  try {
    const { kept, claim } = keptItem(store, id);
    const { record, reading } = kept;
    const { codebook } = await tools.reader(options.codebook);
    const sheet = sheetOf(io);
    const all = claim ? [claim] : record.claims;
    for (const one of all) {
      if (options.json) {
        const found = ruleNamed(codebook, one.rule);
        const pattern = found && { rule: one.rule, at: found.rule.at, asks: patternOf(found) };
        const values = explained(one, record);
        io.stdout.write(`${JSON.stringify({ claim: one.id, report: record.report.id, reading, values, pattern })}\n`);
      } else io.stdout.write(`${renderExplained(one, record, sheet)}\n\n${renderPattern(codebook, one.rule, sheet).join('\n')}\n\n`);
    }
    if (options.json) return;
    const now = `${codebook.name} ${codebook.version}`;
    const told = all.length === 0 || now === reading.codebook ? '' : ` The pattern is as it stands in ${now} now.`;
    const last =
      all.length > 0 ? `Read by the codebook ${reading.codebook}, Saidso ${reading.software}.${told}` : 'This report has no claims.';
    io.stdout.write(`${wrap([run(last, 'dim')], sheet.ink, { width: sheet.width }).join('\n')}\n`);
  } finally {
    store.close();
  }
}

async function explainText(text: string, options: ExplainOptions, { io, tools }: Context): Promise<void> {
  const reader = await tools.reader(options.codebook);
  const report = reader.read({ source: 'sentence', url: null, mediaType: 'text/plain', text, notes: [] });
  const sheet = sheetOf(io);
  const part = (name: string): string => sheet.ink.paint('dim', name);
  for (const [at, sentence] of report.sentences.entries()) {
    const claims = report.claims.filter(({ trigger }) => sentence.span[0] <= trigger[0] && trigger[0] < sentence.span[1]);
    const near = await reader.nearMisses(report, at);
    const words = cut(report.text, sentence.span);
    if (options.json) {
      io.stdout.write(`${JSON.stringify({ sentence: words, tokens: sentence.tokens, claims, words: near })}\n`);
      continue;
    }
    const lines = [
      ...wrap([run(words, 'title')], sheet.ink, { width: sheet.width }),
      '',
      part('TREE'),
      ...renderTree(report, at, sheet),
      '',
      part(claims.length > 0 ? 'CLAIMS' : 'NO CLAIM'),
      ...renderClaims(report, claims, sheet),
      '',
      part('RULES, THE NEAREST FIRST'),
      ...renderNear(report, near, sheet),
    ];
    io.stdout.write(`${lines.join('\n')}\n\n`);
  }
  if (options.json) return;
  const notes = report.sentences.length === 0 ? report.notes.map((note) => `${note.text} `).join('') : '';
  const last = `${notes}Read by the codebook ${reader.reading.codebook}, Saidso ${reader.reading.software}.`;
  io.stdout.write(`${wrap([run(last, 'dim')], sheet.ink, { width: sheet.width }).join('\n')}\n`);
}

const sheetOf = (io: Context['io']): Sheet => ({ ink: inkFor(io), width: widthOf(io.stdout) });
