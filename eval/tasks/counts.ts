import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCounts } from '../../src/4-mentions/counts/find-counts.ts';
import { parsedText } from '../parsed-text.ts';
import type { Task } from '../task.ts';

interface Figure {
  readonly effect: string;
  readonly low: number;
  readonly high: number | null;
}
interface GoldClaims {
  readonly slug: string;
  readonly claims: readonly {
    readonly trigger: { readonly in: string };
    readonly toll?: readonly Figure[];
    readonly target?: readonly { readonly text: string }[];
  }[];
}
interface GoldReport {
  readonly title: string;
  readonly published: string | null;
  readonly text: string;
}

const NUMBERED =
  /^(?:at least |about |some |more than |around |up to )?(?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|several)\b/i;

/**
 * There is no set of annotated counts, so this one is drawn from the gold reports: every toll figure other than a plain
 * 1 (which mostly stands for one named person, no number word) is to be found among the counts of its report's
 * title and text with the right low and high; and every target whose words begin with a number is to hold a count whose noun
 * lies in it. Shares found; nothing is measured of counts too many.
 */
export const task: Task = {
  name: 'counts',
  about: 'numbers of people and things: share of gold toll figures found with the right low and high (drawn from the gold reports)',
  open: 'gold',
  run({ data, upper }) {
    let [figures, right, lowRight, targets, held] = [0, 0, 0, 0, 0];
    const wrong: string[] = [];
    for (const name of readdirSync(join(data, 'claims'))
      .filter((file) => file.endsWith('.json'))
      .sort()) {
      const gold = JSON.parse(readFileSync(join(data, 'claims', name), 'utf8')) as GoldClaims;
      const report = JSON.parse(readFileSync(join(data, 'reports', name), 'utf8')) as GoldReport;
      const written = `${report.title}\n\n${report.text}`;
      const text = upper ? written.toUpperCase() : written;
      const parsed = parsedText(text, { published: { date: report.published, basis: report.published ? 'given' : 'unknown' } });
      const counts = findCounts(parsed);
      if (process.env['COUNTS_ALL']) {
        for (const count of counts) {
          const noun = parsed.sentences[count.sentence]?.tokens[count.noun]?.form ?? '-';
          wrong.push(
            `count\t${text.slice(...count.span)}\t${count.low}-${count.high ?? ''}\t${noun}\t${text.slice(Math.max(0, count.span[0] - 40), count.span[1] + 40).replaceAll('\n', ' ')}`,
          );
        }
      }
      for (const claim of gold.claims) {
        for (const toll of claim.toll ?? []) {
          if (toll.low === 1 && toll.high === 1) continue;
          figures += 1;
          const low = counts.some((count) => count.low === toll.low);
          if (low) lowRight += 1;
          if (counts.some((count) => count.low === toll.low && count.high === toll.high)) right += 1;
          else wrong.push(`toll\t${gold.slug}\t${JSON.stringify(toll)}\t${claim.trigger.in}`);
        }
        for (const target of claim.target ?? []) {
          if (!NUMBERED.test(target.text)) continue;
          const sought = upper ? target.text.toUpperCase() : target.text;
          targets += 1;
          let ok = false;
          for (let at = text.indexOf(sought); at >= 0 && !ok; at = text.indexOf(sought, at + 1)) {
            const end = at + sought.length;
            ok = counts.some((count) => {
              const noun = parsed.sentences[count.sentence]?.tokens[count.noun]?.span;
              return count.span[1] > at && count.span[1] <= end && noun !== undefined && noun[0] >= at && noun[1] <= end;
            });
          }
          if (ok) held += 1;
          else wrong.push(`target\t${gold.slug}\t${target.text}`);
        }
      }
    }
    const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
    const keys = { found: share(right, figures), low: share(lowRight, figures), noun: share(held, targets), figures, targets };
    const row = (name: string, value: number, of: number): string => `${name.padEnd(34)}${(value * 100).toFixed(1)} of ${of}`;
    const table = [
      row('toll figures with low and high', keys.found, figures),
      row('toll figures with low', keys.low, figures),
      row('numbered targets with their noun', keys.noun, targets),
      ...(process.env['COUNTS_ERRORS'] || process.env['COUNTS_ALL'] ? wrong : []),
    ].join('\n');
    return { keys, table };
  },
};
