import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findSingleTimes } from '../../src/4-mentions/times/find-times.ts';
import type { Task } from '../task.ts';

/** One time expression of the gold or of the system. */
interface Timex {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}
interface GoldDocument {
  readonly name: string;
  readonly text: string;
  readonly published: string | null;
  readonly times: readonly Timex[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of marked-up text, with the TIMEX2 or TIMEX3 in it; of nested ones the outermost. */
export function readMarked(marked: string): { text: string; times: Timex[] } {
  let text = '';
  const times: Timex[] = [];
  const open: { start: number; value: string }[] = [];
  for (const match of marked.matchAll(/<(\/?)([A-Za-z][\w:-]*)([^>]*)>|&(\w+);|[^<&]+|[<&]/g)) {
    const [whole, closing, tag, attributes, entity] = match;
    if (tag === undefined) text += entity === undefined ? whole : (ENTITIES[entity] ?? whole);
    else if (!/^TIMEX[23]$/i.test(tag)) continue;
    else if (closing === '') {
      open.push({ start: text.length, value: /\bval(?:ue)?="([^"]*)"/.exec(attributes ?? '')?.[1] ?? '' });
    } else {
      const begun = open.pop();
      if (begun && open.length === 0 && begun.start < text.length) times.push({ start: begun.start, end: text.length, value: begun.value });
    }
  }
  return { text, times };
}

function filesUnder(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** TimeML (`.tml`) or WikiWars (`.key.xml`, preferred where both lie, since only it has values). */
function readGold(path: string): GoldDocument[] {
  const files = filesUnder(path);
  const keys = files.filter((file) => file.endsWith('.key.xml'));
  return (keys.length > 0 ? keys : files.filter((file) => /\.(?:tml|xml|sgm)$/.test(file))).map((file) => {
    const source = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
    const body = /<TEXT>([\s\S]*?)<\/TEXT>/i.exec(source)?.[1] ?? '';
    const published =
      /<DCT>[\s\S]*?value="(\d{4}-\d\d-\d\d)/i.exec(source)?.[1] ??
      /functionInDocument="CREATION_TIME"[^>]*value="(\d{4}-\d\d-\d\d)/.exec(source)?.[1] ??
      /<DATETIME>[\s\S]*?val="(\d{4}-\d\d-\d\d)/i.exec(source)?.[1] ??
      null;
    return { name: file, published, ...readMarked(body) };
  });
}

/** Values said the same way: TIMEX2 and TIMEX3 differ in a few letters; seconds and time zones are dropped. */
export const plainValue = (value: string): string =>
  value
    .toUpperCase()
    .replace(/(T\d\d:\d\d):\d\d/, '$1')
    .replace(/(?:Z|[+-]\d\d(?::?\d\d)?)$/, (zone, at: number, whole: string) =>
      whole.includes('T') && at > whole.indexOf('T') ? '' : zone,
    );

const f1 = (right: number, found: number, gold: number): number => (right === 0 ? 0 : (2 * right) / (found + gold));

export const task: Task = {
  name: 'times',
  about: 'time expressions: F1 of exact extent, of overlap, and of overlap with the right value (TempEval-3); the document date is given',
  open: 'corpora/tempeval3-tbaq',
  run({ data, upper }) {
    let [gold, found, strict, relaxed, value] = [0, 0, 0, 0, 0];
    const wrong: string[] = [];
    for (const document of readGold(data)) {
      const text = upper ? document.text.toUpperCase() : document.text;
      const mine = findSingleTimes({ text }, { date: document.published, basis: document.published ? 'given' : 'unknown' });
      gold += document.times.length;
      found += mine.length;
      const free = new Set(mine);
      const show = (start: number, end: number): string => text.slice(Math.max(0, start - 40), end + 30).replaceAll(/\s+/g, ' ');
      for (const time of document.times) {
        const words = text.slice(time.start, time.end).replaceAll(/\s+/g, ' ');
        // An exact extent goes before an overlap.
        const match =
          [...free].find(({ span }) => span[0] === time.start && span[1] === time.end) ??
          [...free].find(({ span }) => span[0] < time.end && time.start < span[1]);
        if (!match) {
          wrong.push(`miss\t${words}\t${time.value}\t\t${show(time.start, time.end)}`);
          continue;
        }
        free.delete(match);
        relaxed += 1;
        const said = text.slice(match.span[0], match.span[1]).replaceAll(/\s+/g, ' ');
        if (match.span[0] === time.start && match.span[1] === time.end) strict += 1;
        else wrong.push(`extent\t${words}\t${time.value}\t${said}\t${show(time.start, time.end)}`);
        if (plainValue(match.value) === plainValue(time.value)) value += 1;
        else
          wrong.push(`value\t${words}\t${time.value}\t${match.value} (${match.rule})\t${document.published} ${show(time.start, time.end)}`);
      }
      for (const { span, rule, value: spurious } of free) {
        wrong.push(`extra\t${text.slice(span[0], span[1]).replaceAll(/\s+/g, ' ')}\t${spurious}\t${rule}\t${show(span[0], span[1])}`);
      }
    }
    const keys = { strict: f1(strict, found, gold), relaxed: f1(relaxed, found, gold), value: f1(value, found, gold), gold, found };
    const errors = process.env['TIMES_ERRORS'] ? `\n${wrong.join('\n')}` : '';
    const row = (name: string, share: number): string => `${name.padEnd(10)}${(share * 100).toFixed(1)}`;
    return {
      keys,
      table: `${row('strict', keys.strict)}\n${row('relaxed', keys.relaxed)}\n${row('value', keys.value)}\ngold ${gold}, found ${found}${errors}`,
    };
  },
};
