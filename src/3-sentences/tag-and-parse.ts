import { attach } from './attach.ts';
import { isOnlyPast, lemmaOf } from './lemma.ts';
import { columnsOf } from './parse-features.ts';
import type { ParseKit } from './parse-kit.ts';
import { tag } from './tag.ts';
import { type WordLook, wordsOf } from './words.ts';

/** What is found out about one word; `head` is an index within the sentence, -1 for the root. */
export interface Analysis {
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
}

/**
 * Tags, lemmas and tree of one tokenized sentence. `seen` may be shared between the sentences of a text, so that each
 * form is looked at once.
 */
export function tagAndParse(forms: readonly string[], kit: ParseKit, seen: Map<string, WordLook> = new Map()): Analysis[] {
  const words = wordsOf(forms, kit.clusters, seen);
  const tags = tag(words, kit.tagger);
  const { tagger } = kit;
  const plural = tagger.labels.indexOf('NOUN|NNS');
  const name = tagger.labels.indexOf('PROPN|NNP');
  forms.forEach((form, i) => {
    // "bombings" is no verb: nobody bombings.
    if (
      plural >= 0 &&
      tagger.xpos[tags[i] as number] === 'VBZ' &&
      /ings$/i.test(form) &&
      !kit.lemmas.verbs.has(form.slice(0, -1).toLowerCase())
    )
      tags[i] = plural;
    // "On Friday IS attacked the post": the group, where capitals are not all there is.
    if (name >= 0 && form === 'IS' && !words.shouted) tags[i] = name;
  });
  const broad = tags.map((label) => tagger.broad[label] as number);
  const tree = attach(columnsOf(words, tags, broad), kit.parser);
  freeFromSigns(tree.heads, (i) => tagger.upos[tags[i] as number] === 'PUNCT');
  return forms.map((form, i) => {
    const label = tags[i] as number;
    const guess = tagger.xpos[label] as string;
    const xpos = guess === 'VBP' && isOnlyPast(form, kit.lemmas) ? 'VBD' : guess;
    return {
      lemma: lemmaOf(form, xpos, kit.lemmas),
      upos: tagger.upos[label] as string,
      xpos,
      head: tree.heads[i] as number,
      deprel: kit.parser.labels[tree.labels[i] as number] ?? 'dep',
    };
  });
}

/** A sign governs no word: what the parser hung on one hangs on the word that governs the sign. Signs may stay on signs. */
function freeFromSigns(heads: Int32Array, isSign: (i: number) => boolean): void {
  heads.forEach((first, i) => {
    let head = first;
    if (isSign(i)) return;
    while (head >= 0 && isSign(head) && (heads[head] as number) >= 0) head = heads[head] as number;
    heads[i] = head;
  });
}
