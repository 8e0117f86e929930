import type { Span } from '../../0-terms/span.ts';
import type { Attribution, Manner } from './attribution.ts';
import { relativeCue } from './relative-cues.ts';
import type { ReportingWords } from './reporting-words.ts';
import type { SentenceTree } from './sentence-tree.ts';
import { below, dependent, hull, relation, runs } from './sentence-tree.ts';
import { nounPhrase, speakerBeside } from './speaker-phrase.ts';

/** All attributions that the cues of one sentence give: verbs of speech, "according to", nouns of speech. */
export function cuesInSentence(tree: SentenceTree, sentence: number, words: ReportingWords): Attribution[] {
  const found: Attribution[] = [];
  tree.tokens.forEach((_, i) => {
    const at = cueAt(tree, i, sentence, words);
    if (at !== null) found.push(at);
  });
  const colon = nameAndColon(tree, sentence);
  if (colon !== null) found.push(colon);
  return found;
}

/** "Gingrich: Trump must decide", "GHANI: We will go on": a name, a colon and a clause make a sentence of a headline or an interview. */
function nameAndColon(tree: SentenceTree, sentence: number): Attribution | null {
  const colon = tree.tokens.findIndex((t) => t.form === ':');
  const mark = tree.tokens[colon];
  const rest = tree.tokens.map((_, i) => i).filter((i) => i > colon);
  if (mark === undefined || colon < 1 || colon > 4 || rest.length < 4) return null;
  if (
    !tree.tokens.slice(0, colon).every((t) => t.upos === 'PROPN') ||
    !rest.some((i) => tree.tokens[i]?.upos === 'VERB' || tree.tokens[i]?.upos === 'AUX')
  )
    return null;
  const speaker = hull(tree.tokens.slice(0, colon).map((t) => t.span));
  return {
    sentence,
    at: colon,
    speaker,
    via: null,
    cue: mark.span,
    pieces: runs(tree, rest),
    manner: 'speech',
    direct: false,
    rule: 'quotes.colon',
  };
}

function cueAt(tree: SentenceTree, i: number, sentence: number, words: ReportingWords): Attribution | null {
  const t = tree.tokens[i];
  if (t === undefined) return null;
  if (t.form.toLowerCase() === 'according' && tree.tokens[i + 1]?.form.toLowerCase() === 'to') return accordingTo(tree, i, sentence);
  if (t.upos === 'VERB' && !/^[-–]$/.test(tree.tokens[i - 1]?.form ?? ''))
    return relativeCue(tree, i, sentence, words) ?? verbCue(tree, i, sentence, words);
  return t.upos === 'NOUN' && words.has('notice', t.lemma) ? nounCue(tree, i, sentence) : null;
}

function verbCue(tree: SentenceTree, verb: number, sentence: number, words: ReportingWords): Attribution | null {
  const t = tree.tokens[verb];
  if (t === undefined) return null;
  const particle = dependent(tree, verb, 'compound:prt');
  const lemma = t.lemma.toLowerCase();
  const phrasal = particle >= 0 ? `${lemma}_${tree.tokens[particle]?.form.toLowerCase() ?? ''}` : lemma;
  const name = particle >= 0 && known(words, phrasal) ? phrasal : lemma;
  if (/^(?:quote|cite)$/.test(lemma)) {
    const relayed = quotedAsSaying(tree, verb, sentence, words);
    if (relayed !== null) return relayed;
  }
  if (
    relation(t) === 'advcl' &&
    dependent(tree, verb, 'mark') >= 0 &&
    tree.tokens[dependent(tree, verb, 'mark')]?.lemma === 'as' &&
    /^(?:quote|cite|report)$/.test(tree.tokens[t.head]?.lemma ?? '')
  )
    return null;
  const clause = words.has('say', name) || words.has('tell', name) || words.has('belief', name) || words.has('evidence', name);
  const content = clause ? clauseContent(tree, verb, words.has('say', name) || words.has('tell', name), words) : null;
  const manner: Manner = words.has('say', name) || words.has('tell', name) ? 'speech' : words.has('evidence', name) ? 'evidence' : 'belief';
  const cue = cueSpan(tree, verb, particle);
  if (content !== null) return attribution(tree, verb, sentence, cue, content.tokens, manner, `quotes.${content.how}`);
  const object = objectContent(tree, verb, lemma, words);
  if (object === null) return null;
  return attribution(
    tree,
    verb,
    sentence,
    cue,
    object,
    words.has('belief', lemma) && !words.has('stance', lemma) ? 'belief' : 'stance',
    'quotes.object',
  );
}

const known = (words: ReportingWords, lemma: string): boolean =>
  words.has('say', lemma) || words.has('stance', lemma) || words.has('evidence', lemma);

function cueSpan(tree: SentenceTree, verb: number, particle: number): Span {
  const t = tree.tokens[verb];
  const p = tree.tokens[particle];
  const start = t?.span[0] ?? 0;
  return [start, p !== undefined && particle === verb + 1 ? p.span[1] : (t?.span[1] ?? start)];
}

function attribution(
  tree: SentenceTree,
  verb: number,
  sentence: number,
  cue: Span,
  tokens: readonly number[],
  manner: Manner,
  rule: string,
): Attribution | null {
  const pieces = runs(tree, tokens);
  if (pieces.length === 0) return null;
  const token = speakerBeside(tree, verb, tokens);
  const speaker = token < 0 || tokens.includes(token) ? null : nounPhrase(tree, token);
  return { sentence, at: verb, speaker, via: null, cue, pieces, manner, direct: false, rule };
}

/** What a verb of speech governs as a clause, or the clause that it interrupts or closes. */
function clauseContent(
  tree: SentenceTree,
  verb: number,
  speech: boolean,
  words: ReportingWords,
): { readonly tokens: readonly number[]; readonly how: string } | null {
  const t = tree.tokens[verb];
  if (t === undefined) return null;
  const clause = tree.children[verb]?.filter((c) => tree.tokens[c]?.deprel === 'ccomp') ?? [];
  if (clause.length > 0) {
    const lost = lostSubject(tree, verb, clause[0] ?? -1);
    return { tokens: [...(lost < 0 ? [] : [lost]), ...clause].flatMap((c) => below(tree, c)).sort((a, b) => a - b), how: 'clause' };
  }
  const open = dependent(tree, verb, 'xcomp');
  const openMark = open < 0 ? -1 : dependent(tree, open, 'mark');
  if (open >= 0 && words.has('infinitive', t.lemma) && (openMark >= 0 || tree.tokens[open]?.xpos === 'VBG')) {
    const object = dependent(tree, verb, 'obj');
    const hearer = speech && object >= 0 && /^(?:tell|ask|urge|warn|advise|remind)$/.test(t.lemma);
    return {
      tokens: [...(object >= 0 && !hearer ? below(tree, object) : []), ...below(tree, open)].sort((a, b) => a - b),
      how: 'infinitive',
    };
  }
  if (relation(t) === 'parataxis' && t.head >= 0 && speech) {
    const own = new Set(below(tree, verb));
    const tokens = below(tree, t.head).filter((i) => !own.has(i));
    if (tokens.some((i) => /^(?:VERB|AUX)$/.test(tree.tokens[i]?.upos ?? ''))) return { tokens, how: 'aside' };
  }
  const after = tree.children[verb]?.find((c) => relation(tree.tokens[c]) === 'parataxis' && c > verb);
  if (after !== undefined && speech) return { tokens: below(tree, after), how: 'parataxis' };
  return speech && dependent(tree, verb, 'obj') < 0
    ? closingClause(tree, verb)
    : speech && t.lemma === 'tell'
      ? closingClause(tree, verb)
      : null;
}

/** "Witnesses believe the attack was an air strike", where the parser took the clause's subject for the verb's object; -1 for none. */
function lostSubject(tree: SentenceTree, verb: number, clause: number): number {
  if (clause < 0 || tree.tokens[verb]?.lemma === 'tell' || dependent(tree, clause, 'nsubj', 'csubj', 'mark', 'expl') >= 0) return -1;
  const object = dependent(tree, verb, 'obj');
  const finite = [clause, ...(tree.children[clause] ?? [])].some((c) => /^(?:VB[DZP]|MD)$/.test(tree.tokens[c]?.xpos ?? ''));
  return finite && object > verb && object < clause ? object : -1;
}

/** "The deal is off, the minister told reporters": all before the comma that stands before the verb's subject, where no tree says so. */
function closingClause(tree: SentenceTree, verb: number): { readonly tokens: readonly number[]; readonly how: string } | null {
  const t = tree.tokens[verb];
  if (t === undefined || !/^VB[DZP]$/.test(t.xpos)) return null;
  const subject = dependent(tree, verb, 'nsubj');
  const first = subject >= 0 ? Math.min(verb, ...below(tree, subject)) : verb;
  let comma = first - 1;
  for (let steps = 0; steps < 12 && comma >= 0 && tree.tokens[comma]?.form !== ','; steps++) comma--;
  if (comma < 4 || tree.tokens[comma]?.form !== ',' || tree.tokens[0]?.upos === 'SCONJ') return null;
  const tokens = Array.from({ length: comma }, (_, i) => i);
  return tokens.some((i) => /^VB[DZP]$|^MD$/.test(tree.tokens[i]?.xpos ?? '')) && subject >= 0 && subject > comma
    ? { tokens, how: 'closing' }
    : null;
}

/** The object of a verb that tells of speech by it, or the phrase of its preposition: "called for talks". */
function objectContent(tree: SentenceTree, verb: number, lemma: string, words: ReportingWords): readonly number[] | null {
  for (const c of tree.children[verb] ?? []) {
    if (relation(tree.tokens[c]) !== 'obl' || c < verb) continue;
    const preposition = tree.tokens[dependent(tree, c, 'case')]?.lemma ?? '';
    if (words.has('stance', `${lemma}_${preposition}`)) return below(tree, c);
  }
  if (!words.has('stance', lemma)) return null;
  const object = dependent(tree, verb, 'obj');
  if (object < 0 || object < verb || dependent(tree, verb, 'nsubj:pass') >= 0) return null;
  const more =
    tree.children[verb]?.filter(
      (c) => c > object && ['xcomp', 'obl'].includes(relation(tree.tokens[c])) && !/:(?:tmod|unmarked)$/.test(tree.tokens[c]?.deprel ?? ''),
    ) ?? [];
  return [object, ...more].flatMap((i) => below(tree, i)).sort((a, b) => a - b);
}

/** "the paper quoted the minister as saying that …": the object speaks, the subject passes it on. */
function quotedAsSaying(tree: SentenceTree, verb: number, sentence: number, words: ReportingWords): Attribution | null {
  const saying = tree.tokens.findIndex(
    (x, i) => i > verb && x.lemma === 'say' && x.xpos === 'VBG' && tree.tokens[i - 1]?.form.toLowerCase() === 'as',
  );
  if (saying < 0) return null;
  const passive = dependent(tree, verb, 'nsubj:pass');
  const labelled = passive >= 0 ? passive : dependent(tree, verb, 'obj');
  // Whoever stands between "quoted" and "as saying" is quoted, whatever the parser called him.
  const object =
    labelled >= 0
      ? labelled
      : tree.tokens.findIndex((x, i) => i > verb && i < saying && x.head === verb && /^(?:NOUN|PROPN|PRON)$/.test(x.upos));
  const clause = [saying, verb].map((v) => clauseContent(tree, v, true, words)).find((c) => c !== null) ?? null;
  const before = { tokens: Array.from({ length: Math.max(0, opening(tree, verb)) }, (_, i) => i) };
  const own = new Set(Array.from({ length: saying - verb + 1 }, (_, i) => verb + i));
  const subject = passive >= 0 ? agent(tree, verb) : dependent(tree, verb, 'nsubj');
  const tokens = (clause ?? before).tokens.filter((i) => !own.has(i));
  const pieces = runs(tree, tokens);
  const t = tree.tokens[verb];
  if (pieces.length === 0 || t === undefined || object < 0) return null;
  const speaker = nounPhrase(tree, object);
  return {
    sentence,
    at: verb,
    speaker,
    via: subject < 0 ? null : nounPhrase(tree, subject),
    cue: t.span,
    pieces,
    manner: 'speech',
    direct: false,
    rule: 'quotes.quoted-as-saying',
  };
}

const agent = (tree: SentenceTree, verb: number): number =>
  tree.children[verb]?.find((c) => relation(tree.tokens[c]) === 'obl' && tree.tokens[dependent(tree, c, 'case')]?.lemma === 'by') ?? -1;

/** Where the attribution of a sentence-closing "…, the paper quoted X as saying" begins. */
function opening(tree: SentenceTree, verb: number): number {
  const subject = dependent(tree, verb, 'nsubj');
  return subject < 0 ? verb : Math.min(...below(tree, subject));
}

function accordingTo(tree: SentenceTree, according: number, sentence: number): Attribution | null {
  const t = tree.tokens[according];
  const to = tree.tokens[according + 1];
  if (t === undefined || to === undefined) return null;
  const noun = t.head > according + 1 ? t.head : (tree.children[according]?.find((c) => c > according + 1) ?? according + 2);
  if (tree.tokens[noun] === undefined) return null;
  const own = new Set([...below(tree, noun), ...below(tree, according)]);
  if (own.size > tree.tokens.length - 3) {
    // The tree has hung the sentence under the source: at its head the source ends at the comma, at its end it begins at "according".
    const comma = tree.tokens.findIndex((x, i) => i > noun && x.form === ',');
    own.clear();
    tree.tokens.forEach((_, i) => {
      if (according < 2 ? i <= (comma < 0 ? noun : comma) : i >= according) own.add(i);
    });
  }
  const governor = [tree.tokens[noun]?.head ?? -1, t.head].find((h) => h >= 0 && !own.has(h)) ?? -1;
  const clause = governor < 0 ? [] : below(tree, wholeClause(tree, governor, according)).filter((i) => !own.has(i));
  const tokens = clause.length > 2 ? clause : tree.tokens.map((_, i) => i).filter((i) => !own.has(i));
  const pieces = runs(tree, tokens);
  const speaker = nounPhrase(tree, noun);
  if (pieces.length === 0 || speaker === null) return null;
  return {
    sentence,
    at: according,
    speaker,
    via: null,
    cue: [t.span[0], to.span[1]],
    pieces,
    manner: 'speech',
    direct: false,
    rule: 'quotes.according-to',
  };
}

/** "…, killing 11 and wounding 30, according to police": behind a comma, the source is that of the whole, not of its last participle. */
function wholeClause(tree: SentenceTree, governor: number, according: number): number {
  let at = clauseOf(tree, governor);
  if (tree.tokens[according - 1]?.form !== ',') return at;
  // "…, the town where they live, according to police.": at the end of the sentence.
  const closing = !tree.tokens.slice(according + 2).some((each) => each.form === ',' || each.form === ';');
  for (let steps = 0; steps < 6; steps++) {
    const t = tree.tokens[at];
    if (t === undefined || t.head < 0) break;
    const participle = t.xpos === 'VBG' && /^(?:advcl|conj)/.test(t.deprel) && dependent(tree, at, 'nsubj') < 0;
    if (!participle && !(closing && /^(?:acl|ccomp|parataxis)/.test(t.deprel))) break;
    at = clauseOf(tree, t.head);
  }
  return at;
}

/** The verb (or predicate) of the clause that a token belongs to. */
function clauseOf(tree: SentenceTree, i: number): number {
  let at = i;
  for (let steps = 0; steps < 20; steps++) {
    const t = tree.tokens[at];
    if (
      t === undefined ||
      t.head < 0 ||
      /^(?:ccomp|advcl|parataxis|root|acl)/.test(t.deprel) ||
      (relation(t) === 'conj' && t.upos === 'VERB')
    )
      return at;
    at = t.head;
  }
  return at;
}

/** "his claim that …": the owner of a noun of speech that holds a clause. */
function nounCue(tree: SentenceTree, noun: number, sentence: number): Attribution | null {
  const clause =
    tree.children[noun]?.find(
      (c) => c > noun && /^(?:acl|ccomp)$/.test(tree.tokens[c]?.deprel ?? '') && tree.tokens[dependent(tree, c, 'mark')]?.lemma === 'that',
    ) ?? -1;
  const t = tree.tokens[noun];
  if (clause < 0 || t === undefined) return null;
  const owner = [
    dependent(tree, noun, 'nmod:poss'),
    tree.children[noun]?.find(
      (c) =>
        c > noun &&
        tree.tokens[c]?.deprel === 'nmod' &&
        /^(?:by|of|from|among)$/.test(tree.tokens[dependent(tree, c, 'case')]?.lemma ?? ''),
    ) ?? -1,
    issuer(tree, noun),
  ].find((i) => i >= 0);
  const pieces = runs(tree, below(tree, clause));
  if (pieces.length === 0) return null;
  return {
    sentence,
    at: noun,
    speaker: owner === undefined ? null : withoutPossessive(nounPhrase(tree, owner), tree),
    via: null,
    cue: t.span,
    pieces,
    manner: 'belief',
    direct: false,
    rule: 'quotes.noun',
  };
}

/** "The ministry issued a statement that …": who issues it; -1 for none. */
function issuer(tree: SentenceTree, noun: number): number {
  const t = tree.tokens[noun];
  const verb = tree.tokens[t?.head ?? -1];
  return t?.deprel === 'obj' && verb !== undefined && /^(?:issue|release|make|publish|give|post|send)$/.test(verb.lemma)
    ? dependent(tree, t.head, 'nsubj')
    : -1;
}

function withoutPossessive(span: Span | null, tree: SentenceTree): Span | null {
  if (span === null) return null;
  const last = tree.tokens.find((t) => t.span[1] === span[1]);
  return last !== undefined && last.xpos === 'POS' ? hull([[span[0], last.span[0]]]) : span;
}
