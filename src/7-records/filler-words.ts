import type { Span } from '../0-terms/span.ts';
import { cut } from '../0-terms/span.ts';
import type { Entity } from '../4-mentions/annotated-report.ts';
import type { ReportRecord } from './record.ts';

const LONGEST = 70;
const ARTICLE_KINDS = new Set<Entity['kind']>(['group', 'organisation', 'government', 'facility', 'event', 'weapon', 'place']);

/** Names that no sentence uses without their article. */
const ALWAYS_THE =
  /^(?:United (?:States|Kingdom|Nations|Arab Emirates)|European Union|African Union|Arab League|Philippines|Netherlands|Maldives|Bahamas|Gambia|(?:Central African|Czech|Dominican) Republic|Pentagon|Kremlin|White House|Taliban)$/;

/** Names the fillers of one record for a reader: the entity's name where there is one, else the words of the text. */
export interface Namer {
  readonly entity: (id: string | undefined) => Entity | undefined;
  readonly name: (filler: { readonly entity?: string | undefined; readonly span: Span }) => string;
  readonly named: (id: string) => string;
}

export function namer({ report, entities, mentions }: Pick<ReportRecord, 'report' | 'entities' | 'mentions'>): Namer {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  /** The article that the text itself puts before a name: "the Pentagon", "a small group", but "Hezbollah". */
  const articles = new Map<string, string>();
  for (const { entity, span } of mentions) {
    const known = byId.get(entity);
    if (!known || articles.has(entity)) continue;
    const [, before = '', bare = ''] = /^(?:(the|an?)\s+)?(.*)$/is.exec(cut(report.text, span)) ?? [];
    const common = /^\p{Ll}/u.test(known.name);
    if (common ? bare.toLowerCase() !== known.name : !ARTICLE_KINDS.has(known.kind) || bare !== known.name) continue;
    const article = (before || /\b(the|an?)\s$/i.exec(report.text.slice(Math.max(0, span[0] - 5), span[0]))?.[1])?.toLowerCase();
    if (article !== undefined && (common || article === 'the')) articles.set(entity, article);
  }
  const named = (id: string): string => {
    const name = lowered(byId.get(id)?.name ?? id);
    const article = ALWAYS_THE.test(name) ? 'the' : articles.get(id);
    return article !== undefined && !/^(?:the|a|an) /.test(name) ? `${article} ${name}` : name;
  };
  return {
    entity: (id) => (id === undefined ? undefined : byId.get(id)),
    named: (id) => shorten(named(id)),
    name: ({ entity, span }) => (entity !== undefined && byId.has(entity) ? shorten(named(entity)) : shorten(words(report.text, span))),
  };
}

/** The words with the article before them, on one line: "[law enforcement agency]" after "a" reads "a law enforcement agency". */
function words(text: string, span: Span): string {
  const own = cut(text, span).replace(/\s+/g, ' ').trim();
  const before = /(?:^|[\s(“"‘'])(a|an|the)\s$/i.exec(text.slice(Math.max(0, span[0] - 6), span[0]));
  const whole = before ? `${before[1]?.toLowerCase()} ${own}` : own;
  return lowered(whole);
}

/** As it stands within a sentence. */
function lowered(name: string): string {
  const word = name.toLowerCase();
  if (Object.hasOwn(OBJECT_CASE, word)) return OBJECT_CASE[word] ?? word;
  return name.replace(/^(?:The|A|An) /, (article) => article.toLowerCase()).replace(OPENING, (first) => first.toLowerCase());
}

/** After "by", "of" and "on" a pronoun stands in the object case. */
const OBJECT_CASE: Readonly<Record<string, string>> = { he: 'him', she: 'her', they: 'them', we: 'us', i: 'me', who: 'whom' };

/** Words that are written with a capital only because they open a sentence. */
const OPENING =
  /^(?:The|A|An|This|That|These|Those|His|Her|Their|Its|Our|My|Some|Several|Many|Most|All|Both|Dozens|Scores|Hundreds|Thousands|About|At least|More than|Around|Nearly|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen|Sixteen|Seventeen|Eighteen|Nineteen|Twenty|Thirty|Forty|Fifty|Gunmen|Militants|Rebels|Soldiers|Troops|Fighters|Attackers|Protesters|Demonstrators|Residents|Civilians|Suspected|Unidentified|Unknown|Armed|Masked|Police|Authorities|Officials|Officers|Students|Villagers|Farmers|Workers|Men|Women|Children|Witnesses|Prosecutors|Investigators|Doctors|Journalists|Activists|Insurgents|Assailants|Relatives|Supporters|Members|Marines|Bombers|Snipers|Kidnappers|Pirates|Bandits|Jihadists|Islamists|Separatists|Guerrillas|Peacekeepers|Prisoners|Hostages|Migrants|Refugees|Teachers|Lawyers|Aircraft|Artillery|Mortars?|Rockets?|Missiles?|Shells|Jets|Helicopters|Drones?|Warplanes|Government|Army|Security|Local|Other|Another|Angry|Crowds?|People|He|She|They|It|We|You|What|Who)\b(?! [A-Z])/;

/** Cut at a word once it is longer than a reader wants in one line. */
export function shorten(text: string, longest = LONGEST): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, longest - 1);
  const space = head.lastIndexOf(' ');
  return `${(space > longest / 2 ? head.slice(0, space) : head).replace(/[\s,;:–-]+$/, '')}…`;
}

/** "A", "A and B", "A, B and C", "A, B, C and 4 others". */
export function enumerate(items: readonly string[], most = 4): string {
  const unique = [...new Set(items.filter((item) => item !== ''))];
  const shown = unique.length > most ? unique.slice(0, most - 1) : unique;
  const rest = unique.length - shown.length;
  const last = rest > 0 ? `${rest} others` : shown.at(-1);
  const head = rest > 0 ? shown : shown.slice(0, -1);
  return head.length === 0 ? (last ?? '') : `${head.join(', ')} and ${last}`;
}
