import type { Span } from '../../0-terms/span.ts';
import type { ParsedReport } from '../../3-sentences/parsed-report.ts';
import type { ChainMention, Chains } from './chain-mention.ts';
import type { CoreferenceKit } from './coreference-kit.ts';
import { type NameParts, namePartsOf, samePerson, sameThing } from './same-name.ts';

/** Kinds between which a name may be read now one way, now the other. */
const ALLIED = new Set(['group', 'organisation', 'government', 'other', 'facility', 'event', 'weapon']);
const compatible = (a: ChainMention, b: ChainMention): boolean =>
  a.kind === b.kind || (ALLIED.has(a.kind ?? '') && ALLIED.has(b.kind ?? ''));

/** Words between two names that make the second another name of the first. */
const KNOWN_AS =
  /^[\s,]*\(?\s*(?:(?:also|better|formerly|commonly|locally|otherwise)\s+)?(?:known as|called|named|referred to as|or|a\.?k\.?a\.?|alias)(?:\s+(?:the|simply))?\s+[“"']?$/i;
const BRACKET = /^\s*[“"']?\s*\(\s*(?:the |or |known as |also known as |formerly |aka )?[“"']?$/;
/** A phrase at the end of the text before a name, and what stands there. */
const NEAR = 60;
/** Distinct names back that a name is compared with. */
const MOST_KNOWN = 600;

/** Joins names of one thing: the same name, aliases in brackets, "known as", acronyms, surnames, spellings, and names the actors lexicon knows as one. */
export function joinNames(parsed: ParsedReport, chains: Chains, kit: CoreferenceKit): void {
  const names = chains.mentions
    .map((m, i) => ({ m, i }))
    .filter(({ m }) => m.form === 'name')
    .sort((a, b) => a.m.span[0] - b.m.span[0]);
  const year = parsed.published.date ? Number(parsed.published.date.slice(0, 4)) : undefined;
  /** The chains made so far: their distinct names, with the last mention of each. */
  const known: { first: number; person: boolean; mention: ChainMention; parts: NameParts[]; last: number; refs: Set<string> }[] = [];
  names.forEach(({ m, i }, n) => {
    const parts = namePartsOf(m.text);
    const person = m.kind === 'person';
    const actor = person || m.kind === 'nationality' || m.kind === 'place' ? null : kit.actors.find(m.text, year);
    const before = names[n - 1];
    const bracketed = before ? aliasOf(parsed.text, before.m, m) : null;
    let best: { own: (typeof known)[number]; rule: string; rank: number } | null = null;
    for (let k = known.length - 1; k >= 0 && k >= known.length - MOST_KNOWN; k--) {
      const own = known[k] as (typeof known)[number];
      if (own.person !== person) continue;
      let rule: string | null = null;
      if (before && bracketed && chains.of(own.first) === chains.of(before.i) && !(actor && own.refs.size > 0 && !own.refs.has(actor.name)))
        rule = bracketed;
      else if (!compatible(own.mention, m)) continue;
      else if (actor && own.refs.has(actor.name)) rule = 'lexicon';
      else {
        for (const other of own.parts) {
          rule = person
            ? samePerson(other, parts)
            : m.kind === 'place' || m.kind === 'nationality'
              ? other.key === parts.key || other.short === parts.short
                ? 'same-name'
                : null
              : sameThing(other, parts);
          if (rule) break;
        }
        if (rule && person && own.mention.gender && m.gender && own.mention.gender !== m.gender) rule = null;
      }
      if (!rule) continue;
      // The same name is surest; of equals the chain named last.
      const rank = (rule === 'same-name' ? 1e9 : rule === 'first-name' ? 0 : 1e6) + own.last;
      if (!best || rank > best.rank) best = { own, rule, rank };
    }
    if (best) {
      chains.join(best.own.first, i, `coreference.${best.rule}`);
      if (!best.own.parts.some((other) => other.key === parts.key)) best.own.parts.push(parts);
      best.own.last = m.span[0];
      if (actor) best.own.refs.add(actor.name);
    } else known.push({ first: i, person, mention: m, parts: [parts], last: m.span[0], refs: new Set(actor ? [actor.name] : []) });
  });
}

/** The rule by which a name right behind another is its alias, or null. */
function aliasOf(text: string, a: ChainMention, b: ChainMention): string | null {
  if (b.span[0] - a.span[1] > NEAR || b.span[0] < a.span[1] || a.kind === 'place' || a.kind === 'nationality') return null;
  if ((a.kind === 'person') !== (b.kind === 'person') || b.kind === 'place' || b.kind === 'nationality') return null;
  const between = text.slice(a.span[1], b.span[0]);
  const closes = closing(text, b.span);
  if (BRACKET.test(between) && closes) return 'bracket';
  return KNOWN_AS.test(between) && !/\bor\b/i.test(between.replace(/\(/, ''))
    ? 'known-as'
    : KNOWN_AS.test(between) && between.includes('(')
      ? 'bracket'
      : null;
}

const closing = (text: string, span: Span): boolean => /^\s*[”"']?\s*[),]/.test(text.slice(span[1], span[1] + 6));
