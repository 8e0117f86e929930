import type { EntityKind } from '../../0-terms/entity-kind.ts';
import type { Span } from '../../0-terms/span.ts';
import { overlaps } from '../../0-terms/span.ts';
import type { FoundPlaceName, PlaceName } from './find-place-names.ts';

/**
 * The gazetteer's place names and the names model's together. Where both see a place the gazetteer's span stands (it parts
 * "Dallas, TX"); the gazetteer yields to the model's persons; its places inside names of other kinds are marked `inside`. In text order.
 * @param names the model's names of every kind, in text order, not overlapping
 */
export function joinPlaceNames(
  found: readonly FoundPlaceName[],
  names: readonly { readonly span: Span; readonly kind: EntityKind }[],
  text: string,
): PlaceName[] {
  const joined: PlaceName[] = [];
  const known = new Set<number>();
  let at = 0;
  for (const place of found) {
    while ((names[at]?.span[1] ?? Number.POSITIVE_INFINITY) <= place.span[0]) at++;
    const name = names[at];
    const meets = name !== undefined && overlaps(name.span, place.span);
    if (meets && name.kind === 'person') continue;
    if (meets) known.add(at);
    joined.push({ span: place.span, text: place.text, inside: meets && name.kind !== 'place' });
  }
  names.forEach((name, i) => {
    if (name.kind === 'place' && !known.has(i)) joined.push({ span: name.span, text: text.slice(name.span[0], name.span[1]) });
  });
  return joined.sort((a, b) => a.span[0] - b.span[0]);
}
