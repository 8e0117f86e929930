import type { EntityKind } from '../../0-terms/entity-kind.ts';
import { cut, type Span } from '../../0-terms/span.ts';
import type { ParsedReport, Token } from '../../3-sentences/parsed-report.ts';
import type { NameMention } from '../names/find-names.ts';
import type { NounClass } from '../noun-classes.ts';
import type { ChainMention, Gender } from './chain-mention.ts';
import type { CoreferenceKit } from './coreference-kit.ts';
import { FEMALE_WORDS, MALE_WORDS, PRONOUNS } from './person-words.ts';

/** Dependents that belong to a noun phrase. */
const INSIDE = /^(?:det|amod|compound|nummod|nmod|acl|flat|fixed|goeswith|advmod|punct|case|dep)(?::|$)/;
const PART_OF_NOUN = /^(?:compound|flat|fixed|goeswith)(?::|$)/;
const SMALL = new Set([
  'the',
  'a',
  'an',
  'this',
  'that',
  'these',
  'those',
  'its',
  'his',
  'her',
  'their',
  'our',
  'my',
  'your',
  'of',
  'and',
  "'s",
  '’s',
  ',',
  '-',
  '"',
  '“',
  '”',
  '(',
  ')',
]);
const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'his', 'her', 'its', 'their', 'our', 'my', 'your']);
const INDEFINITE = new Set(['a', 'an', 'some', 'any', 'no', 'another', 'every', 'each', 'many', 'several', 'few', 'more', 'other']);
const COLLECTIVE = new Set([
  'police',
  'people',
  'military',
  'army',
  'government',
  'staff',
  'crew',
  'team',
  'family',
  'couple',
  'group',
  'militia',
  'troop',
  'crowd',
  'public',
  'media',
  'party',
  'company',
  'opposition',
  'authority',
]);
const KIND_OF_CLASS: Readonly<Partial<Record<NounClass, EntityKind>>> = {
  person: 'person',
  group: 'group',
  organisation: 'organisation',
  government: 'government',
  place: 'place',
  facility: 'facility',
  event: 'event',
  weapon: 'weapon',
  vehicle: 'other',
  thing: 'other',
};

/** All names, noun phrases and pronouns of a report that may corefer, in order of their whole phrases. */
export function chainMentions(parsed: ParsedReport, names: readonly NameMention[], kit: CoreferenceKit): ChainMention[] {
  const found: ChainMention[] = [];
  const bySentence: NameMention[][] = parsed.sentences.map(() => []);
  for (const name of names) bySentence[name.sentence]?.push(name);
  parsed.sentences.forEach(({ tokens }, sentence) => {
    const children = childrenOf(tokens);
    const own = bySentence[sentence] ?? [];
    const inName = new Uint8Array(tokens.length);
    for (const name of own) {
      inName.fill(1, name.first, name.end);
      let head = headOf(tokens, name.first, name.end);
      // "Gen. Peter Novak": the parser may take the title for the head of a flat name.
      const over = tokens[head]?.head ?? -1;
      const titled =
        name.kind === 'person' && /^flat/.test(tokens[head]?.deprel ?? '') && over >= 0 && over < name.first && name.first - over < 4;
      if (titled) head = over;
      const [wholeFirst, wholeEnd] = extentOf(tokens, children, head);
      const governor = tokens[head]?.head ?? -1;
      const partOfOther = !titled && PART_OF_NOUN.test(tokens[head]?.deprel ?? '') && (governor < name.first || governor >= name.end);
      const whole: [number, number] =
        partOfOther || wholeFirst > name.first || wholeEnd < name.end ? [name.first, name.end] : [wholeFirst, wholeEnd];
      for (let i = whole[0]; i < name.first; i++) if (titled && i === over) inName[i] = 1;
      found.push(made(parsed, sentence, 'name', head, [name.first, name.end], whole, name, kit));
    }
    tokens.forEach((token, i) => {
      if (inName[i]) return;
      const low = token.form.toLowerCase();
      if (PRONOUNS.has(low) && (token.upos === 'PRON' || token.upos === 'DET' || token.xpos.startsWith('PRP')) && token.deprel !== 'expl') {
        found.push(made(parsed, sentence, 'pronoun', i, [i, i + 1], [i, i + 1], null, kit));
      } else if (
        ((token.upos === 'NOUN' || token.upos === 'PROPN') && !PART_OF_NOUN.test(token.deprel)) ||
        isNounLikeAdjective(tokens, i, kit)
      ) {
        const [wholeFirst, wholeEnd] = extentOf(tokens, children, i);
        // A title before a name is part of the name's phrase.
        found.push(made(parsed, sentence, 'nominal', i, [wholeFirst, i + 1], [wholeFirst, wholeEnd], null, kit));
      }
    });
  });
  return found.sort((a, b) => a.wholeSpan[0] - b.wholeSpan[0] || b.wholeSpan[1] - a.wholeSpan[1]);
}

/** "The general", "the accused": an adjective in a noun's place behind an article. */
const isNounLikeAdjective = (tokens: readonly Token[], i: number, kit: CoreferenceKit): boolean => {
  const token = tokens[i] as Token;
  return (
    token.upos === 'ADJ' &&
    /^(?:nsubj|obj|obl)/.test(token.deprel) &&
    tokens[i - 1]?.upos === 'DET' &&
    kit.nounClasses.classOf(token.lemma) === 'person'
  );
};

function childrenOf(tokens: readonly Token[]): number[][] {
  const children: number[][] = tokens.map(() => []);
  for (const [i, token] of tokens.entries()) children[token.head]?.push(i);
  return children;
}

/** The token of a piece whose governor lies outside it. */
function headOf(tokens: readonly Token[], first: number, end: number): number {
  for (let i = first; i < end; i++) {
    const head = tokens[i]?.head ?? -1;
    if (head < first || head >= end) return i;
  }
  return end - 1;
}

/** First and end token of the noun phrase around a noun. Bounded steps, so that a broken tree cannot hang. */
function extentOf(tokens: readonly Token[], children: readonly (readonly number[])[], head: number): [number, number] {
  const taken = new Set([head]);
  const stack: number[] = [];
  const take = (i: number, top: boolean): void => {
    for (const child of children[i] ?? []) {
      const token = tokens[child] as Token;
      if (taken.has(child)) continue;
      if (top && !INSIDE.test(token.deprel)) continue;
      if (top && (token.deprel.startsWith('case') || token.deprel.startsWith('dep')) && child < head) continue;
      if (top && token.deprel === 'advmod' && child > head) continue;
      taken.add(child);
      stack.push(child);
    }
  };
  take(head, true);
  while (stack.length > 0) take(stack.pop() as number, false);
  let first = head;
  let end = head + 1;
  while (taken.has(first - 1)) first--;
  while (taken.has(end)) end++;
  while (first < head && tokens[first]?.upos === 'PUNCT') first++;
  while (end > head + 1 && tokens[end - 1]?.upos === 'PUNCT') end--;
  return [first, end];
}

function made(
  parsed: ParsedReport,
  sentence: number,
  form: ChainMention['form'],
  head: number,
  [first, end]: readonly [number, number],
  [wholeFirst, wholeEnd]: readonly [number, number],
  name: NameMention | null,
  kit: CoreferenceKit,
): ChainMention {
  const tokens = parsed.sentences[sentence]?.tokens ?? [];
  const token = tokens[head] as Token;
  const spanOf = (a: number, b: number): Span => [tokens[a]?.span[0] ?? 0, tokens[b - 1]?.span[1] ?? 0];
  const low = token.form.toLowerCase();
  const pronoun = form === 'pronoun' ? PRONOUNS.get(low) : undefined;
  const lemma = token.lemma.toLowerCase();
  const nounClass = form === 'nominal' ? (kit.nounClasses.classOf(lemma) ?? null) : null;
  const kind = name ? name.kind : nounClass ? (KIND_OF_CLASS[nounClass] ?? null) : null;
  const before = tokens[wholeFirst]?.form.toLowerCase() ?? '';
  const possessed = tokens.slice(wholeFirst, head).some((t) => t.deprel === 'nmod:poss' && t.head === head);
  const modifiers: string[] = [];
  for (let i = first; i < end; i++) {
    const t = tokens[i] as Token;
    const w = t.form.toLowerCase();
    if (i !== head && !SMALL.has(w) && t.upos !== 'PUNCT' && t.upos !== 'ADP' && t.upos !== 'DET') modifiers.push(w);
  }
  const span = spanOf(first, end);
  return {
    form,
    sentence,
    head,
    first,
    end,
    wholeFirst,
    wholeEnd,
    span,
    wholeSpan: spanOf(wholeFirst, wholeEnd),
    kind,
    nounClass,
    name,
    text: cut(parsed.text, span),
    headLemma: lemma,
    modifiers,
    gender: pronoun ? pronoun.gender : genderOf(tokens, first, head, wholeFirst, name, kind, lemma, low, kit),
    plural: pronoun
      ? pronoun.plural
      : name && kind !== 'nationality'
        ? kind === 'person' || kind === 'place' || kind === 'facility'
          ? false
          : null
        : COLLECTIVE.has(lemma)
          ? null
          : /^NNP?S$/.test(token.xpos) || hasConjunct(tokens, head),
    person: pronoun
      ? pronoun.person
      : kind === 'person'
        ? true
        : kind === null
          ? form === 'name'
            ? null
            : nounClass === null
              ? null
              : false
          : kind === 'nationality' || kind === 'group' || kind === 'government'
            ? null
            : false,
    definite: DEFINITE.has(before) || possessed,
    indefinite: INDEFINITE.has(before),
    subject: /^(?:nsubj|csubj)/.test(token.deprel),
  };
}

/** "Smith and Jones": looked for in a window, a conjunct stands near. */
function hasConjunct(tokens: readonly Token[], head: number): boolean {
  for (let i = head + 1; i < Math.min(tokens.length, head + 15); i++)
    if (tokens[i]?.head === head && tokens[i]?.deprel === 'conj' && tokens[i]?.upos !== 'VERB') return true;
  return false;
}

function genderOf(
  tokens: readonly Token[],
  first: number,
  head: number,
  wholeFirst: number,
  name: NameMention | null,
  kind: EntityKind | null,
  lemma: string,
  low: string,
  kit: CoreferenceKit,
): Gender | null {
  if (kind !== 'person') return kind === null || kind === 'nationality' ? null : 'n';
  if (name) {
    for (let i = Math.min(wholeFirst, Math.max(0, first - 2)); i < first; i++) {
      const title = tokens[i]?.form.toLowerCase() ?? '';
      if (MALE_WORDS.has(title)) return 'm';
      if (FEMALE_WORDS.has(title)) return 'f';
    }
    for (let i = first; i < name.end; i++) {
      const part = tokens[i]?.form.toLowerCase() ?? '';
      if (MALE_WORDS.has(part)) return 'm';
      if (FEMALE_WORDS.has(part)) return 'f';
    }
    return name.end - name.first > 1 ? kit.firstNames.genderOf(tokens[first]?.form ?? '') : null;
  }
  for (let i = first; i <= head; i++) {
    const part = i === head ? low : (tokens[i]?.form.toLowerCase() ?? '');
    if (MALE_WORDS.has(part) || (i === head && MALE_WORDS.has(lemma))) return 'm';
    if (FEMALE_WORDS.has(part) || (i === head && FEMALE_WORDS.has(lemma))) return 'f';
  }
  return null;
}
