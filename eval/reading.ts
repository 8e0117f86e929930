import type { Page } from '../src/1-pages/page.ts';
import type { Kit } from '../src/kit.ts';
import { loadKit } from '../src/load-kit.ts';

let loading: Promise<Kit> | undefined;

/** The kit of this repository, loaded once for all tasks of a run. */
export const theKit = (): Promise<Kit> => (loading ??= Promise.resolve(loadKit()));

/** A page that holds nothing but this text. */
export const textPage = (text: string, published?: string): Page => ({
  source: 'evaluation',
  url: null,
  mediaType: 'text/plain',
  text,
  ...(published === undefined ? {} : { published }),
  notes: [],
});
