import type { Node } from 'yaml';
import { POLARITIES, RESPONSIBILITIES, STAGES } from '../../0-terms/stage.ts';
import { EFFECTS } from '../coded-report.ts';
import type { CounterExample, EventType, Example, FillerKind, RoleName } from './codebook.ts';
import { nearest } from './nearest.ts';
import { FILLER_KINDS, oneOf, readRule } from './read-rule.ts';
import { ROLES } from './slots.ts';
import type { WordLists } from './word-lists.ts';
import type { YamlFile } from './yaml-file.ts';

export const TYPE_KEYS = ['id', 'label', 'family', 'definition', 'crosswalk', 'roles', 'rules', 'examples', 'not'] as const;
export const CROSSWALKS = ['plover', 'cameo', 'acled', 'muc4'] as const;
/** What an example may say of its claim. */
export const GIVES: readonly string[] = [...ROLES, 'stage', 'polarity', 'responsibility', ...EFFECTS, 'from', 'to', 'saidBy'];
const CLOSED: Readonly<Record<string, readonly string[]>> = { stage: STAGES, polarity: POLARITIES, responsibility: RESPONSIBILITIES };

/** Reads `codebook/events/TYPE.yaml`. */
export function readType(file: YamlFile, families: readonly string[], lists: WordLists): EventType {
  const fields = file.fields(file.root, 'an event type', TYPE_KEYS);
  const must = (key: (typeof TYPE_KEYS)[number], hint = ''): Node =>
    fields.get(key)?.value ?? file.fail(file.root, `missing "${key}"`, hint);
  const idNode = must('id');
  const id = file.text(idNode, 'id');
  if (!file.path.endsWith(`/${id}.yaml`)) file.fail(idNode, `id "${id}" is not the name of its file`, 'events/ID.yaml');
  const familyNode = must('family');
  const family = file.text(familyNode, 'family');
  if (!families.includes(family)) file.fail(familyNode, `unknown family "${family}"`, nearest(family, families));

  const roles: Partial<Record<RoleName, readonly FillerKind[]>> = {};
  for (const { value, key, keyNode } of file.fields(must('roles'), 'roles', null).values()) {
    const role = ROLES.find((r) => r === key) ?? file.fail(keyNode, `unknown role "${key}"`, nearest(key, ROLES));
    const accepts =
      file.fields(value, `role "${role}"`, ['accepts']).get('accepts') ?? file.fail(value, `role "${role}" does not say what it accepts`);
    roles[role] = file.texts(accepts.value, 'accepts').map(({ node }) => oneOf(file, node, 'kind', FILLER_KINDS));
  }

  const rules = file.items(must('rules'), 'rules').map((node) => readRule(file, node, lists, roles));
  const seen = new Set<string>();
  for (const rule of rules) {
    if (seen.has(rule.id))
      file.fail(file.items(must('rules'), 'rules')[rules.lastIndexOf(rule)] ?? file.root, `rule id "${rule.id}" is used twice`);
    seen.add(rule.id);
  }

  const crosswalk: Record<string, string> = {};
  const crosswalkNode = fields.get('crosswalk')?.value;
  if (crosswalkNode)
    for (const { key, value } of file.fields(crosswalkNode, 'crosswalk', CROSSWALKS).values())
      crosswalk[key] = file.text(value, `crosswalk to ${key}`);

  return {
    id,
    label: file.text(must('label'), 'label'),
    family,
    definition: file.text(must('definition'), 'definition'),
    crosswalk,
    roles,
    rules: rules.length > 0 ? rules : file.fail(must('rules'), 'a type without rules is never found'),
    examples: readExamples(file, must('examples', 'sentences that must give this type')),
    not: readCounterExamples(file, must('not', 'sentences that must not give this type')),
    at: { file: file.path, line: file.line(file.root) },
  };
}

function readExamples(file: YamlFile, node: Node): readonly Example[] {
  const items = file.items(node, 'examples');
  if (items.length === 0) file.fail(node, 'no examples', 'at least one sentence that must give this type');
  return items.map((item) => {
    const fields = file.fields(item, 'an example', ['text', 'gives']);
    const text = fields.get('text') ?? file.fail(item, 'an example without "text"');
    const gives: Record<string, string | number> = {};
    const given = fields.get('gives');
    if (given) {
      for (const { key, value } of file.fields(given.value, 'gives', GIVES).values()) {
        const words = file.text(value, key);
        const closed = CLOSED[key];
        if (closed) oneOf(file, value, key, closed);
        const counted = (EFFECTS as readonly string[]).includes(key);
        if (counted && !/^\d+$/.test(words)) file.fail(value, `"${key}" must be a whole number`, 'the low count of the toll');
        if ((key === 'from' || key === 'to') && !/^\d{4}-\d\d-\d\d$/.test(words)) file.fail(value, `"${key}" must be a day`, 'YYYY-MM-DD');
        gives[key] = counted ? Number(words) : words;
      }
    }
    return { text: file.text(text.value, 'text'), gives, line: file.line(item) };
  });
}

function readCounterExamples(file: YamlFile, node: Node): readonly CounterExample[] {
  const items = file.texts(node, 'not');
  if (items.length === 0) file.fail(node, 'no counter-examples', 'at least one sentence that must not give this type');
  return items.map(({ text, node: item }) => ({ text, line: file.line(item) }));
}
