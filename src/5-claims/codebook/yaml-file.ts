import type { Node } from 'yaml';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { CodebookError } from '../../0-terms/errors.ts';
import { nearest } from './nearest.ts';

/** A map's entry: where its key stands and what it holds. */
export interface Field {
  readonly key: string;
  readonly keyNode: Node;
  readonly value: Node;
}

/** One codebook file, read with the line of every value, so that each message can say where. */
export interface YamlFile {
  readonly path: string;
  readonly root: Node;
  /** Line of a node, from 1. */
  line(node: Node): number;
  /** Stops with file, line and hint. */
  fail(node: Node, what: string, hint?: string): never;
  /** The entries of a map whose keys are all among `allowed` (any key when null). */
  fields(node: Node, what: string, allowed: readonly string[] | null): ReadonlyMap<string, Field>;
  /** A single text; numbers are given as written. */
  text(node: Node, what: string): string;
  /** One text or a list of texts. */
  texts(node: Node, what: string): readonly { readonly text: string; readonly node: Node }[];
  /** The items of a list. */
  items(node: Node, what: string): readonly Node[];
}

/** Reads one YAML file; throws a CodebookError at the first thing that is no YAML. */
export function yamlFile(path: string, source: string): YamlFile {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(1, counter.linePos(offset).line);
  const line = (node: Node): number => lineAt(node.range?.[0] ?? 0);
  const fail = (node: Node, what: string, hint = ''): never => {
    throw new CodebookError(path, line(node), what, hint);
  };
  const broken = document.errors[0];
  if (broken)
    throw new CodebookError(
      path,
      lineAt(broken.pos[0]),
      `not valid YAML: ${broken.message.split('\n')[0]}`,
      'quote texts that hold ": ", " #" or that begin with @ or *',
    );
  const root = document.contents;
  if (root === null) throw new CodebookError(path, 1, 'the file is empty', '');

  const text = (node: Node, what: string): string => {
    if (!isScalar(node) || node.value === null || typeof node.value === 'object') return fail(node, `${what} must be a text`);
    return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  };
  const items = (node: Node, what: string): readonly Node[] =>
    isSeq(node) ? (node.items as Node[]) : fail(node, `${what} must be a list`);
  return {
    path,
    root,
    line,
    fail,
    text,
    items,
    texts: (node, what) => (isSeq(node) ? (node.items as Node[]) : [node]).map((item) => ({ text: text(item, what), node: item })),
    fields: (node, what, allowed) => {
      if (!isMap(node)) return fail(node, `${what} must have the form "key: value"`);
      const found = new Map<string, Field>();
      for (const pair of node.items) {
        const keyNode = pair.key as Node;
        const key = text(keyNode, 'a key');
        if (allowed && !allowed.includes(key)) fail(keyNode, `unknown key "${key}" in ${what}`, nearest(key, allowed));
        if (pair.value === null) fail(keyNode, `"${key}" in ${what} has no value`);
        found.set(key, { key, keyNode, value: pair.value as Node });
      }
      return found;
    },
  };
}
