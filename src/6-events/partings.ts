import { type ClaimAnchor, type Decision, notUndone } from './decision.ts';
import { anchorKeys } from './questions.ts';

/** Coders of whom one parts claims that another holds together, nobody having ruled on it. */
export interface DisputedParting {
  /** All claims that the answers are about, each once. */
  readonly anchors: readonly ClaimAnchor[];
  /** In the order of time. Of a split `claims` are those that go off, of a `same` the two. */
  readonly answers: readonly { readonly value: 'split' | 'same'; readonly claims: readonly ClaimAnchor[]; readonly decision: Decision }[];
}

/** What a decision says of two claims: one happening, two, or nothing. */
interface Parting {
  readonly decision: Decision;
  readonly anchors: readonly ClaimAnchor[];
  /** The side on which each claim is put. Of a split both sides are told; claims that are the same are on one. */
  readonly sides: ReadonlyMap<string, number>;
}

/**
 * Where coders part an event in different ways, or one splits off what another says is the same. To split is no question with one answer, as a verdict is: two
 * splits differ when there are two claims that one puts on one side and the other does not. A ruling on any such two settles it.
 */
export function disputedPartings(decisions: readonly Decision[]): DisputedParting[] {
  const keyOf = anchorKeys();
  const all = notUndone(decisions).flatMap((decision): Parting[] => {
    const { ruling } = decision;
    const groups =
      ruling.kind === 'split'
        ? [ruling.off, ruling.from]
        : ruling.kind === 'same'
          ? [[ruling.a, ruling.b]]
          : ruling.kind === 'different'
            ? [[ruling.a], [ruling.b]]
            : [];
    const sides = new Map(groups.flatMap((group, side) => group.map((anchor) => [keyOf(anchor), side] as const)));
    return groups.length === 0 ? [] : [{ decision, anchors: groups.flat(), sides }];
  });
  const rulings = all.filter(({ decision }) => decision.coder === null);
  const coded = all.filter(({ decision: { coder, ruling } }) => coder !== null && ruling.kind !== 'different');
  const against = (one: Parting, other: Parting): boolean => {
    const splits = [one, other].filter(({ decision }) => decision.ruling.kind === 'split').length;
    if (splits === 0 || one.decision.coder === other.decision.coder) return false;
    const pairs = differing(one, other);
    return pairs.length > 0 && !pairs.some(([a, b]) => rulings.some(({ sides }) => sides.has(a) && sides.has(b)));
  };
  const seen = new Set<Parting>();
  return coded.flatMap((first): DisputedParting[] => {
    if (seen.has(first)) return [];
    // Whoever is against one of them belongs to the same difference.
    const group = new Set([first]);
    for (const one of group) for (const other of coded) if (!group.has(other) && against(one, other)) group.add(other);
    for (const one of group) seen.add(one);
    if (group.size < 2) return [];
    const answers = coded.filter((one) => group.has(one));
    const anchors = new Map(answers.flatMap((one) => one.anchors.map((anchor) => [keyOf(anchor), anchor] as const)));
    return [{ anchors: [...anchors.values()], answers: answers.map(({ decision }) => ({ ...toldBy(decision), decision })) }];
  });
}

function toldBy({ ruling }: Decision): { value: 'split' | 'same'; claims: readonly ClaimAnchor[] } {
  if (ruling.kind === 'split') return { value: 'split', claims: ruling.off };
  return { value: 'same', claims: ruling.kind === 'same' ? [ruling.a, ruling.b] : [] };
}

/** The pairs of claims that one puts together and the other apart. */
function differing({ sides: one }: Parting, { sides: other }: Parting): [string, string][] {
  const shared = [...one.keys()].filter((key) => other.has(key));
  return shared.flatMap((a, at) =>
    shared
      .slice(at + 1)
      .flatMap((b): [string, string][] => ((one.get(a) === one.get(b)) === (other.get(a) === other.get(b)) ? [] : [[a, b]])),
  );
}
