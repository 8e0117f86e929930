import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realTools } from '../../src/9-cli/tools.ts';
import { ingest } from '../../src/ingest.ts';
import type { Readers } from '../../src/readers.ts';
import { type GoldReport, goldPage } from '../gold-page.ts';

/** Words of a made report: more than a short report's, fewer than a feature's. */
const WORDS = 500;
/** Share of the reports by which the threads have loaded their models and are warm. */
const STARTING = 0.25;

export interface Added {
  readonly reports: number;
  /** Mean words of a report. */
  readonly words: number;
  readonly perSecond: number;
  /** Reports for every second that a core worked, all threads together: what other programs take from the machine is not in it. */
  readonly perCoreSecond: number;
}

/** What `saidso add` does with a made folder, from the file to the row that is kept, on so many reading threads. Their start is not in it. */
export async function addFolder(gold: readonly GoldReport[], reports: number, jobs: number): Promise<Added> {
  const home = mkdtempSync(join(tmpdir(), 'saidso-speed-'));
  try {
    const folder = join(home, 'reports');
    mkdirSync(folder);
    let words = 0;
    for (let n = 0; n < reports; n++) {
      const report = madeReport(gold, n);
      words += countWords(report.text);
      writeFileSync(join(folder, `${n}.html`), goldPage(report).text);
    }
    const tools = realTools(nothing());
    const { read, reading, readers } = await tools.reader();
    const store = await tools.open(join(home, 'speed.db'));
    const starting = Math.ceil(STARTING * reports);
    let done = 0;
    let [cores, started] = [process.cpuUsage(), performance.now()];
    const pages = tools.collect([folder], {});
    for await (const one of ingest({ pages, read, keep: { store, reading }, readers: () => (readers as (n: number) => Readers)(jobs) })) {
      if ('error' in one) throw one.error;
      done++;
      if (done === starting) [cores, started] = [process.cpuUsage(), performance.now()];
    }
    const seconds = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(cores);
    store.close();
    const timed = done - starting;
    return { reports, words: words / reports, perSecond: timed / seconds, perCoreSecond: (1e6 * timed) / (user + system) };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Report `n`: paragraphs of real reports by turns from two of them, another two and another beginning each time. */
function madeReport(gold: readonly GoldReport[], n: number): GoldReport {
  const at = (k: number): GoldReport => gold[k % gold.length] as GoldReport;
  const one = at(n);
  const two = at(n + 1 + (Math.floor(n / gold.length) % (gold.length - 1)));
  const [first, second] = [paragraphsOf(one), paragraphsOf(two)];
  const skip = Math.floor(n / gold.length);
  const chosen: string[] = [];
  for (let k = 0, words = 0; words < WORDS && k < first.length + second.length; k++) {
    const from = k % 2 === 0 ? first : second;
    const paragraph = from[(skip + Math.floor(k / 2)) % from.length] as string;
    chosen.push(paragraph);
    words += countWords(paragraph);
  }
  return { ...one, slug: `made-${n}`, title: `${one.title ?? 'Report'} (${n})`, text: chosen.join('\n\n') };
}

const paragraphsOf = ({ text }: GoldReport): string[] => text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');

async function* nothing(): AsyncGenerator<Uint8Array> {}
