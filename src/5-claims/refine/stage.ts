import type { Polarity, Stage } from '../../0-terms/stage.ts';
import type { Reason } from '../coded-report.ts';
import type { Context, Draft, Refiner } from '../draft.ts';
import { childOf, governors, type Node, prepositionOf } from '../graph.ts';

/** What the words around a trigger say of its reality. `unreal`: asked for, feared, supposed; such a draft is no claim. */
interface Reality {
  readonly stage: Stage;
  readonly polarity: Polarity;
  readonly unreal: boolean;
  readonly reasons: readonly Reason[];
}

/**
 * How far an act got and whether it is denied, by the words that govern it: "planned to blow herself up", "a foiled attack",
 * "denied that its fighters had attacked". What is only wished, feared, supposed or asked for is left out.
 */
export const stage: Refiner = (drafts, context) => {
  const arrests = new Set(drafts.filter((draft) => STOPPING.has(draft.type.id)).map((draft) => draft.node));
  const staged = drafts.flatMap((draft) => {
    const reality = realityOf(draft, arrests, context);
    if (reality.unreal) return [];
    return [{ ...draft, stage: reality.stage, polarity: reality.polarity, reasons: [...draft.reasons, ...reality.reasons] }];
  });
  return staged.map((draft) => (isPlanted(draft) ? afterPlanting(draft, staged) : draft));
};

/** A bomb that was only put in place: made safe, the bombing was foiled; when nothing tells that it went off, it was an attempt. */
function afterPlanting(draft: Draft, all: readonly Draft[]): Draft {
  const near = (other: Draft, sentences: number): boolean =>
    other !== draft && Math.abs(other.node.sentence - draft.node.sentence) <= sentences;
  const defusal = all.find((other) => other.type.id === 'defusal' && other.polarity === 'affirmed' && near(other, 1));
  const wentOff =
    draft.toll.length > 0 ||
    all.some((other) => near(other, 8) && other.stage === 'occurred' && EXPLODING.has(other.type.id) && !isPlanted(other));
  if (defusal && (!wentOff || defusal.node.sentence === draft.node.sentence))
    return { ...draft, stage: 'foiled', reasons: [...draft.reasons, { field: 'stage', rule: 'stage.defused', span: defusal.trigger }] };
  return wentOff
    ? draft
    : { ...draft, stage: 'attempted', reasons: [...draft.reasons, { field: 'stage', rule: 'stage.planted-only', span: draft.trigger }] };
}

const EXPLODING = new Set(['bombing', 'suicide-bombing', 'destruction', 'killing', 'armed-attack']);
const isPlanted = (draft: Draft): boolean =>
  draft.stage === 'occurred' && draft.polarity === 'affirmed' && PLANTING.has(draft.rule.id) && PUTTING.has(draft.node.lemma);
const PUTTING = new Set(['place', 'plant', 'leave', 'put', 'lay', 'hide', 'attach', 'deposit', 'conceal', 'install']);
/** Rules of bombs that were only put in place: made safe, they did not go off. */
const PLANTING = new Set(['planted', 'left-bomb', 'bomb-at']);
/** Types that stop somebody: what was planned "before" them was foiled. */
const STOPPING = new Set(['arrest', 'raid', 'defusal', 'seizure', 'killing']);

/** Verbs whose infinitive did happen: "managed to enter", "began to shell". */
const IMPLICATIVE = new Set([
  'begin',
  'start',
  'continue',
  'manage',
  'help',
  'keep',
  'go',
  'come',
  'proceed',
  'force',
  'make',
  'see',
  'seem',
  'appear',
  'happen',
  'use',
  'stop',
  'cease',
  'rush',
  'move',
  'get',
  'say',
  'report',
  'believe',
  'think',
  'know',
  'allege',
  'claim',
  'suspect',
  'find',
  'prove',
  'confirm',
  'be',
  'have',
  'accuse',
  'turn',
  'cause',
  'lead',
  'dare',
]);
/** Words under which an act is only feared or possible. */
const FEAR = new Set([
  'fear',
  'risk',
  'danger',
  'possibility',
  'potential',
  'likelihood',
  'warn',
  'warning',
  'worry',
  'concern',
  'chance',
  'prospect',
  'hope',
  'able',
  'capable',
  'capability',
  'ability',
  'prevention',
  'avoid',
  'afraid',
  'unlikely',
  'likely',
  'possible',
  'deter',
  'right',
  'opportunity',
  'reluctant',
  'refuse',
  'decline',
  'against',
  'hypothetical',
  'scenario',
  'lest',
  'help',
  'resist',
  'resistance',
  'oppose',
  'opposition',
  'event',
  'eventuality',
  'rumor',
  'rumour',
]);
const ASKING = new Set([
  'demand',
  'urge',
  'call',
  'ask',
  'appeal',
  'request',
  'insist',
  'plead',
  'beg',
  'recommend',
  'propose',
  'suggest',
  'need',
  'require',
  'advocate',
  'should',
  'must',
  'encourage',
  'incite',
  'invite',
  'offer',
  'allow',
  'permit',
  'let',
]);
const INCITING = new Set(['call', 'urge', 'recommend', 'incite']);
const HYPOTHETICAL_AUX = new Set(['could', 'may', 'might', 'should', 'must', 'can', 'ought']);
const STAGED_MODIFIERS: readonly (readonly [Stage, ReadonlySet<string>])[] = [
  ['foiled', new Set(['foiled', 'thwarted', 'averted', 'prevented', 'disrupted', 'foil', 'thwart', 'abort', 'aborted'])],
  ['attempted', new Set(['attempted', 'failed', 'botched', 'unsuccessful', 'abortive', 'attempt', 'fail', 'bungled', 'would-be'])],
  [
    'planned',
    new Set([
      'planned',
      'plan',
      'plot',
      'plotted',
      'future',
      'upcoming',
      'imminent',
      'intended',
      'forthcoming',
      'impending',
      'proposed',
      'scheduled',
    ]),
  ],
  ['threatened', new Set(['threatened'])],
];

function realityOf(draft: Draft, arrests: ReadonlySet<Node>, context: Context): Reality {
  const { matcher } = context.kit;
  const reasons: Reason[] = [];
  let stageNow: Stage = draft.stage;
  let polarity: Polarity = draft.polarity;
  let unreal = false;
  const set = (next: Stage, rule: string, at: Node): void => {
    if (stageNow !== 'occurred' && rank(next) <= rank(stageNow)) return;
    stageNow = next;
    reasons.push({ field: 'stage', rule: `stage.${rule}`, span: at.token.span });
  };
  const { node } = draft;
  const speech = draft.type.family === 'speech';

  for (const child of node.children) {
    const form = child.token.form.toLowerCase();
    if (child.base === 'amod' || child.base === 'compound' || child.base === 'advmod') {
      for (const [value, list] of STAGED_MODIFIERS)
        if (list.has(form) || (child.base === 'amod' && list.has(child.lemma))) set(value, `modifier.${value}`, child);
      if (form === 'possible' || form === 'potential' || form === 'hypothetical') unreal = true;
    }
    if (
      !asks(draft, 'negation') &&
      ((child.base === 'det' && form === 'no') ||
        (child.base === 'advmod' && NEGATION.has(form)) ||
        (child.base === 'cc' && form === 'without'))
    ) {
      polarity = 'denied';
      reasons.push({ field: 'polarity', rule: 'stage.negated', span: child.token.span });
    }
    if (child.base === 'case' && form === 'without') polarity = 'denied';
    if (child.base === 'nsubj' && isNobody(child)) unreal = true;
    if (child.base === 'obj' && node.token.upos === 'VERB' && draft.type.id === 'agreement' && isNobody(child)) polarity = 'denied';
    if (child.base === 'aux' && !asks(draft, 'aux')) {
      if (FUTURE.has(form)) set('planned', 'future', child);
      else if (form === 'would' || form === "'d") set('planned', 'would', child);
      else if (HYPOTHETICAL_AUX.has(form) && !hasPerfect(node)) unreal = true;
    }
    if (child.base === 'mark' && ['if', 'unless', 'whether', 'lest'].includes(form)) unreal = true;
  }

  // "was arrested before she planned to …": what comes after an arrest's "before" was stopped by it.
  let at = node;
  for (const up of governors(node)) {
    if (at.base === 'advcl' && at.children.some((child) => child.base === 'mark' && ['before', 'until'].includes(child.lemma))) {
      const stopper = [up, ...governors(up)].find(
        (above) => arrests.has(above) || matcher.words('foiled').has(above.lemma) || CAUGHT.has(above.lemma),
      );
      if (stopper) {
        set('foiled', 'before-arrest', stopper);
        // "before they could carry out an attack"
        unreal = false;
        break;
      }
    }
    const link = linkOf(at, up);
    if (link === 'stop') break;
    const { lemma } = up;
    const negated = isNegated(up);
    if (sharesMood(at, up)) {
      // "we will burn and blow up vehicles": what is said of the first verb's time holds for the second.
      for (const child of up.children) {
        const form = child.token.form.toLowerCase();
        if (child.base === 'aux' && FUTURE.has(form)) set('planned', 'future-joined', child);
        else if (child.base === 'aux' && HYPOTHETICAL_AUX.has(form) && !hasPerfect(up)) unreal = unreal || stageNow === 'occurred';
      }
    }
    if (link === 'open') {
      if (!speech && matcher.words('foiled').has(lemma) && (at.base !== 'nsubj' || isPassiveUp(up))) set('foiled', 'governed.foiled', up);
      else if (matcher.words('attempted').has(lemma)) set('attempted', 'governed.attempted', up);
      else if (matcher.words('threatened').has(lemma) && draft.type.id !== 'threat') set('threatened', 'governed.threatened', up);
      else if (
        matcher.words('planned').has(lemma) &&
        (at.base !== 'nsubj' || isPassiveUp(up)) &&
        !isFoundOrNamed(at, up) &&
        !(at.base === 'ccomp' && (matcher.words('reporting').has(lemma) || !isInfinitive(at)))
      )
        set('planned', 'governed.planned', up);
      else if (matcher.words('denying').has(lemma)) {
        polarity = polarity === 'denied' ? 'affirmed' : 'denied';
        reasons.push({ field: 'polarity', rule: 'stage.denied', span: up.token.span });
        if (at.base !== 'ccomp' && at.base !== 'xcomp' && at.base !== 'obj') polarity = 'affirmed';
      } else if (draft.type.family === 'violence' && INCITING.has(lemma) && at.base !== 'nsubj' && at.base !== 'ccomp') {
        // "called for attacks on the bases": who incites to violence plans it; "called for an inquiry" is a demand alone.
        set('planned', 'governed.incited', up);
      } else if (
        ASKING.has(lemma) &&
        (at.base === 'ccomp' || at.base === 'xcomp' || at.base === 'obl' || at.base === 'obj' || at.base === 'nmod')
      )
        unreal = unreal || (up !== node && stageNow === 'occurred');
      else if (FEAR.has(lemma) && at.base !== 'nsubj' && !wasAble(up)) unreal = unreal || stageNow === 'occurred';
      // "have yet to enter": they have not.
      else if (lemma === 'have' && at.base === 'xcomp' && up.children.some((child) => child.lemma === 'yet')) unreal = true;
      else if (lemma === 'go' && at.base === 'xcomp' && up.token.form.toLowerCase() === 'going' && isInfinitive(at))
        set('planned', 'going-to', up);
      else if (isInfinitive(at) && (at.base === 'xcomp' || at.base === 'advcl' || at.base === 'acl') && !hasPerfect(at)) {
        if (at.base === 'xcomp' ? !IMPLICATIVE.has(lemma) && !wasAble(up) : true)
          set('planned', at.base === 'xcomp' ? 'infinitive' : 'purpose', up);
      }
      // "did not say how many were arrested" denies no arrest.
      if (
        negated &&
        (at.base === 'xcomp' || at.base === 'ccomp') &&
        stageNow === 'occurred' &&
        !speech &&
        !matcher.words('say').has(lemma)
      ) {
        polarity = 'denied';
        reasons.push({ field: 'polarity', rule: 'stage.negated-governor', span: up.token.span });
      }
      for (const child of up.children) {
        const form = child.token.form.toLowerCase();
        if (at.base !== 'advcl' && at.base !== 'parataxis' && child !== at) {
          if (child.base === 'aux' && (form === 'will' || form === 'shall') && !matcher.words('reporting').has(lemma))
            set('planned', 'future-governor', child);
          if (child.base === 'aux' && HYPOTHETICAL_AUX.has(form) && !hasPerfect(up) && !matcher.words('reporting').has(lemma))
            unreal = unreal || stageNow === 'occurred';
          if (child.base === 'mark' && ['if', 'unless', 'whether'].includes(form)) unreal = true;
        }
      }
    }
    at = up;
  }
  return { stage: stageNow, polarity, unreal, reasons };
}

/** "Were able to regain control": they did. */
const wasAble = (node: Node): boolean =>
  node.lemma === 'able' && node.children.some((child) => child.base === 'cop' && child.token.xpos === 'VBD');
/** Whether the rule itself stands on such a word: "was not responsible" is a denial, "must withdraw" a demand. */
const asks = ({ rule }: Draft, slot: string): boolean => rule.has.some((test) => test.slot === slot);
const FUTURE = new Set(['will', "'ll", '’ll', 'shall', 'wo']);
/** "Wanted for a shooting", "a call of a man shot": nobody wants it or calls for it. */
const isFoundOrNamed = (at: Node, up: Node): boolean =>
  (up.lemma === 'want' && (at.base === 'obl' || at.base === 'nmod' || at.base === 'advcl')) ||
  (up.lemma === 'call' && up.token.upos === 'NOUN' && ['of', 'about'].includes(prepositionOf(at)));
/** "Trying to find out who shot him": a question about an act takes it as done; "whether" does not. */
const isAskedAbout = (at: Node): boolean =>
  at.base === 'ccomp' && at.children.some((child) => child.index < at.index && QUESTIONS.has(child.lemma));
const QUESTIONS = new Set(['who', 'whom', 'what', 'why', 'how', 'where', 'which']);
/** Verbs by which an act itself takes place; how real they are, the act is. */
const OCCURRING = new Set(['happen', 'occur', 'take', 'begin', 'start', 'come', 'follow', 'ensue']);

/** A bare verb joined to another one stands under its auxiliaries. */
const sharesMood = (at: Node, up: Node): boolean =>
  at.base === 'conj' &&
  at.token.upos === 'VERB' &&
  at.token.xpos === 'VB' &&
  up.token.xpos === 'VB' &&
  childOf(at, 'nsubj') === null &&
  childOf(at, 'aux') === null;

/** Later words do not make an act more real: foiled beats planned, planned beats occurred. */
const rank = (value: Stage): number => ({ occurred: 0, planned: 1, threatened: 2, attempted: 3, foiled: 4 })[value];

const NEGATION = new Set(['not', "n't", 'n’t', 'never', 'neither']);
const CAUGHT = new Set(['catch', 'capture', 'stop', 'intercept', 'apprehend', 'detain', 'arrest', 'nab', 'overpower', 'shoot']);
const isNobody = (node: Node): boolean =>
  ['nobody', 'none', 'no-one'].includes(node.lemma) ||
  node.children.some((child) => child.base === 'det' && child.lemma === 'no') ||
  (node.lemma === 'one' && node.children.some((child) => child.lemma === 'no'));
const isNegated = (node: Node): boolean =>
  node.children.some((child) => child.base === 'advmod' && NEGATION.has(child.token.form.toLowerCase()));
const hasPerfect = (node: Node): boolean => node.children.some((child) => child.base === 'aux' && child.lemma === 'have');
const isInfinitive = (node: Node): boolean =>
  node.children.some((child) => child.base === 'mark' && child.lemma === 'to') ||
  (node.token.xpos === 'VB' && childOf(node, 'mark') !== null);
const isPassiveUp = (node: Node): boolean => node.children.some((child) => child.rel === 'nsubj:pass' || child.rel === 'aux:pass');

const REASONS = new Set(['because', 'since', 'as', 'after', 'when', 'while', 'although', 'though']);

/** Whether what governs a governor also bears on the act: clauses and of-phrases are open, a finished main clause is not. */
function linkOf(at: Node, up: Node): 'open' | 'pass' | 'stop' {
  switch (at.base) {
    case 'ccomp':
      if (isAskedAbout(at)) return 'stop';
      // "guilty because she was caught": a reason is no complement, whatever the parser made of it.
      return at.children.some((child) => child.base === 'mark' && REASONS.has(child.lemma)) ? 'pass' : 'open';
    case 'xcomp':
    case 'csubj':
    case 'compound':
      return 'open';
    case 'acl':
      // "ordered the release of a commander convicted of murder": what was done to somebody before is no part of what is ordered.
      return at.rel === 'acl:relcl' || at.token.xpos === 'VBN' ? 'stop' : 'open';
    case 'obj':
      return 'open';
    case 'nsubj':
      return at.rel === 'nsubj:pass' || isPassiveUp(up) || OCCURRING.has(up.lemma) ? 'open' : up.token.upos === 'ADJ' ? 'open' : 'stop';
    case 'obl':
    case 'nmod': {
      const preposition = prepositionOf(at);
      return ['of', 'to', 'for', 'from', 'at', 'about', 'against', 'in', ''].includes(preposition) ? 'open' : 'stop';
    }
    case 'advcl':
      return isInfinitive(at)
        ? 'open'
        : at.children.some((child) => child.base === 'mark' && ['of', 'from', 'for'].includes(child.lemma))
          ? 'open'
          : 'pass';
    case 'conj':
    case 'parataxis':
    case 'amod':
    case 'appos':
      return 'pass';
    default:
      return 'stop';
  }
}
