import type { Node } from 'yaml';
import { ENTITY_KINDS } from '../../0-terms/entity-kind.ts';
import { POLARITIES, STAGES } from '../../0-terms/stage.ts';
import { EFFECTS } from '../coded-report.ts';
import type { EventType, FillerKind, RoleName, Rule, SlotTest } from './codebook.ts';
import { nearest } from './nearest.ts';
import { DEFAULT_ROLES, ROLES, SLOTS } from './slots.ts';
import type { WordLists } from './word-lists.ts';
import { expandWords } from './word-lists.ts';
import type { YamlFile } from './yaml-file.ts';

export const FILLER_KINDS: readonly FillerKind[] = [...ENTITY_KINDS, 'vehicle', 'thing', 'any'];
export const PARTS_OF_SPEECH = ['verb', 'noun', 'adj'] as const;
export const RULE_KEYS = ['id', 'pos', 'lemma', 'phrase', 'has', 'unless', 'roles', 'needs', 'toll', 'stage', 'polarity', 'weak'] as const;

const NOTHING: ReadonlySet<string> = new Set();
const NO_TESTS: readonly SlotTest[] = [];

/** One of a closed list, or a message with the nearest of them. */
export function oneOf<T extends string>(file: YamlFile, node: Node, what: string, known: readonly T[]): T {
  const text = file.text(node, what);
  return known.find((k) => k === text) ?? file.fail(node, `unknown ${what} "${text}"`, nearest(text, known));
}

function slotName(file: YamlFile, keyNode: Node, key: string): string {
  if (!SLOTS.has(key))
    file.fail(
      keyNode,
      `unknown slot "${key}"`,
      nearest(key, SLOTS) || 'a slot is subj, obj, prt, comp, compound, amod, poss, nummod, advmod or a preposition',
    );
  return key;
}

/** `{prt: up, obj: $reflexive, subj: "@person", on: "*"}`: what must, or must not, stand in each slot. */
function slotTests(file: YamlFile, node: Node, what: string, lists: WordLists): readonly SlotTest[] {
  return [...file.fields(node, what, null).values()].map(({ key, keyNode, value }) => {
    const slot = slotName(file, keyNode, key);
    const kinds: FillerKind[] = [];
    const plain: Node[] = [];
    let any = false;
    for (const { text, node: item } of file.texts(value, `slot "${slot}"`)) {
      if (text === '*') any = true;
      else if (text.startsWith('@'))
        kinds.push(
          FILLER_KINDS.find((k) => k === text.slice(1)) ?? file.fail(item, `unknown kind "${text}"`, nearest(text.slice(1), FILLER_KINDS)),
        );
      else plain.push(item);
    }
    if (plain.length === 0 && kinds.length === 0 && !any)
      file.fail(keyNode, `slot "${slot}" asks for nothing`, 'give a lemma, $list, "@kind" or "*"');
    return { slot, lemmas: wordsOf(file, plain, slot, lists), kinds, any };
  });
}

function wordsOf(file: YamlFile, nodes: readonly Node[], slot: string, lists: WordLists): ReadonlySet<string> {
  const only = nodes[0];
  if (only === undefined) return NOTHING;
  if (nodes.length === 1) return expandWords(file, only, `slot "${slot}"`, lists);
  return new Set(nodes.flatMap((node) => [...expandWords(file, node, `slot "${slot}"`, lists)]));
}

function rolesOf(file: YamlFile, node: Node | undefined, pos: Rule['pos'], takes: EventType['roles']): Rule['roles'] {
  if (!node) {
    const kept = [...DEFAULT_ROLES[pos]].map(([slot, roles]) => [slot, roles.filter((role) => takes[role])] as const);
    return new Map(kept.filter(([, roles]) => roles.length > 0));
  }
  const found = new Map<string, readonly RoleName[]>();
  for (const { key, keyNode, value } of file.fields(node, 'roles', null).values()) {
    const roles = file.texts(value, `roles of slot "${key}"`).map(({ node: item }) => {
      const role = oneOf(file, item, 'role', ROLES);
      return takes[role] ? role : file.fail(item, `this type has no role "${role}"`, `add it under "roles:" with what it accepts`);
    });
    found.set(slotName(file, keyNode, key), roles);
  }
  return found;
}

/** Reads one rule of a type whose roles accept `takes`. */
export function readRule(file: YamlFile, node: Node, lists: WordLists, takes: EventType['roles']): Rule {
  const fields = file.fields(node, 'a rule', RULE_KEYS);
  const get = (key: (typeof RULE_KEYS)[number]): Node | undefined => fields.get(key)?.value;
  const idNode = get('id') ?? file.fail(node, 'a rule without "id"', 'lower case with hyphens');
  const id = file.text(idNode, 'id');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) file.fail(idNode, `rule id "${id}" is not lower case with hyphens`);
  const posNode = get('pos');
  const pos = posNode ? oneOf(file, posNode, 'pos', PARTS_OF_SPEECH) : 'verb';
  const lemma = expandWords(
    file,
    get('lemma') ?? file.fail(node, `rule "${id}" has no "lemma"`, 'the dictionary form of its head word'),
    'lemma',
    lists,
  );
  const phraseNode = get('phrase');
  const phrase = phraseNode
    ? file.texts(phraseNode, 'phrase').flatMap(({ text }) => text.toLowerCase().split(/\s+/).filter(Boolean))
    : undefined;
  if (phrase && phraseNode && !phrase.some((word) => lemma.has(word)))
    file.fail(phraseNode, `the phrase does not hold the head "${[...lemma][0]}"`, 'one of its words must be the lemma');
  const [hasNode, unlessNode, needsNode, tollNode, stageNode, polarityNode, weakNode] = [
    get('has'),
    get('unless'),
    get('needs'),
    get('toll'),
    get('stage'),
    get('polarity'),
    get('weak'),
  ];
  const roles = rolesOf(file, get('roles'), pos, takes);
  const filled = new Set([...roles.values()].flat());
  const needs = needsNode ? file.texts(needsNode, 'needs').map(({ node: item }) => oneOf(file, item, 'role', ROLES)) : [];
  const never = needs.find((role) => !filled.has(role));
  if (never && needsNode) file.fail(needsNode, `rule "${id}" needs "${never}" but no slot fills it`);
  return {
    id,
    pos,
    lemma,
    ...(phrase ? { phrase } : {}),
    has: hasNode ? slotTests(file, hasNode, 'has', lists) : NO_TESTS,
    unless: unlessNode ? slotTests(file, unlessNode, 'unless', lists) : NO_TESTS,
    roles,
    needs,
    ...(tollNode ? { toll: oneOf(file, tollNode, 'toll', EFFECTS) } : {}),
    ...(stageNode ? { stage: oneOf(file, stageNode, 'stage', STAGES) } : {}),
    ...(polarityNode ? { polarity: oneOf(file, polarityNode, 'polarity', POLARITIES) } : {}),
    weak: weakNode ? oneOf(file, weakNode, 'weak', ['true', 'false']) === 'true' : false,
    at: { file: file.path, line: file.line(node) },
  };
}
