import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { freshness } from '../../src/8-http/freshness.ts';

/** Something that takes so many pieces. */
function backlog(pieces: number) {
  const done = { pieces: 0, wholes: 0 };
  return { done, all: () => void done.wholes++, some: () => ++done.pieces < pieces };
}
const later = (): Promise<void> => sleep(20);

describe('freshness', () => {
  it('merges a piece before events are read, and the rest while others are answered', async () => {
    const { done, all, some } = backlog(5);
    const fresh = freshness(all, some, () => false);
    fresh.look();
    expect(done.pieces).toBe(1);
    fresh.look();
    await later();
    expect(done).toEqual({ pieces: 5, wholes: 0 });
  });

  it('merges nothing while more is coming in', async () => {
    const { done, all, some } = backlog(3);
    freshness(all, some, () => true).look();
    await later();
    expect(done.pieces).toBe(0);
  });

  it('merges all at once after a ruling', () => {
    const { done, all, some } = backlog(3);
    freshness(all, some, () => false).settle();
    expect(done).toEqual({ pieces: 0, wholes: 1 });
  });

  it('catches up once, however many ask for it', async () => {
    const { done, all, some } = backlog(4);
    const fresh = freshness(all, some, () => false);
    await Promise.all([fresh.catchUp(), fresh.catchUp()]);
    expect(done.pieces).toBe(4);
  });

  it('stops between two pieces when it is closed', async () => {
    const { done, all, some } = backlog(1_000_000);
    const fresh = freshness(all, some, () => false);
    fresh.look();
    await fresh.close();
    const at = done.pieces;
    await later();
    expect(done.pieces).toBe(at);
  });

  it('tells a fault with the look that meets it, and tries again', async () => {
    const fresh = freshness(
      () => undefined,
      () => {
        throw new Error('locked');
      },
      () => false,
    );
    expect(() => fresh.look()).toThrow('locked');
    await expect(fresh.catchUp()).rejects.toThrow('locked');
    expect(() => fresh.look()).toThrow('locked');
  });
});
