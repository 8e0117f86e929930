import { digest } from '../../0-terms/content-id.ts';
import type { Codebook, EventType, Rule, SlotTest } from './codebook.ts';

/**
 * A loaded codebook as one line of JSON, kept beside the packed data because reading 60 YAML files takes a command line ten times as long.
 * Word sets stand once in `sets`; rules point at them. `digest` is of the sources: a codebook that was edited since does not match.
 */
interface Packed {
  readonly digest: string;
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly families: readonly string[];
  readonly ordinaryCrime: boolean;
  readonly sets: readonly (readonly string[])[];
  readonly words: readonly (readonly [name: string, set: number])[];
  readonly types: readonly (Omit<EventType, 'rules'> & { readonly rules: readonly PackedRule[] })[];
}
type PackedTest = Omit<SlotTest, 'lemmas'> & { readonly lemmas: number };
type PackedRule = Omit<Rule, 'lemma' | 'has' | 'unless' | 'roles'> & {
  readonly lemma: number;
  readonly has: readonly PackedTest[];
  readonly unless: readonly PackedTest[];
  readonly roles: readonly (readonly [string, Rule['roles'] extends ReadonlyMap<string, infer R> ? R : never])[];
};

/** SHA-256 over all paths and texts of a codebook's files, in the order of the paths. */
export function codebookDigest(files: ReadonlyMap<string, string>): string {
  const paths = [...files.keys()].sort();
  return digest(paths.map((path) => `${path}\n${files.get(path) ?? ''}`).join('\u0000'));
}

/** `files` are the sources that `codebook` was loaded from. */
export function packCodebook(codebook: Codebook, files: ReadonlyMap<string, string>): string {
  const numbers = new Map<ReadonlySet<string>, number>();
  const number = (set: ReadonlySet<string>): number => {
    const known = numbers.get(set);
    if (known !== undefined) return known;
    numbers.set(set, numbers.size);
    return numbers.size - 1;
  };
  const test = ({ lemmas, ...rest }: SlotTest): PackedTest => ({ ...rest, lemmas: number(lemmas) });
  const words = [...codebook.words].map(([name, set]) => [name, number(set)] as const);
  const types = codebook.types.map((type) => ({
    ...type,
    rules: type.rules.map((rule) => ({
      ...rule,
      lemma: number(rule.lemma),
      has: rule.has.map(test),
      unless: rule.unless.map(test),
      roles: [...rule.roles],
    })),
  }));
  const { name, version, licence, families, ordinaryCrime } = codebook;
  const packed: Packed = {
    digest: codebookDigest(files),
    name,
    version,
    licence,
    families,
    ordinaryCrime,
    sets: [...numbers.keys()].map((set) => [...set]),
    words,
    types,
  };
  return JSON.stringify(packed);
}

/** The codebook that was packed, or null when it was packed from other sources than those with this digest. */
export function unpackCodebook(json: string, sourceDigest: string): Codebook | null {
  const { digest: made, sets: lists, words, types, ...rest } = JSON.parse(json) as Packed;
  if (made !== sourceDigest) return null;
  const sets = lists.map((list): ReadonlySet<string> => new Set(list));
  const set = (index: number): ReadonlySet<string> => sets[index] ?? new Set();
  const test = (packed: PackedTest): SlotTest => ({ ...packed, lemmas: set(packed.lemmas) });
  return {
    ...rest,
    words: new Map(words.map(([name, index]) => [name, set(index)])),
    types: types.map((type) => ({
      ...type,
      rules: type.rules.map((rule) => ({
        ...rule,
        lemma: set(rule.lemma),
        has: rule.has.map(test),
        unless: rule.unless.map(test),
        roles: new Map(rule.roles),
      })),
    })),
  };
}
