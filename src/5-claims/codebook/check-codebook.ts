import type { Span } from '../../0-terms/span.ts';
import { cut } from '../../0-terms/span.ts';
import type { Claim, CodedReport } from '../coded-report.ts';
import { EFFECTS } from '../coded-report.ts';
import type { Codebook, EventType, Example } from './codebook.ts';

/** Something in a codebook that does not do what its author says it does. */
export interface CodebookFault {
  /** missing: an example gave no such claim; value: it gave one with other values; spurious: a counter-example gave one; unreached: no example fires the rule. */
  readonly kind: 'missing' | 'value' | 'spurious' | 'unreached';
  readonly type: string;
  readonly file: string;
  readonly line: number;
  /** One sentence for the author. */
  readonly text: string;
}

/** The day on which every example is published: a Wednesday. */
export const EXAMPLE_DATE = '2024-05-15';

/**
 * Runs every example and counter-example through `read`, and tells which rules no example fires.
 * @param read the whole pipeline over one sentence, published on EXAMPLE_DATE
 */
export function checkCodebook(codebook: Codebook, read: (text: string) => CodedReport): readonly CodebookFault[] {
  const faults: CodebookFault[] = [];
  const fired = new Set<string>();
  for (const type of codebook.types) {
    const fault = (kind: CodebookFault['kind'], line: number, text: string) =>
      faults.push({ kind, type: type.id, file: type.at.file, line, text });
    for (const example of type.examples) {
      const report = read(example.text);
      for (const claim of report.claims) fired.add(claim.rule);
      const own = report.claims.filter((claim) => claim.type === type.id);
      if (own.length === 0) {
        const others = [...new Set(report.claims.map((claim) => claim.rule))].join(', ') || 'nothing';
        fault('missing', example.line, `"${example.text}" gives ${others}, not ${type.id}`);
        continue;
      }
      const differences = own.map((claim) => differ(claim, example, report)).sort((a, b) => a.length - b.length)[0] ?? [];
      if (differences.length > 0) fault('value', example.line, `"${example.text}": ${differences.join('; ')}`);
    }
    for (const counter of type.not) {
      const found = read(counter.text).claims.find((claim) => claim.type === type.id);
      if (found) fault('spurious', counter.line, `"${counter.text}" gives ${found.rule}`);
    }
  }
  for (const type of codebook.types) faults.push(...unreached(type, fired));
  return faults;
}

function unreached(type: EventType, fired: ReadonlySet<string>): readonly CodebookFault[] {
  return type.rules
    .filter((rule) => !fired.has(`${type.id}.${rule.id}`))
    .map((rule) => ({
      kind: 'unreached',
      type: type.id,
      file: rule.at.file,
      line: rule.at.line,
      text: `no example fires the rule "${rule.id}"`,
    }));
}

/** What an example asks for and the claim does not have; empty when it has all. */
function differ(claim: Claim, example: Example, report: CodedReport): readonly string[] {
  return Object.entries(example.gives).flatMap(([key, wanted]) => {
    const got = valuesOf(claim, key, report);
    const right =
      typeof wanted === 'number' || EXACT.has(key) ? got.includes(String(wanted)) : got.some((value) => holds(value, String(wanted)));
    return right
      ? []
      : [`${key} should be ${JSON.stringify(wanted)}, is ${got.length > 0 ? got.map((v) => JSON.stringify(v)).join(' or ') : 'empty'}`];
  });
}

const EXACT: ReadonlySet<string> = new Set(['stage', 'polarity', 'responsibility', 'from', 'to']);
const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
const holds = (value: string, wanted: string): boolean => {
  const have = new Set(wordsOf(value));
  return wordsOf(wanted).every((word) => have.has(word));
};

function valuesOf(claim: Claim, key: string, report: CodedReport): readonly string[] {
  const named = (id: string | undefined, span: Span): string => {
    const entity = report.entities.find((e) => e.id === id);
    return [cut(report.text, span), entity?.name ?? '', ...(entity?.aliases ?? [])].filter(Boolean).join(' / ');
  };
  switch (key) {
    case 'actor':
    case 'target':
    case 'object':
    case 'instrument':
      return claim[key].map((filler) => named(filler.entity, filler.span));
    case 'where':
      return claim.where ? [named(claim.where.entity, claim.where.span)] : [];
    case 'saidBy':
      return claim.saidBy.map((source) => named(source.speaker, source.span));
    case 'stage':
    case 'polarity':
      return [claim[key]];
    case 'responsibility':
      return claim.actor.map((actor) => actor.responsibility);
    case 'from':
    case 'to':
      return claim.when ? [claim.when[key]] : [];
    default:
      return (EFFECTS as readonly string[]).includes(key)
        ? claim.toll.filter((toll) => toll.effect === key).map((toll) => String(toll.low))
        : [];
  }
}
