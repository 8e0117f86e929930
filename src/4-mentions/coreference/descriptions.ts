import { cut, type Span } from '../../0-terms/span.ts';
import type { ParsedReport } from '../../3-sentences/parsed-report.ts';
import type { ChainMention } from './chain-mention.ts';

const MOST = 8;
const LONGEST = 90;
const ARTICLE = /^(?:the|a|an|this|that|these|those|its|his|her|their)(?:\s+|$)/i;
/** "the group", "the man" say nothing of it. */
const EMPTY =
  /^(?:the |a |an |this |that )?(?:man|woman|group|person|people|country|city|town|village|organi[sz]ation|party|company|men|women|militants?|rebels?)$/i;

/** What the report says of a thing, verbatim: titles before its names, appositions, predicates ("is a farmer"), descriptions that stand for it. */
export function descriptionsOf(own: readonly ChainMention[], parsed: ParsedReport): string[] {
  const found: string[] = [];
  const add = (from: number, to: number, sentence: number): void => {
    const tokens = parsed.sentences[sentence]?.tokens ?? [];
    const a = tokens[from]?.span[0];
    const b = tokens[to - 1]?.span[1];
    if (a === undefined || b === undefined || b <= a) return;
    const text = cut(parsed.text, [a, b] satisfies Span)
      .replace(/\s+/g, ' ')
      .replace(ARTICLE, '')
      .replace(/^[,"“(]+|[,"”)]+$/g, '')
      .trim();
    if (
      (text.length > 2 || /^\d\d$/.test(text)) &&
      text.length <= LONGEST &&
      (/\p{L}/u.test(text) || /^\d+$/.test(text)) &&
      !EMPTY.test(text) &&
      !found.includes(text)
    )
      found.push(text);
  };
  for (const m of own) {
    const tokens = parsed.sentences[m.sentence]?.tokens ?? [];
    if (m.form === 'name') {
      add(m.wholeFirst, m.first, m.sentence);
      // "Naureen Laghari, 19," gives the age.
      const age = tokens[m.end + 1];
      if (m.kind === 'person' && tokens[m.end]?.form === ',' && age && /^(?:1?\d{1,2})$/.test(age.form))
        add(m.end + 1, m.end + 2, m.sentence);
    } else if (m.form === 'nominal') add(m.first, m.wholeEnd - m.wholeFirst > 14 ? m.end : m.wholeEnd, m.sentence);
    const head = tokens[m.head];
    if (head && m.subject && head.head >= 0) {
      const governor = tokens[head.head];
      const copula = tokens.slice(Math.max(0, head.head - 12), head.head).some((t) => t.head === head.head && t.deprel === 'cop');
      if (governor?.upos === 'NOUN' && copula) {
        let from = head.head;
        while (from > 0 && tokens[from - 1]?.head === head.head && /^(?:amod|compound|det|nummod)/.test(tokens[from - 1]?.deprel ?? ''))
          from--;
        add(from, head.head + 1, m.sentence);
      }
    }
    if (found.length >= MOST) break;
  }
  return found.slice(0, MOST);
}
