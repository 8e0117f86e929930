import type { Span } from '../../0-terms/span.ts';
import type { Responsibility } from '../../0-terms/stage.ts';
import type { Context, Draft, Part, Refiner } from '../draft.ts';
import { accepted, kindsOf } from '../filler-kind.ts';
import { partOf } from '../find.ts';
import { governors, headIn, type Node, prepositionOf } from '../graph.ts';
import { slotsOf } from '../slots.ts';

/** How surely each actor is tied to the act: by who says so, and by the words that tie them ("accused of", "convicted over"). */
export const responsibility: Refiner = (drafts, context) => {
  const byNode = new Map(drafts.map((draft) => [draft.node, draft]));
  const held = heldPeople(drafts);
  return drafts.map((draft) => {
    if (draft.type.family === 'speech') return withResponsibility(draft, () => 'fact');
    // A court's own acts are facts, whoever tells them, and the convicted do not convict.
    if (draft.type.family === 'justice') return withResponsibility(draft, (part) => (hasHedge(part.node) ? 'possible' : 'fact'));
    const tied = tiedActors(draft, byNode, context);
    const fresh = tied.filter((part) => accepted(kindsOf(part.node, context.graph, context.kit), draft.type.roles.actor ?? []));
    const known = draft.roles.actor.map((part) => {
      const tie = tied.find((other) => same(other, part));
      return { ...part, responsibility: (isThought(draft.node) ? null : tie?.responsibility) ?? bySpeaker(draft, part, held, context) };
    });
    const added = fresh.filter((part) => !draft.roles.actor.some((own) => same(own, part)));
    return { ...draft, roles: { ...draft.roles, actor: [...known, ...added] } };
  });
};

const same = (a: Part, b: Part): boolean => a.node === b.node || (a.entity !== null && a.entity === b.entity);
const withResponsibility = (draft: Draft, of: (part: Part) => Responsibility): Draft => ({
  ...draft,
  roles: { ...draft.roles, actor: draft.roles.actor.map((part) => ({ ...part, responsibility: of(part) })) },
});

/** Tied by a court, an arrest, a claim or an accusation that governs the act: "sentenced over the attack", "claimed the bombing". */
function tiedActors(draft: Draft, byNode: ReadonlyMap<Node, Draft>, context: Context): Part[] {
  const { matcher } = context.kit;
  let at = draft.node;
  for (const up of governors(draft.node).slice(0, 7)) {
    const preposition = prepositionOf(at);
    const marks = at.children.filter((child) => child.base === 'mark').map((child) => child.lemma);
    const clause = ['advcl', 'acl', 'xcomp', 'ccomp', 'obl', 'nmod', 'obj', 'conj'].includes(at.base);
    if (!clause || at.rel === 'acl:relcl') break;
    const governor = byNode.get(up);
    const linked =
      ['of', 'for', 'over', 'in', 'to', 'on', 'behind', 'with'].includes(preposition) ||
      marks.some((mark) => ['of', 'for', 'over', 'in', 'with'].includes(mark)) ||
      at.base === 'obj' ||
      at.base === 'xcomp';
    if (governor && linked) {
      const how = TIES[governor.type.id];
      // "Serving a sentence for the murder": whom the sentence is on stands with the verb above.
      if (how && !(how === 'convicted' && governor.roles.target.length === 0)) {
        const list = governor.type.family === 'speech' && governor.type.id !== 'accusation' ? governor.roles.actor : governor.roles.target;
        const value = governor.type.id === 'accusation' ? accusation(governor.roles.actor, context) : how;
        return list.map((part) => ({ ...part, responsibility: value, rule: `responsibility.${governor.type.id}` }));
      }
    }
    const lists: [Responsibility, ReadonlySet<string>][] = [
      ['convicted', matcher.words('convicting')],
      ['charged', matcher.words('charging')],
      ['acquitted', matcher.words('acquitting')],
      ['claimed', matcher.words('claiming')],
      ['accused', matcher.words('accusing')],
      ['accused', matcher.words('suspecting')],
    ];
    for (const [value, words] of lists) {
      if (!linked || !words.has(up.lemma)) continue;
      const slots = slotsOf(up, matcher.slotWords);
      const wanted = value === 'claimed' ? 'subj' : 'obj';
      const people = slots.filter((slot) => slot.name === wanted && slot.node !== at && slot.node !== draft.node);
      const accusers = slots.filter((slot) => slot.name === 'subj').map((slot) => partOf(slot.node, ''));
      const settled = value === 'accused' ? accusation(accusers, context) : value;
      if (people.length === 0 && value === 'convicted') continue;
      return people.map((slot) => ({ ...partOf(slot.node, `responsibility.${value}`), responsibility: settled }));
    }
    at = up;
  }
  return [];
}

const TIES: Readonly<Record<string, Responsibility>> = {
  conviction: 'convicted',
  charge: 'charged',
  acquittal: 'acquitted',
  arrest: 'accused-by-authorities',
  'responsibility-claim': 'claimed',
  confession: 'claimed',
  denial: 'denied',
  accusation: 'accused',
};

const accusation = (accusers: readonly Part[], context: Context): Responsibility =>
  accusers.some((part) => isAuthority(part.node, part.entity, context)) ? 'accused-by-authorities' : 'accused';

/** Tied only by whose words they are: one's own act is claimed, another's is alleged. */
function bySpeaker(draft: Draft, part: Part, held: Held, context: Context): Responsibility {
  if (hasHedge(part.node) || isThought(draft.node)) return 'possible';
  if (mayHave(draft.node)) return 'possible';
  // "The group vowed to attack": its own word for it.
  if (draft.node.base === 'xcomp' && VOWS.has(draft.node.parent?.lemma ?? '')) return 'claimed';
  if (ACCUSED_WORDS.has(part.node.lemma) && draft.type.family === 'violence') return 'accused-by-authorities';
  if (draft.type.family === 'violence' && draft.polarity !== 'denied' && isHeld(part, held)) return 'accused-by-authorities';
  const innermost = draft.saidBy[draft.saidBy.length - 1];
  if (!innermost) return 'fact';
  const speakerNode = headIn(context.graph.sentences, context.graph.report.sentences, innermost.span);
  const speaker = innermost.speaker ?? speakerNode?.mention?.entity ?? null;
  if (speaker !== null && speaker === part.entity) return draft.polarity === 'denied' ? 'denied' : 'claimed';
  if (ownSide(speaker, part, innermost.span, context)) return 'claimed';
  // "The indictment says that he shot four."
  if (speakerNode && CHARGES.has(speakerNode.lemma)) return 'charged';
  // "Police said gunmen shot three": nobody in particular is accused.
  const named = part.entity !== null && context.graph.entities.get(part.entity) !== undefined && part.node.mention?.form !== 'nominal';
  if (!named || PEACEFUL.has(draft.type.id) || !(ACCUSABLE.has(draft.type.family) || draft.type.id === 'aid') || isPresupposed(draft, part))
    return 'fact';
  const authority = speakerNode ? isAuthority(speakerNode, speaker, context) : false;
  return authority ? 'accused-by-authorities' : 'accused';
}

const VOWS = new Set(['vow', 'threaten', 'promise', 'pledge', 'swear', 'claim']);
const CHARGES = new Set(['charge', 'indictment', 'arraignment']);

/** "It is thought to have bombed", "they are believed to be planning". */
function isThought(node: Node): boolean {
  const up = node.parent;
  return (
    up !== null &&
    (node.base === 'xcomp' || node.base === 'csubj' || node.base === 'ccomp') &&
    up.children.some((child) => child.rel === 'aux:pass') &&
    ['think', 'believe', 'presume', 'assume'].includes(up.lemma)
  );
}

interface Held {
  readonly nodes: ReadonlySet<Node>;
  readonly entities: ReadonlySet<string>;
}
/** "Police arrested two men who planned to bomb the station": whom the report tells of as arrested is accused of what he is said to have done. */
function heldPeople(drafts: readonly Draft[]): Held {
  const parts = drafts
    .filter((draft) => draft.type.id === 'arrest' && draft.stage === 'occurred' && draft.polarity === 'affirmed')
    .flatMap((draft) => draft.roles.target);
  return {
    nodes: new Set(parts.map((part) => part.node)),
    entities: new Set(parts.flatMap((part) => (part.entity ? [part.entity] : []))),
  };
}
const isHeld = (part: Part, held: Held): boolean => held.nodes.has(part.node) || (part.entity !== null && held.entities.has(part.entity));

/** "the suspects", "the accused": the word itself says that they are. */
const ACCUSED_WORDS = new Set(['suspect', 'accused']);
/** "Turkish airstrikes": who did it is not what the speaker claims, but taken for known. */
const isPresupposed = (draft: Draft, part: Part): boolean =>
  draft.rule.pos === 'noun' &&
  part.node.parent === draft.node &&
  (part.node.base === 'amod' || part.node.base === 'compound' || part.node.rel === 'nmod:poss');

/** Families whose acts are held against who did them. */
const ACCUSABLE = new Set(['violence', 'unrest', 'control']);

/** Nobody is accused of these. */
const PEACEFUL = new Set(['protest', 'strike-action']);

/** A spokesperson of the actor: the president of the state whose troops acted. */
function ownSide(speaker: string | null, part: Part, words: Span, context: Context): boolean {
  const actor = part.entity ? context.graph.entities.get(part.entity) : undefined;
  if (!actor) return false;
  const said = speaker ? context.graph.entities.get(speaker) : undefined;
  if (
    said?.country &&
    actor.country &&
    said.country === actor.country &&
    OFFICIAL.has(said.sector ?? '') &&
    OFFICIAL.has(actor.sector ?? '')
  )
    return true;
  const text = context.graph.report.text.slice(words[0], words[1]).toLowerCase();
  return [actor.name, ...actor.aliases].some((name) => name.length > 3 && text.includes(name.toLowerCase()));
}

const OFFICIAL = new Set(['government', 'military', 'police', 'judiciary', 'intelligence', 'security']);

export function isAuthority(node: Node, entity: string | null, context: Context): boolean {
  const known = entity ? context.graph.entities.get(entity) : undefined;
  if (known?.sector && OFFICIAL.has(known.sector)) return true;
  if (known?.kind === 'government' || (known?.kind === 'place' && known.precision === 'country')) return true;
  const words = context.kit.matcher.words('authorities');
  if (words.has(node.lemma)) return true;
  return node.children.some(
    (child) =>
      (child.base === 'compound' || child.base === 'amod' || child.base === 'appos' || child.base === 'flat' || child.base === 'nmod') &&
      words.has(child.lemma),
  );
}

const HEDGES = new Set(['possible', 'possibly', 'apparent', 'apparently', 'presumed']);
const hasHedge = (node: Node): boolean => node.children.some((child) => HEDGES.has(child.lemma));
const mayHave = (node: Node): boolean =>
  node.children.some((child) => child.base === 'aux' && ['may', 'might', 'could'].includes(child.lemma)) &&
  node.children.some((child) => child.base === 'aux' && child.lemma === 'have');
