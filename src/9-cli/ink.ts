import pc from 'picocolors';
import type { Io, Sink } from './io.ts';

/** What a piece of text is, for the eye. */
export type Tone = 'plain' | 'title' | 'head' | 'strong' | 'dim' | 'trigger' | 'evidence' | 'bad' | 'good';

export interface Ink {
  readonly colour: boolean;
  readonly paint: (tone: Tone, text: string) => string;
}

/** Colour on a terminal, unless NO_COLOR is set or the terminal is dumb; FORCE_COLOR turns it on in a pipe. */
export function inkFor(io: Io, sink: Sink = io.stdout): Ink {
  const { NO_COLOR, FORCE_COLOR, TERM } = io.env;
  const off = NO_COLOR !== undefined && NO_COLOR !== '';
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0';
  const colour = !off && (forced || (sink.isTTY === true && TERM !== 'dumb'));
  const c = pc.createColors(colour);
  const tones: Readonly<Record<Tone, (text: string) => string>> = {
    plain: (text) => text,
    title: c.bold,
    head: (text) => c.bold(c.cyan(text)),
    strong: c.bold,
    dim: c.dim,
    trigger: (text) => c.bold(c.underline(c.yellow(text))),
    evidence: (text) => c.underline(text),
    bad: c.red,
    good: c.green,
  };
  return { colour, paint: (tone, text) => (text === '' ? '' : tones[tone](text)) };
}
