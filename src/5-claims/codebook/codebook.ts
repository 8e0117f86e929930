import type { EntityKind } from '../../0-terms/entity-kind.ts';
import type { Polarity, Stage } from '../../0-terms/stage.ts';
import type { Effect } from '../coded-report.ts';

/** What counts, as researchers wrote it: loaded from `codebook/`, checked, word lists filled in. */
export interface Codebook {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly families: readonly string[];
  /** Whether a robbery or a murder in the family counts; else reports in which nothing speaks of politics or armed groups give no such acts. */
  readonly ordinaryCrime: boolean;
  readonly types: readonly EventType[];
  /** Word lists by name, from `codebook/words/*.yaml`: lemmas, lower case; a phrase has spaces. */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface EventType {
  readonly id: string;
  readonly label: string;
  readonly family: string;
  readonly definition: string;
  readonly crosswalk: Readonly<Record<string, string>>;
  /** Which kinds of filler each role takes. A role that is missing here is never filled for this type. */
  readonly roles: Readonly<Partial<Record<RoleName, readonly FillerKind[]>>>;
  readonly rules: readonly Rule[];
  readonly examples: readonly Example[];
  readonly not: readonly CounterExample[];
  /** File and line of the type, for messages. */
  readonly at: { readonly file: string; readonly line: number };
}

export type RoleName = 'actor' | 'target' | 'object' | 'instrument' | 'where';

/** `thing` is any noun that is no person, group or time; `any` takes everything. */
export type FillerKind = EntityKind | 'vehicle' | 'thing' | 'any';

/**
 * One pattern over a dependency tree. The head token decides; slots are its dependents with voice undone:
 * `subj` and `obj` are who does it and whom it is done to, in active, passive, participle, relative clause and control
 * ("planned to bomb"), and of a noun ("the bombing of X by Y", "Y's attack"). `prt` is a particle, `comp` a clause complement
 * (xcomp or ccomp), `compound`, `amod`, `poss`, `nummod`, `advmod` are what they are in Universal Dependencies; any other
 * slot is the preposition that brings the dependent: `on`, `against`, `in`, `with` …
 */
export interface Rule {
  readonly id: string;
  readonly pos: 'verb' | 'noun' | 'adj';
  /** Lemmas of the head token. */
  readonly lemma: ReadonlySet<string>;
  /** Consecutive lemmas that must stand in the text and hold the head; `*` is one to three words. */
  readonly phrase?: readonly string[];
  /** Every slot named must be there with one of these. */
  readonly has: readonly SlotTest[];
  /** None of these may be there. */
  readonly unless: readonly SlotTest[];
  /** Which roles a slot may fill, the first that accepts the filler wins. */
  readonly roles: ReadonlyMap<string, readonly RoleName[]>;
  /** Roles without which the rule does not fire. */
  readonly needs: readonly RoleName[];
  /** The count of the target (else its number of persons) becomes a toll with this effect. */
  readonly toll?: Effect;
  readonly stage?: Stage;
  readonly polarity?: Polarity;
  /** Fires only when the report holds a claim of a rule that is not weak in the families violence, unrest or security. */
  readonly weak: boolean;
  readonly at: { readonly file: string; readonly line: number };
}

/** A slot and what may fill it: lemmas, `@kind` of filler, or `*` for anything. */
export interface SlotTest {
  readonly slot: string;
  readonly lemmas: ReadonlySet<string>;
  readonly kinds: readonly FillerKind[];
  readonly any: boolean;
}

/** A sentence that must give a claim of this type, with these values where they are named. */
export interface Example {
  readonly text: string;
  readonly gives: Readonly<Record<string, string | number>>;
  readonly line: number;
}
/** A sentence that must give no claim of this type. */
export interface CounterExample {
  readonly text: string;
  readonly line: number;
}
