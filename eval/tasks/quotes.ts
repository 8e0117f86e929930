import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../src/0-terms/span.ts';
import type { RawQuote } from '../../src/4-mentions/quotes/attribution.ts';
import { findQuotes } from '../../src/4-mentions/quotes/find-quotes.ts';
import { readReportingWords } from '../../src/4-mentions/quotes/reporting-words.ts';
import { parsedText } from '../parsed-text.ts';
import type { Task, TaskInput, TaskResult } from '../task.ts';

interface Gold {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}
interface Document {
  readonly docid: string;
  readonly text: string;
  readonly annotations: readonly { readonly attributions: readonly Gold[] }[];
}
type Words = ReadonlySet<number>;
interface Sides {
  readonly source: Words;
  readonly cue: Words;
  readonly content: Words;
}

/** The words (by number in the text) that some spans touch. */
function wordsIn(starts: readonly Span[], spans: readonly Span[]): Words {
  const found = new Set<number>();
  for (const [from, to] of spans) for (const [i, [a, b]] of starts.entries()) if (a < to && from < b) found.add(i);
  return found;
}

/** The data takes "who" for the source of "the man who said …", where a quote has the man: a pronoun right after the speaker stands for him. */
function antecedent(text: string, gold: readonly Span[], speaker: Span | null | undefined): boolean {
  const only = gold.length === 1 ? gold[0] : undefined;
  if (only === undefined || !speaker || !/^\s*(?:who|which|that)\s*$/i.test(text.slice(...only))) return false;
  return only[0] >= speaker[1] && only[0] - speaker[1] <= 3;
}

const shared = (a: Words, b: Words): number => [...a].filter((i) => b.has(i)).length;

function files(data: string): string[] {
  if (statSync(data).isFile()) return [data];
  return readdirSync(data, { recursive: true })
    .map(String)
    .filter((f) => f.endsWith('.jsonl'))
    .sort()
    .map((f) => join(data, f));
}

/** Running sums of words for the overlap scores of a role. */
interface Role {
  both: number;
  gold: number;
  predicted: number;
  exact: number;
}
const f1 = (r: { both: number; gold: number; predicted: number }): number => (2 * r.both) / Math.max(1, r.gold + r.predicted);

function run(input: TaskInput): TaskResult {
  const kit = {
    reportingWords: readReportingWords(readFileSync(new URL('../../data/lexicon/en/reporting-verbs.txt', import.meta.url), 'utf8')),
  };
  const whole = { both: 0, gold: 0, predicted: 0 };
  const pairs = {
    cue: 0,
    source: { both: 0, gold: 0, predicted: 0, exact: 0 } as Role,
    content: { both: 0, gold: 0, predicted: 0, exact: 0 } as Role,
  };
  const errors: string[] = [];
  for (const file of files(input.data)) {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (line.trim() === '') continue;
      const document = JSON.parse(line) as Document;
      const text = input.upper
        ? document.text.replace(/\p{Ll}/gu, (c) => (c.toUpperCase().length === 1 ? c.toUpperCase() : c))
        : document.text;
      const starts = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((m): Span => [m.index, m.index + m[0].length]);
      const gold = document.annotations[0]?.attributions ?? [];
      const quotes = findQuotes(parsedText(text), kit).filter((q) => !q.inside);
      const predicted = quotes.map(
        (q): Sides => ({
          source: wordsIn(starts, q.speakerSpan ? [q.speakerSpan] : []),
          cue: wordsIn(starts, q.cue ? [q.cue] : []),
          content: wordsIn(starts, q.pieces),
        }),
      );
      const wanted = gold.map(
        (g): Sides => ({ source: wordsIn(starts, g.source), cue: wordsIn(starts, g.cue), content: wordsIn(starts, g.content) }),
      );
      const matched = pair(wanted, predicted);
      whole.gold += gold.length;
      whole.predicted += predicted.length;
      const seen = new Set<number>();
      wanted.forEach((g, i) => {
        const p = predicted[matched[i] ?? -1];
        if (p === undefined) {
          if (input.options?.['errors']) errors.push(`missed ${document.docid} ${show(text, gold[i])}`);
          return;
        }
        seen.add(matched[i] ?? -1);
        pairs.cue++;
        tally(pairs.source, g.source, p.source);
        tally(pairs.content, g.content, p.content);
        const right =
          (g.source.size === 0 ||
            shared(g.source, p.source) > 0 ||
            antecedent(text, gold[i]?.source ?? [], quotes[matched[i] ?? -1]?.speakerSpan)) &&
          (g.content.size === 0 || shared(g.content, p.content) > 0);
        if (right) {
          whole.both++;
          if (input.options?.['errors']) errors.push(`right ${document.docid} ${showQuote(text, quotes[matched[i] ?? -1])}`);
        }
        if (!right && input.options?.['errors'])
          errors.push(`wrong ${document.docid} ${show(text, gold[i])} GOT ${showQuote(text, quotes[matched[i] ?? -1])}`);
      });
      if (input.options?.['errors'])
        for (const [i, q] of quotes.entries()) if (!seen.has(i)) errors.push(`extra ${document.docid} ${showQuote(text, q)}`);
    }
  }
  const keys = {
    f1: f1(whole),
    precision: whole.both / Math.max(1, whole.predicted),
    recall: whole.both / Math.max(1, whole.gold),
    cue: f1({ both: pairs.cue, gold: whole.gold, predicted: whole.predicted }),
    source: f1(pairs.source),
    content: f1(pairs.content),
    sourceExact: pairs.source.exact / Math.max(1, pairs.cue),
    contentExact: pairs.content.exact / Math.max(1, pairs.cue),
  };
  const rows = Object.entries(keys).map(([k, v]) => `${k.padEnd(14)}${v.toFixed(3)}`);
  return { keys, table: [...errors, `${whole.gold} attributions, ${whole.predicted} found, ${whole.both} right`, ...rows].join('\n') };
}

/** For each gold attribution the predicted one that shares cue words with it and most content, each used once; -1 for none. */
function pair(gold: readonly Sides[], predicted: readonly Sides[]): number[] {
  const all = gold
    .flatMap((g, i) =>
      predicted.map((p, j) => [i, j, shared(g.cue, p.cue) === 0 && !(g.cue.size === 0 || p.cue.size === 0) ? 0 : overlap(g, p)] as const),
    )
    .filter((x) => x[2] > 0);
  all.sort((a, b) => b[2] - a[2]);
  const result = gold.map(() => -1);
  const taken = new Set<number>();
  for (const [i, j] of all) {
    if (result[i] !== -1 || taken.has(j)) continue;
    result[i] = j;
    taken.add(j);
  }
  return result;
}

/** One for a shared cue, and up to one for each shared content and source. */
const overlap = (g: Sides, p: Sides): number => {
  const cue = shared(g.cue, p.cue);
  const content = (2 * shared(g.content, p.content)) / Math.max(1, g.content.size + p.content.size);
  return cue === 0
    ? content > 0.5
      ? content
      : 0
    : 1 + content + (2 * shared(g.source, p.source)) / Math.max(1, g.source.size + p.source.size);
};

function tally(role: Role, gold: Words, predicted: Words): void {
  const both = shared(gold, predicted);
  role.both += both;
  role.gold += gold.size;
  role.predicted += predicted.size;
  if (both === gold.size && both === predicted.size) role.exact++;
}

const words = (text: string, spans: readonly Span[]): string =>
  spans
    .map((s) => text.slice(...s))
    .join(' … ')
    .replace(/\s+/g, ' ')
    .slice(0, 160);
const show = (text: string, g: Gold | undefined): string =>
  g === undefined ? '' : `[${words(text, g.source)}] {${words(text, g.cue)}} ${words(text, g.content)}`;
const showQuote = (text: string, q: RawQuote | undefined): string =>
  q === undefined
    ? ''
    : `${q.rule} [${q.speakerSpan ? words(text, [q.speakerSpan]) : ''}] {${q.cue ? words(text, [q.cue]) : ''}} ${words(text, q.pieces)}`;

export const task: Task = {
  name: 'quotes',
  about:
    'attributions with cue, source and content shared with the gold (F1); word overlap of source and content where the cue is found; --errors lists',
  open: 'corpora/polnear',
  run,
};
