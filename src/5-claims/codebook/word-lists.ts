import type { Node } from 'yaml';
import { nearest } from './nearest.ts';
import type { YamlFile } from './yaml-file.ts';

/** Word lists by name; `$name` inside a list takes in another list. */
export type WordLists = ReadonlyMap<string, ReadonlySet<string>>;

interface RawList {
  readonly file: YamlFile;
  readonly keyNode: Node;
  readonly words: readonly { readonly text: string; readonly node: Node }[];
}

/**
 * Reads `codebook/words/*.yaml` (`about`, `lists`) into one table.
 * @throws CodebookError for a list defined twice, an empty list, capitals, or a list that takes in itself.
 */
export function readWordLists(files: readonly YamlFile[]): WordLists {
  const raw = new Map<string, RawList>();
  for (const file of files) {
    const top = file.fields(file.root, 'a word file', ['about', 'lists']);
    const about = top.get('about');
    if (!about) file.fail(file.root, 'missing "about"', 'one sentence: what these words have in common');
    const lists = top.get('lists') ?? file.fail(file.root, 'missing "lists"', '"lists: {name: [word, word]}"');
    for (const { key, keyNode, value } of file.fields(lists.value, 'lists', null).values()) {
      const before = raw.get(key);
      if (before)
        file.fail(keyNode, `word list "${key}" is defined twice`, `also in ${before.file.path}:${before.file.line(before.keyNode)}`);
      raw.set(key, { file, keyNode, words: file.texts(value, `word list "${key}"`) });
    }
  }

  const done = new Map<string, ReadonlySet<string>>();
  const open = new Set<string>();
  const fill = (name: string, list: RawList): ReadonlySet<string> => {
    const ready = done.get(name);
    if (ready) return ready;
    if (open.has(name)) list.file.fail(list.keyNode, `word list "${name}" takes in itself`);
    open.add(name);
    const words = new Set<string>();
    for (const { text, node } of list.words) {
      if (text.startsWith('$')) {
        const other = raw.get(text.slice(1)) ?? list.file.fail(node, `unknown word list "${text}"`, nearest(text.slice(1), raw.keys()));
        for (const word of fill(text.slice(1), other)) words.add(word);
      } else if (text.trim() === '') list.file.fail(node, `an empty word in list "${name}"`);
      else words.add(text.toLowerCase().trim());
    }
    if (words.size === 0) list.file.fail(list.keyNode, `word list "${name}" is empty`);
    open.delete(name);
    done.set(name, words);
    return words;
  };
  for (const [name, list] of raw) fill(name, list);
  return done;
}

/**
 * Words as a researcher writes them, one or a list, `$name` filled in. A lone `$name` shares the list's own set.
 * @throws CodebookError for an unknown list, an empty word, or a word with a space (a token is one word).
 */
export function expandWords(file: YamlFile, node: Node, what: string, lists: WordLists): ReadonlySet<string> {
  const texts = file.texts(node, what);
  const found = new Set<string>();
  for (const { text, node: at } of texts) {
    if (text.startsWith('$')) {
      const list = lists.get(text.slice(1)) ?? file.fail(at, `unknown word list "${text}"`, nearest(text.slice(1), lists.keys()));
      if (texts.length === 1) return list;
      for (const word of list) found.add(word);
      continue;
    }
    if (text.trim() === '') file.fail(at, `an empty word in ${what}`);
    if (/\s/.test(text))
      file.fail(at, `"${text}" in ${what} is more than one word`, 'use "has: {prt: …}" for a particle, "phrase" for words in a row');
    found.add(text.toLowerCase());
  }
  if (found.size === 0) file.fail(node, `${what} is empty`);
  return found;
}
