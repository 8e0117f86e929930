import type { EntityKind } from '../../0-terms/entity-kind.ts';
import type { Span } from '../../0-terms/span.ts';
import type { NameMention } from '../names/find-names.ts';
import type { NounClass } from '../noun-classes.ts';

export type Gender = 'm' | 'f' | 'n';

/** A name, description or pronoun that may stand for the same thing as another. */
export interface ChainMention {
  readonly form: 'name' | 'nominal' | 'pronoun';
  readonly sentence: number;
  /** Index of the head token. */
  readonly head: number;
  /** Tokens of the name or of the noun phrase up to its head. */
  readonly first: number;
  readonly end: number;
  /** Tokens of the whole noun phrase, with what follows the head. */
  readonly wholeFirst: number;
  readonly wholeEnd: number;
  readonly span: Span;
  readonly wholeSpan: Span;
  readonly kind: EntityKind | null;
  readonly nounClass: NounClass | null;
  readonly name: NameMention | null;
  readonly text: string;
  readonly headLemma: string;
  /** Content words besides the head, lower case. */
  readonly modifiers: readonly string[];
  readonly gender: Gender | null;
  readonly plural: boolean | null;
  /** Whether it stands for persons; null when it cannot be told. */
  readonly person: boolean | null;
  readonly definite: boolean;
  readonly indefinite: boolean;
  readonly subject: boolean;
}

/** Mentions that stand for one thing, with what all of them tell. */
export class Chains {
  readonly mentions: readonly ChainMention[];
  readonly #parent: Int32Array;
  readonly #rule: (string | null)[];

  constructor(mentions: readonly ChainMention[]) {
    this.mentions = mentions;
    this.#parent = Int32Array.from(mentions, (_, i) => i);
    this.#rule = mentions.map(() => null);
  }

  of(i: number): number {
    let at = i;
    while (this.#parent[at] !== at) {
      this.#parent[at] = this.#parent[this.#parent[at] as number] as number;
      at = this.#parent[at] as number;
    }
    return at;
  }

  /** Joins the chains of two mentions; `rule` is kept for the later one. */
  join(earlier: number, later: number, rule: string): void {
    const a = this.of(earlier);
    const b = this.of(later);
    this.#rule[later] ??= rule;
    if (a !== b) this.#parent[Math.max(a, b)] = Math.min(a, b);
  }

  ruleOf(i: number): string | null {
    return this.#rule[i] ?? null;
  }

  /** All chains in order of first mention, as indices of mentions. */
  all(): number[][] {
    const groups = new Map<number, number[]>();
    this.mentions.forEach((_, i) => {
      const own = this.of(i);
      const group = groups.get(own);
      if (group) group.push(i);
      else groups.set(own, [i]);
    });
    return [...groups.values()];
  }
}
