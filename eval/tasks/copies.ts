import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type CopyText, findCopies } from '../../src/6-events/copies/find-copies.ts';
import { EDITS, type Edit } from '../copies/edits.ts';
import { readArticles, readReusePairs } from '../copies/longtail.ts';
import { openData } from '../open-data.ts';
import type { Task } from '../task.ts';

/** Every how manieth report is rewritten; the others are what must not be found. */
const EVERY = 3;

export const task: Task = {
  name: 'copies',
  about: 'rewritten reports found among all reports: cut, new headline, merged, paraphrased lead, typos; and copies across sites',
  open: 'corpora/gva-longtail',
  run({ data, upper }) {
    const articles = readArticles(data).filter((article) => !article.template);
    const gold = openData('gold');
    const texts: CopyText[] = [
      ...articles.map(({ id, text }) => ({ id, text })),
      ...(existsSync(join(gold, 'reports')) ? goldTexts(join(gold, 'reports')) : []),
    ];
    const wanted = new Map<string, Edit['name'] | 'across sites'>();
    // A pair that shares part of its words by the data's own count is neither asked for nor held against us.
    const open = new Set<string>();
    const groups = sameText(texts);
    for (const pair of readReusePairs(data)) {
      if (pair.label === 'copy') wanted.set(key(pair.a, pair.b), 'across sites');
      else if (pair.label === 'partial-reuse') open.add(key(pair.a, pair.b));
    }
    const rewritten: CopyText[] = [];
    const sources = new Map<string, string[]>(texts.map(({ id }) => [id, [id]]));
    texts.forEach((text, at) => {
      if (at % EVERY !== 0) return;
      const edit = EDITS[(at / EVERY) % EDITS.length] as Edit;
      const other = texts[(at + 7) % texts.length] as CopyText;
      const made = edit.make(text.text, other.text, at);
      if (made === null) return;
      const id = `${text.id}#${edit.name}`;
      rewritten.push({ id, text: upper ? made.text.toUpperCase() : made.text });
      sources.set(id, made.both ? [text.id, other.id] : [text.id]);
      for (const source of sources.get(id) ?? []) wanted.set(key(source, id), edit.name);
    });
    const pairs = findCopies([...texts, ...rewritten]);
    // A copy of a copy is a copy: what hangs together by its sources counts for neither side.
    const related = (a: string, b: string): boolean =>
      (sources.get(a) ?? []).some((x) =>
        (sources.get(b) ?? []).some(
          (y) => x === y || groups.get(x) === groups.get(y) || open.has(key(x, y)) || wanted.get(key(x, y)) === 'across sites',
        ),
      );
    const found = new Set<string>();
    let wrong = 0;
    const faults: string[] = [];
    for (const { a, b, shareA, shareB } of pairs) {
      const pair = key(a, b);
      if (wanted.has(pair)) found.add(pair);
      else if (!related(a, b)) {
        wrong++;
        faults.push(`  extra   ${a}  ${b}  ${shareA.toFixed(2)} ${shareB.toFixed(2)}`);
      }
    }
    for (const pair of wanted.keys()) if (!found.has(pair)) faults.push(`  missed  ${pair}  (${wanted.get(pair)})`);
    const recall = found.size / Math.max(1, wanted.size);
    const precision = found.size / Math.max(1, found.size + wrong);
    const kinds = [...new Set(wanted.values())].map((kind) => {
      const all = [...wanted].filter(([, k]) => k === kind);
      return [kind, all.filter(([pair]) => found.has(pair)).length / all.length, all.length] as const;
    });
    const table = [
      `${texts.length} reports, ${rewritten.length} rewritten: recall ${recall.toFixed(3)}  precision ${precision.toFixed(3)}`,
      ...kinds.map(([kind, share, n]) => `  ${kind.padEnd(14)} recall ${share.toFixed(3)} of ${n}`),
      ...(process.env['SAIDSO_ERRORS'] ? faults : []),
    ].join('\n');
    return { keys: { recall, precision, byEdit: Object.fromEntries(kinds.map(([kind, share]) => [kind, share])) }, table };
  },
};

const key = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** The texts that are word for word the same, by the first of them. */
function sameText(texts: readonly CopyText[]): Map<string, string> {
  const first = new Map<string, string>();
  return new Map(
    texts.map(({ id, text }) => {
      const plain = text.toLowerCase().replace(/\W+/g, ' ').trim();
      if (!first.has(plain)) first.set(plain, id);
      return [id, first.get(plain) as string];
    }),
  );
}

const goldTexts = (folder: string): CopyText[] =>
  !statSync(folder).isDirectory()
    ? []
    : readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => ({ id: name, text: (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { text: string }).text }));
