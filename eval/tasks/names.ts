import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { NameType, TokenSpan } from '../../src/4-mentions/names/labels.ts';
import { tagNames } from '../../src/4-mentions/names/tag-names.ts';
import { readNameKit } from '../name-files.ts';
import type { Task, TaskInput, TaskResult } from '../task.ts';

/** A document with gold names: forms of its sentences, and spans with the data's own types. */
interface GoldDocument {
  readonly sentences: {
    readonly forms: string[];
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
    documents.at(-1)?.sentences.push({ forms, names });
    forms = [];
    tags = [];
  };
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    if (/^# newdoc|^-DOCSTART-/.test(line)) {
      close();
      documents.push({ sentences: [] });
    } else if (!line.trim()) close();
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

/** With several files, the training part is left out: it was learnt from. */
function run({ data, upper, part }: TaskInput): TaskResult {
  const all = goldFiles(data);
  const files = all.filter((file) => (part ? file.includes(part) : all.length === 1 || !/train/.test(file)));
  const kit = readNameKit();
  const byType = new Map<string, { gold: number; found: number; right: number }>();
  const cell = (type: string): { gold: number; found: number; right: number } => {
    let own = byType.get(type);
    if (!own) {
      own = { gold: 0, found: 0, right: 0 };
      byType.set(type, own);
    }
    return own;
  };
  let tokens = 0;
  const start = performance.now();
  for (const file of files) {
    const documents = readGold(file);
    const types = new Set(documents.flatMap((d) => d.sentences.flatMap((s) => s.names.map((n) => n.type))));
    const own = (span: TokenSpan): string | null => FITS[span.type].find((type) => types.has(type)) ?? null;
    for (const document of documents) {
      const forms = document.sentences.map((s) => (upper ? s.forms.map((form) => form.toUpperCase()) : s.forms));
      const tagged = tagNames(forms, kit);
      document.sentences.forEach((s, p) => {
        tokens += s.forms.length;
        const truth = new Set(s.names.map((n) => `${n.first}-${n.end}-${n.type}`));
        for (const n of s.names) cell(n.type).gold++;
        for (const span of tagged[p] ?? []) {
          const type = own(span);
          if (type === null) continue;
          cell(type).found++;
          if (truth.has(`${span.first}-${span.end}-${type}`)) cell(type).right++;
        }
      });
    }
  }
  const seconds = (performance.now() - start) / 1000;
  const share = (a: number, b: number): number => (b === 0 ? 0 : a / b);
  const scores = ({
    gold,
    found,
    right,
  }: {
    gold: number;
    found: number;
    right: number;
  }): { f1: number; precision: number; recall: number; gold: number } => ({
    f1: share(2 * right, gold + found),
    precision: share(right, found),
    recall: share(right, gold),
    gold,
  });
  const sum = { gold: 0, found: 0, right: 0 };
  for (const { gold, found, right } of byType.values()) {
    sum.gold += gold;
    sum.found += found;
    sum.right += right;
  }
  const percent = (x: number): string => (100 * x).toFixed(1).padStart(6);
  const row = (name: string, s: ReturnType<typeof scores>): string =>
    `${name.padEnd(16)}${percent(s.f1)}${percent(s.precision)}${percent(s.recall)}${String(s.gold).padStart(7)}`;
  const table = [
    `names in ${files.length} file(s), ${tokens} tokens, ${Math.round(tokens / Math.max(seconds, 1e-6))} tokens a second${upper ? ', in capitals' : ''}`,
    `${'type'.padEnd(16)}${'F1'.padStart(6)}${'P'.padStart(6)}${'R'.padStart(6)}${'gold'.padStart(7)}`,
    row('all', scores(sum)),
    ...[...byType].sort((a, b) => b[1].gold - a[1].gold).map(([type, counts]) => row(type, scores(counts))),
  ].join('\n');
  const whole = scores(sum);
  return {
    keys: {
      f1: whole.f1,
      precision: whole.precision,
      recall: whole.recall,
      byType: Object.fromEntries([...byType].map(([type, counts]) => [type, scores(counts)])),
      tokens,
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
