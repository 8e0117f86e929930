import type { Span } from '../0-terms/span.ts';
import { cut } from '../0-terms/span.ts';
import type { Claim, ClaimTime, Reason } from '../5-claims/coded-report.ts';
import { daysInWords } from '../7-records/days-in-words.ts';
import { namer } from '../7-records/filler-words.ts';
import type { ReportRecord } from '../7-records/record.ts';
import { statement, TIES } from '../7-records/statement.ts';
import { tollInWords } from '../7-records/toll-in-words.ts';
import type { Sheet } from './render-record.ts';
import type { Run } from './wrap.ts';
import { run, widthOfText, wrap } from './wrap.ts';

/** One value of a claim and what it stands on. */
export interface Explained {
  readonly field: string;
  readonly value: string;
  /** The words of the report; null when the value rests on their absence. */
  readonly words: string | null;
  /** The rule or model that gave it; null for a default. */
  readonly rule: string | null;
  readonly why: string;
}

const BASES: Readonly<Record<ClaimTime['basis'], string>> = {
  explicit: 'the text says the date outright',
  relative: 'counted from the day of publication',
  anchored: 'counted from another event in the text',
  publication: 'no date is said: the day of publication',
};

/** Fields of the record that read better in two words. */
const FIELD_WORDS: Readonly<Record<string, string>> = { saidBy: 'said by' };

/** Every value of a claim with its words, its rule or model, and why; fields in the order of the record. */
export function explained(claim: Claim, record: ReportRecord): Explained[] {
  const text = record.report.text;
  const names = namer(record);
  const quoted = (span: Span | undefined): string | null => (span === undefined ? null : cut(text, span));
  const rows: Explained[] = [];
  const add = (field: string, value: string, span: Span | undefined, rule: string | null, why: string): void => {
    rows.push({ field, value, words: quoted(span), rule, why });
  };
  const used = new Set<Reason>();
  /** A value that the reasons speak for, else a default with its own why. */
  const reasoned = (field: string, value: string, fallback: string): void => {
    const mine = claim.reasons.filter((reason) => (FIELD_WORDS[reason.field] ?? reason.field) === field);
    if (mine.length === 0) add(field, value, undefined, null, fallback);
    mine.forEach((reason, at) => {
      used.add(reason);
      add(at === 0 ? field : '', at === 0 ? value : '', reason.span, reason.rule, source(reason.rule, claim));
    });
  };

  add('type', claim.type, claim.trigger, claim.rule, source(claim.rule, claim));
  used.add(claim.reasons.find(({ field, rule }) => field === 'type' && rule === claim.rule) ?? { field: '', rule: '' });
  reasoned('stage', claim.stage, claim.stage === 'occurred' ? 'no word says that it did not come to pass' : '');
  reasoned('polarity', claim.polarity, claim.polarity === 'affirmed' ? 'no word denies it' : '');
  for (const actor of claim.actor) {
    add('actor', names.name(actor), actor.span, actor.rule, source(actor.rule, claim));
    add(
      '',
      TIES[actor.responsibility] || 'as a fact',
      undefined,
      null,
      actor.responsibility === 'fact' ? 'told without reserve' : 'how the text ties the actor to the act',
    );
  }
  for (const reason of claim.reasons.filter(({ field }) => field === 'responsibility')) {
    used.add(reason);
    add('', '', reason.span, reason.rule, source(reason.rule, claim));
  }
  for (const role of ['target', 'object', 'instrument'] as const) {
    for (const filler of claim[role]) add(role, names.name(filler), filler.span, filler.rule, source(filler.rule, claim));
  }
  if (claim.when) add('when', daysInWords(claim.when), claim.when.span, claim.when.rule, BASES[claim.when.basis]);
  else add('when', '—', undefined, null, 'no word fixes its days');
  if (claim.where) {
    const place = names.entity(claim.where.entity);
    const at = place?.lat === undefined || place.lon === undefined ? '' : ` (${place.lat.toFixed(2)}, ${place.lon.toFixed(2)})`;
    add(
      'where',
      `${statement(claim, record).where}${at}`,
      claim.where.span,
      claim.where.rule,
      place?.ref ? `known as ${place.ref}` : 'a place of the text, not in the gazetteer',
    );
  } else add('where', '—', undefined, null, 'no place is tied to it');
  for (const toll of claim.toll) add('toll', tollInWords(toll, text), toll.span, toll.rule, source(toll.rule, claim));
  for (const said of claim.saidBy) {
    add(
      'said by',
      names.name({ entity: said.speaker, span: said.span }),
      said.span,
      said.rule,
      said.cue ? `by the words “${cut(text, said.cue)}”` : source(said.rule, claim),
    );
  }
  if (claim.saidBy.length === 0) reasoned('said by', '—', 'nobody is named: the report’s own words');
  for (const reason of claim.reasons)
    if (!used.has(reason)) add(FIELD_WORDS[reason.field] ?? reason.field, '', reason.span, reason.rule, source(reason.rule, claim));
  add(
    'confidence',
    `${Math.round(claim.confidence * 100)} %`,
    undefined,
    null,
    `of all claims given this figure, about ${Math.round(claim.confidence * 100)} in 100 are right`,
  );
  return rows;
}

/** What kind of thing a rule's name stands for: a model, a rule of the codebook, a rule of Saidso. */
function source(rule: string, claim: Claim): string {
  const model = /^(.+)@(.+)$/.exec(rule);
  if (model) return `model ${model[1]}, version ${model[2]}`;
  if (rule.startsWith(`${claim.type}.`)) return `rule of the codebook, type ${claim.type}`;
  return 'rule of Saidso';
}

/** The table of {@link explained}, four columns, cells wrapped. */
export function renderExplained(claim: Claim, record: ReportRecord, { ink, width }: Sheet): string {
  const rows = explained(claim, record);
  const head = [
    ...wrap([run(statement(claim, record).line, 'title')], ink, { width }),
    ...wrap([run(`${claim.id} in ${record.report.id}${record.report.title ? `, “${record.report.title}”` : ''}`, 'dim')], ink, { width }),
    '',
  ];
  const field = 11;
  const rest = width - field - 3 * GAP;
  const side = Math.floor(rest * 0.3);
  const widths = [field, side, side, rest - 2 * side];
  const lines = [
    ...head,
    ...tableRow([[run('value of', 'dim')], [run('is', 'dim')], [run('the words', 'dim')], [run('rule or model, and why', 'dim')]], widths, {
      ink,
      width,
    }),
  ];
  for (const row of rows) {
    const why: Run[] = row.rule === null ? [run(row.why)] : [run(row.rule, 'strong'), run(row.why && ` · ${row.why}`, 'dim')];
    const words =
      row.words === null ? [run('')] : [run(`“${row.words.length > 160 ? `${row.words.slice(0, 160)} …` : row.words}”`, 'evidence')];
    lines.push(...tableRow([[run(row.field, 'head')], [run(row.value)], words, why], widths, { ink, width }));
  }
  return lines.join('\n');
}

const GAP = 2;

/** Cells side by side, each wrapped in its own column. */
export function tableRow(cells: readonly (readonly Run[])[], widths: readonly number[], { ink }: Sheet): string[] {
  const columns = cells.map((cell, at) => {
    const width = widths[at] ?? 10;
    const plain = wrap(cell, { colour: false, paint: (_, text) => text }, { width });
    const painted = wrap(cell, ink, { width });
    return painted.map((line, n) => line + ' '.repeat(Math.max(0, width - widthOfText(plain[n] ?? ''))));
  });
  const height = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: height }, (_, n) =>
    columns
      .map((column, at) => column[n] ?? ' '.repeat(widths[at] ?? 10))
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}
