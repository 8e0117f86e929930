import { extract } from '../../src/2-reports/extract.ts';
import { reportKit } from '../report-kit.ts';
import { pageTruths, storedPage } from '../stored-pages.ts';
import type { Task } from '../task.ts';

interface DateTruth {
  readonly file: string;
  readonly date: string;
}

export const task: Task = {
  name: 'published',
  about: 'publication day of stored pages: the exact day, as htmldate scores it',
  open: 'corpora/htmldate-eval',
  run({ data }) {
    const kit = reportKit();
    const truths = pageTruths<DateTruth>(data, (value) => typeof value['date'] === 'string' && typeof value['file'] === 'string');
    const counts = { right: 0, wrong: 0, silent: 0 };
    const byBasis = new Map<string, { right: number; wrong: number }>();
    const errors: string[] = [];
    for (const [url, truth] of truths) {
      const page = storedPage(data, truth.file, url);
      if (page === null) continue;
      const { published } = extract(page, kit);
      const isRight = published.date === truth.date;
      if (published.date === null) counts.silent += 1;
      else {
        counts[isRight ? 'right' : 'wrong'] += 1;
        const basis = byBasis.get(published.basis) ?? { right: 0, wrong: 0 };
        basis[isRight ? 'right' : 'wrong'] += 1;
        byBasis.set(published.basis, basis);
      }
      if (!isRight && process.env['SAIDSO_ERRORS'])
        errors.push(`${truth.date} ${String(published.date)} ${published.basis} ${truth.file} ${url}`);
    }
    const { right, wrong, silent } = counts;
    const precision = right / (right + wrong || 1);
    const recall = right / (right + silent || 1);
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    const accuracy = right / (right + wrong + silent || 1);
    const table = [
      `${right + wrong + silent} pages: right ${right}, wrong ${wrong}, no answer ${silent}`,
      `F1 ${f1.toFixed(3)}  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  accuracy ${accuracy.toFixed(3)}`,
      ...[...byBasis].map(([basis, count]) => `  ${basis.padEnd(10)} right ${count.right}, wrong ${count.wrong}`),
      ...errors,
    ].join('\n');
    return { keys: { f1, precision, recall, accuracy, pages: right + wrong + silent }, table };
  },
};
