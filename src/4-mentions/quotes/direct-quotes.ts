import type { Span } from '../../0-terms/span.ts';
import { covers, overlaps } from '../../0-terms/span.ts';
import type { ParsedReport } from '../../3-sentences/parsed-report.ts';
import type { Attribution } from './attribution.ts';
import type { Quoted } from './quotation-marks.ts';
import { quotationAround } from './quotation-marks.ts';
import type { ReportingWords } from './reporting-words.ts';
import type { SentenceTree } from './sentence-tree.ts';
import { hull } from './sentence-tree.ts';
import { nounPhrase, speakerToken } from './speaker-phrase.ts';

/** A quotation with the cues it was made of, which are no quotes of their own any more. */
export interface DirectQuote {
  readonly quote: Attribution;
  readonly from: readonly Attribution[];
}

/** Fewer words than these in marks are taken for somebody's words only where a cue holds them. */
const FEW_WORDS = 4;
/** How far from the marks a cue is looked for, in tokens. */
const CUE_REACH = 14;

/**
 * Gives each quotation of whole words to its speaker: the cue whose content it is, a cue beside its marks, the speaker of the
 * quotation that it goes on from, in the same paragraph or the one before.
 */
export function attributeQuotations(
  parsed: ParsedReport,
  trees: readonly SentenceTree[],
  marked: readonly Quoted[],
  cues: readonly Attribution[],
  words: ReportingWords,
): DirectQuote[] {
  const made: { quote: Attribution; from: Attribution[]; last: Quoted }[] = [];
  const inSome = (span: Span): boolean => quotationAround(marked, span) !== null;
  const bySentence = new Map<number, Attribution[]>();
  for (const c of cues) {
    const list = bySentence.get(c.sentence);
    if (list) list.push(c);
    else bySentence.set(c.sentence, [c]);
  }
  for (const q of marked) {
    const before = made.at(-1);
    const here = sentencesAround(parsed, q.outer, 0);
    const nearby = here.flatMap((i) => bySentence.get(i) ?? []);
    const said = nearby.filter((c) => c.manner !== 'belief' && !inSome(c.cue) && isContent(c, q, parsed.text));
    const cue = said.sort((a, b) => distance(a.cue, q.outer) - distance(b.cue, q.outer))[0];
    if (cue !== undefined) {
      if (before?.from.includes(cue)) before.quote.pieces = [...before.quote.pieces, q.inner];
      else
        made.push({
          quote: {
            ...cue,
            manner: 'speech',
            pieces: [q.inner],
            direct: true,
            rule: cue.rule === 'quotes.quoted-as-saying' ? cue.rule : 'quotes.direct',
          },
          from: [cue],
          last: q,
        });
      const now = made.at(-1);
      if (now !== undefined) now.last = q;
      continue;
    }
    const next =
      before !== undefined && !before.last.closed && q.paragraph === before.last.paragraph + 1 && q.outer[0] - before.last.outer[1] < 6;
    if (next && before !== undefined) {
      before.quote.pieces = [...before.quote.pieces, q.inner];
      before.last = q;
      continue;
    }
    const beside = besideMarks(parsed, trees, q, words, inSome);
    // Marked words of a clause that is given as it is: they belong to it.
    const same = beside === null ? undefined : bySentence.get(beside.sentence)?.find((c) => c.at === beside.at && c.manner !== 'belief');
    if (same !== undefined) {
      if (!same.pieces.some((p) => covers(p, q.inner))) same.pieces = [...same.pieces, q.inner].sort((a, b) => a[0] - b[0]);
      continue;
    }
    if (beside !== null) {
      made.push({ quote: beside, from: [], last: q });
      continue;
    }
    if (before === undefined || countWords(parsed.text, q.inner) < FEW_WORDS) continue;
    if (q.paragraph === before.last.paragraph && onlyAttribution(before.quote, before.last, q, parsed)) {
      before.quote.pieces = [...before.quote.pieces, q.inner];
      before.last = q;
    } else if (
      isWhole(parsed.text, q) &&
      (q.paragraph === before.last.paragraph || (q.paragraph === before.last.paragraph + 1 && fillsParagraph(parsed, q)))
    ) {
      made.push({ quote: { ...before.quote, pieces: [q.inner], rule: 'quotes.same-speaker' }, from: [], last: q });
    }
  }
  return made.map(({ quote, from }) => ({ quote, from }));
}

/** Numbers of the sentences that touch a span widened by some code units. */
function sentencesAround(parsed: ParsedReport, span: Span, wider: number): number[] {
  let low = 0;
  let high = parsed.sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((parsed.sentences[middle]?.span[1] ?? 0) <= span[0] - wider) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let i = low; (parsed.sentences[i]?.span[0] ?? Number.POSITIVE_INFINITY) < span[1] + wider; i++) found.push(i);
  return found;
}

/** Whether a cue's content lies in the marks, wholly or for the most part. */
function isContent(c: Attribution, q: Quoted, text: string): boolean {
  let inside = 0;
  let all = 0;
  for (const p of c.pieces) {
    const n = countWords(text, p);
    all += n;
    if (overlaps(p, q.inner)) inside += countWords(text, [Math.max(p[0], q.inner[0]), Math.min(p[1], q.inner[1])]);
  }
  const marks = c.pieces.some((p) => overlaps(p, q.inner) && p[0] <= q.outer[0] - 1 && p[1] > q.inner[0]);
  return all > 0 && (inside / all >= 0.8 || (!marks && inside > 0 && c.pieces.length > 1));
}

const distance = (a: Span, b: Span): number => (a[1] <= b[0] ? b[0] - a[1] : b[1] <= a[0] ? a[0] - b[1] : 0);
const countWords = (text: string, span: Span): number => text.slice(...span).match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;

/** A quotation that is a sentence by itself: begins with a capital and ends with a stop. */
function isWhole(text: string, q: Quoted): boolean {
  const inner = text.slice(...q.inner);
  return /^[\s‘'[]*[\p{Lu}\p{N}…]/u.test(inner) && (/[.!?,…—-]['’\])]*\s*$/.test(inner) || !q.closed);
}

function fillsParagraph(parsed: ParsedReport, q: Quoted): boolean {
  const first = sentencesAround(parsed, q.outer, 0)[0] ?? 0;
  const before = parsed.sentences[first - 1];
  return q.outer[0] - (parsed.sentences[first]?.span[0] ?? 0) < 3 && before?.paragraph !== q.paragraph;
}

/** Whether only the first one's speaker and cue stand between two quotations: "…," said X. "…". */
function onlyAttribution(quote: Attribution, last: Quoted, q: Quoted, parsed: ParsedReport): boolean {
  const between: Span = [last.outer[1], q.outer[0]];
  if (!overlaps(between, quote.cue)) return /^[\s.…,—-]*$/.test(parsed.text.slice(...between)) || countWords(parsed.text, between) === 0;
  return !/[.!?]["”’)]*\s+\p{Lu}.*[.!?,:]\s*$/u.test(
    parsed.text.slice(...between).replace(/\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Maj|Sgt|Capt|Adm|St|Jr|Sr)\./gu, ''),
  );
}

/** A verb of speech in the words right after the closing mark or right before the opening one, where the tree has lost the link. */
function besideMarks(
  parsed: ParsedReport,
  trees: readonly SentenceTree[],
  q: Quoted,
  words: ReportingWords,
  inSome: (span: Span) => boolean,
): Attribution | null {
  let best: Attribution | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  const text = parsed.text;
  const endsOpen = /[,!?—–-]['’]?\s*$/.test(text.slice(...q.inner)) || /^\s*,/.test(text.slice(q.outer[1], q.outer[1] + 3));
  const introduced = /(?::|,|\bthat|\bas|\p{L})\s*$/u.test(text.slice(Math.max(0, q.outer[0] - 8), q.outer[0]));
  for (const i of sentencesAround(parsed, q.outer, 5)) {
    const s = parsed.sentences[i];
    const tree = trees[i];
    if (tree === undefined || s === undefined || s.paragraph !== q.paragraph) continue;
    tree.tokens.forEach((t, at) => {
      if (
        t.upos !== 'VERB' ||
        /^[-–]$/.test(tree.tokens[at - 1]?.form ?? '') ||
        inSome(t.span) ||
        !(words.has('say', t.lemma) || words.has('tell', t.lemma) || (words.has('naming', t.lemma) && t.span[1] <= q.outer[0]))
      )
        return;
      const after = t.span[0] >= q.outer[1];
      if (after ? !endsOpen : !(introduced && overlaps(s.span, q.outer))) return;
      const between: Span = after ? [q.outer[1], t.span[0]] : [t.span[1], q.outer[0]];
      const gap = countWords(text, between);
      if (gap > CUE_REACH || (after && /[.!?;]\s/.test(text.slice(between[0] + 1, between[1])) && gap > 6)) return;
      if (gap >= nearest) return;
      const speaker = speakerOf(tree, at, q.inner);
      if (speaker === null && gap > 3) return;
      nearest = gap;
      best = {
        sentence: i,
        at,
        speaker,
        via: null,
        cue: t.span,
        pieces: [q.inner],
        manner: 'speech',
        direct: true,
        rule: after ? 'quotes.cue-after' : 'quotes.cue-before',
      };
    });
  }
  return best ?? colonSpeaker(parsed, trees, q);
}

function speakerOf(tree: SentenceTree, verb: number, inner: Span): Span | null {
  const token = speakerToken(tree, verb);
  const phrase = token < 0 ? null : nounPhrase(tree, token);
  if (phrase !== null && !overlaps(phrase, inner)) return phrase;
  // The tree gives none: the nouns right beside the verb.
  for (const i of [verb + 1, verb - 1]) {
    const t = tree.tokens[i];
    if (t === undefined || !/^(?:PROPN|PRON|NOUN|DET)$/.test(t.upos) || overlaps(t.span, inner)) continue;
    let a = i;
    let b = i;
    while (b + 1 < tree.tokens.length && i > verb && /^(?:PROPN|NOUN|ADJ|DET)$/.test(tree.tokens[b + 1]?.upos ?? '')) b++;
    while (a > 0 && i < verb && /^(?:PROPN|NOUN|ADJ|DET|NUM)$/.test(tree.tokens[a - 1]?.upos ?? '')) a--;
    return hull([tree.tokens[a]?.span ?? t.span, tree.tokens[b]?.span ?? t.span]);
  }
  return null;
}

/** "Trump: “…”": a name and a colon before the marks, at the beginning of the paragraph. */
function colonSpeaker(parsed: ParsedReport, trees: readonly SentenceTree[], q: Quoted): Attribution | null {
  const i = sentencesAround(parsed, q.outer, 0)[0] ?? -1;
  const tree = trees[i];
  if (tree === undefined) return null;
  const colon = tree.tokens.findIndex((t) => t.form === ':' && t.span[1] <= q.outer[0] && q.outer[0] - t.span[1] <= 2);
  if (colon < 1 || colon > 8) return null;
  const head = tree.tokens.findIndex((t, at) => at < colon && t.upos === 'PROPN');
  if (head !== 0 || tree.tokens.slice(0, colon).some((t) => t.upos === 'VERB')) return null;
  const cue = tree.tokens[colon]?.span;
  const speaker = hull(
    tree.tokens
      .slice(0, colon)
      .filter((t) => /\p{L}/u.test(t.form))
      .map((t) => t.span),
  );
  return cue === undefined
    ? null
    : { sentence: i, at: colon, speaker, via: null, cue, pieces: [q.inner], manner: 'speech', direct: true, rule: 'quotes.colon' };
}
