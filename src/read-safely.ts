import { InputError } from './0-terms/errors.ts';
import type { Page } from './1-pages/page.ts';
import type { CodedReport } from './5-claims/coded-report.ts';

/** A source that gave no page: one line says what, where and what to do. */
export interface Unreadable {
  readonly source: string;
  readonly error: Error;
}

/** Reads one page. No text may throw; if one does all the same, it costs one report and not the whole run. */
export function readSafely(page: Page, read: (page: Page) => CodedReport): CodedReport | Unreadable {
  try {
    return read(page);
  } catch (cause) {
    if (cause instanceof InputError) return { source: page.source, error: cause };
    return ownFault(page.source, cause);
  }
}

/** What is said of a page on which the program itself failed. */
export function ownFault(source: string, cause: unknown): Unreadable {
  const said = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
  return { source, error: new InputError(`${source}: could not be read, by a fault of Saidso (${said}); please report it`, { cause }) };
}
