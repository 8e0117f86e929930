import type { Span } from '../../0-terms/span.ts';
import type { ParsedReport } from '../../3-sentences/parsed-report.ts';
import type { Attribution, RawQuote } from './attribution.ts';
import { cuesInSentence } from './cues-in-sentence.ts';
import { attributeQuotations } from './direct-quotes.ts';
import { quotationAround, quotations, quotationsIn } from './quotation-marks.ts';
import { addRelayers } from './relayers.ts';
import type { QuotesKit } from './reporting-words.ts';
import { hull, treeOf } from './sentence-tree.ts';

/**
 * Finds what the report gives to somebody's word: in quotation marks, across sentences and paragraphs; as a clause ("said that …",
 * "…, he said", "according to"); by its object ("called for talks"). In text order by content. Speakers are spans, pronouns included.
 */
export function findQuotes(parsed: ParsedReport, kit: QuotesKit): RawQuote[] {
  const trees = parsed.sentences.map(treeOf);
  const marked = quotations(parsed.text, paragraphSpans(parsed));
  const cues = trees.flatMap((tree, i) => cuesInSentence(tree, i, kit.reportingWords));
  const direct = attributeQuotations(parsed, trees, marked, cues, kit.reportingWords);
  const used = new Set(direct.flatMap((d) => d.from));
  // What people think and want inside somebody's quoted words is that speaker's affair.
  const indirect = cues.filter((c) => !used.has(c) && (c.manner === 'speech' || quotationAround(marked, c.cue) === null));
  const all: Attribution[] = [...direct.map((d) => d.quote), ...indirect];
  addRelayers(all, trees, kit.reportingWords);
  const quotes = all.flatMap((a): RawQuote[] => {
    const content = hull(a.pieces);
    if (content === null) return [];
    const quote: RawQuote = {
      speakerSpan: a.speaker,
      viaSpan: a.via,
      cue: a.cue,
      content,
      pieces: a.pieces,
      direct: a.direct,
      manner: a.manner,
      inside: false,
      rule: a.rule,
    };
    // Marked words inside an indirect quote are the speaker's own: "said it was 'a crime'".
    const own = a.direct || a.speaker === null || a.manner === 'belief' ? [] : a.pieces.flatMap((p) => quotationsIn(marked, p));
    return [
      quote,
      ...own.map(
        (m): RawQuote => ({ ...quote, content: m.inner, pieces: [m.inner], direct: true, inside: true, rule: 'quotes.marked-words' }),
      ),
    ];
  });
  return quotes.sort((a, b) => a.content[0] - b.content[0] || b.content[1] - a.content[1]);
}

function paragraphSpans(parsed: ParsedReport): Span[] {
  const spans: [number, number][] = [];
  for (const s of parsed.sentences) {
    const known = spans[s.paragraph];
    if (known === undefined) spans[s.paragraph] = [s.span[0], s.span[1]];
    else known[1] = Math.max(known[1], s.span[1]);
  }
  return Array.from(spans, (s) => s ?? [0, 0]);
}
