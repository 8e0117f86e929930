import type { Span } from '../../0-terms/span.ts';
import { covers } from '../../0-terms/span.ts';
import type { Quote } from '../../4-mentions/annotated-report.ts';
import type { Source } from '../coded-report.ts';
import { conjoined } from '../conjoined.ts';
import type { Context, Draft, Refiner } from '../draft.ts';
import { headIn, type Node, phraseOf, prepositionOf } from '../graph.ts';

/**
 * On whose say-so: the quotes, direct and indirect, that hold the trigger, from the outermost (nearest to the reader) inwards.
 * A speech act's own speaker is its actor, so only who passes it on is left.
 */
export const voice: Refiner = (drafts, context) => {
  const { quotes } = context.graph.report;
  const byNode = new Map(drafts.map((draft) => [draft.node, draft]));
  return drafts.map((draft) => {
    const around = quotes
      .filter((quote) => covers(quote.content, draft.node.token.span) && !holdsCue(quote, draft.node.token.span))
      .sort((a, b) => width(b.content) - width(a.content));
    const accuser = accuserOf(draft, byNode);
    if (around.length === 0) return accuser ? { ...draft, saidBy: [accuser] } : draft;
    const actors = new Set(draft.roles.actor.map((part) => part.entity ?? `${part.span[0]}`));
    const sources: Source[] = [];
    for (const source of around.flatMap((quote) => sourcesOf(quote, context))) {
      // "Vowed to attack": who means to do it is not who says that it was done.
      if (source.rule === 'quotes.infinitive' && actors.has(source.speaker ?? `${source.span[0]}`)) continue;
      const own = draft.type.family === 'speech' && actors.has(source.speaker ?? `${source.span[0]}`);
      const known = sources.some(
        (other) => (other.speaker !== undefined && other.speaker === source.speaker) || other.span[0] === source.span[0],
      );
      if (!own && !known) sources.push(source);
    }
    if (accuser && !sources.some((source) => source.span[0] === accuser.span[0])) sources.push(accuser);
    return sources.length > 0 ? { ...draft, saidBy: sources } : draft;
  });
};

/** "Syria accused Israel of bombing the port": the bombing is told on the accuser's word. */
function accuserOf(draft: Draft, byNode: ReadonlyMap<Node, Draft>): Source | null {
  const up = draft.node.parent;
  const accusation = up ? byNode.get(up) : undefined;
  const clause = draft.node.base === 'advcl' || draft.node.base === 'xcomp' || draft.node.base === 'acl';
  if (!clause || accusation?.type.id !== 'accusation' || draft.type.family === 'speech') return null;
  const actor = accusation.roles.actor[0];
  return actor
    ? { ...(actor.entity ? { speaker: actor.entity } : {}), span: actor.span, cue: accusation.trigger, rule: 'voice.accuser' }
    : null;
}

const width = (span: Span): number => span[1] - span[0];

/** "condemned" is the cue of a quote and the trigger of an accusation: the speaker does not say that he condemns. */
const holdsCue = (quote: Quote, trigger: Span): boolean => quote.cue !== null && covers(quote.cue, trigger);

/** "Officials and witnesses say": two sources; "a statement released by the ministry", "a report citing the mayor": who speaks through it. */
function sourcesOf(quote: Quote, context: Context): Source[] {
  const source = sourceOf(quote);
  const node = source ? headIn(context.graph.sentences, context.graph.report.sentences, source.span) : null;
  if (!source || !node || RELATIVE.has(node.lemma)) return [];
  const inside = (each: Node): boolean => source.span[0] <= each.token.span[0] && each.token.span[1] <= source.span[1];
  const said = DOCUMENTS.has(node.lemma) ? (authorsOf(node) ?? [node]) : conjoined(node).filter(inside);
  if (said.length === 1 && said[0] === node) return [source];
  return said.map((each) => {
    const { speaker: _, ...rest } = source;
    return { ...rest, ...(each.mention ? { speaker: each.mention.entity } : {}), span: phraseOf(each) };
  });
}

const RELATIVE = new Set(['who', 'which', 'that', 'what', 'whom']);
const DOCUMENTS = new Set([
  'statement',
  'report',
  'release',
  'document',
  'datum',
  'data',
  'figure',
  'tally',
  'bulletin',
  'communique',
  'communiqué',
]);

function authorsOf(document: Node): readonly Node[] | null {
  for (const child of document.children) {
    if (child.base === 'acl' && (child.lemma === 'cite' || child.lemma === 'quote')) {
      const cited = child.children.find((more) => more.base === 'obj');
      if (cited) return conjoined(cited);
    }
    const by =
      child.base === 'acl' && child.token.xpos === 'VBN'
        ? child.children.find((more) => more.base === 'obl' && prepositionOf(more) === 'by')
        : child;
    if (
      by &&
      (by !== child || child.base === 'nmod' || child.base === 'obl') &&
      ['by', 'from'].includes(prepositionOf(by)) &&
      by.time === null
    )
      return conjoined(by);
  }
  return null;
}

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
