import type { EntityKind } from '../../0-terms/entity-kind.ts';
import { cut, type Span } from '../../0-terms/span.ts';
import type { ParsedReport, Token } from '../../3-sentences/parsed-report.ts';
import { joinKnown } from './join-known.ts';
import { joinOffices } from './join-offices.ts';
import type { NameType } from './labels.ts';
import type { NameKit } from './name-kit.ts';
import { tagNames } from './tag-names.ts';

/** A name in the text: the tokens `first` to before `end` of a sentence. */
export interface NameMention {
  readonly span: Span;
  readonly kind: EntityKind;
  /** The type of the model, finer about some things and coarser about others than the kind. */
  readonly type: NameType;
  readonly sentence: number;
  readonly first: number;
  readonly end: number;
  readonly rule: string;
}

/** Brackets, commas and quotes at the ends belong to no name; a closing bracket stays with its opening one. */
function withoutSigns(tokens: readonly Token[], from: number, to: number): [number, number] {
  let first = from;
  let end = to;
  while (first < end && /^[^\p{L}\p{N}$]+$/u.test(tokens[first]?.form ?? '')) first++;
  while (
    end > first &&
    /^[^\p{L}\p{N}.]+$/u.test(tokens[end - 1]?.form ?? '') &&
    !(tokens[end - 1]?.form === ')' && tokens.slice(first, end).some((token) => token.form === '('))
  )
    end--;
  // "Omar Haddad Friday condemned": the day is none of his names.
  while (
    end > first &&
    WEEKDAY.test(tokens[end - 1]?.form ?? '') &&
    (end - first === 1 || tokens[end - 2]?.upos === 'PROPN') &&
    !DAY_NAMES.test(tokens[end - 2]?.form ?? '')
  )
    end--;
  return [first, end];
}

const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;
/** "Bloody Sunday" is the name of a day. */
const DAY_NAMES = /^(?:Good|Black|Bloody|Palm|Easter|Ash|Holy|Super|Cyber|White|Red|Maundy|Shrove)$/;

/** All names of a report, in order; dates and sums of money are left to the finders of times and counts. */
export function findNames(parsed: ParsedReport, kit: NameKit): NameMention[] {
  const tagged = tagNames(
    parsed.sentences.map((sentence) => sentence.tokens.map((token) => token.form)),
    kit.names,
  );
  const names: NameMention[] = [];
  tagged.forEach((spans, sentence) => {
    const tokens = parsed.sentences[sentence]?.tokens ?? [];
    for (const { first: from0, end: to0, type } of joinOffices(tokens, joinKnown(tokens, spans, kit.names.kinds.known))) {
      const [first, end] = withoutSigns(tokens, from0, to0);
      if (type === 'Date' || type === 'Money') continue;
      const from = tokens[first]?.span[0];
      const to = tokens[end - 1]?.span[1];
      if (from === undefined || to === undefined) continue;
      const span: Span = [from, to];
      const text = cut(parsed.text, span);
      if (!/\p{L}/u.test(text)) continue;
      names.push({
        span,
        kind: kit.names.kinds.kindOf(type, text.replace(/\s+/g, ' ')),
        type,
        sentence,
        first,
        end,
        rule: `names.${type.toLowerCase()}`,
      });
    }
  });
  return names;
}
