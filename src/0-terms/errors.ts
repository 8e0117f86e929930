/** The caller's fault: an input that cannot be read. The message is one line: what, where, what to do. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** A fault in a codebook file, with its place. */
export class CodebookError extends Error {
  override readonly name = 'CodebookError';
  readonly file: string;
  readonly line: number | null;
  readonly hint: string;
  constructor(file: string, line: number | null, what: string, hint: string) {
    super(`${file}${line === null ? '' : `:${line}`}: ${what}${hint ? ` (${hint})` : ''}`);
    this.file = file;
    this.line = line;
    this.hint = hint;
  }
}

/** The record cannot be opened, read or written. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
