import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from '../../src/2-reports/extract.ts';
import { attach } from '../../src/3-sentences/attach.ts';
import { paragraphsOf } from '../../src/3-sentences/paragraphs.ts';
import { parse } from '../../src/3-sentences/parse.ts';
import { columnsOf } from '../../src/3-sentences/parse-features.ts';
import type { ParseKit } from '../../src/3-sentences/parse-kit.ts';
import { sentenceEnds } from '../../src/3-sentences/sentence-ends.ts';
import { tag } from '../../src/3-sentences/tag.ts';
import { tokensOf } from '../../src/3-sentences/tokens.ts';
import { type WordLook, wordsOf } from '../../src/3-sentences/words.ts';
import { annotate } from '../../src/4-mentions/annotate.ts';
import { findNames } from '../../src/4-mentions/names/find-names.ts';
import { code } from '../../src/5-claims/code.ts';
import { type GoldReport, goldPage } from '../gold-page.ts';
import { loadCompromise, loadWink } from '../peers.ts';
import { theKit } from '../reading.ts';
import { addFolder } from '../speed/add-folder.ts';
import type { Task } from '../task.ts';

const WARM_UP = 2;
const ROUNDS = 5;
/** Reports of the made folder, and threads that read it. */
const ADDED = 600;
const JOBS = 2;

/** A floor's name, the milliseconds that it took over all reports in one round. */
type Times = Record<'reports' | 'sentences' | 'mentions' | 'claims', number>;

export const task: Task = {
  name: 'speed',
  about:
    'reports and tokens a second: by floor and stage on one core, warm (the best of five rounds), beside the peers; read and kept by `add` on two threads (--added: this alone, --reports N)',
  open: 'gold',
  async run({ data, options }) {
    const folder = join(data, 'reports');
    const gold = readdirSync(folder)
      .filter((f) => f.endsWith('.json'))
      .sort()
      .map((f) => JSON.parse(readFileSync(join(folder, f), 'utf8')) as GoldReport);
    const added = await addFolder(gold, Number(options?.['reports'] ?? ADDED), JOBS);
    const addedKeys = { addedPerSecond: added.perSecond, addedPerCoreSecond: added.perCoreSecond };
    const addedLine = `${added.reports} reports of ${added.words.toFixed(0)} words read on ${JOBS} threads and kept: ${added.perSecond.toFixed(1)} a second, ${added.perCoreSecond.toFixed(1)} a second of one core`;
    if (options?.['added']) return { keys: addedKeys, table: addedLine };
    const started = performance.now();
    const kit = await theKit();
    const loading = performance.now() - started;
    const [wink, compromise] = [await loadWink(), await loadCompromise()];
    const pages = gold.map(goldPage);

    let best: Times | undefined;
    let tokens = 0;
    const stages = new Watch();
    const peers = new Watch();
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      const times: Times = { reports: 0, sentences: 0, mentions: 0, claims: 0 };
      tokens = 0;
      for (const page of pages) {
        const t0 = performance.now();
        const report = extract(page, kit);
        const t1 = performance.now();
        const parsed = parse(report, kit);
        const t2 = performance.now();
        const annotated = annotate(parsed, kit);
        const t3 = performance.now();
        code(annotated, kit);
        times.claims += performance.now() - t3;
        times.mentions += t3 - t2;
        times.sentences += t2 - t1;
        times.reports += t1 - t0;
        for (const sentence of parsed.sentences) tokens += sentence.tokens.length;

        timeStages(report.text, kit, stages);
        stages.time('names', () => findNames(parsed, kit));
        peers.time('wink-nlp: sentences, tags', () => wink.read(report.text));
        peers.time('compromise: sentences, tags', () => compromise.read(report.text));
        peers.time('compromise: the same and names', () => compromise.names(report.text));
      }
      stages.endRound(round >= WARM_UP);
      peers.endRound(round >= WARM_UP);
      if (round >= WARM_UP && (best === undefined || total(times) < total(best))) best = times;
    }

    const times = best as Times;
    const perSecond = (n: number, ms: number): number => (ms > 0 ? (1000 * n) / ms : 0);
    const rows = [...Object.entries(times), ['all', total(times)] as const];
    const table = rows.map(([floor, ms]) =>
      [
        floor.padEnd(10),
        (ms / pages.length).toFixed(2).padStart(14),
        perSecond(pages.length, ms).toFixed(0).padStart(10),
        perSecond(tokens, ms).toFixed(0).padStart(10),
      ].join(' '),
    );
    const speeds = (entries: Iterable<readonly [string, number]>): Record<string, number> =>
      Object.fromEntries([...entries].map(([name, ms]) => [name, perSecond(tokens, ms)]));
    const names = stages.best.get('names') ?? 0;
    const byStage = speeds([
      ...stages.best,
      ['floor 3 and names', times.sentences + names],
      ['floor 4 without names', times.mentions - names],
    ]);
    const beside = speeds(peers.best);
    const wide = (record: Record<string, number>): string[] =>
      Object.entries(record).map(([name, speed]) => `${name.padEnd(32)}${speed.toFixed(0).padStart(10)}`);
    return {
      keys: {
        ...addedKeys,
        reportsPerSecond: perSecond(pages.length, total(times)),
        tokensPerSecond: perSecond(tokens, total(times)),
        millisecondsPerReport: total(times) / pages.length,
        loadingMilliseconds: loading,
        byFloor: Object.fromEntries(
          rows.map(([floor, ms]) => [floor, { reportsPerSecond: perSecond(pages.length, ms), tokensPerSecond: perSecond(tokens, ms) }]),
        ),
        byStage,
        peers: beside,
        reports: pages.length,
        tokens,
      },
      table: [
        `${pages.length} reports, ${tokens} tokens, kit loaded in ${loading.toFixed(0)} ms`,
        'floor       ms a report  reports/s   tokens/s',
        ...table,
        '',
        'stage                             tokens/s',
        ...wide(byStage),
        '',
        'peers, the same texts             tokens/s (tokens as counted above)',
        ...wide(beside),
        '',
        addedLine,
      ].join('\n'),
    };
  },
};

const total = (times: Times): number => times.reports + times.sentences + times.mentions + times.claims;

/** Milliseconds by name over a round, and the best round of each name. */
class Watch {
  readonly best = new Map<string, number>();
  private round = new Map<string, number>();

  time<T>(name: string, work: () => T): T {
    const started = performance.now();
    const done = work();
    this.round.set(name, (this.round.get(name) ?? 0) + performance.now() - started);
    return done;
  }

  endRound(counts: boolean): void {
    if (counts) for (const [name, ms] of this.round) this.best.set(name, Math.min(ms, this.best.get(name) ?? Number.POSITIVE_INFINITY));
    this.round = new Map();
  }
}

/** The stages of floor 3 one after the other, as `parse` and `tagAndParse` put them together. */
function timeStages(text: string, kit: ParseKit, watch: Watch): void {
  const sentences = watch.time('tokens, sentences', () =>
    paragraphsOf(text).flatMap((span) => {
      const tokens = tokensOf(text, span, kit.abbreviations);
      let start = 0;
      return sentenceEnds(text, tokens, kit.abbreviations).map((end) => {
        const forms = tokens.slice(start, end).map(([from, to]) => text.slice(from, to));
        start = end;
        return forms;
      });
    }),
  );
  const tagged = watch.time('tags', () => {
    const seen = new Map<string, WordLook>();
    return sentences.map((forms) => {
      const words = wordsOf(forms, kit.clusters, seen);
      return { words, tags: tag(words, kit.tagger) };
    });
  });
  watch.time('trees', () => {
    for (const { words, tags } of tagged) {
      const broad = tags.map((label) => kit.tagger.broad[label] as number);
      attach(columnsOf(words, tags, broad), kit.parser);
    }
  });
}
