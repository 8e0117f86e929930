import { cut, type Span } from '../../src/0-terms/span.ts';
import type { Token } from '../../src/3-sentences/parsed-report.ts';
import type { CodedReport } from '../../src/5-claims/coded-report.ts';
import { bare, capitals } from './phrases.ts';

/** One way to put a noun phrase as a filler: with or without its number, nation, modifiers and what follows. */
export interface Variant {
  readonly text: string;
  /** What speaks for this way of putting it, by name; see `variantsOf`. */
  readonly features: readonly string[];
}

/** A noun with what belongs to it. Names of persons are phrases of their own, apart from the title before them; so are names of bodies. */
export interface NounPhrase {
  readonly kind: 'name' | 'words' | 'body';
  readonly sentence: number;
  /** Index of its head word in the sentence. */
  readonly head: number;
  readonly lemma: string;
  readonly span: Span;
  readonly entity: string | null;
  /** All of its words before and with the head, in capitals. */
  readonly whole: string;
  readonly variants: readonly Variant[];
}

const BEFORE = new Set(['det', 'amod', 'nummod', 'compound', 'nmod', 'advmod', 'flat', 'punct', 'case']);
const NOUNS = new Set(['NOUN', 'PROPN']);
/** Relations of a noun that is part of a larger name or compound and no phrase by itself. */
const INSIDE = new Set(['compound', 'flat', 'fixed', 'goeswith']);
const base = (token: Token): string => token.deprel.split(':')[0] ?? '';

/** All noun phrases of a report, in text order. */
export function nounPhrases(report: CodedReport): NounPhrase[] {
  const names = report.mentions.filter((m) => m.form === 'name' && m.kind === 'person');
  const bodies = report.mentions.filter((m) => m.form === 'name' && BODY_KINDS.has(m.kind));
  return report.sentences.flatMap((sentence, s) => {
    const own = names.filter((m) => sentence.span[0] <= m.span[0] && m.span[1] <= sentence.span[1]);
    const found: NounPhrase[] = own.map((mention) => nameOf(mention.span, mention.entity, s, sentence.tokens, report));
    for (const mention of bodies)
      if (sentence.span[0] <= mention.span[0] && mention.span[1] <= sentence.span[1])
        found.push(bodyOf(mention.span, mention.entity, s, sentence.tokens, report));
    for (const [index, token] of sentence.tokens.entries()) {
      if (!NOUNS.has(token.upos) || INSIDE.has(base(token))) continue;
      const phrase = wordsOf(index, s, sentence.tokens, own, report);
      if (phrase) found.push(phrase);
    }
    return found.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  });
}

const BODY_KINDS: ReadonlySet<string> = new Set(['group', 'organisation', 'government']);
/** "SHINING PATH TERRORISTS" is of the SHINING PATH. */
const FOLLOWERS =
  /^(?:GUERRILLAS?|GUERILLAS?|REBELS?|TERRORISTS?|SUBVERSIVES?|INSURGENTS?|EXTREMISTS?|MEMBERS?|COMMANDOS?|COLUMNS?|MILITANTS?|LEADERS?|COMMANDERS?|SOLDIERS?|AGENTS?|GROUPS?|ORGANI[SZ]ATION|MOVEMENT|FACTION|UNITS?|PATROLS?)$/;

/** The name of a group, a force, a party: also without the words at its ends that may not be part of it, and as the report calls it elsewhere. */
function bodyOf(span: Span, entity: string, s: number, tokens: readonly Token[], report: CodedReport): NounPhrase {
  const inside = tokens.flatMap((t, at) => (span[0] <= t.span[0] && t.span[1] <= span[1] ? [at] : []));
  const head = inside.find((at) => !inside.includes(tokens[at]?.head ?? -1)) ?? inside[0] ?? 0;
  const [first, last] = [inside[0] ?? head, inside.at(-1) ?? head];
  const found = new Map<string, Variant>();
  const put = (text: string, features: readonly string[]): void => {
    if (text !== '' && !found.has(text)) found.set(text, { text, features });
  };
  const textOf = (from: number, to: number): string =>
    bareEnds(capitals(cut(report.text, [tokens[from]?.span[0] ?? 0, tokens[to]?.span[1] ?? 0])));
  put(textOf(first, last), ['whole', `first-word=${tokens[first]?.lemma.toLowerCase()}`, `last-word=${tokens[last]?.lemma.toLowerCase()}`]);
  for (let from = first + 1; from <= last && from < first + 4; from++)
    put(textOf(from, last), [
      `cut-first=${tokens[from - 1]?.lemma.toLowerCase()}`,
      `cut-kind=${tokens[from - 1] ? kindOf(tokens[from - 1] as Token) : ''}`,
    ]);
  for (let to = last - 1; to >= first && to > last - 4; to--)
    put(textOf(first, to), [
      `cut-last=${tokens[to + 1]?.lemma.toLowerCase()}`,
      `followers=${FOLLOWERS.test(capitals(tokens[to + 1]?.form ?? ''))}`,
    ]);
  for (const mention of report.mentions)
    if (mention.entity === entity && mention.form === 'name') put(bareEnds(capitals(cut(report.text, mention.span))), ['elsewhere']);
  return {
    kind: 'body',
    sentence: s,
    head,
    lemma: tokens[head]?.lemma.toLowerCase() ?? '',
    span,
    entity,
    whole: textOf(first, last),
    variants: [...found.values()],
  };
}

function nameOf(span: Span, entity: string, s: number, tokens: readonly Token[], report: CodedReport): NounPhrase {
  const inside = tokens.flatMap((t, at) => (span[0] <= t.span[0] && t.span[1] <= span[1] ? [at] : []));
  const head = inside.find((at) => !inside.includes(tokens[at]?.head ?? -1)) ?? inside[0] ?? 0;
  const own = bare(capitals(cut(report.text, span)));
  const full = report.mentions
    .filter((m) => m.entity === entity && m.form === 'name')
    .map((m) => bare(capitals(cut(report.text, m.span))))
    .sort((a, b) => b.length - a.length)[0];
  const texts = [...new Set([own, ...(full ? [full] : [])])].filter((text) => text !== '');
  const before = tokens[(inside[0] ?? 0) - 1];
  const title = before && NOUNS.has(before.upos) && head >= 0 && texts[0] !== undefined ? `${capitals(before.form)} ${texts[0]}` : null;
  return {
    kind: 'name',
    sentence: s,
    head,
    lemma: tokens[head]?.lemma.toLowerCase() ?? '',
    span,
    entity,
    whole: own,
    variants: [
      ...texts.map((text) => ({
        text,
        features: [text === full ? 'full' : 'short', `words=${Math.min(4, text.split(' ').length)}`, title ? 'titled' : 'untitled'],
      })),
      ...(title ? [{ text: title, features: ['title', `title=${before?.lemma.toLowerCase()}`] }] : []),
    ],
  };
}

/** The words around a head noun: modifiers before it, and the phrase that "of" (or another preposition) ties to it. */
function wordsOf(
  head: number,
  s: number,
  tokens: readonly Token[],
  names: readonly { readonly span: Span; readonly entity: string }[],
  report: CodedReport,
): NounPhrase | null {
  const token = tokens[head] as Token;
  const covering = names.find((n) => n.span[0] <= token.span[0] && token.span[1] <= n.span[1]);
  let end = head;
  let first = head;
  if (covering) {
    // "MAYOR CARLOS TORRADO": the title is a phrase, the name another.
    while (first > 0 && (tokens[first]?.span[0] ?? 0) > covering.span[0]) first--;
    end = first - 1;
    if (end < 0 || !NOUNS.has(tokens[end]?.upos ?? '') || !under(tokens, end, head)) return null;
  } else {
    while (end + 1 < tokens.length && base(tokens[end + 1] as Token) === 'flat' && tokens[end + 1]?.head === head) end++;
  }
  const last = end;
  let start = last;
  while (start > 0 && BEFORE.has(base(tokens[start - 1] as Token)) && under(tokens, start - 1, head) && tokens[start - 1]?.upos !== 'ADP')
    start--;
  while (start < last && (base(tokens[start] as Token) === 'punct' || tokens[start]?.upos === 'ADV')) start++;
  const tails = covering ? [] : tailsOf(head, last, tokens);
  const variants = variantsOf(start, last, tails, tokens, report);
  if (variants.length === 0) return null;
  const longest = tails.at(-1)?.end ?? last;
  const span: Span = [tokens[start]?.span[0] ?? 0, tokens[longest]?.span[1] ?? 0];
  const mention = report.mentions.find((m) => m.span[0] <= token.span[0] && token.span[1] <= m.span[1] && m.form !== 'pronoun');
  return {
    kind: 'words',
    sentence: s,
    head: covering ? last : head,
    lemma: tokens[last]?.lemma.toLowerCase() ?? '',
    span,
    // A title stands right before the name, however the two hang together in the tree.
    entity: covering?.entity ?? names.find((n) => n.span[0] === tokens[last + 1]?.span[0])?.entity ?? mention?.entity ?? null,
    whole: bareEnds(capitals(cut(report.text, [span[0], tokens[last]?.span[1] ?? span[1]]))),
    variants,
  };
}

/** Whether a token hangs on a head, over at most five steps. */
function under(tokens: readonly Token[], at: number, head: number): boolean {
  for (let up = at, steps = 0; up >= 0 && steps < 6; steps++) {
    if (up === head) return true;
    up = tokens[up]?.head ?? -1;
  }
  return false;
}

/** Prepositional phrases and participles that follow a noun: where each longer way of putting it ends. */
function tailsOf(head: number, last: number, tokens: readonly Token[]): { readonly end: number; readonly by: string }[] {
  const tails: { end: number; by: string }[] = [];
  let end = last;
  for (let at = last + 1; at < tokens.length && tails.length < 2; at++) {
    const token = tokens[at] as Token;
    if (token.head !== head || (base(token) !== 'nmod' && base(token) !== 'acl')) continue;
    const whole = tokens.flatMap((_, each) => (each > last && under(tokens, each, at) ? [each] : []));
    const from = Math.min(...whole);
    const to = Math.max(...whole);
    if (from !== end + 1 || to - from > 9) break;
    const stop = whole.find((each) => each > at && ['conj', 'acl', 'appos', 'parataxis', 'punct'].includes(base(tokens[each] as Token)));
    end = stop === undefined ? to : Math.max(at, stop - 1);
    if (tokens[end]?.upos === 'CCONJ') end--;
    tails.push({ end, by: base(token) === 'acl' ? 'participle' : (tokens[from]?.lemma.toLowerCase() ?? '') });
    if (stop !== undefined) break;
  }
  return tails;
}

function variantsOf(
  start: number,
  last: number,
  tails: readonly { readonly end: number; readonly by: string }[],
  tokens: readonly Token[],
  report: CodedReport,
): Variant[] {
  const found = new Map<string, Variant>();
  for (let from = start; from <= last; from++) {
    const first = tokens[from] as Token;
    if (['DET', 'PUNCT', 'PART', 'ADP', 'CCONJ'].includes(first.upos) || first.upos === 'PRON') continue;
    for (const tail of [{ end: last, by: 'none' }, ...tails]) {
      const text = bareEnds(capitals(cut(report.text, [first.span[0], tokens[tail.end]?.span[1] ?? first.span[1]])));
      if (text === '' || found.has(text)) continue;
      const before = tokens[from - 1];
      const dropped = from > start && before ? kindOf(before) : 'none';
      found.set(text, {
        text,
        features: [
          `first=${from === last ? 'head' : kindOf(first)}`,
          `dropped=${dropped}`,
          `dropped-word=${from > start ? before?.lemma.toLowerCase() : ''}`,
          `first-word=${first.lemma.toLowerCase()}`,
          `tail=${tail.by}`,
          `tail-left=${tail.end === (tails.at(-1)?.end ?? last) ? 'none' : (tails.at(-1)?.by ?? '')}`,
          `head-tail=${tokens[last]?.lemma.toLowerCase()} ${tail.by}`,
          `size=${Math.min(4, last - from + 1)}`,
        ],
      });
    }
  }
  // "SHINING PATH TERRORISTS": the body before its followers.
  if (last > start && FOLLOWERS.test(capitals(tokens[last]?.form ?? '')))
    for (let from = start; from < last; from++) {
      const first = tokens[from] as Token;
      if (!NOUNS.has(first.upos) && first.upos !== 'ADJ') continue;
      const text = bareEnds(capitals(cut(report.text, [first.span[0], tokens[last - 1]?.span[1] ?? first.span[1]])));
      if (text !== '' && !found.has(text))
        found.set(text, { text, features: ['of-followers', `first=${kindOf(first)}`, `before=${from > start}`] });
    }
  return [...found.values()];
}

const NATIONALITY =
  /^(?:u\.?s\.?|american|salvadoran|guatemalan|honduran|argentine|argentinian|bolivian|chilean|colombian|ecuadorian|peruvian|spanish|soviet|cuban|nicaraguan|mexican|venezuelan|brazilian|panamanian|french|italian|german|japanese|british|israeli)$/i;
const kindOf = (token: Token): string =>
  NATIONALITY.test(token.form)
    ? 'nation'
    : token.upos === 'NUM'
      ? 'number'
      : token.upos === 'ADJ' || token.upos === 'VERB'
        ? /^VB/.test(token.xpos)
          ? 'participle'
          : 'adjective'
        : token.upos === 'PROPN'
          ? 'name'
          : token.upos === 'NOUN'
            ? 'noun'
            : 'other';

const bareEnds = (text: string): string =>
  text
    .replace(/[“”"‘]/g, '')
    .replace(/’/g, "'")
    .replace(/^(?:THE|A|AN) /, '')
    .replace(/(?:'S?|[.,;:\s-])+$/, '')
    .trim();
