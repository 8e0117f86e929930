import type { Database } from 'better-sqlite3';
import { copyOf } from '../../6-events/copies/find-copies.ts';
import { type TextWords, textWords } from '../../6-events/copies/text-words.ts';
import type { MergeKit } from '../../6-events/merge-kit.ts';
import { compareReports } from '../../6-events/same/compare.ts';
import { MEETING, WINDOW, windowOf, worthOf } from '../../6-events/same/keys.ts';
import { inOrder, type Sketch, sharedNumbers } from '../../6-events/same/sketch.ts';
import { UNSEEN } from '../../6-events/same/thresholds.ts';
import { prepared } from '../prepared.ts';
import { packSketch, type SketchRow, unpackSketch } from './sketch-blob.ts';

/** Happenings of one report have numbers that follow each other. */
export const PER_REPORT = 65_536;
export const reportOf = (happening: number): number => Math.floor(happening / PER_REPORT);

/** Sketches held in memory: some 20 megabytes. */
const MOST_HELD = 4000;
/** Texts whose words are held: some 10 megabytes. */
const MOST_WORDS = 1000;

/** A sketch with its number in the record. */
interface Numbered {
  readonly n: number;
  readonly sketch: Sketch;
}
interface Place {
  readonly day: number;
  readonly rank: number;
  readonly n: number;
}

/**
 * The index by which reports meet, kept in the database: `meetings`, `compareReports` and `copyOf` one report at a time, with the same outcome. Gathers
 * what it touches: `happenings` whose links changed, and the reports `retold` whose copies did. Lives for one transaction.
 */
export class MergeIndex {
  readonly happenings = new Set<number>();
  readonly retold = new Set<number>();
  private readonly db: Database;
  private readonly kit: MergeKit;
  private readonly widest: number;
  private readonly words = new Map<string, TextWords>();
  private readonly sketches = new Map<number, Sketch | null>();

  constructor(db: Database, kit: MergeKit) {
    this.db = db;
    this.kit = kit;
    this.widest = kit.window ?? WINDOW;
  }

  /** The number of a report that is in the index; null when it is not. */
  numberOf(report: string): number | null {
    const row = prepared(this.db, 'SELECT n FROM merge_reports WHERE report = ?').get(report) as { n: number } | undefined;
    return row?.n ?? null;
  }

  sketch(n: number): Sketch | null {
    const known = this.sketches.get(n);
    if (known !== undefined) return known;
    const row = prepared(this.db, 'SELECT * FROM merge_reports WHERE n = ?').get(n) as SketchRow | undefined;
    const sketch = row === undefined ? null : unpackSketch(row);
    if (this.sketches.size >= MOST_HELD) this.sketches.clear();
    this.sketches.set(n, sketch);
    return sketch;
  }

  /** Takes a report in, under its old number when it had one, and links it with those that it meets. Gives its number. */
  add(sketch: Sketch, old: number | null): number {
    const n = this.write(sketch, old);
    const one: Numbered = { n, sketch };
    const met = new Map<number, number>();
    const parted = new Pairs();
    const insert = prepared(this.db, 'INSERT INTO merge_keys (key, day, rank, n) VALUES (?, ?, ?, ?)');
    for (const key of sketch.keys) {
      const [before, after] = this.beside(key, { day: sketch.day, rank: sketch.rank, n });
      for (const side of [before, after]) for (const other of side) met.set(other, (met.get(other) ?? 0) + worthOf(key));
      // The newcomer stands between these two, who were as far apart as two may be.
      parted.addAcross(before, after, windowOf(key, this.widest));
      insert.run(key, sketch.day, sketch.rank, n);
    }
    for (const [other, worth] of met) if (worth >= MEETING) this.join(one, other);
    for (const [a, b] of parted) if (this.related(a, b) && !this.meet(a, b)) this.part(a, b);
    sketch.happenings.forEach((_, at) => {
      this.happenings.add(n * PER_REPORT + at);
    });
    return n;
  }

  /** Takes a report out, with all that links it. Those whom it kept apart meet. */
  remove(n: number, sketch: Sketch): void {
    const joined = new Pairs();
    const drop = prepared(this.db, 'DELETE FROM merge_keys WHERE key = ? AND day = ? AND rank = ? AND n = ?');
    for (const key of sketch.keys) {
      const [before, after] = this.beside(key, { day: sketch.day, rank: sketch.rank, n });
      joined.addAcross(before, after, windowOf(key, this.widest));
      drop.run(key, sketch.day, sketch.rank, n);
    }
    const [from, to] = [n * PER_REPORT, (n + 1) * PER_REPORT - 1];
    const links = prepared(this.db, 'SELECT a, b FROM merge_links WHERE a BETWEEN ? AND ?').all(from, to) as { a: number; b: number }[];
    for (const { a, b } of links) this.unlink(a, b);
    for (const { other } of prepared(
      this.db,
      'SELECT n AS other FROM merge_reports WHERE report IN (SELECT a FROM copies WHERE b = ? UNION SELECT b FROM copies WHERE a = ?)',
    ).all(sketch.report, sketch.report) as { other: number }[])
      this.retell(other);
    prepared(this.db, 'DELETE FROM copies WHERE a = ? OR b = ?').run(sketch.report, sketch.report);
    this.sketches.delete(n);
    for (const [a, b] of joined) {
      const one = this.sketch(a);
      if (one !== null && !this.related(a, b) && this.meet(a, b)) this.join({ n: a, sketch: one }, b);
    }
  }

  private write(sketch: Sketch, old: number | null): number {
    const values = [sketch.report, sketch.day, sketch.rank, packSketch(sketch), JSON.stringify(sketch.happenings)];
    if (old !== null) {
      prepared(this.db, 'UPDATE merge_reports SET report = ?, day = ?, rank = ?, sketch = ?, outlines = ? WHERE n = ?').run(...values, old);
      return old;
    }
    const { lastInsertRowid } = prepared(
      this.db,
      'INSERT INTO merge_reports (report, day, rank, sketch, outlines) VALUES (?, ?, ?, ?, ?)',
    ).run(...values);
    return Number(lastInsertRowid);
  }

  /** The reports that stand just before and just after a place under a key, the nearest first. */
  private beside(key: number, { day, rank, n }: Place): [before: number[], after: number[]] {
    const window = windowOf(key, this.widest);
    const before = prepared(
      this.db,
      'SELECT n FROM merge_keys WHERE key = ? AND (day, rank, n) < (?, ?, ?) ORDER BY key DESC, day DESC, rank DESC, n DESC LIMIT ?',
    ).all(key, day, rank, n, window) as { n: number }[];
    const after = prepared(
      this.db,
      'SELECT n FROM merge_keys WHERE key = ? AND (day, rank, n) > (?, ?, ?) ORDER BY key, day, rank, n LIMIT ?',
    ).all(key, day, rank, n, window) as { n: number }[];
    return [before.map((row) => row.n), after.map((row) => row.n)];
  }

  /** Whether two reports share enough keys under which they stand near each other. */
  private meet(a: number, b: number): boolean {
    const [one, two] = [this.sketch(a), this.sketch(b)];
    if (one === null || two === null) return false;
    const [first, last] = [
      { n: a, ...one },
      { n: b, ...two },
    ].sort(inOrder) as [Sketch & Place, Sketch & Place];
    const shared = new Set(first.keys);
    const between = prepared(
      this.db,
      'SELECT count(*) AS many FROM (SELECT 1 FROM merge_keys WHERE key = ? AND (day, rank, n) > (?, ?, ?) AND (day, rank, n) < (?, ?, ?) LIMIT ?)',
    );
    let worth = 0;
    for (const key of last.keys) {
      if (worth >= MEETING) break;
      if (!shared.has(key)) continue;
      const window = windowOf(key, this.widest);
      const row = between.get(key, first.day, first.rank, first.n, last.day, last.rank, last.n, window) as { many: number };
      if (row.many < window) worth += worthOf(key);
    }
    return worth >= MEETING;
  }

  /** Whether anything links two reports. */
  private related(a: number, b: number): boolean {
    return (
      prepared(this.db, 'SELECT 1 FROM merge_links WHERE a BETWEEN ? AND ? AND b BETWEEN ? AND ? LIMIT 1').get(
        a * PER_REPORT,
        (a + 1) * PER_REPORT - 1,
        b * PER_REPORT,
        (b + 1) * PER_REPORT - 1,
      ) !== undefined
    );
  }

  /** Compares two reports that meet, and keeps what links them. */
  private join({ n, sketch }: Numbered, other: number): void {
    const met = this.sketch(other);
    if (met === null) return;
    const link = prepared(this.db, 'INSERT OR REPLACE INTO merge_links (a, b, probability) VALUES (?, ?, ?)');
    const likely = compareReports(sketch, met, this.kit.sameEvent);
    for (const { a, b, probability } of likely) {
      const [x, y] = [n * PER_REPORT + a, other * PER_REPORT + b];
      link.run(x, y, probability);
      link.run(y, x, probability);
      this.happenings.add(x).add(y);
    }
    if (sharedNumbers(sketch.bands, met.bands, 1) === 0) return;
    const [first, last] = inOrder(sketch, met) < 0 ? [sketch, met] : [met, sketch];
    const pair = copyOf(first.report, this.wordsOf(first.report), last.report, this.wordsOf(last.report));
    if (pair === null) return;
    if (likely.length === 0) {
      // A link that counts like none, so that whatever relates two reports is found among the links.
      link.run(n * PER_REPORT, other * PER_REPORT, UNSEEN);
      link.run(other * PER_REPORT, n * PER_REPORT, UNSEEN);
    }
    prepared(this.db, 'INSERT OR REPLACE INTO copies (a, b, kind, share_a, share_b, words, passages) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
      pair.a,
      pair.b,
      pair.kind,
      pair.shareA,
      pair.shareB,
      pair.words,
      JSON.stringify(pair.passages),
    );
    this.retell(n);
    this.retell(other);
  }

  /** Undoes what linked two reports that do not meet any more. */
  private part(a: number, b: number): void {
    const [x, y] = [a * PER_REPORT, b * PER_REPORT];
    const range = [x, x + PER_REPORT - 1, y, y + PER_REPORT - 1];
    const rows = prepared(this.db, 'SELECT a, b FROM merge_links WHERE a BETWEEN ? AND ? AND b BETWEEN ? AND ?').all(...range);
    for (const link of rows as { a: number; b: number }[]) this.unlink(link.a, link.b);
    const [one, two] = [this.sketch(a)?.report ?? '', this.sketch(b)?.report ?? ''];
    const drop = prepared(this.db, 'DELETE FROM copies WHERE a = ? AND b = ?');
    if (drop.run(one, two).changes + drop.run(two, one).changes === 0) return;
    this.retell(a);
    this.retell(b);
  }

  private unlink(a: number, b: number): void {
    const drop = prepared(this.db, 'DELETE FROM merge_links WHERE a = ? AND b = ?');
    drop.run(a, b);
    drop.run(b, a);
    this.happenings.add(a).add(b);
  }

  /** The events of a report are told anew, though who is in them may be the same. */
  private retell(n: number): void {
    this.retold.add(n);
    this.sketch(n)?.happenings.forEach((_, at) => {
      this.happenings.add(n * PER_REPORT + at);
    });
  }

  private wordsOf(report: string): TextWords {
    const known = this.words.get(report);
    if (known !== undefined) return known;
    // The search index keeps the text plain; the record would have to be parsed.
    const row = prepared(this.db, 'SELECT text FROM report_words WHERE rowid = (SELECT n FROM report_numbers WHERE report = ?)').get(
      report,
    );
    const words = textWords((row as { text: string } | undefined)?.text ?? '');
    if (this.words.size >= MOST_WORDS) this.words.clear();
    this.words.set(report, words);
    return words;
  }
}

/** Pairs of reports, each once. */
class Pairs {
  private readonly known = new Map<number, Set<number>>();

  /** Those that stand `window` places apart, one on each side of a place; the nearest first on both. */
  addAcross(before: readonly number[], after: readonly number[], window: number): void {
    before.forEach((a, at) => {
      const b = after[window - 1 - at];
      if (b === undefined) return;
      const others = this.known.get(a);
      if (others === undefined) this.known.set(a, new Set([b]));
      else others.add(b);
    });
  }

  *[Symbol.iterator](): Generator<readonly [number, number]> {
    for (const [a, others] of this.known) for (const b of others) yield [a, b];
  }
}
