import { addMonths as addCivilMonths, dayOfIso, isoDate, isoOfDay, parseIso } from '../../0-terms/calendar.ts';
import type { DateRange } from '../../0-terms/date-range.ts';
import type { TimeMention } from '../../4-mentions/annotated-report.ts';
import { CARRIERS } from '../around-acts.ts';
import type { ClaimTime } from '../coded-report.ts';
import type { Context, Draft, Refiner } from '../draft.ts';
import { type Graph, governors, headIn, type Node, prepositionOf } from '../graph.ts';

/** A time expression with its place in the tree. */
interface TimeNode {
  readonly time: TimeMention;
  readonly node: Node;
}

/** Gives each draft the time that the tree ties to it; a time of saying ("said on Tuesday") is none of the act. */
export const time: Refiner = (drafts, context) => {
  const bySentence = timesBySentence(context.graph);
  const triggers = new Map(drafts.map((draft) => [draft.node, draft]));
  return drafts.map((draft) => {
    const found = nearestTime(draft, bySentence.get(draft.node.sentence) ?? [], triggers, context);
    return found ? { ...draft, when: found } : draft;
  });
};

function timesBySentence(graph: Graph): Map<number, TimeNode[]> {
  const found = new Map<number, TimeNode[]>();
  for (const mention of graph.report.times) {
    if (mention.kind === 'set' || (mention.kind === 'duration' && !mention.range)) continue;
    const node = headIn(graph.sentences, graph.report.sentences, mention.span);
    if (!node) continue;
    const list = found.get(node.sentence) ?? [];
    list.push({ time: mention, node });
    found.set(node.sentence, list);
  }
  return found;
}

const asClaimTime = (range: DateRange, mention: TimeMention, how: string): ClaimTime => ({
  ...range,
  span: mention.span,
  rule: `${mention.rule}/${how}`,
});

function nearestTime(draft: Draft, times: readonly TimeNode[], triggers: ReadonlyMap<Node, Draft>, context: Context): ClaimTime | null {
  let best: { cost: number; value: ClaimTime } | null = null;
  for (const { time, node } of times) {
    // "now", "currently": true of the day of writing, not of the act.
    if (!time.range || time.value === 'PRESENT_REF') continue;
    const cost = costOf(draft, node, triggers, context);
    if (cost !== null && (best === null || cost < best.cost))
      best = { cost, value: asClaimTime(lasting(time.range, node, context), time, cost < 10 ? 'clause' : 'sentence') };
  }
  return best?.value ?? null;
}

/** "Protests since Tuesday": from that day to the day of the report. */
function lasting(range: DateRange, node: Node, context: Context): DateRange {
  const today = context.graph.report.published.date;
  return prepositionOf(node) === 'since' && today !== null && range.to < today ? { ...range, to: today } : range;
}

const ENDS = new Set(['until', 'till', 'til', 'unless', 'beyond']);

/** How far a time is from a trigger in the tree; null when it belongs to something else. */
function costOf(draft: Draft, time: Node, triggers: ReadonlyMap<Node, Draft>, context: Context): number | null {
  const { node } = draft;
  const reporting = context.kit.matcher.words('reporting');
  // "closed until Friday": the end is not the day of the act.
  if (ENDS.has(prepositionOf(time).split(' ')[0] ?? '')) return null;
  // "In the lead-up to Sunday's vote": the day of the vote, and of nothing that the vote hangs under.
  const owner = time.rel === 'nmod:poss' ? time.parent : null;
  if (owner && owner !== node && owner.parent !== node && !triggers.has(owner) && owner.base !== 'nsubj') return null;
  // Upwards from the time to the first clause or trigger that it modifies.
  let host: Node | null = time;
  let steps = 0;
  // "An assassination attempt on Tuesday": the attempt's day is the assassination's.
  const carrier = node.base === 'compound' && node.parent && CARRIERS.has(node.parent.lemma) ? node.parent : null;
  while (host && host !== node && host !== carrier && !triggers.has(host) && host.token.upos !== 'VERB') {
    host = host.parent;
    steps++;
  }
  if (!host) {
    // A headline or a verbless sentence: the time stands beside the act.
    return 12;
  }
  if (host === node || (host !== null && host === carrier)) return steps;
  const above = governors(node);
  const level = above.indexOf(host);
  if (level >= 0) {
    if (reporting.has(host.lemma)) return null;
    // "In April she was arrested …, shortly before she planned to blow herself up": the clause's time reaches down.
    const finite = above.slice(0, level).some((up) => up.base === 'acl' || up.rel === 'acl:relcl') || node.rel === 'acl:relcl';
    const perfect = node.children.some((child) => child.base === 'aux' && child.lemma === 'have');
    return finite || perfect ? null : 3 + level + (triggers.has(host) ? 4 : 0);
  }
  const hostAbove = governors(host);
  const below = hostAbove.indexOf(node);
  if (below >= 0) {
    // The time modifies a verb under the trigger: "confessed to having bombed the station in May" is none of the confession.
    const other = triggers.get(host);
    // "The vote to be held on Sunday", "the attack carried out on Monday".
    if (host.base === 'acl' && host.parent === node && context.kit.matcher.slotWords.light.has(host.lemma)) return 1 + below;
    if (host.base === 'acl' || host.rel === 'acl:relcl' || reporting.has(host.lemma)) return null;
    return other ? (host.base === 'advcl' || host.base === 'conj' ? 11 : null) : 6 + below;
  }
  const joined = host.parent !== null && host.parent === node.parent;
  if (joined || hostAbove.some((up) => above.includes(up) && !reporting.has(up.lemma))) {
    if (host.base === 'acl' || host.rel === 'acl:relcl' || node.base === 'acl' || reporting.has(host.lemma)) return null;
    return 14;
  }
  return null;
}

/** Verbs by which what was told of took place, and those by which somebody was called to it. */
const TAKING_PLACE = new Set(['happen', 'occur', 'take', 'unfold', 'erupt', 'begin', 'start']);
const CALLED = new Set(['call', 'dispatch', 'summon', 'alert', 'report']);
const COMING = new Set(['respond', 'arrive']);
const LAST_TOLD = new Set(['it', 'this', 'that', 'incident', 'attack', 'violence', 'crime', 'tragedy']);
/** Sentences back to the act that "it happened on Sunday" speaks of. */
const BACK = 3;

/** "It happened about 8 p.m. on Sunday", "Officers were called at noon on Sunday": the day of the act that was told of last, when nothing else gives it. */
export const toldAfter: Refiner = (drafts, context) => {
  const found = new Map<Draft, ClaimTime>();
  for (const times of timesBySentence(context.graph).values()) {
    for (const { time, node } of times) {
      if (time.range?.precision !== 'day' || time.value === 'PRESENT_REF' || !speaksOfLast(node, context)) continue;
      const act = drafts.findLast(
        ({ node: own, type, stage }) =>
          type.family === 'violence' && stage === 'occurred' && own.sentence <= node.sentence && node.sentence - own.sentence <= BACK,
      );
      if (act && act.when === null && !found.has(act)) found.set(act, asClaimTime(time.range, time, 'told-after'));
    }
  }
  return drafts.map((draft) => ({ ...draft, when: draft.when ?? found.get(draft) ?? null }));
};

function speaksOfLast(time: Node, context: Context): boolean {
  const verb = governors(time).find(({ token }) => token.upos === 'VERB');
  if (verb === undefined) return false;
  const subjects = verb.children.filter(({ base }) => base === 'nsubj');
  if (TAKING_PLACE.has(verb.lemma)) return subjects.some(({ lemma }) => LAST_TOLD.has(lemma));
  const forces = context.kit.matcher.words('authorities');
  return subjects.some(({ lemma, rel }) =>
    rel === 'nsubj:pass'
      ? CALLED.has(verb.lemma) && (forces.has(lemma) || LAST_TOLD.has(lemma))
      : COMING.has(verb.lemma) && forces.has(lemma),
  );
}

/** "released her a month after they apprehended her": counted from the claim that the words name, once tellings are merged. */
export const anchoredTime: Refiner = (drafts, context) => {
  const bySentence = timesBySentence(context.graph);
  return drafts.map((draft) => {
    const times = bySentence.get(draft.node.sentence) ?? [];
    for (const { time, node } of times) {
      if (!time.anchor || time.range) continue;
      if (draft.when && draft.when.basis !== 'publication') continue;
      const anchor = anchorOf(time, draft, drafts);
      if (!anchor?.when || anchor === draft) continue;
      const ties = node === draft.node || governors(node).slice(0, 4).includes(draft.node);
      if (!ties) continue;
      return { ...draft, when: { ...shifted(anchor.when, time), span: time.span, rule: `${time.rule}/anchored` } };
    }
    return draft;
  });
};

/** The claim told of right after "a month after …", in the same sentence. */
function anchorOf(time: TimeMention, draft: Draft, drafts: readonly Draft[]): Draft | null {
  let best: { draft: Draft; distance: number } | null = null;
  for (const other of drafts) {
    for (const node of [other.node, ...other.tellings]) {
      if (node.sentence !== draft.node.sentence) continue;
      const distance = node.token.span[0] - time.span[1];
      if (node === draft.node || distance < -time.span[1] + time.span[0] || distance > 80) continue;
      if (!best || distance < best.distance) best = { draft: other, distance };
    }
  }
  return best?.draft ?? null;
}

function shifted(base: ClaimTime, time: TimeMention): DateRange {
  const { amount, unit, direction } = time.anchor ?? { amount: 0, unit: 'day', direction: 'after' };
  const sign = direction === 'after' ? 1 : -1;
  if (unit === 'month' || unit === 'year') {
    const months = sign * amount * (unit === 'year' ? 12 : 1);
    const monthly = base.precision === 'month' || base.precision === 'year';
    if (monthly)
      return {
        from: addMonths(base.from, months),
        to: lastOfMonth(addMonths(`${base.to.slice(0, 8)}01`, months)),
        precision: base.precision,
        basis: 'anchored',
      };
    return { from: addMonths(base.from, months), to: addMonths(base.to, months), precision: base.precision, basis: 'anchored' };
  }
  const days = sign * amount * (unit === 'week' ? 7 : 1);
  return { from: addDays(base.from, days), to: addDays(base.to, days), precision: base.precision, basis: 'anchored' };
}

const addDays = (day: string, days: number): string => isoOfDay(dayOfIso(day) + days);

function addMonths(day: string, months: number): string {
  const date = parseIso(day);
  if (!date) return day;
  const moved = addCivilMonths(date, months);
  return isoDate(moved.year, moved.month, moved.day);
}

const lastOfMonth = (day: string): string => addDays(addMonths(`${day.slice(0, 8)}01`, 1), -1);

/** Families whose acts are told in the order in which they happened, so that a time holds until another is given. */
const NARRATED = new Set(['violence', 'unrest', 'security']);

/** A draft without a time takes that of the act it is told with, in the same sentence or up to two sentences back. */
export const sharedTime: Refiner = (drafts) =>
  drafts.map((draft) => {
    if (draft.when || draft.stage !== 'occurred' || !NARRATED.has(draft.type.family) || isBackground(draft.node)) return draft;
    let best: Draft | null = null;
    let near = Number.POSITIVE_INFINITY;
    for (const other of drafts) {
      if (other === draft || !other.when || other.stage !== 'occurred' || !NARRATED.has(other.type.family)) continue;
      for (const node of [other.node, ...other.tellings]) {
        const back = draft.node.sentence - node.sentence;
        if (back < 0 || back > 2 || isBackground(node)) continue;
        const distance = back * 1000 + Math.abs(draft.node.index - node.index);
        if (distance < near) [best, near] = [other, distance];
      }
    }
    return best?.when ? { ...draft, when: { ...best.when, rule: `${best.when.rule}+context` } } : draft;
  });

/** "who had been convicted", "had bombed": told as having been before. */
const isBackground = (node: Node): boolean =>
  node.rel === 'acl:relcl' || node.children.some((child) => child.base === 'aux' && child.token.form.toLowerCase() === 'had');
