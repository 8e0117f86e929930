import type { Span } from '../../0-terms/span.ts';
import { covers } from '../../0-terms/span.ts';
import type { Quote } from '../../4-mentions/annotated-report.ts';
import type { Source } from '../coded-report.ts';
import type { Refiner } from '../draft.ts';

/**
 * On whose say-so: the quotes, direct and indirect, that hold the trigger, from the outermost (nearest to the reader) inwards.
 * A speech act's own speaker is its actor, so only who passes it on is left.
 */
export const voice: Refiner = (drafts, context) => {
  const { quotes } = context.graph.report;
  return drafts.map((draft) => {
    const around = quotes
      .filter((quote) => covers(quote.content, draft.node.token.span) && !holdsCue(quote, draft.node.token.span))
      .sort((a, b) => width(b.content) - width(a.content));
    if (around.length === 0) return draft;
    const actors = new Set(draft.roles.actor.map((part) => part.entity ?? `${part.span[0]}`));
    const sources: Source[] = [];
    for (const quote of around) {
      const source = sourceOf(quote);
      if (!source) continue;
      const own = draft.type.family === 'speech' && actors.has(source.speaker ?? `${source.span[0]}`);
      const known = sources.some(
        (other) => (other.speaker !== undefined && other.speaker === source.speaker) || other.span[0] === source.span[0],
      );
      if (!own && !known) sources.push(source);
    }
    return sources.length > 0 ? { ...draft, saidBy: sources } : draft;
  });
};

const width = (span: Span): number => span[1] - span[0];

/** "condemned" is the cue of a quote and the trigger of an accusation: the speaker does not say that he condemns. */
const holdsCue = (quote: Quote, trigger: Span): boolean => quote.cue !== null && covers(quote.cue, trigger);

function sourceOf(quote: Quote): Source | null {
  const span = quote.speakerSpan ?? quote.viaSpan;
  if (!span) return null;
  const speaker = quote.speakerSpan ? quote.speaker : quote.via;
  return {
    ...(speaker ? { speaker } : {}),
    span,
    ...(quote.speakerSpan && quote.via ? { via: quote.via } : {}),
    ...(quote.cue ? { cue: quote.cue } : {}),
    rule: quote.rule,
  };
}
