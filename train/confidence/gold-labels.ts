import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Draft } from '../../src/5-claims/draft.ts';

/** What the labels need of a gold claim. */
interface GoldClaim {
  readonly type: string;
  readonly stage: string;
  readonly trigger: { readonly text: string; readonly in: string };
  readonly actor: readonly { readonly text: string; readonly same?: readonly string[] }[];
  readonly target: readonly { readonly text: string; readonly same?: readonly string[] }[];
  readonly object: readonly { readonly text: string; readonly same?: readonly string[] }[];
}
export interface GoldFile {
  readonly slug: string;
  readonly claims: readonly GoldClaim[];
}

/** Files of a gold folder by slug. */
export function goldFiles(folder: string): Map<string, GoldFile> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort();
  return new Map(files.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as GoldFile).map((gold) => [gold.slug, gold]));
}

/**
 * Which drafts are right: each gold claim takes the draft of its own type that fits it best, by trigger, sentence and
 * people, as the gold scorer aligns them; a draft that no gold claim takes is wrong.
 */
export function rightDrafts(
  drafts: readonly Draft[],
  sentences: readonly (readonly [number, number])[],
  text: string,
  gold: GoldFile,
): Set<Draft> {
  const pairs: { claim: number; draft: Draft; worth: number }[] = [];
  for (const [claim, wanted] of gold.claims.entries()) {
    const at = text.indexOf(wanted.trigger.in);
    const start = at < 0 ? -1 : at + wanted.trigger.in.indexOf(wanted.trigger.text);
    const people = words([...wanted.actor, ...wanted.target, ...wanted.object].flatMap((filler) => [filler.text, ...(filler.same ?? [])]));
    for (const draft of drafts) {
      if (draft.type.id !== wanted.type) continue;
      const hit = start >= 0 && draft.trigger[0] < start + wanted.trigger.text.length && start < draft.trigger[1];
      const [from, to] = sentences[draft.node.sentence] ?? [0, 0];
      const near = from <= start && start < to;
      const own = words(
        [...draft.roles.actor, ...draft.roles.target, ...draft.roles.object].map((part) => text.slice(part.span[0], part.span[1])),
      );
      const shared = [...own].filter((word) => people.has(word)).length / Math.max(1, own.size);
      const worth = (hit ? 4 : near ? 2 : shared >= 0.5 ? 1 : 0) + shared + (draft.stage === wanted.stage ? 0.5 : 0);
      if (worth >= 1) pairs.push({ claim, draft, worth });
    }
  }
  pairs.sort((a, b) => b.worth - a.worth);
  const right = new Set<Draft>();
  const taken = new Set<number>();
  for (const { claim, draft } of pairs) {
    if (taken.has(claim) || right.has(draft)) continue;
    taken.add(claim);
    right.add(draft);
  }
  return right;
}

const SMALL = new Set(['the', 'a', 'an', 'of', 'in', 'and', 'to', 'by', 'for', 'his', 'her', 'its', 'their']);
const words = (texts: readonly string[]): Set<string> =>
  new Set(texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word && !SMALL.has(word)));
