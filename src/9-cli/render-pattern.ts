import type { Codebook, EventType, Rule, SlotTest } from '../5-claims/codebook/codebook.ts';
import type { Sheet } from './render-record.ts';
import { run, wrap } from './wrap.ts';

/** One rule of the codebook with its type; null when the codebook has none of that name (`type.rule`). */
export function ruleNamed(codebook: Codebook, name: string): { readonly type: EventType; readonly rule: Rule } | null {
  for (const type of codebook.types) for (const rule of type.rules) if (`${type.id}.${rule.id}` === name) return { type, rule };
  return null;
}

/** What a rule asks of the tree around its head word, a line each: name and value. */
export function patternOf({ rule }: { readonly rule: Rule }): readonly (readonly [name: string, value: string])[] {
  const rows: (readonly [string, string])[] = [[POS_WORDS[rule.pos], listed([...rule.lemma])]];
  if (rule.phrase) rows.push(['phrase', rule.phrase.join(' ')]);
  for (const test of rule.has) rows.push(['has', `${test.slot}: ${tested(test)}`]);
  for (const test of rule.unless) rows.push(['unless', `${test.slot}: ${tested(test)}`]);
  for (const [slot, roles] of rule.roles) rows.push(['role', `${slot} → ${roles.join(', else ')}`]);
  if (rule.needs.length > 0) rows.push(['needs', rule.needs.join(', ')]);
  if (rule.toll) rows.push(['toll', rule.toll]);
  if (rule.stage) rows.push(['stage', `always ${rule.stage}`]);
  if (rule.polarity) rows.push(['polarity', `always ${rule.polarity}`]);
  if (rule.weak) rows.push(['weak', 'counts only beside other claims']);
  return rows;
}

const POS_WORDS = { verb: 'verb', noun: 'noun', adj: 'adjective' } as const;
const MOST_WORDS = 20;

const tested = (test: SlotTest): string => (test.any ? 'anything' : listed([...test.lemmas, ...test.kinds.map((kind) => `any ${kind}`)]));

/** Words of a list, the first twenty of a long one. */
const listed = (words: readonly string[]): string =>
  words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).join(', ')} and ${words.length - MOST_WORDS} more` : words.join(', ');

/** The tree pattern of a rule with the file and line where it stands. */
export function renderPattern(codebook: Codebook, name: string, { ink, width }: Sheet): string[] {
  const found = ruleNamed(codebook, name);
  if (found === null) return wrap([run(`${codebook.name} ${codebook.version} has no rule ${name}.`, 'dim')], ink, { width });
  const { file, line } = found.rule.at;
  return [
    ...wrap([run('The tree pattern that fired: ', 'dim'), run(name, 'strong'), run(`, ${file}:${line}`)], ink, { width }),
    ...patternOf(found).flatMap(([field, value]) =>
      wrap([run(value)], ink, { width, first: `  ${ink.paint('head', field.padEnd(NAME))}`, indent: NAME + 2 }),
    ),
  ];
}

const NAME = 11;
