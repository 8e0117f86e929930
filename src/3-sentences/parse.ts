import type { Report } from '../2-reports/report.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { ParseKit } from './parse-kit.ts';
import type { ParsedReport, Sentence, Token } from './parsed-report.ts';
import { sentenceEnds } from './sentence-ends.ts';
import { tagAndParse } from './tag-and-parse.ts';
import { tokensOf } from './tokens.ts';
import type { WordLook } from './words.ts';

/**
 * A report is read up to here: 170,000 words, a long book. More is no report but a broken file, and its trees would fill
 * the memory.
 */
const MOST = 1_000_000;

/**
 * The report with its sentences, words, tags, dictionary forms and dependency trees. Spans are UTF-16 offsets into
 * `report.text`. Takes time linear in the text; never throws on any text.
 */
export function parse(report: Report, kit: ParseKit): ParsedReport {
  const sentences: Sentence[] = [];
  const seen = new Map<string, WordLook>(); // each written form is looked at once a report
  const isCut = report.text.length > MOST;
  const text = isCut ? report.text.slice(0, MOST) : report.text;
  paragraphsOf(text).forEach((span, paragraph) => {
    const tokens = tokensOf(text, span, kit.abbreviations); // words and signs
    let start = 0;
    for (const end of sentenceEnds(text, tokens, kit.abbreviations)) {
      const spans = tokens.slice(start, end);
      const forms = spans.map(([from, to]) => text.slice(from, to));
      const analyses = tagAndParse(forms, kit, seen); // tags, lemmas, tree
      sentences.push({
        span: [spans[0]?.[0] ?? 0, spans[spans.length - 1]?.[1] ?? 0],
        tokens: spans.map((at, i): Token => {
          const { lemma, upos, xpos, head, deprel } = analyses[i] as (typeof analyses)[number];
          return { span: at, form: forms[i] as string, lemma, upos, xpos, head, deprel };
        }),
        paragraph,
      });
      start = end;
    }
  });
  if (!isCut) return { ...report, sentences };
  const note = {
    code: 'text-cut',
    text: `The text is very long; only its first ${MOST} characters were read. Give its parts as reports of their own.`,
  };
  return { ...report, sentences, notes: [...report.notes, note] };
}
