import type { Store } from '../7-records/store.ts';
import type { Context } from './context.ts';

/** Opens a database that is there, with its events brought up to date. The caller closes it. */
export async function openWithEvents({ tools }: Context, path: string): Promise<Store> {
  const store = await tools.open(path, { create: false });
  try {
    const merger = await tools.merger();
    store.refreshEvents(merger);
    return store;
  } catch (cause) {
    store.close();
    throw cause;
  }
}
