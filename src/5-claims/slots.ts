import { AGAINST, CARRIERS, HITTING, LAUNCHING, SUFFERED, TELLINGS, takesPart } from './around-acts.ts';
import { conjoined } from './conjoined.ts';
import { childOf, type Node, prepositionOf } from './graph.ts';
import { isPassive, isVerb, type VoiceWords } from './passive.ts';

/** A dependent of a trigger with voice undone: see docs/codebook.md, "Slots". */
export interface Slot {
  readonly name: string;
  readonly node: Node;
}

/** What the engine needs to know of words to undo voice and light verbs. */
export interface SlotWords extends VoiceWords {
  readonly light: ReadonlySet<string>;
}

const RELATIVE = new Set(['who', 'that', 'which', 'whom']);
/** Verbs whose infinitive is done by their subject although they have an object: "promised them to leave". */
const SUBJECT_CONTROL = new Set(['promise', 'vow', 'threaten', 'pledge', 'use']);
const MAX_DEPTH = 6;

/** All slots of a verb, noun or adjective that heads an event, fillers joined by "and" each on its own. */
export function slotsOf(node: Node, words: SlotWords): Slot[] {
  return slotsAt(node, words, 0);
}

function slotsAt(node: Node, words: SlotWords, depth: number): Slot[] {
  if (depth > MAX_DEPTH) return [];
  const upos = node.token.upos;
  if (upos === 'VERB' || upos === 'AUX') return verbSlots(node, words, depth);
  if (upos === 'ADJ' && !isNominal(node)) return adjectiveSlots(node, words, depth);
  return nounSlots(node, words, depth);
}

const isNominal = (node: Node): boolean => node.children.some((child) => child.base === 'case' || child.base === 'det');

function verbSlots(node: Node, words: SlotWords, depth: number): Slot[] {
  const passive = isPassive(node, words);
  const slots: Slot[] = [];
  const add = (name: string, filler: Node): void => {
    for (const each of conjoined(filler)) slots.push({ name, node: each });
  };
  const hasObject = node.children.some((child) => child.base === 'obj');
  const timed = node.children.some((child) => child.base === 'obj' && child.time);
  for (const child of node.children) {
    switch (child.base) {
      case 'nsubj':
        if (child.time) {
          // "In April 2017, a recruit was arrested": the parser took the time for the subject and the subject for an apposition.
          for (const more of child.children) if (more.base === 'appos' && !more.time) add(passive ? 'obj' : 'subj', more);
        } else add(passive ? 'obj' : 'subj', relativeTarget(child, node));
        break;
      case 'obj':
        if (child.time) slots.push({ name: 'bare', node: child });
        else {
          add('obj', relativeTarget(child, node));
          underObject(child, slots);
        }
        break;
      case 'iobj':
        // "released her a month after": with a time as object, or none, the other one is the object.
        add(timed || !hasObject ? 'obj' : 'iobj', child);
        break;
      case 'obl': {
        const preposition = prepositionOf(child);
        if (preposition === '') slots.push({ name: 'bare', node: child });
        else if (passive && (preposition === 'by' || child.rel === 'obl:agent')) add('subj', child);
        else {
          add(preposition, relativeTarget(child, node));
          const first = preposition.split(' ')[0] ?? '';
          if (first !== preposition) add(first, child);
        }
        break;
      }
      case 'compound':
        slots.push({ name: child.rel === 'compound:prt' ? 'prt' : 'compound', node: child });
        break;
      case 'xcomp':
      case 'ccomp':
        slots.push({ name: 'comp', node: child });
        break;
      case 'advcl':
        // "advised its citizens to leave"
        if (child.children.some((mark) => mark.base === 'mark' && mark.lemma === 'to')) slots.push({ name: 'comp', node: child });
        break;
      case 'advmod':
      case 'nummod':
      case 'amod':
        slots.push({ name: child.base === 'nummod' ? 'nummod' : child.base, node: child });
        if (child.token.upos === 'ADP' || child.token.xpos === 'RP' || PARTICLES.has(child.lemma)) slots.push({ name: 'prt', node: child });
        break;
      default:
        break;
    }
  }
  inherit(node, passive, slots, words, depth);
  if (!passive && !slots.some((slot) => slot.name === 'obj')) {
    // "attacked and injured a student": the second verb's object is the first one's too.
    const joined = node.children.find((child) => child.base === 'conj' && isVerb(child) && words.transitive.has(node.lemma));
    const object = joined ? childOf(joined, 'obj') : null;
    if (object && !object.time) add('obj', object);
  }
  return slots;
}

/**
 * "took control of the hill", "rammed a van into pedestrians", "imposed sanctions on": what follows the object by a preposition
 * is the verb's as much as the object's. After the verb's own, so that these win.
 */
function underObject(object: Node, slots: Slot[]): void {
  for (const child of object.children) {
    if (child.base !== 'nmod' || child.rel === 'nmod:poss' || child.index < object.index) continue;
    const preposition = prepositionOf(child);
    if (preposition !== '') for (const each of conjoined(child)) slots.push({ name: preposition, node: each });
  }
}

const PARTICLES = new Set(['out', 'back', 'off', 'down', 'up', 'away', 'over', 'aside']);

/** Subjects and objects that a verb takes from its surroundings. */
function inherit(node: Node, passive: boolean, slots: Slot[], words: SlotWords, depth: number): void {
  const has = (name: string): boolean => slots.some((slot) => slot.name === name);
  const ownSubject = node.children.some((child) => child.base === 'nsubj' || child.base === 'csubj');
  const parent = node.parent;
  if (!parent || ownSubject) {
    if (node.rel === 'acl:relcl' && parent && ownSubject && !has('obj') && !passive && !usesRelative(node)) {
      slots.push({ name: 'obj', node: parent });
    }
    return;
  }
  const surface = passive ? 'obj' : 'subj';
  const give = (fillers: readonly Node[], name = surface): void => {
    if (!has(name)) for (const filler of fillers) slots.push({ name, node: filler });
  };
  switch (node.base) {
    case 'acl':
      if (node.token.xpos === 'VBG' && TELLINGS.has(parent.lemma)) {
        // "another case of soldiers beating a man": not the case beats.
        const doer = parent.children.findLast(
          (child) => child.base === 'nmod' && prepositionOf(child) === 'of' && child.index < node.index,
        );
        give(conjoined(doer ?? parent));
      } else if (node.token.xpos === 'VB') give(doersOf(parent, words, depth + 1));
      else if (node.children.some((child) => child.base === 'mark' && OF_OBJECT.has(child.lemma))) give(doersOf(parent, words, depth + 1));
      else give(conjoined(parent));
      break;
    case 'amod':
      give(conjoined(parent));
      break;
    case 'conj':
      give(surfaceSubject(parent, words, depth + 1));
      break;
    case 'xcomp': {
      if (!isVerb(parent)) {
        give(surfaceSubject(parent, words, depth + 1));
        break;
      }
      const object = childOf(parent, 'obj');
      const bySubject = !object || isPassive(parent, words) || SUBJECT_CONTROL.has(parent.lemma);
      give(bySubject ? surfaceSubject(parent, words, depth + 1) : conjoined(object));
      break;
    }
    case 'advcl':
      // "killing six", "to bomb the station": done by the subject of the main clause; finite clauses have their own subject.
      if (node.token.xpos !== 'VBD' && node.token.xpos !== 'VBZ') {
        // "accused the front of planting both bombs", "stopped them from entering": done by the object.
        const object = isVerb(parent) && !isPassive(parent, words) ? childOf(parent, 'obj') : null;
        if (object && node.children.some((child) => (child.base === 'mark' || child.base === 'case') && OF_OBJECT.has(child.lemma))) {
          give(conjoined(object));
          break;
        }
        const act = actSubject(node, parent);
        give(act ? [act] : surfaceSubject(parent, words, depth + 1));
      }
      break;
    case 'csubj':
      // "They are thought to have bombed the depot", which the parser took for what is thought.
      if (parent.index < node.index && isVerb(parent) && isPassive(parent, words)) give(surfaceSubject(parent, words, depth + 1));
      break;
    case 'parataxis':
    case 'ccomp':
      if (node.token.xpos === 'VBG') give(surfaceSubject(parent, words, depth + 1));
      break;
    default:
      break;
  }
}

const OF_OBJECT = new Set(['of', 'from', 'for', 'with', 'into']);

/** "A bomb exploded, killing six": the subject of the participle is the subject, whatever the verb's voice. */
const actSubject = (node: Node, parent: Node): Node | null =>
  node.token.xpos === 'VBG' && !isVerb(parent) ? childOf(parent, 'nsubj') : null;

/** The grammatical subject of a clause, its own or inherited. */
export function surfaceSubject(node: Node, words: SlotWords, depth: number): Node[] {
  const own = node.children.find((child) => child.base === 'nsubj') ?? willingIt(node);
  if (own) return conjoined(relativeTarget(own, node));
  if (depth > MAX_DEPTH) return [];
  if (isVerb(node)) {
    const wanted = isPassive(node, words) ? 'obj' : 'subj';
    return slotsAt(node, words, depth + 1)
      .filter((slot) => slot.name === wanted)
      .map((slot) => slot.node);
  }
  return [];
}

/** "It is willing to withdraw": no empty "it", where only somebody can be so. */
const willingIt = (node: Node): Node | undefined =>
  WILLING.has(node.lemma) ? node.children.find((child) => child.rel === 'expl' && child.token.upos === 'PRON') : undefined;
const WILLING = new Set(['willing', 'unwilling', 'ready', 'prepared', 'determined', 'reluctant', 'able', 'unable', 'eager', 'keen', 'set']);

/** Who stands behind a noun that has an infinitive: "their plan to bomb", "made plans to bomb", "the group's threat to kill". */
function doersOf(noun: Node, words: SlotWords, depth: number): Node[] {
  const own = nounSlots(noun, words, depth)
    .filter((slot) => slot.name === 'subj' || slot.name === 'poss')
    .map((slot) => slot.node);
  if (own.length > 0) return own;
  const up = noun.parent;
  // "Police foiled a plot to bomb": theirs was the foiling.
  if (up && isVerb(up) && !AGAINST.has(up.lemma)) return surfaceSubject(up, words, depth);
  return [];
}

function nounSlots(node: Node, words: SlotWords, depth: number): Slot[] {
  const slots: Slot[] = [];
  const add = (name: string, filler: Node): void => {
    for (const each of conjoined(filler)) slots.push({ name, node: each });
  };
  for (const child of node.children) {
    if (child.rel === 'nmod:poss') add('poss', child);
    else if (child.base === 'nmod' || child.base === 'obl') {
      const preposition = prepositionOf(child);
      if (preposition === '') slots.push({ name: 'compound', node: child });
      else {
        add(preposition, child);
        if (preposition === 'of') add('obj', child);
        else if (preposition === 'by') add('subj', child);
      }
    } else if (child.base === 'nsubj') {
      // "the town is under siege", "he is on trial"
      add('subj', relativeTarget(child, node));
    } else if (child.base === 'compound' || child.base === 'amod' || child.base === 'nummod' || child.base === 'appos') {
      slots.push({ name: child.base, node: child });
      if (child.base === 'compound')
        for (const more of child.children) if (more.base === 'conj') slots.push({ name: 'compound', node: more });
    } else if (child.base === 'acl' && words.light.has(child.lemma)) {
      // "an attack carried out by the group on the station"
      for (const slot of slotsAt(child, words, depth + 1)) if (slot.name !== 'obj' && slot.node !== node) slots.push(slot);
    }
  }
  if (node.base === 'conj' && node.parent && !isVerb(node.parent)) {
    for (const slot of nounSlots(node.parent, words, depth + 1)) {
      if (
        (slot.name === 'subj' || slot.name === 'obj' || slot.name === 'poss' || slot.name === 'on') &&
        !slots.some((own) => own.name === slot.name)
      )
        slots.push(slot);
    }
  }
  const verb = node.parent;
  if (verb && isVerb(verb) && HITTING.has(verb.lemma) && depth < MAX_DEPTH && (node.base === 'nsubj' || node.rel === 'obl:agent')) {
    // "The bridges were targeted by air strikes": by what they do.
    for (const slot of slotsAt(verb, words, depth + 1)) if (slot.name === 'obj' && slot.node !== node) slots.push(slot);
  }
  if (node.base === 'compound' && verb && CARRIERS.has(verb.lemma) && depth < MAX_DEPTH) {
    // "an assassination attempt on the minister", "a bomb plot by the group"
    for (const slot of nounSlots(verb, words, depth + 1)) if (slot.node !== node) slots.push(slot);
  }
  if (verb && isVerb(verb) && SUFFERED.has(verb.lemma) && node.base === 'obj' && depth < MAX_DEPTH) {
    for (const victim of surfaceSubject(verb, words, depth + 1)) slots.push({ name: 'obj', node: victim });
  } else if (verb && depth < MAX_DEPTH && takesPart(node, verb)) {
    if (!slots.some((slot) => slot.name === 'subj' || slot.name === 'poss'))
      for (const member of surfaceSubject(verb, words, depth + 1)) slots.push({ name: 'subj', node: member });
  } else if (
    verb &&
    isVerb(verb) &&
    (words.light.has(verb.lemma) || (LAUNCHING.has(verb.lemma) && node.base === 'obj')) &&
    (node.base === 'obj' || node.base === 'nsubj') &&
    depth < MAX_DEPTH
  ) {
    for (const slot of slotsAt(verb, words, depth + 1)) {
      if (slot.node !== node && slot.name !== 'obj' && slot.name !== 'comp' && slot.name !== 'prt' && slot.name !== 'advmod')
        slots.push(slot);
    }
  }
  return slots;
}

/** "six people are dead", "the missing men", "left 20 dead", "he is free". */
function adjectiveSlots(node: Node, words: SlotWords, depth: number): Slot[] {
  const slots: Slot[] = [];
  const own = childOf(node, 'nsubj');
  if (own) for (const each of conjoined(relativeTarget(own, node))) slots.push({ name: 'obj', node: each });
  else if (node.base === 'amod' && node.parent) slots.push({ name: 'obj', node: node.parent });
  else if (node.base === 'xcomp' && node.parent) {
    const object = childOf(node.parent, 'obj');
    for (const filler of object ? conjoined(object) : surfaceSubject(node.parent, words, depth + 1))
      slots.push({ name: 'obj', node: filler });
    if (object) for (const filler of surfaceSubject(node.parent, words, depth + 1)) slots.push({ name: 'subj', node: filler });
  } else if (node.base === 'acl' && node.parent) slots.push({ name: 'obj', node: node.parent });
  for (const child of node.children) {
    if (child.base === 'obl' || child.base === 'nmod') {
      const preposition = prepositionOf(child);
      for (const each of conjoined(child)) slots.push({ name: preposition === '' ? 'bare' : preposition, node: each });
    } else if (child.base === 'advmod' || child.base === 'nummod') slots.push({ name: child.base, node: child });
    else if (child.base === 'xcomp' || child.base === 'ccomp') slots.push({ name: 'comp', node: child });
  }
  return slots;
}

/** "who", "that", "which" in a relative clause stand for the noun before the clause. */
function relativeTarget(filler: Node, verb: Node): Node {
  if (!RELATIVE.has(filler.lemma)) return filler;
  for (let up: Node | null = verb; up; up = up.parent) {
    if (up.base === 'acl' && up.parent) return up.parent;
    if (up.base !== 'conj' && up.base !== 'xcomp' && up.base !== 'ccomp') break;
  }
  return filler;
}

const usesRelative = (verb: Node): boolean =>
  verb.children.some((child) => RELATIVE.has(child.lemma) && child.base !== 'mark' && child.base !== 'nsubj') ||
  verb.children.some((child) => child.base === 'nsubj' && RELATIVE.has(child.lemma));
