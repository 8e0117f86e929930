import { covers } from '../../0-terms/span.ts';
import type { Context, Draft, Part, Refiner } from '../draft.ts';

const SPEAKER = new Set(['i', 'we', 'me', 'us', 'my', 'our', 'myself', 'ourselves']);
const HEARER = new Set(['you', 'your', 'yourself', 'yourselves']);

/** "We strongly urge", in quotation marks: who speaks is who acts; whom the words are said to is not known and fills no role. */
export const firstPerson: Refiner = (drafts, context) =>
  drafts.map((draft) => {
    const roles = draft.roles;
    const plain = [...roles.actor, ...roles.target].some((part) => isPersonal(part));
    if (!plain) return draft;
    return { ...draft, roles: { ...roles, actor: settled(roles.actor, context), target: settled(roles.target, context) } };
  });

const word = (part: Part): string => part.node.token.form.toLowerCase();
const isPersonal = (part: Part): boolean => part.node.token.upos === 'PRON' && (SPEAKER.has(word(part)) || HEARER.has(word(part)));

function settled(parts: Draft['roles']['actor'], context: Context): readonly Part[] {
  return parts.flatMap((part) => {
    if (!isPersonal(part)) return [part];
    if (HEARER.has(word(part))) return [];
    const quotes = context.graph.report.quotes.filter(
      (quote) => quote.direct && quote.speakerSpan && covers(quote.content, part.node.token.span),
    );
    const quote = quotes.sort((a, b) => a.content[1] - a.content[0] - (b.content[1] - b.content[0]))[0];
    if (!quote?.speakerSpan) return [part];
    return [{ ...part, entity: quote.speaker, span: quote.speakerSpan, rule: `${part.rule}+speaker` }];
  });
}
