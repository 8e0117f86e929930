import type { EntityKind } from '../../0-terms/entity-kind.ts';
import { covers, overlaps, type Span } from '../../0-terms/span.ts';
import type { ParsedReport } from '../../3-sentences/parsed-report.ts';
import type { ActorKit } from './actor-kit.ts';
import { kindOfSector } from './actor-lexicon.ts';

/** A name that the lexicon of actors knows, as it stands in the text. */
export interface KnownName {
  readonly span: Span;
  readonly kind: EntityKind;
  readonly rule: string;
}

const MOST_TOKENS = 9;

/**
 * Names of the lexicon of actors, the longest at each place: "Islamic State of Iraq and Syria", "ISIS-K". A single word counts
 * only as an acronym or with a capital inside, because many actors share their name with a plain word.
 */
export function findActors(report: ParsedReport, kit: ActorKit): KnownName[] {
  const found: KnownName[] = [];
  for (const { tokens } of report.sentences) {
    for (let first = 0; first < tokens.length; ) {
      const start = tokens[first]?.span[0] ?? 0;
      let taken = 0;
      if (isCapital(report.text, start)) {
        for (let count = Math.min(MOST_TOKENS, tokens.length - first); count > 0 && taken === 0; count--) {
          const end = tokens[first + count - 1]?.span[1] ?? 0;
          if (!isWordEnd(report.text, end)) continue;
          const text = report.text.slice(start, end);
          if (count === 1 && !isDistinct(text)) continue;
          const actor = kit.actors.find(text);
          if (!actor) continue;
          found.push({ span: [start, end], kind: kindOfSector(actor.sector), rule: 'names.lexicon' });
          taken = count;
        }
      }
      first += Math.max(1, taken);
    }
  }
  return found;
}

const isCapital = (text: string, at: number): boolean => /\p{Lu}/u.test(text[at] ?? '');
const isWordEnd = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') || /\p{L}\.\p{L}\.$/u.test(text.slice(Math.max(0, at - 4), at));
const isDistinct = (text: string): boolean => /\p{Lu}.*\p{Lu}/u.test(text) && !/^\p{Lu}\.$/u.test(text);

/** The names of the model with those of the lexicon in their place where both speak of the same words and the lexicon's are more. */
export function withKnownNames<Name extends { readonly span: Span; readonly kind: EntityKind; readonly rule: string }>(names: readonly Name[], known: readonly KnownName[]): (Name | KnownName)[] {
  const better = known.filter((own) => !names.some((name) => overlaps(name.span, own.span) && !covers(own.span, name.span)));
  const kept = names.filter((name) => !better.some((own) => covers(own.span, name.span)));
  return [...kept, ...better].sort((a, b) => a.span[0] - b.span[0]);
}
