import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Page } from '../../src/1-pages/page.ts';
import { extract } from '../../src/2-reports/extract.ts';
import { blocksOf } from '../../src/2-reports/html/blocks.ts';
import { pageTree } from '../../src/2-reports/html/page-tree.ts';
import { reportKit } from '../report-kit.ts';
import { pageTruths, storedPage } from '../stored-pages.ts';
import type { Task } from '../task.ts';

type Extractor = (page: Page) => string;
interface BodyTruth {
  readonly articleBody: string;
  readonly url: string;
}
interface SegmentTruth {
  readonly file: string;
  readonly with: readonly string[];
  readonly without: readonly string[];
}
interface Scores {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly accuracy: number;
  readonly pages: number;
  readonly milliseconds: number;
}

export const task: Task = {
  name: 'pages',
  about:
    'article text of stored pages: shingles of four words (Scrapinghub) or text segments (trafilatura), beside Readability in the same run',
  open: 'corpora/article-extraction-benchmark',
  run({ data }) {
    const kit = reportKit();
    const own: Extractor = (page) => extract(page, kit).text;
    const bodies = pageTruths<BodyTruth>(data, (value) => typeof value['articleBody'] === 'string');
    const beside = join(statSync(data).isDirectory() ? dirname(data) : data, 'trafilatura-eval-en');
    const segmentData = bodies.size === 0 ? data : existsSync(beside) ? beside : null;
    const segments =
      segmentData === null
        ? new Map<string, SegmentTruth>()
        : pageTruths<SegmentTruth>(segmentData, (value) => Array.isArray(value['with']));
    const rows: string[] = [`${'data'.padEnd(34)} ${'extractor'.padEnd(12)} pages     F1      P      R   acc.  ms/page`];
    const row = (name: string, by: string, s: Scores): void => {
      rows.push(
        `${name.padEnd(34)} ${by.padEnd(12)} ${String(s.pages).padStart(5)}  ${[s.f1, s.precision, s.recall, s.accuracy].map((x) => x.toFixed(3)).join('  ')} ${s.milliseconds.toFixed(1).padStart(8)}`,
      );
    };
    const keys: Record<string, unknown> = {};
    if (segments.size > 0 && segmentData !== null) {
      const mine = bySegments(segmentData, segments, own);
      const peer = bySegments(segmentData, segments, readability);
      row('trafilatura-eval-en (segments)', 'saidso', mine);
      row('', 'readability', peer);
      Object.assign(keys, {
        f1: mine.f1,
        timeBesideReadability: mine.milliseconds / peer.milliseconds,
        segmentsF1: mine.f1,
        readabilitySegmentsF1: peer.f1,
        millisecondsPerPage: mine.milliseconds,
        pages: mine.pages,
      });
    }
    if (bodies.size > 0) {
      const mine = byShingles(data, bodies, own);
      const peer = byShingles(data, bodies, readability);
      row('article bodies (4-word shingles)', 'saidso', mine);
      row('', 'readability', peer);
      Object.assign(keys, {
        f1: mine.f1,
        precision: mine.precision,
        recall: mine.recall,
        readabilityF1: peer.f1,
        timeBesideReadability: mine.milliseconds / peer.milliseconds,
        millisecondsPerPage: mine.milliseconds,
        pages: mine.pages,
      });
    }
    const ratio = keys['timeBesideReadability'];
    if (typeof ratio === 'number')
      rows.push('', `${ratio.toFixed(2)} of the time that Readability over linkedom takes for the same pages in this run`);
    return { keys, table: rows.join('\n') };
  },
};

/** Readability over linkedom, its result cut into blocks as ours is: the baseline to beat. */
function readability(page: Page): string {
  const { document } = parseHTML(page.text);
  const article = new Readability(document as unknown as Document).parse();
  if (!article?.content) return '';
  return blocksOf(pageTree(article.content).root, () => false)
    .map((block) => block.text)
    .join('\n\n');
}

/** The benchmark's own measure: multisets of four words, shares of a page's sum, means over pages. */
function byShingles(data: string, truths: ReadonlyMap<string, BodyTruth>, extractor: Extractor): Scores {
  const sums = { precision: 0, recall: 0, precisionPages: 0, recallPages: 0, same: 0, milliseconds: 0, pages: 0 };
  for (const [id, truth] of truths) {
    const page = storedPage(data, id, truth.url);
    if (page === null) continue;
    const start = performance.now();
    const text = attempt(extractor, page);
    sums.milliseconds += performance.now() - start;
    sums.pages += 1;
    const got = wordsOf(text);
    const wanted = wordsOf(truth.articleBody);
    if (got.join(' ') === wanted.join(' ')) sums.same += 1;
    const [predicted, gold] = [shingles(got), shingles(wanted)];
    let [right, extra, missed] = [0, 0, 0];
    for (const [key, count] of predicted) {
      const shared = Math.min(count, gold.get(key) ?? 0);
      right += shared;
      extra += count - shared;
    }
    for (const [key, count] of gold) missed += count - Math.min(count, predicted.get(key) ?? 0);
    if (right + extra > 0) {
      sums.precision += right / (right + extra);
      sums.precisionPages += 1;
    }
    if (right + missed > 0) {
      sums.recall += right / (right + missed);
      sums.recallPages += 1;
    }
  }
  return scores(sums.precision / (sums.precisionPages || 1), sums.recall / (sums.recallPages || 1), sums.same / (sums.pages || 1), sums);
}

/** trafilatura's measure: each wanted segment found is right, each unwanted one found is wrong. */
function bySegments(data: string, truths: ReadonlyMap<string, SegmentTruth>, extractor: Extractor): Scores {
  const sums = { right: 0, wrong: 0, missed: 0, rejected: 0, milliseconds: 0, pages: 0 };
  for (const [url, truth] of truths) {
    const page = storedPage(data, truth.file, url);
    if (page === null) continue;
    const start = performance.now();
    const text = attempt(extractor, page);
    sums.milliseconds += performance.now() - start;
    sums.pages += 1;
    for (const segment of truth.with)
      if (text.includes(segment)) sums.right += 1;
      else sums.missed += 1;
    for (const segment of truth.without)
      if (text.includes(segment)) sums.wrong += 1;
      else sums.rejected += 1;
  }
  const all = sums.right + sums.wrong + sums.missed + sums.rejected;
  return scores(
    sums.right / (sums.right + sums.wrong || 1),
    sums.right / (sums.right + sums.missed || 1),
    (sums.right + sums.rejected) / (all || 1),
    sums,
  );
}

/** A page on which an extractor fails gives no text; the others are measured all the same. */
function attempt(extractor: Extractor, page: Page): string {
  try {
    return extractor(page);
  } catch {
    return '';
  }
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

function shingles(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  if (words.length > 0 && words.length < 4) add(words.join(' '));
  for (let index = 0; index + 4 <= words.length; index += 1) add(words.slice(index, index + 4).join(' '));
  return counts;
}

const scores = (
  precision: number,
  recall: number,
  accuracy: number,
  sums: { readonly pages: number; readonly milliseconds: number },
): Scores => ({
  f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  precision,
  recall,
  accuracy,
  pages: sums.pages,
  milliseconds: sums.milliseconds / (sums.pages || 1),
});
