import { type ClaimAnchor, type Decision, findAnchor } from './decision.ts';
import type { Outline } from './outline.ts';
import { cluster, type Link } from './same/cluster.ts';
import { SAME_THRESHOLD, UNSEEN } from './same/thresholds.ts';

/**
 * Gathers accounts into stories: those that the links make likely to be of one happening, and those that people put together. `links` name accounts by
 * their numbers in the list, which is in order of publication. What has no link, directly or by others, to what is left out gathers as it would without it.
 */
export function settle(accounts: readonly Outline[], links: readonly Link[], held: readonly Decision[]): Outline[][] {
  const { together, apart } = ruled(accounts, held);
  const ruledTogether = new Set(together.flat());
  const groups = cluster(accounts.length, links, {
    threshold: SAME_THRESHOLD,
    unseen: UNSEEN,
    together,
    // What one report tells as two happenings of a kind is two, unless a person says otherwise.
    apart: (a, b) => apart.has(pairOf(a, b)) || (oneKind(accounts[a], accounts[b]) && !(ruledTogether.has(a) && ruledTogether.has(b))),
  });
  return groups.map((members) => members.map((at) => accounts[at] as Outline));
}

const oneKind = (a: Outline | undefined, b: Outline | undefined): boolean =>
  a?.report === b?.report && a?.group === b?.group && a?.done === b?.done;
const pairOf = (a: number, b: number): string => `${Math.min(a, b)} ${Math.max(a, b)}`;
const holds = ({ report, claims }: Outline, anchor: ClaimAnchor): boolean =>
  report === anchor.report && findAnchor(anchor, claims) !== null;

/** The numbers of the accounts that a person put together and kept apart; of two rulings on one pair the later stands. */
function ruled(accounts: readonly Outline[], held: readonly Decision[]): { together: [number, number][]; apart: Set<string> } {
  const last = new Map<string, { a: number; b: number; kind: 'same' | 'different' | 'split' }>();
  const find = (anchor: ClaimAnchor): number => accounts.findIndex((account) => holds(account, anchor));
  const say = (one: ClaimAnchor, two: ClaimAnchor, kind: 'same' | 'different' | 'split'): void => {
    const [a, b] = [find(one), find(two)].sort((x, y) => x - y) as [number, number];
    if (a >= 0 && a !== b) last.set(pairOf(a, b), { a, b, kind });
  };
  for (const { ruling } of held) {
    if (ruling.kind === 'same' || ruling.kind === 'different') say(ruling.a, ruling.b, ruling.kind);
    if (ruling.kind === 'split') for (const off of ruling.off) for (const from of ruling.from) say(off, from, 'split');
  }
  // The two reports' other accounts of such acts are likely of the same two happenings, so they stay apart as well.
  const alike = (at: number): number[] => {
    const { report, group } = accounts[at] as Outline;
    return accounts.flatMap((one, n) => (one.report === report && one.group === group ? [n] : []));
  };
  const together: [number, number][] = [];
  const apart = new Set<string>();
  for (const { a, b, kind } of last.values()) {
    if (kind === 'same') together.push([a, b]);
    else if (kind === 'split') apart.add(pairOf(a, b));
    else for (const x of alike(a)) for (const y of alike(b)) apart.add(pairOf(x, y));
  }
  return { together, apart };
}

/**
 * The events of a story. It may gather what was done and what came of it: a shooting and the arrest for it are two events. Accounts of other groups of
 * types are split off, unless a person put them together. Accounts without claims make no event.
 */
export function eventsOfStory(story: readonly Outline[], held: readonly Decision[]): Outline[][] {
  const groups = new Map<string, Outline[]>();
  for (const account of story) {
    const key = `${account.group} ${account.done}`;
    groups.set(key, [...(groups.get(key) ?? []), account]);
  }
  const holding = (anchor: ClaimAnchor): string | undefined =>
    [...groups].find(([, list]) => list.some((account) => holds(account, anchor)))?.[0];
  for (const { ruling } of held) {
    if (ruling.kind !== 'same') continue;
    const [a, b] = [holding(ruling.a), holding(ruling.b)];
    if (a === undefined || b === undefined || a === b) continue;
    groups.set(a, [...(groups.get(a) ?? []), ...(groups.get(b) ?? [])]);
    groups.delete(b);
  }
  return [...groups.values()].filter((list) => list.some(({ claims }) => claims.length > 0));
}
