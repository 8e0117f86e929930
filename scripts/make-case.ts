// Makes a test case from a page: npx tsx scripts/make-case.ts FILE.html|FILE.txt [SLUG]
// Writes test/cases/reports/SLUG/{page,expected.json}; expected.json holds what the reading says now, for a person to prune and mend.
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { loadKit } from '../src/load-kit.ts';
import { read } from '../src/read.ts';
import { CASES, casePage, draftOf } from '../test/cases/case.ts';

const [file, name] = process.argv.slice(2);
if (file === undefined || !existsSync(file)) {
  console.error('usage: npx tsx scripts/make-case.ts FILE.html|FILE.txt [SLUG]');
  process.exit(2);
}
const slug = name ?? basename(file, extname(file));
const folder = join(CASES, slug);
mkdirSync(folder, { recursive: true });
copyFileSync(file, join(folder, extname(file) === '.txt' ? 'page.txt' : 'page.html'));
const draft = draftOf(read(casePage(slug), await loadKit()));
const path = join(folder, 'expected.json');
if (existsSync(path)) {
  console.log(JSON.stringify(draft, null, 2));
  console.error(`${path} is there already and was left as it is; above is what the reading says now`);
} else {
  writeFileSync(path, `${JSON.stringify(draft, null, 2)}\n`);
  console.log(`${path}: take out what a careful reader would not sign, mend what is wrong, then run the tests`);
}
