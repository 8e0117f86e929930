// The two engines of the field that stand beside ours in the measurements. Nothing in src knows them.
import type { Span } from '../src/0-terms/span.ts';

/** A tagged word of a peer, by its place in the text. */
export interface PeerWord {
  readonly span: Span;
  readonly upos: string;
}

export interface Wink {
  /** Sentences and tags, nothing kept: what is timed. */
  read(text: string): void;
  words(text: string): PeerWord[];
}

/** The three kinds of names that compromise knows. */
export type PeerKind = 'Person' | 'Location' | 'Organization';

export interface Compromise {
  /** Sentences and tags, nothing kept: what is timed. */
  read(text: string): void;
  names(text: string): { readonly span: Span; readonly kind: PeerKind }[];
}

/** wink-nlp with its English model; of its pipe only sentences and tags, for its other parts have no counterpart here. */
export async function loadWink(): Promise<Wink> {
  const { default: wink } = await import('wink-nlp');
  const { default: model } = await import('wink-eng-lite-web-model');
  const nlp = wink(model, ['sbd', 'pos']);
  return {
    read: (text) => void nlp.readDoc(text),
    words(text) {
      const tokens = nlp.readDoc(text).tokens();
      const tags = tokens.out(nlp.its.pos);
      const spans = placesOf(tokens.out(nlp.its.value), text);
      // Its tags are those of Universal Dependencies, and one more for runs of line ends and tabs.
      return spans.flatMap((span, i) => (span && tags[i] !== 'SPACE' ? [{ span, upos: tags[i] as string }] : []));
    },
  };
}

/** compromise with all three of its layers, as its own README loads it. */
export async function loadCompromise(): Promise<Compromise> {
  const { default: nlp } = await import('compromise');
  return {
    read: (text) => void nlp(text),
    names(text) {
      const doc = nlp(text);
      const found = (view: { json(options: object): unknown }): Span[] =>
        (view.json({ offset: true, terms: false }) as { offset: { start: number; length: number } }[]).map(({ offset }) => [
          offset.start,
          offset.start + offset.length,
        ]);
      const as = (kind: PeerKind, spans: Span[]): { span: Span; kind: PeerKind }[] => spans.map((span) => ({ span, kind }));
      return [
        ...as('Person', found(doc.people())),
        ...as(
          'Location',
          found(doc.places()).flatMap((span) => partsOf(span, text)),
        ),
        ...as('Organization', found(doc.organizations())),
      ];
    },
  };
}

/** "Kabul, Afghanistan" is one place to compromise and two to every corpus. */
function partsOf([from, to]: Span, text: string): Span[] {
  let at = from;
  return text
    .slice(from, to)
    .split(',')
    .map((part) => {
      const start = at;
      at += part.length + 1;
      return [start, start + part.length];
    });
}

/** How far a piece may stand behind the one before it. */
const REACH = 40;

/** Where each piece of a text stands in it, in order; null for a piece that is not written so. */
export function placesOf(pieces: readonly string[], text: string): (Span | null)[] {
  let cursor = 0;
  return pieces.map((piece) => {
    const at = text.slice(cursor, cursor + REACH + piece.length).indexOf(piece);
    if (at < 0) return null;
    const start = cursor + at;
    cursor = start + piece.length;
    return [start, cursor];
  });
}

/** Of tagged words against gold words: those cut alike, and of these the tagged alike. */
export class AlignedTags {
  private gold = 0;
  private alike = 0;
  private right = 0;

  add(gold: readonly { readonly start: number; readonly end: number; readonly upos: string }[], found: readonly PeerWord[]): void {
    const tags = new Map(found.map(({ span, upos }) => [span.join('-'), upos]));
    for (const word of gold) {
      this.gold++;
      const upos = tags.get(`${word.start}-${word.end}`);
      if (upos === undefined) continue;
      this.alike++;
      if (upos === word.upos) this.right++;
    }
  }

  /** `upos`: share of the words cut alike that are tagged alike; `aligned`: share of gold words cut alike; `uposOfAll`: their product. */
  get scores(): { upos: number; aligned: number; uposOfAll: number } {
    const share = (a: number, b: number): number => (b === 0 ? 0 : a / b);
    return {
      upos: share(this.right, this.alike),
      aligned: share(this.alike, this.gold),
      uposOfAll: share(this.right, this.gold),
    };
  }
}

/**
 * A peer's name as gold tokens, first to before end; null when nothing is left. Signs and a genitive at its ends are taken
 * off, for the peer cuts at blanks and the gold does not.
 */
export function asTokens([from, to]: Span, tokens: readonly string[], places: readonly (Span | null)[]): [number, number] | null {
  const inside = places.flatMap((place, i) => (place && place[0] < to && place[1] > from ? [i] : []));
  const outer = (i: number | undefined): boolean =>
    i !== undefined && (!/[\p{L}\p{N}]/u.test(tokens[i] ?? '') || /^['’]s$/i.test(tokens[i] ?? ''));
  while (outer(inside[0])) inside.shift();
  while (outer(inside.at(-1))) inside.pop();
  const first = inside[0];
  const last = inside.at(-1);
  return first === undefined || last === undefined ? null : [first, last + 1];
}
