import { InputError } from '../0-terms/errors.ts';

/** What kind of trouble a fetch met: the classes of a source's health. */
export type Trouble =
  | 'not-found'
  | 'refused'
  | 'server'
  | 'busy'
  | 'tls'
  | 'network'
  | 'timeout'
  | 'private'
  | 'robots'
  | 'redirects'
  | 'not-changed'
  | 'other';

/** A page that could not be fetched: one line for a person, a class for the record. */
export class FetchError extends InputError {
  readonly trouble: Trouble;
  /** HTTP status where there was an answer. */
  readonly status: number | null;
  /** Seconds after which the server asks to come again. */
  readonly retryAfter: number | null;
  constructor(
    message: string,
    trouble: Trouble,
    status: number | null,
    options: { readonly cause?: unknown; readonly retryAfter?: number | null } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.trouble = trouble;
    this.status = status;
    this.retryAfter = options.retryAfter ?? null;
  }
}
