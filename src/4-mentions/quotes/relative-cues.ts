import type { Attribution } from './attribution.ts';
import type { ReportingWords } from './reporting-words.ts';
import type { SentenceTree } from './sentence-tree.ts';
import { below, dependent, relation, runs } from './sentence-tree.ts';
import { nounPhrase } from './speaker-phrase.ts';

/**
 * Whose word a relative clause hangs on: "in what the army described as a shootout", "what police called an accident"; "a man who
 * officials say planted the bomb", where the saying stands between the pronoun and its verb.
 */
export function relativeCue(tree: SentenceTree, verb: number, sentence: number, words: ReportingWords): Attribution | null {
  const t = tree.tokens[verb];
  if (t === undefined) return null;
  const own = dependent(tree, verb, 'nsubj');
  // "what the army described as": the parser may hang the verb on its subject.
  const subject = own < 0 && relation(t) === 'acl' && t.xpos === 'VBN' && dependent(tree, verb, 'mark') < 0 ? t.head : own;
  if (subject < 0 || subject > verb || !/^VB[DZPN]$/.test(t.xpos)) return null;
  const phrase = nounPhrase(tree, subject);
  const speaker = phrase && ([phrase[0], Math.min(phrase[1], tree.tokens[verb - 1]?.span[1] ?? phrase[1])] as const);
  const first = Math.min(...below(tree, subject, (c) => c >= verb));
  const pronoun = tree.tokens[first - 1]?.form.toLowerCase() ?? '';
  const tokens =
    pronoun === 'what'
      ? named(tree, verb, words)
      : /^(?:who|which|that|whom)$/.test(pronoun)
        ? interposed(tree, verb, subject, words)
        : null;
  if (speaker === null || tokens === null) return null;
  const pieces = runs(tree, tokens);
  if (pieces.length === 0) return null;
  return { sentence, at: verb, speaker, via: null, cue: t.span, pieces, manner: 'speech', direct: false, rule: 'quotes.relative' };
}

/** What a verb of naming calls something. */
function named(tree: SentenceTree, verb: number, words: ReportingWords): readonly number[] | null {
  if (!words.has('naming', tree.tokens[verb]?.lemma ?? '')) return null;
  const name = tree.children[verb]?.find(
    (c) =>
      c > verb &&
      (/^(?:obj|xcomp|ccomp)$/.test(relation(tree.tokens[c])) || tree.tokens[dependent(tree, c, 'case', 'mark')]?.lemma === 'as'),
  );
  return name === undefined ? null : below(tree, name);
}

/** The rest of a relative clause, from the verb behind the saying to the next comma. */
function interposed(tree: SentenceTree, verb: number, subject: number, words: ReportingWords): readonly number[] | null {
  const next = tree.tokens[verb + 1];
  if (!words.has('say', tree.tokens[verb]?.lemma ?? '') && !words.has('belief', tree.tokens[verb]?.lemma ?? '')) return null;
  if (subject !== verb - 1 && tree.tokens[verb - 1]?.upos !== 'AUX') return null;
  if (next === undefined || !/^(?:AUX|VERB)$/.test(next.upos) || !/^(?:VB[DZP]|MD)$/.test(next.xpos)) return null;
  const tokens: number[] = [];
  for (let at = verb + 1; at < tree.tokens.length && !/^[,.;:]$/.test(tree.tokens[at]?.form ?? ''); at++) tokens.push(at);
  return tokens;
}
