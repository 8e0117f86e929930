import { InputError } from '../0-terms/errors.ts';
import { pagesFromPath } from './from-path.ts';
import { bounded, pageFromUrl } from './from-url.ts';
import type { Page } from './page.ts';
import { pageFromBytes } from './page-from-bytes.ts';

/** What is to be read, and how. */
export interface CollectRequest {
  /** Paths of files and folders, http and https addresses, `-` for standard input. */
  readonly inputs: readonly string[];
  /** Standard input, where `-` is among the inputs. */
  readonly stdin?: AsyncIterable<Uint8Array> | Uint8Array;
  /** Day of publication for all of them, ISO date. */
  readonly published?: string;
  /** Also read addresses of this machine and its network. */
  readonly allowPrivate?: boolean;
  /** For one page from the network, in all; 30 by default. */
  readonly timeoutSeconds?: number;
  /** Saidso's version, for the user agent. */
  readonly version?: string;
}

/** An input that gave no page: the error's message is one line for a person. */
export interface Failure {
  readonly source: string;
  readonly error: InputError;
}

/** One result an input, a folder's files one by one, in order. A failure is a result; nothing is thrown and the rest goes on. */
export async function* collect(request: CollectRequest): AsyncGenerator<Page | Failure> {
  const { published } = request;
  for (const input of request.inputs) {
    if (input === '-')
      yield await settled('-', async () =>
        pageFromBytes(await standardInput(request), { source: '-', url: null, mediaType: null, charset: null, published }),
      );
    else if (/^[a-z][a-z0-9+.-]*:\/\//i.test(input)) {
      yield await settled(input, () =>
        pageFromUrl(input, {
          allowPrivate: request.allowPrivate ?? false,
          version: request.version ?? '0',
          timeoutSeconds: request.timeoutSeconds ?? 30,
          published,
        }),
      );
    } else yield* pagesFromPath(input, published);
  }
}

async function standardInput({ stdin }: CollectRequest): Promise<Uint8Array> {
  if (stdin === undefined) throw new InputError('-: there is no standard input; pipe a report into the command or name a file');
  return stdin instanceof Uint8Array ? stdin : bounded(stdin, '-');
}

async function settled(source: string, make: () => Promise<Page>): Promise<Page | Failure> {
  try {
    return await make();
  } catch (cause) {
    return {
      source,
      error:
        cause instanceof InputError
          ? cause
          : new InputError(`${source}: cannot be read (${cause instanceof Error ? cause.message : String(cause)})`, { cause }),
    };
  }
}
