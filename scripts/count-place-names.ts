/**
 * Counts in running text how often each name of the gazetteer is used as a place, and writes data/places/name-use.tsv:
 * name key, times written with a capital, times of those after a locative preposition, times written without a capital.
 * Run: xz -dc FOLDER/*.xz | tsx scripts/count-place-names.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { gazetteerFrom } from '../src/4-mentions/places/packed-gazetteer.ts';
import { placeKey } from '../src/4-mentions/places/place-key.ts';

const LOCATIVE = new Set([
  'in',
  'at',
  'near',
  'from',
  'across',
  'around',
  'outside',
  'throughout',
  'toward',
  'towards',
  'into',
  'inside',
  'via',
]);
const MOST_WORDS = 4;
const gazetteer = gazetteerFrom(readFileSync('data/packed/gazetteer.bin'));
const known = new Map<string, boolean>();
const counts = new Map<string, [capital: number, located: number, small: number]>();

function isKey(key: string): boolean {
  let yes = known.get(key);
  if (yes === undefined) {
    yes = gazetteer.hasKey(key);
    known.set(key, yes);
  }
  return yes;
}
function add(key: string, at: 0 | 1 | 2): void {
  const row = counts.get(key) ?? [0, 0, 0];
  row[at]++;
  counts.set(key, row);
}

for await (const line of createInterface({ input: process.stdin })) {
  const words = line.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*|[^\s\p{L}\p{N}]/gu) ?? [];
  for (let i = 0; i < words.length; ) {
    const word = words[i] ?? '';
    if (!/^\p{L}/u.test(word)) {
      i++;
      continue;
    }
    if (!/^\p{Lu}/u.test(word)) {
      const key = placeKey(word);
      if (isKey(key)) add(key, 2);
      i++;
      continue;
    }
    let taken = 0;
    for (let n = Math.min(MOST_WORDS, words.length - i); n > 0 && taken === 0; n--) {
      const last = words[i + n - 1] ?? '';
      if (!/^\p{Lu}/u.test(last)) continue;
      const key = placeKey(
        words
          .slice(i, i + n)
          .join(' ')
          .replace(/['’]s?$|\.$/u, ''),
      );
      if (key === '' || !isKey(key)) continue;
      add(key, 0);
      const before = words[i - 1] === 'the' ? words[i - 2] : words[i - 1];
      const after = words[i + n] ?? '';
      if (LOCATIVE.has((before ?? '').toLowerCase()) && !/^\p{Lu}/u.test(after)) add(key, 1);
      taken = n;
    }
    i += taken || 1;
  }
}

const rows = [...counts].filter(([, [capital, , small]]) => capital + small >= 5 && capital > 0).sort((a, b) => (a[0] < b[0] ? -1 : 1));
writeFileSync(
  'data/places/name-use.tsv',
  `# key, capitalised, of those after a locative preposition, without a capital\n${rows.map(([key, n]) => `${key}\t${n.join('\t')}`).join('\n')}\n`,
);
process.stdout.write(`data/places/name-use.tsv: ${rows.length} names\n`);
