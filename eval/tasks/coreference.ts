import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { actorLexiconFromText, knownKind } from '../../src/4-mentions/actors/actor-lexicon.ts';
import { type CoreferenceKit, firstNamesFromText } from '../../src/4-mentions/coreference/coreference-kit.ts';
import { findChains } from '../../src/4-mentions/coreference/resolve.ts';
import { findNames } from '../../src/4-mentions/names/find-names.ts';
import { makeNameKit, type NameKit } from '../../src/4-mentions/names/name-kit.ts';
import { nounClassesFromText } from '../../src/4-mentions/noun-classes.ts';
import { gazetteerFrom } from '../../src/4-mentions/places/packed-gazetteer.ts';
import { conlluFiles, readConllu } from '../conllu.ts';
import { bCubed, type Clusters, type Counts, ceafE, muc } from '../coreference-scores.ts';
import { parsedText } from '../parsed-text.ts';
import type { Task, TaskInput, TaskResult } from '../task.ts';

/** Floor 4's slice for names and coreference, without the codebook. */
export function mentionKit(): NameKit & CoreferenceKit {
  const home = join(import.meta.dirname, '../../data');
  const bytes = (path: string): Uint8Array => readFileSync(join(home, path));
  const text = (path: string): string => readFileSync(join(home, path), 'utf8');
  const names = (name: string): Uint8Array => bytes(`models/en/names/${name}.bin`);
  const actors = actorLexiconFromText(text('packed/actors.tsv'), text('packed/people.tsv'), text('lexicon/en/agents.txt'));
  return {
    ...makeNameKit(
      {
        model: names('model'),
        phrases: names('phrases'),
        gleaned: names('gleaned'),
        words: names('words'),
        kinds: text('lexicon/en/name-kinds.txt'),
      },
      knownKind(actors),
    ),
    gazetteer: gazetteerFrom(bytes('packed/gazetteer.bin')),
    nounClasses: nounClassesFromText(text('lexicon/en/noun-classes.txt'), text('lexicon/en/noun-class-corrections.txt')),
    actors,
    firstNames: firstNamesFromText(text('lexicon/en/first-names.txt')),
  };
}

/** Gold clusters of a CoNLL file with brackets in the last column, as pairs of token numbers. */
function goldClusters(file: string): { clusters: [number, number][][]; tokens: string[] } {
  const byId = new Map<string, [number, number][]>();
  const open = new Map<string, number[]>();
  const tokens: string[] = [];
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    if (line.startsWith('#') || !line.trim()) continue;
    const row = line.split('\t');
    const n = tokens.push(row[1] ?? '') - 1;
    for (const [, begin, id, end] of (row.at(-1) ?? '').matchAll(/(\()?(\d+)(\))?/g)) {
      if (begin) open.set(id as string, [...(open.get(id as string) ?? []), n]);
      if (end) {
        const first = open.get(id as string)?.pop();
        if (first !== undefined) byId.set(id as string, [...(byId.get(id as string) ?? []), [first, n]]);
      }
    }
  }
  return { clusters: [...byId.values()].filter((c) => c.length > 1), tokens };
}

function run({ data, part }: TaskInput): TaskResult {
  const folder = statSync(data).isDirectory() && existsSync(join(data, part ?? 'dev')) ? join(data, part ?? 'dev') : data;
  const kit = mentionKit();
  const totals = { muc: zero(), bcubed: zero(), ceafe: zero(), mentions: zero() };
  const rows: string[] = [];
  const goldFolder = existsSync(join(folder, 'coref-ontogum')) ? join(folder, 'coref-ontogum') : folder;
  const texts = new Map(
    conlluFiles(existsSync(join(folder, 'dep')) ? join(folder, 'dep') : folder).map((file) => [basename(file, '.conllu'), file]),
  );
  let documents = 0;
  for (const name of readdirSync(goldFolder)
    .filter((file) => file.endsWith('.conll'))
    .sort()) {
    const source = texts.get(basename(name, '.conll'));
    if (!source) continue;
    const gold = goldClusters(join(goldFolder, name));
    let text = '';
    const starts: number[] = [];
    const ends: number[] = [];
    for (const paragraph of readConllu(readFileSync(source, 'utf8'))) {
      if (text) text += '\n\n';
      for (const sentence of paragraph.sentences) {
        for (const word of sentence.words) {
          starts.push(text.length + word.start);
          ends.push(text.length + word.end);
        }
      }
      text += paragraph.text.trimEnd();
    }
    if (starts.length !== gold.tokens.length) continue;
    documents++;
    const truth: Clusters = gold.clusters.map((c) => c.map(([a, b]) => `${starts[a]}-${ends[b]}`));
    const parsed = parsedText(text);
    const chains = findChains(parsed, findNames(parsed, kit), kit);
    const seen = new Set<string>();
    const found = chains
      .all()
      .map((group) =>
        [...new Set(group.map((i) => (chains.mentions[i]?.wholeSpan ?? [0, 0]).join('-')))].filter(
          (key) => !seen.has(key) && seen.add(key),
        ),
      )
      .filter((c) => c.length > 1);
    const own = { muc: muc(truth, found), bcubed: bCubed(truth, found), ceafe: ceafE(truth, found), mentions: mentionCounts(truth, found) };
    for (const key of ['muc', 'bcubed', 'ceafe', 'mentions'] as const) add(totals[key], own[key]);
    rows.push(
      `${basename(name, '.conll').padEnd(28)}${[own.muc, own.bcubed, own.ceafe, own.mentions].map((c) => (100 * f1(c)).toFixed(1).padStart(7)).join('')}`,
    );
  }
  const keys = {
    conll: (f1(totals.muc) + f1(totals.bcubed) + f1(totals.ceafe)) / 3,
    muc: f1(totals.muc),
    bcubed: f1(totals.bcubed),
    ceafe: f1(totals.ceafe),
    mentions: f1(totals.mentions),
    documents,
  };
  const line = (label: string, c: Counts): string =>
    `${label.padEnd(10)}F1 ${(100 * f1(c)).toFixed(1)}  P ${(100 * share(c.precision)).toFixed(1)}  R ${(100 * share(c.recall)).toFixed(1)}`;
  const table = [
    `coreference: ${documents} documents, CoNLL F1 ${(100 * keys.conll).toFixed(1)}`,
    line('MUC', totals.muc),
    line('B3', totals.bcubed),
    line('CEAFe', totals.ceafe),
    line('mentions', totals.mentions),
    `${'document'.padEnd(28)}${['MUC', 'B3', 'CEAFe', 'ment.'].map((x) => x.padStart(7)).join('')}`,
    ...rows,
  ].join('\n');
  return { keys, table };
}

const zero = (): Counts => ({ precision: [0, 0], recall: [0, 0] });
const share = ([right, all]: readonly [number, number]): number => (all === 0 ? 0 : right / all);
const f1 = (c: Counts): number => {
  const p = share(c.precision);
  const r = share(c.recall);
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
};
function add(total: Counts, own: Counts): void {
  for (const side of ['precision', 'recall'] as const) {
    total[side][0] += own[side][0];
    total[side][1] += own[side][1];
  }
}

function mentionCounts(gold: Clusters, found: Clusters): Counts {
  const a = new Set(gold.flat());
  const b = new Set(found.flat());
  const right = [...b].filter((m) => a.has(m)).length;
  return { precision: [right, b.size], recall: [right, a.size] };
}

export const task: Task = {
  name: 'coreference',
  about: 'Who is who, from raw text: mean F1 of MUC, B³ and CEAFe',
  open: 'corpora/gum-open',
  openPart: 'dev',
  run,
};
