import { covers, type Span } from '../../0-terms/span.ts';
import type { Mention, Quote } from '../annotated-report.ts';
import type { RawQuote } from './attribution.ts';

/** A quote whose speaker and relayer are entities where their words name or point at one; null for a mere stance ("criticised the raid"). */
export function resolveQuote(quote: RawQuote, mentions: readonly Mention[]): Quote | null {
  if (quote.manner === 'stance' && !quote.direct) return null;
  // A marked word or two inside a longer quote (“Emir”) are emphasis, not a saying of their own.
  if (quote.inside && quote.content[1] - quote.content[0] < SAYING) return null;
  const { speakerSpan, viaSpan, cue, content, direct, rule } = quote;
  return { speaker: entityIn(speakerSpan, mentions), speakerSpan, via: entityIn(viaSpan, mentions), viaSpan, cue, content, direct, rule };
}

/** Code units of the shortest quote inside another that is given for itself. */
const SAYING = 12;

/** Whom a phrase stands for: the mention that it is, else the person named in it ("Chief Pentagon spokesperson Dana White"), else the only name. */
function entityIn(span: Span | null, mentions: readonly Mention[]): string | null {
  if (!span) return null;
  const inside = mentions.filter((mention) => covers(span, mention.span));
  const whole = inside.find((mention) => mention.span[0] === span[0] && mention.span[1] === span[1]);
  const person = inside.find((mention) => mention.kind === 'person' && mention.form === 'name');
  const only = inside.length === 1 && inside[0]?.span[1] === span[1] ? inside[0] : undefined;
  return (whole ?? person ?? only)?.entity ?? null;
}
