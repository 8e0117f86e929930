import { cut, type Span } from '../0-terms/span.ts';
import type { Claim, CodedReport } from '../5-claims/coded-report.ts';
import type { NearRule, TriggerWord } from '../5-claims/near-misses.ts';
import { counted } from './counted.ts';
import type { Tone } from './ink.ts';
import type { Sheet } from './render-record.ts';
import { fitted, type Run, run, wrap } from './wrap.ts';

/** Most rules of a sentence that are printed; the rest is counted. `--json` has all. */
const MOST_RULES = 12;

/** The tree of a sentence, a word a line: number, word, dictionary form, part of speech, relation and what it hangs on. */
export function renderTree(report: CodedReport, sentence: number, { ink, width }: Sheet): string[] {
  const tokens = report.sentences[sentence]?.tokens ?? [];
  const column = Math.max(8, Math.min(18, Math.floor((width - 22) / 3)));
  return tokens.map((token, at) => {
    const head = tokens[token.head];
    const under = head === undefined ? token.deprel : `${token.deprel} of ${head.form} (${token.head + 1})`;
    const left = `${String(at + 1).padStart(3)}  ${fitted(token.form, column)} ${fitted(token.lemma, column)} ${fitted(token.upos, 6)}`;
    return `${left}${ink.paint('dim', fitted(under, Math.max(8, width - left.length), false))}`.trimEnd();
  });
}

/** What the sentence claims: type, rule, and for every role the words, with the slot or the step that gave them. */
export function renderClaims(report: CodedReport, claims: readonly Claim[], { ink, width }: Sheet): string[] {
  return claims.flatMap((claim) => {
    const words = (span: Span): string => `“${cut(report.text, span)}”`;
    const row = (field: string, ...runs: Run[]): string[] =>
      wrap(runs, ink, { width, first: `     ${ink.paint('head', field.padEnd(11))}`, indent: 16 });
    const sure = `${Math.round(claim.confidence * 100)} %`;
    return [
      ...wrap(
        [
          run(claim.type, 'title'),
          run(` by the rule ${claim.rule}, at ${words(claim.trigger)}; ${claim.stage}, ${claim.polarity}, ${sure}`),
        ],
        ink,
        {
          width,
          first: '   · ',
          indent: 5,
        },
      ),
      ...(['actor', 'target', 'object', 'instrument'] as const).flatMap((role) =>
        claim[role].flatMap((filler) => row(role, run(words(filler.span)), run(` · ${slotIn(filler.rule)}`, 'dim'))),
      ),
      ...(claim.when?.span ? row('when', run(words(claim.when.span)), run(` · ${claim.when.rule}`, 'dim')) : []),
      ...(claim.where ? row('where', run(words(claim.where.span)), run(` · ${claim.where.rule}`, 'dim')) : []),
      ...claim.toll.flatMap((toll) => row(toll.effect, run(words(toll.span)), run(` · ${toll.rule}`, 'dim'))),
      ...claim.saidBy.flatMap((said) => row('said by', run(words(said.span)), run(` · ${said.rule}`, 'dim'))),
    ];
  });
}

/** `bombing.exploded/subj` is the slot `subj` of that rule. */
const slotIn = (rule: string): string => {
  const slash = rule.lastIndexOf('/');
  return slash < 0 ? rule : `slot ${rule.slice(slash + 1)} of ${rule.slice(0, slash)}`;
};

const OUTCOMES: Readonly<Record<NearRule['outcome'], readonly [word: string, tone: Tone]>> = {
  claim: ['claim', 'good'],
  dropped: ['dropped', 'bad'],
  outdone: ['outdone', 'plain'],
  near: ['near', 'plain'],
};

/** For every word that rules are about its slots, and the rules that fired or came near, the nearest first. */
export function renderNear(report: CodedReport, words: readonly TriggerWord[], { ink, width }: Sheet): string[] {
  if (words.length === 0) return wrap([run('No rule of the codebook is about a word of this sentence.')], ink, { width, indent: 3 });
  // Each word gets its share of the lines, so that one with many rules does not crowd out the others.
  const share = Math.max(1, Math.floor(MOST_RULES / words.length));
  let left = MOST_RULES;
  return words.flatMap(({ span, lemma, slots, rules }) => {
    const shown = rules.slice(0, Math.min(share, left));
    left -= shown.length;
    const filled = slots.map(({ slot, span: at }) => `${slot} “${cut(report.text, at)}”`).join(', ') || 'no slot is filled';
    const rest = rules.length - shown.length;
    return [
      ...wrap([run(`“${cut(report.text, span)}”`, 'trigger'), run(` (${lemma}): ${filled}`)], ink, { width, first: '   · ', indent: 5 }),
      ...shown.flatMap(({ rule, at, outcome, lacks }) => {
        const [word, tone] = OUTCOMES[outcome];
        return wrap([run(rule, 'strong'), run(lacks && `: ${lacks}`), run(` · ${at.file}:${at.line}`, 'dim')], ink, {
          width,
          first: `     ${ink.paint(tone, word.padEnd(9))}`,
          indent: 14,
        });
      }),
      ...(rest > 0 ? wrap([run(`and ${counted(rest, 'rule')} further off (--json has all)`, 'dim')], ink, { width, indent: 14 }) : []),
    ];
  });
}
