import type { TimeMention } from '../annotated-report.ts';

const REACH = 10;

/** "from 3 July to 5 August", "between 2014 and 2016", "July 3 - August 5": two dates become one interval. */
export function mergeRanges(mentions: readonly TimeMention[], text: string): TimeMention[] {
  const out: TimeMention[] = [];
  for (const now of mentions) {
    const before = out.at(-1);
    if (
      before?.range &&
      now.range &&
      !before.anchor &&
      !now.anchor &&
      before.kind === 'date' &&
      now.kind === 'date' &&
      !before.value.includes('/')
    ) {
      const gap = text.slice(before.span[1], now.span[0]).toLowerCase();
      const lead = text.slice(Math.max(0, before.span[0] - REACH), before.span[0]).toLowerCase();
      const from = /\bfrom (?:the )?$/.test(lead) && /^ (?:to|until|till|through|up to) (?:the )?$/.test(gap);
      const between = /\bbetween (?:the )?$/.test(lead) && /^ (?:and|to) (?:the )?$/.test(gap);
      const dash = /^ ?[-\u2012-\u2014] ?$/.test(gap);
      if ((from || between || dash) && before.range.from <= now.range.from && before.range.to <= now.range.to) {
        out.pop();
        const precision = before.range.precision;
        const basis = now.range.basis;
        out.push({
          span: [before.span[0], now.span[1]],
          kind: 'date',
          value: `${before.value}/${now.value}`,
          range: { from: before.range.from, to: now.range.to, precision, basis },
          rule: 'times.merged-range',
        });
        continue;
      }
    }
    out.push(now);
  }
  return out;
}
