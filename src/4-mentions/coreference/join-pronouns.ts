import type { ParsedReport, Token } from '../../3-sentences/parsed-report.ts';
import type { ChainMention, Chains, Gender } from './chain-mention.ts';
import { PRONOUNS, type PronounWord } from './person-words.ts';

/** Sentences back that a pronoun may point. */
const REACH: Readonly<Record<string, number>> = { he: 5, she: 6, it: 2, they: 3 };

/** No more mentions back than this are looked at, so that endless sentences stay cheap. */
const MOST_BACK = 200;

/** What the members of a chain tell together. */
interface Seen {
  gender: Gender | null;
  plural: boolean | null;
  person: boolean | null;
  size: number;
}

/**
 * Joins pronouns to the most salient thing before them that agrees in number, gender and being a person (after Lappin and Leass 1994):
 * near, a subject, a name, spoken of before.
 */
export function joinPronouns(parsed: ParsedReport, chains: Chains): void {
  const { mentions } = chains;
  const seen = new Map<number, Seen>();
  const speaker = new Map<string, number>();
  const learn = (i: number): void => {
    const m = mentions[i] as ChainMention;
    const own = seen.get(chains.of(i)) ?? { gender: null, plural: null, person: null, size: 0 };
    own.gender ??= m.gender;
    own.plural ??= m.plural;
    own.person ??= m.person;
    own.size++;
    seen.set(chains.of(i), own);
  };
  mentions.forEach((m, i) => {
    const word = m.form === 'pronoun' ? PRONOUNS.get(m.text.toLowerCase()) : undefined;
    if (!word) {
      learn(i);
      return;
    }
    if (word.who !== 3) {
      const who = word.who === 2 ? 'you' : word.plural ? 'we' : 'i';
      const last = speaker.get(who);
      if (last !== undefined && (who !== 'we' || m.sentence - (mentions[last] as ChainMention).sentence < 12))
        chains.join(last, i, 'coreference.speaker');
      speaker.set(who, i);
      learn(i);
      return;
    }
    const to = antecedent(m, i, word, parsed, chains, seen);
    if (to >= 0) {
      chains.join(to, i, 'coreference.pronoun');
      const own = seen.get(chains.of(i));
      if (own && word.gender) own.gender ??= word.gender;
    }
    learn(i);
  });
}

function antecedent(
  m: ChainMention,
  i: number,
  word: PronounWord,
  parsed: ParsedReport,
  chains: Chains,
  seen: ReadonlyMap<number, Seen>,
): number {
  const reach = word.plural ? REACH['they'] : word.gender === 'm' ? REACH['he'] : word.gender === 'f' ? REACH['she'] : REACH['it'];
  const tokens = parsed.sentences[m.sentence]?.tokens ?? [];
  let best = -1;
  let most = -Infinity;
  for (let j = i - 1; j >= 0; j--) {
    const other = chains.mentions[j] as ChainMention;
    const back = m.sentence - other.sentence;
    if (back > (reach ?? 2) || i - j > MOST_BACK) break;
    const own = seen.get(chains.of(j));
    if (!own || other.nounClass === 'time' || !agrees(word, other, own)) continue;
    if (back === 0 && (other.wholeEnd > m.first || clash(m, other, word, tokens))) continue;
    let score = -back * 3 - (i - j) * 0.08 + Math.min(own.size, 5) * 0.5;
    if (other.subject) score += back === 0 ? 2.5 : 2;
    if (other.form === 'name') score += 1;
    if (other.form === 'pronoun') score += 1.5;
    if (other.subject && m.subject) score += 1;
    if (other.wholeFirst < other.first && other.form === 'name') score += 0.2;
    if (word.gender && own.gender === word.gender && word.gender !== 'n') score += 2;
    if (word.gender === 'n' && (other.nounClass === 'abstract' || other.nounClass === null) && other.form === 'nominal' && !other.definite)
      score -= 1;
    if (other.indefinite && other.form === 'nominal') score -= 0.3;
    if (isModifier(other, parsed)) score -= 2.5;
    if (score > most) {
      most = score;
      best = j;
    }
  }
  return most > -9 ? best : -1;
}

/** A name or noun inside another phrase ("the Kabul government") is seldom what a pronoun means. */
const isModifier = (m: ChainMention, parsed: ParsedReport): boolean =>
  /^(?:compound|amod|nmod|nmod:poss)$/.test(parsed.sentences[m.sentence]?.tokens[m.head]?.deprel ?? '');

function agrees(word: PronounWord, m: ChainMention, own: Seen): boolean {
  if (m.kind === 'nationality' && m.form === 'name') return word.plural === true && m.text.endsWith('s');
  if (word.plural === true) return own.plural !== false || m.kind === 'organisation' || m.kind === 'group' || m.kind === 'government';
  if (own.plural === true || m.plural === true) return false;
  if (word.gender === 'n')
    return own.person !== true && own.gender !== 'm' && own.gender !== 'f' && m.form !== 'pronoun'
      ? true
      : m.form === 'pronoun' && PRONOUNS.get(m.text.toLowerCase())?.gender === 'n';
  if (m.form === 'pronoun' && PRONOUNS.get(m.text.toLowerCase())?.who !== 3) return false;
  return own.person === true && (own.gender === null || own.gender === word.gender);
}

/** Two arguments of one verb are two things, but for reflexives ("he shot him"). */
function clash(m: ChainMention, other: ChainMention, word: PronounWord, tokens: readonly Token[]): boolean {
  const a = tokens[m.head];
  const b = tokens[other.head];
  if (!a || !b || word.reflexive || word.possessive) return false;
  return a.head === b.head && a.head >= 0 && /^(?:nsubj|obj|iobj|obl)/.test(a.deprel) && /^(?:nsubj|obj|iobj|obl)/.test(b.deprel);
}
