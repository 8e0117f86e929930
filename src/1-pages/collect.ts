import { InputError } from '../0-terms/errors.ts';
import { pagesFromPath } from './from-path.ts';
import { type Guest, guest } from './guest.ts';
import { budgetFor, type Follow, incomingBytes, incomingStream, labelsOfFile, type Ways } from './incoming.ts';
import type { Page } from './page.ts';
import { type Failure, pagesOf } from './pages-of.ts';

export type { Failure } from './pages-of.ts';

/** What is to be read, and how. */
export interface CollectRequest {
  /** Paths of files and folders, http and https addresses, `-` for standard input. */
  readonly inputs: readonly string[];
  /** Standard input, where `-` is among the inputs. */
  readonly stdin?: AsyncIterable<Uint8Array> | Uint8Array;
  /** Day of publication for all of them, ISO date. */
  readonly published?: string;
  /** Which column of a table holds what: `{text: 'body', title: 'head'}`. Columns not named are told by their names. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Also read addresses of this machine and its network. */
  readonly allowPrivate?: boolean;
  /** For one page from the network, in all; 30 by default. */
  readonly timeoutSeconds?: number;
  /** Pause between two requests to one host; 2 by default. */
  readonly delaySeconds?: number;
  /** How a site can reach the person who asks; stands in the user agent. */
  readonly contact?: string;
  /** Saidso's version, for the user agent. */
  readonly version?: string;
  /** The clock, for the time of capture. */
  readonly now?: () => Date;
}

/**
 * The pages of every input, in order: one for a report, many for a folder, archive, table or feed. A failure is a result; nothing is
 * thrown and the rest goes on.
 */
export async function* collect(request: CollectRequest): AsyncGenerator<Page | Failure> {
  const now = request.now ?? (() => new Date());
  const visit = guest({
    allowPrivate: request.allowPrivate ?? false,
    version: request.version ?? '0',
    contact: request.contact,
    timeoutSeconds: request.timeoutSeconds ?? 30,
    delaySeconds: request.delaySeconds ?? 2,
    now,
  });
  const ways: Ways = {
    published: request.published,
    columns: request.columns ?? {},
    now,
    follow: following(visit),
    budget: budgetFor(0),
    depth: 0,
    among: false,
  };
  for (const input of request.inputs) {
    if (input === '-') yield* fromStandardInput(request, ways);
    else if (/^[a-z][a-z0-9+.-]*:\/\//i.test(input)) yield* fromAddress(input, visit, ways);
    else yield* pagesFromPath(input, ways);
  }
}

async function* fromStandardInput({ stdin }: CollectRequest, ways: Ways): AsyncGenerator<Page | Failure> {
  const labels = labelsOfFile('-', ways.now());
  if (stdin === undefined)
    yield { source: '-', error: new InputError('-: there is no standard input; pipe a report into the command or name a file') };
  else if (stdin instanceof Uint8Array) yield* pagesOf(incomingBytes(stdin, labels), ways);
  else yield* pagesOf(await incomingStream(stdin, labels), ways);
}

async function* fromAddress(address: string, visit: Guest, ways: Ways): AsyncGenerator<Page | Failure> {
  try {
    const { bytes, arrival, ...rest } = await visit.fetch(address);
    yield* pagesOf(incomingBytes(bytes, { source: address, arrival, ...rest }), { ...ways, budget: budgetFor(bytes.length) });
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    yield { source: address, error: cause };
  }
}

/** Fetches what lists name, one after the other, as robots.txt allows. */
const following = (visit: Guest): Follow =>
  async function* (links) {
    for (const { url: source, known } of links) {
      try {
        const { bytes, ...rest } = await visit.fetch(source, { found: true });
        yield incomingBytes(bytes, { source, ...rest, ...(known === undefined ? {} : { known }) });
      } catch (cause) {
        if (!(cause instanceof InputError)) throw cause;
        yield { source, error: cause };
      }
    }
  };
