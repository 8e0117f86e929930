import { harmless } from './harmless.ts';
import type { Ink, Tone } from './ink.ts';

/** A stretch of text in one tone. */
export interface Run {
  readonly text: string;
  readonly tone: Tone;
}
export const run = (text: string, tone: Tone = 'plain'): Run => ({ text, tone });

interface Cell {
  readonly char: string;
  readonly tone: Tone;
  readonly width: number;
}

export interface WrapOptions {
  readonly width: number;
  /** Before the first line. Its printed width is that of the hanging indent. */
  readonly first?: string;
  /** Columns before every line. */
  readonly indent?: number;
}

/** Sets runs in lines of at most `width` columns, broken at spaces; a word longer than a line is broken at a joint of its own. */
export function wrap(runs: readonly Run[], ink: Ink, { width, first, indent = 0 }: WrapOptions): string[] {
  const room = Math.max(10, width - indent);
  const lines = breakLines(cells(runs), room);
  const margin = ' '.repeat(indent);
  return lines.map((line, at) => (at === 0 && first !== undefined ? first : margin) + paintLine(line, ink));
}

function cells(runs: readonly Run[]): Cell[] {
  const out: Cell[] = [];
  for (const { text, tone } of runs) {
    for (const char of harmless(text)) {
      if (char === ' ' && (out.length === 0 || out.at(-1)?.char === ' ')) continue;
      out.push({ char, tone, width: widthOfChar(char) });
    }
  }
  return out;
}

/** Where a word that is longer than a line is best broken. */
const JOINTS = '-./_:';

function breakLines(all: readonly Cell[], room: number): Cell[][] {
  const lines: Cell[][] = [];
  let start = 0;
  while (start < all.length) {
    let end = start;
    let used = 0;
    let space = -1;
    let joint = -1;
    while (end < all.length && used + (all[end]?.width ?? 0) <= room) {
      const char = all[end]?.char ?? '';
      if (char === ' ') space = end;
      else if (JOINTS.includes(char)) joint = end + 1;
      used += all[end]?.width ?? 0;
      end++;
    }
    const whole = end === all.length || all[end]?.char === ' ';
    const stop = whole ? end : space > start ? space : joint > start ? joint : Math.max(end, start + 1);
    lines.push(trimmed(all.slice(start, stop)));
    start = stop;
    while (all[start]?.char === ' ') start++;
  }
  return lines.length > 0 ? lines : [[]];
}

function trimmed(line: Cell[]): Cell[] {
  let end = line.length;
  while (end > 0 && line[end - 1]?.char === ' ') end--;
  return line.slice(0, end);
}

function paintLine(line: readonly Cell[], ink: Ink): string {
  let out = '';
  for (let at = 0; at < line.length; ) {
    const tone = line[at]?.tone ?? 'plain';
    let text = '';
    for (; at < line.length && line[at]?.tone === tone; at++) text += line[at]?.char ?? '';
    out += ink.paint(tone, text);
  }
  return out;
}

/** Columns that a text takes. */
export function widthOfText(text: string): number {
  let width = 0;
  for (const char of text) width += widthOfChar(char);
  return width;
}

/** Cut to `width` columns, with an ellipsis where something was cut; padded on the right when it is shorter. */
export function fitted(text: string, width: number, pad = true): string {
  const clean = harmless(text);
  const full = widthOfText(clean);
  if (full <= width) return pad ? clean + ' '.repeat(width - full) : clean;
  let out = '';
  let used = 0;
  for (const char of clean) {
    if (used + widthOfChar(char) > width - 1) break;
    out += char;
    used += widthOfChar(char);
  }
  return `${out}…${pad ? ' '.repeat(Math.max(0, width - used - 1)) : ''}`;
}

// Combining marks take no column, the wide forms of East Asia and emoji two.
const NONE = /^[\p{M}\p{Cf}]$/u;
const WIDE =
  /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u;
function widthOfChar(char: string): number {
  if (char < '\u0300') return 1;
  return NONE.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
}
