import { createHash } from 'node:crypto';

/** How bytes were come by. */
export interface Arrival {
  /** The address that was asked for, and those it sent on to, in order; the last is where the bytes came from. Empty for files. */
  readonly addresses: readonly string[];
  /** HTTP status; null for files. */
  readonly status: number | null;
  /** The response's headers, lower-case names; empty for files. */
  readonly headers: Readonly<Record<string, string>>;
  /** When they arrived: UTC, ISO 8601 with seconds; for web archives the time their record gives. */
  readonly at: string;
}

/** What arrived, untouched (transfer and content encodings removed), with its proof. */
export interface Capture extends Arrival {
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`, hexadecimal. */
  readonly sha256: string;
}

/** The proof of some bytes. */
export const captured = (bytes: Uint8Array, arrival: Arrival): Capture => ({ ...arrival, bytes, sha256: sha256(bytes) });

/** How a file arrived: it was read from disk at this moment. */
export const fromDisk = (now: Date): Arrival => ({ addresses: [], status: null, headers: {}, at: instant(now) });

/** UTC to the second: `2026-11-22T19:30:00Z`. */
export const instant = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`;

/** SHA-256, hexadecimal. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
