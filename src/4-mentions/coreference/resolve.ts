import type { EntityKind } from '../../0-terms/entity-kind.ts';
import type { ParsedReport } from '../../3-sentences/parsed-report.ts';
import { kindOfSector } from '../actors/actor-lexicon.ts';
import { codeActor } from '../actors/code-actor.ts';
import type { Entity, Mention } from '../annotated-report.ts';
import type { NameMention } from '../names/find-names.ts';
import { type ChainMention, Chains } from './chain-mention.ts';
import { chainMentions } from './chain-mentions.ts';
import type { CoreferenceKit } from './coreference-kit.ts';
import { descriptionsOf } from './descriptions.ts';
import { joinDescriptions } from './join-descriptions.ts';
import { joinNames } from './join-names.ts';
import { joinPronouns } from './join-pronouns.ts';
import { withoutTitle } from './same-name.ts';

/** The entities of a report, each once, and all that stands for them. */
export interface Resolved {
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
}

/**
 * Chains of mentions that stand for one thing, surest rules first (sieves, after Lee et al. 2013): names, descriptions, pronouns.
 * Every mention is in one chain; most chains hold one mention.
 */
export function findChains(parsed: ParsedReport, names: readonly NameMention[], kit: CoreferenceKit): Chains {
  const chains = new Chains(chainMentions(parsed, names, kit));
  joinNames(parsed, chains, kit);
  joinDescriptions(parsed, chains, kit);
  joinPronouns(parsed, chains);
  return chains;
}

/** Kinds that a description without a name may make an entity of. */
const UNNAMED: ReadonlySet<EntityKind> = new Set(['person', 'group', 'organisation', 'government']);

/**
 * Entities (`e1`, `e2` … by first mention) with their names, aliases, descriptions, sector and country, and the mentions of each.
 * Named things are entities however often they are named; unnamed persons and groups when more than one mention stands for them.
 * Places carry the name only: where they are is for the resolver of places.
 */
export function resolve(parsed: ParsedReport, names: readonly NameMention[], kit: CoreferenceKit): Resolved {
  const chains = findChains(parsed, names, kit);
  const entities: Entity[] = [];
  const mentions: { mention: ChainMention; entity: string; rule: string; kind: EntityKind }[] = [];
  const groups = chains.all().map((group) => group.sort((a, b) => start(chains, a) - start(chains, b)));
  groups.sort((a, b) => start(chains, a[0] as number) - start(chains, b[0] as number));
  for (const group of groups) {
    const own = group.map((i) => chains.mentions[i] as ChainMention);
    const named = own.filter((m) => m.form === 'name');
    const kind = named.length > 0 ? commonest(named) : (own.find((m) => m.form === 'nominal')?.kind ?? null);
    if (kind === null || (named.length === 0 && (own.length < 2 || !UNNAMED.has(kind)))) continue;
    const id = `e${entities.length + 1}`;
    const entity = entityOf(id, kind, own, named, parsed, kit);
    entities.push(entity);
    group.forEach((i) => {
      const mention = chains.mentions[i] as ChainMention;
      mentions.push({ mention, entity: id, rule: chains.ruleOf(i) ?? mention.name?.rule ?? 'coreference.first', kind: entity.kind });
    });
  }
  mentions.sort((a, b) => a.mention.span[0] - b.mention.span[0] || b.mention.span[1] - a.mention.span[1]);
  return {
    entities,
    mentions: mentions.map(({ mention, entity, rule, kind }, n) => ({
      id: `m${n + 1}`,
      kind,
      form: mention.form,
      span: mention.span,
      entity,
      rule,
    })),
  };
}

const start = (chains: Chains, i: number): number => chains.mentions[i]?.span[0] ?? 0;

function commonest(named: readonly ChainMention[]): EntityKind {
  const counts = new Map<EntityKind, number>();
  for (const m of named) if (m.kind) counts.set(m.kind, (counts.get(m.kind) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'other';
}

function entityOf(
  id: string,
  kind: EntityKind,
  own: readonly ChainMention[],
  named: readonly ChainMention[],
  parsed: ParsedReport,
  kit: CoreferenceKit,
): Entity {
  const tidy = (text: string): string =>
    (kind === 'person' ? withoutTitle(text) : text)
      .replace(/\s+/g, ' ')
      .replace(/['’]s$/, '')
      .replace(/^the /i, '');
  const written = [...new Set(named.map((m) => tidy(m.text)))];
  const first = own.find((m) => m.form === 'nominal') ?? (own[0] as ChainMention);
  // Persons go by the fullest name, acronyms give way to words.
  const fullest =
    [...written].sort(
      (a, b) =>
        Number(isAcronym(a)) - Number(isAcronym(b)) || b.split(' ').length - a.split(' ').length || written.indexOf(a) - written.indexOf(b),
    )[0] ?? tidy(first.text);
  const descriptions = descriptionsOf(own, parsed);
  if (kind === 'place' || kind === 'event' || kind === 'weapon' || kind === 'facility' || kind === 'other' || kind === 'nationality') {
    const demonym = kind === 'nationality' ? kit.gazetteer.countryOfDemonym(fullest) : null;
    return {
      id,
      kind,
      name: fullest,
      aliases: written.filter((w) => w !== fullest),
      ...(demonym ? { country: demonym } : {}),
      ...(descriptions.length > 0 ? { descriptions } : {}),
    };
  }
  const day = parsed.published.date;
  const context = day ? { day } : {};
  const coded =
    written.map((w) => codeActor(w, context, kit)).find((c) => c.name) ??
    codeActor([descriptions[0] ?? '', fullest].join(' ').trim(), context, kit);
  const known = kind !== 'person' && named.length > 0 ? kit.actors.find(coded.name ?? fullest) : null;
  const canonical = coded.name && kind !== 'person' && named.length > 0 ? coded.name : fullest;
  const sector = coded.sector && coded.sector !== 'unknown' && coded.sector !== 'unrecognised' ? coded.sector : undefined;
  const country = coded.country && /^(?!UN$|EU$)[A-Z]{2}$/.test(coded.country) ? coded.country : undefined;
  return {
    id,
    kind: known ? kindOfSector(known.sector) : kind,
    name: canonical,
    aliases: written.filter((w) => w !== canonical),
    ...(sector ? { sector } : {}),
    ...(country ? { country } : {}),
    ...(coded.ref ? { ref: coded.ref } : {}),
    ...(descriptions.length > 0 ? { descriptions } : {}),
  };
}

const isAcronym = (name: string): boolean => /^[\p{Lu}\p{N}.-]{2,9}$/u.test(name);
