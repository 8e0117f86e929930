import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { NameType, TokenSpan } from '../../src/4-mentions/names/labels.ts';
import { tagNames } from '../../src/4-mentions/names/tag-names.ts';
import { readNameKit } from '../name-files.ts';
import { asTokens, loadCompromise, placesOf } from '../peers.ts';
import type { Task, TaskInput, TaskResult } from '../task.ts';

/** A document with gold names: forms of its sentences, the text where the data has it, and spans with the data's own types. */
interface GoldDocument {
  readonly sentences: {
    readonly forms: string[];
    readonly text: string | null;
    readonly names: { readonly first: number; readonly end: number; readonly type: string }[];
  }[];
}

/** The data's own type names, for each of the model's nine; a type that the data does not know is left out. */
const FITS: Readonly<Record<NameType, readonly string[]>> = {
  Person: ['Person', 'PERSON', 'PER', 'per', 'person', 'politician'],
  Organization: ['Organization', 'Organisation', 'ORGANIZATION', 'ORG', 'org', 'organisation', 'organization', 'corporation', 'group'],
  Location: ['Location', 'LOCATION', 'LOC', 'loc', 'location', 'geo', 'GPE', 'gpe'],
  NORP: ['NORP', 'Nationality', 'gpe', 'MISC'],
  Facility: ['Facility', 'FAC', 'fac', 'facility', 'LOC', 'Location', 'location', 'geo'],
  Misc: ['Misc', 'MISC', 'misc', 'event', 'EVENT', 'eve'],
  Product: ['Product', 'PRODUCT', 'product', 'MISC', 'art', 'misc'],
  Date: ['Date', 'DATE', 'tim', 'date'],
  Money: ['Money', 'MONEY', 'money'],
};

/** Reads `token TAB tag` (.bio, .conll) or CoNLL-U-like columns with UNER tags in the third (.iob2). */
function readGold(file: string): GoldDocument[] {
  const uner = file.endsWith('.iob2');
  const documents: { sentences: GoldDocument['sentences'] }[] = [];
  let forms: string[] = [];
  let tags: string[] = [];
  let text: string | null = null;
  const close = (): void => {
    if (forms.length === 0) return;
    if (documents.length === 0) documents.push({ sentences: [] });
    const names: { first: number; end: number; type: string }[] = [];
    let open: { first: number; type: string } | null = null;
    for (let i = 0; i <= forms.length; i++) {
      const tag = tags[i] ?? 'O';
      const type = tag === 'O' ? null : tag.slice(2);
      if (open && (type !== open.type || tag.startsWith('B'))) {
        names.push({ ...open, end: i });
        open = null;
      }
      if (type !== null && !open) open = { first: i, type };
    }
    documents.at(-1)?.sentences.push({ forms, text, names });
    forms = [];
    tags = [];
    text = null;
  };
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    if (/^# newdoc|^-DOCSTART-/.test(line)) {
      close();
      documents.push({ sentences: [] });
    } else if (!line.trim()) close();
    else if (uner && line.startsWith('# text = ')) text = line.slice('# text = '.length);
    else if (line.startsWith('# ') && (uner || line.includes(' = '))) continue;
    else {
      const row = line.split(/\t| /);
      if (uner && !/^\d+$/.test(row[0] ?? '')) continue;
      forms.push((uner ? row[1] : row[0]) ?? '');
      tags.push(((uner ? row[2] : row.at(-1)) ?? 'O').trim());
    }
  }
  close();
  return documents;
}

const goldFiles = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => /\.(bio|iob2|conll)$/.test(name))
        .sort()
        .map((name) => join(path, name))
    : [path];

interface Counted {
  gold: number;
  found: number;
  right: number;
}

interface Scores {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly gold: number;
}

/** Gold, found and right names by the data's own type. */
class Tally {
  readonly byType = new Map<string, Counted>();

  /** The names of one sentence; `FIRST-END-TYPE` each. */
  add(gold: readonly string[], found: readonly string[]): void {
    const truth = new Set(gold);
    for (const name of gold) this.cell(name).gold++;
    for (const name of found) {
      const cell = this.cell(name);
      cell.found++;
      if (truth.has(name)) cell.right++;
    }
  }

  private cell(name: string): Counted {
    const type = name.replace(/^\d+-\d+-/, '');
    let own = this.byType.get(type);
    if (!own) {
      own = { gold: 0, found: 0, right: 0 };
      this.byType.set(type, own);
    }
    return own;
  }

  /** Of all types together, or of these. */
  whole(types: ReadonlySet<string> = new Set(this.byType.keys())): Scores {
    const sum = { gold: 0, found: 0, right: 0 };
    for (const [type, { gold, found, right }] of this.byType) {
      if (!types.has(type)) continue;
      sum.gold += gold;
      sum.found += found;
      sum.right += right;
    }
    return scores(sum);
  }
}

function scores({ gold, found, right }: Counted): Scores {
  const share = (a: number, b: number): number => (b === 0 ? 0 : a / b);
  return { f1: share(2 * right, gold + found), precision: share(right, found), recall: share(right, gold), gold };
}

/** The kinds that compromise knows, as types of the model. */
const SHARED: readonly NameType[] = ['Person', 'Location', 'Organization'];

/** With several files, the training part is left out: it was learnt from. */
async function run({ data, upper, part }: TaskInput): Promise<TaskResult> {
  const all = goldFiles(data);
  const files = all.filter((file) => (part ? file.includes(part) : all.length === 1 || !/train/.test(file)));
  const kit = readNameKit();
  const compromise = await loadCompromise();
  const asGiven = (text: string): string => (upper ? text.toUpperCase() : text);
  const ours = new Tally();
  const theirs = new Tally();
  const shared = new Set<string>();
  let tokens = 0;
  let milliseconds = 0;
  for (const file of files) {
    const documents = readGold(file);
    const types = new Set(documents.flatMap((d) => d.sentences.flatMap((s) => s.names.map((n) => n.type))));
    const own = (type: NameType): string | null => FITS[type].find((name) => types.has(name)) ?? null;
    for (const type of SHARED) shared.add(own(type) ?? '');
    const named = ({ first, end, type }: TokenSpan): string[] => (own(type) === null ? [] : [`${first}-${end}-${own(type)}`]);
    for (const { sentences } of documents) {
      const forms = sentences.map((s) => s.forms.map(asGiven));
      const start = performance.now();
      const tagged = tagNames(forms, kit);
      milliseconds += performance.now() - start;
      sentences.forEach((s, p) => {
        tokens += s.forms.length;
        const gold = s.names.map((n) => `${n.first}-${n.end}-${n.type}`);
        ours.add(gold, (tagged[p] ?? []).flatMap(named));
        // compromise cuts words itself: it is given the text, one gold sentence at a time.
        const words = forms[p] ?? [];
        const text = asGiven(s.text ?? s.forms.join(' '));
        const places = placesOf(words, text);
        const found = compromise.names(text).flatMap(({ span, kind }) => {
          const at = asTokens(span, words, places);
          return at ? named({ first: at[0], end: at[1], type: kind }) : [];
        });
        theirs.add(gold, found);
      });
    }
  }
  const percent = (x: number): string => (100 * x).toFixed(1).padStart(6);
  const row = (name: string, s: Scores): string =>
    `${name.padEnd(16)}${percent(s.f1)}${percent(s.precision)}${percent(s.recall)}${String(s.gold).padStart(7)}`;
  const peer = (tally: Tally) => ({
    ...tally.whole(shared),
    byType: Object.fromEntries([...tally.byType].filter(([type]) => shared.has(type)).map(([type, counts]) => [type, scores(counts)])),
  });
  const peers = { saidso: peer(ours), compromise: peer(theirs) };
  const perSecond = Math.round((1000 * tokens) / Math.max(milliseconds, 1e-3));
  const table = [
    `names in ${files.length} file(s), ${tokens} tokens, ${perSecond} tokens a second${upper ? ', in capitals' : ''}`,
    `${'type'.padEnd(16)}${'F1'.padStart(6)}${'P'.padStart(6)}${'R'.padStart(6)}${'gold'.padStart(7)}`,
    row('all', ours.whole()),
    ...[...ours.byType].sort((a, b) => b[1].gold - a[1].gold).map(([type, counts]) => row(type, scores(counts))),
    '',
    'person, place, organisation',
    ...Object.entries(peers).flatMap(([engine, own]) => [
      row(engine, own),
      ...Object.entries(own.byType).map(([type, counts]) => row(`  ${type}`, counts)),
    ]),
  ].join('\n');
  const whole = ours.whole();
  return {
    keys: {
      f1: whole.f1,
      precision: whole.precision,
      recall: whole.recall,
      byType: Object.fromEntries([...ours.byType].map(([type, counts]) => [type, scores(counts)])),
      tokens,
      peers,
    },
    table,
  };
}

export const task: Task = {
  name: 'names',
  about: 'Exact span and type of names, in the types of the data',
  open: 'corpora/en-worldwide-newswire',
  run,
};
