import type { ParsedReport } from '../../3-sentences/parsed-report.ts';
import type { ChainMention, Chains } from './chain-mention.ts';
import type { CoreferenceKit } from './coreference-kit.ts';

/** Nouns that stand for a named thing once it is introduced, with the kinds they may stand for. */
const STANDS_FOR: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    group: ['group', 'organisation'],
    organisation: ['group', 'organisation'],
    organization: ['group', 'organisation'],
    movement: ['group', 'organisation'],
    outfit: ['group', 'organisation'],
    militia: ['group'],
    militant: ['group'],
    rebel: ['group'],
    insurgent: ['group'],
    guerrilla: ['group'],
    cartel: ['group'],
    gang: ['group'],
    network: ['group', 'organisation'],
    front: ['group'],
    party: ['organisation'],
    company: ['organisation'],
    firm: ['organisation'],
    bank: ['organisation'],
    newspaper: ['organisation'],
    daily: ['organisation'],
    channel: ['organisation'],
    university: ['organisation', 'facility'],
    agency: ['organisation', 'government'],
    union: ['organisation'],
    club: ['organisation'],
    team: ['organisation'],
    association: ['organisation'],
    ministry: ['government'],
    department: ['government'],
    court: ['government'],
    parliament: ['government'],
    army: ['government'],
    force: ['government'],
    man: ['person'],
    woman: ['person'],
    suspect: ['person'],
    gunman: ['person'],
    attacker: ['person'],
    victim: ['person'],
    student: ['person'],
    official: ['person'],
    politician: ['person'],
    leader: ['person'],
    activist: ['person'],
    journalist: ['person'],
    author: ['person'],
    actor: ['person'],
    singer: ['person'],
    city: ['place'],
    town: ['place'],
    village: ['place'],
    country: ['place', 'government'],
    nation: ['place', 'government'],
    island: ['place'],
    province: ['place'],
    region: ['place'],
    state: ['place'],
    district: ['place'],
  }).map(([noun, kinds]) => [noun, new Set(kinds)]),
);
const PLACE_CLASSES: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    city: /capital|seat|town/,
    town: /town|seat/,
    village: /town/,
    country: /country/,
    nation: /country/,
    island: /country|region|admin/,
    province: /admin1/,
    state: /admin1|country/,
    region: /region|admin/,
    district: /admin2|quarter/,
  }),
);
/** Titles written short. */
const TITLE_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    gen: 'general',
    col: 'colonel',
    maj: 'major',
    capt: 'captain',
    lt: 'lieutenant',
    sgt: 'sergeant',
    sen: 'senator',
    gov: 'governor',
    rep: 'representative',
    dr: 'doctor',
    prof: 'professor',
    adm: 'admiral',
    brig: 'brigadier',
    cmdr: 'commander',
  }),
);
/** No more mentions back than this are looked at, so that endless sentences stay cheap. */
const MOST_BACK = 400;
/** Sentences back that a description may point. */
const REACH_NAME = 3;
const REACH_SAME = 30;
/** Nouns that mean something new each time. */
const LOOSE = new Set([
  'time',
  'day',
  'year',
  'week',
  'month',
  'way',
  'thing',
  'part',
  'number',
  'kind',
  'percent',
  'people',
  'today',
  'yesterday',
  'tomorrow',
  'hour',
  'lot',
  'example',
  'case',
  'fact',
  'end',
  'side',
  'level',
  'point',
  'reason',
  'minute',
  'sort',
  'bit',
  'type',
]);

/** Joins descriptions: in apposition to a name, repeated with the same head, or standing for a name ("the group", "the 19-year-old student"). */
export function joinDescriptions(parsed: ParsedReport, chains: Chains, kit: CoreferenceKit): void {
  const { mentions } = chains;
  const bySentence: number[][] = parsed.sentences.map(() => []);
  for (const [i, m] of mentions.entries()) bySentence[m.sentence]?.push(i);
  const headIndex = new Map<string, number>();
  for (const [i, m] of mentions.entries()) headIndex.set(`${m.sentence}:${m.head}`, i);
  const words = new Map<number, Set<string>>();
  mentions.forEach((m, i) => {
    const token = parsed.sentences[m.sentence]?.tokens[m.head];
    if (!token) return;
    if (m.form !== 'pronoun' && /^appos/.test(token.deprel)) {
      const other = headIndex.get(`${m.sentence}:${token.head}`);
      const to = other === undefined ? undefined : mentions[other];
      if (
        to &&
        to.form !== 'pronoun' &&
        other !== undefined &&
        other !== i &&
        fits(to, m) &&
        !placeAndPeople(to, m) &&
        !placeAndPeople(m, to) &&
        // "Almería, Spain": the second name says where the first is.
        !(to.form === 'name' && m.form === 'name' && (to.kind !== m.kind || m.kind === 'place'))
      ) {
        chains.join(Math.min(other, i), Math.max(other, i), 'coreference.apposition');
        for (const word of [m.headLemma, ...m.modifiers]) addWord(words, chains.of(i), word);
      }
    }
    if (m.form === 'name') {
      const introduced = introducedBy(m, bySentence[m.sentence] ?? [], chains, parsed);
      if (introduced !== null) chains.join(introduced, i, 'coreference.introduced');
      // Words of office in front of a name describe it: "Chief Pentagon spokesperson Dana White".
      for (let k = m.wholeFirst; k < m.first; k++) {
        const word = (parsed.sentences[m.sentence]?.tokens[k]?.lemma ?? '').toLowerCase().replace(/\.$/, '');
        addWord(words, chains.of(i), TITLE_WORDS.get(word) ?? word);
      }
      const title = /^(\p{L}+)\.?\s/u.exec(m.text)?.[1]?.toLowerCase() ?? '';
      if (m.kind === 'person') addWord(words, chains.of(i), TITLE_WORDS.get(title) ?? title);
    }
  });
  mentions.forEach((m, i) => {
    if (m.form !== 'nominal' || m.indefinite || LOOSE.has(m.headLemma) || m.nounClass === 'time') return;
    if (chains.ruleOf(i)) return;
    const own = namedByOf(m, bySentence[m.sentence] ?? [], mentions, parsed);
    if (own !== null) {
      chains.join(Math.min(own, i), Math.max(own, i), 'coreference.introduced');
      return;
    }
    const same = sameHead(m, i, chains);
    if (same >= 0) {
      chains.join(same, i, 'coreference.same-head');
      return;
    }
    if (!m.definite) return;
    const named = namedFor(m, i, chains, words, kit);
    if (named >= 0) chains.join(named, i, 'coreference.description');
  });
}

/** Kinds of place that have the name behind "of": the city of Mosul is Mosul, the capital of France is not France. */
const NAMED_BY_OF = new Set([
  'province',
  'city',
  'town',
  'village',
  'district',
  'region',
  'state',
  'municipality',
  'department',
  'county',
  'port',
  'island',
  'neighbourhood',
  'neighborhood',
]);

/** "the southern province of Sindh": the name that says which. */
function namedByOf(m: ChainMention, sentence: readonly number[], mentions: readonly ChainMention[], parsed: ParsedReport): number | null {
  if (!NAMED_BY_OF.has(m.headLemma)) return null;
  const tokens = parsed.sentences[m.sentence]?.tokens ?? [];
  if (tokens[m.head + 1]?.form.toLowerCase() !== 'of') return null;
  for (const at of sentence) {
    const name = mentions[at];
    if (name?.form === 'name' && name.kind === 'place' && name.first > m.head && name.first - m.head <= 3) return at;
  }
  return null;
}

const INTRODUCES = /^(?:named|called|nicknamed|identified as|known as|by the name of)$/;

/** "a recruit named Noreen Laghari": the description that a name is given to, right before the words that give it. */
function introducedBy(name: ChainMention, sentence: readonly number[], chains: Chains, parsed: ParsedReport): number | null {
  const tokens = parsed.sentences[name.sentence]?.tokens ?? [];
  for (const at of sentence) {
    const other = chains.mentions[at];
    if (other?.form !== 'nominal' || other.end >= name.first || name.first - other.end > 4) continue;
    const between = tokens
      .slice(other.end, name.first)
      .map((token) => token.form.toLowerCase())
      .join(' ');
    const agrees = other.person === null || name.person === null || other.person === name.person;
    if (INTRODUCES.test(between) && agrees && other.plural !== true) return at;
  }
  return null;
}

const addWord = (words: Map<number, Set<string>>, chain: number, word: string): void => {
  const own = words.get(chain) ?? new Set<string>();
  own.add(word);
  words.set(chain, own);
};

/** "the Sons of the Strait, a gang": people in apposition to a place were read into the wrong phrase. */
const placeAndPeople = (a: ChainMention, b: ChainMention): boolean =>
  a.kind === 'place' && (b.kind === 'person' || b.kind === 'group' || b.kind === 'government');

function fits(a: ChainMention, b: ChainMention): boolean {
  if (a.plural !== null && b.plural !== null && a.plural !== b.plural) return false;
  if (a.gender && b.gender && a.gender !== b.gender) return false;
  if (a.person !== null && b.person !== null && a.person !== b.person) return false;
  return !inside(a, b);
}

const inside = (a: ChainMention, b: ChainMention): boolean =>
  a.sentence === b.sentence &&
  a.wholeFirst < b.wholeEnd &&
  b.wholeFirst < a.wholeEnd &&
  a.head !== b.head &&
  (a.wholeFirst <= b.wholeFirst ? a.wholeEnd >= b.wholeEnd : true);

/** The last earlier phrase with the same head whose modifiers hold all of this one's; bare nouns must be the very same phrase. */
function sameHead(m: ChainMention, i: number, chains: Chains): number {
  for (let j = i - 1; j >= 0; j--) {
    const other = chains.mentions[j] as ChainMention;
    if (m.sentence - other.sentence > REACH_SAME || i - j > MOST_BACK) break;
    if (other.form === 'pronoun' || other.headLemma !== m.headLemma || other.plural !== m.plural || inside(other, m)) continue;
    if (other.form === 'name' && !other.text.toLowerCase().endsWith(m.headLemma)) continue;
    if (m.wholeEnd > m.end && m.wholeEnd - m.end !== other.wholeEnd - other.end) continue;
    if (
      m.definite
        ? m.modifiers.every((word) => other.modifiers.includes(word))
        : m.text.toLowerCase() === other.text.toLowerCase() && (m.modifiers.length > 0 || m.sentence - other.sentence < 6)
    )
      return j;
  }
  return -1;
}

/** The name that a definite description stands for: one described with the same noun, else the nearest of a fitting kind. */
function namedFor(
  m: ChainMention,
  i: number,
  chains: Chains,
  words: ReadonlyMap<number, ReadonlySet<string>>,
  kit: CoreferenceKit,
): number {
  const kinds = STANDS_FOR.get(m.headLemma);
  // "its leader", "the group's leader" are somebody else than the group.
  for (let j = i - 1; j >= 0; j--) {
    const other = chains.mentions[j] as ChainMention;
    if (m.sentence - other.sentence > 12 || i - j > MOST_BACK) break;
    if (other.form !== 'name' || !fits(other, m)) continue;
    if (words.get(chains.of(j))?.has(m.headLemma) && (other.kind === 'person') === (m.kind === 'person')) return j;
  }
  if (!kinds || m.wholeEnd > m.end + 2) return -1;
  for (let j = i - 1; j >= 0; j--) {
    const other = chains.mentions[j] as ChainMention;
    if (m.sentence - other.sentence > REACH_NAME || i - j > MOST_BACK) break;
    if (other.form !== 'name' || !kinds.has(other.kind ?? '') || (m.plural === true && !kinds.has('group')) || inside(other, m)) continue;
    if (m.gender && other.gender && m.gender !== other.gender) continue;
    if (other.kind === 'person' && m.modifiers.length > 1 && !m.modifiers.some((word) => /year-old|young|old|former/.test(word))) continue;
    const wanted = PLACE_CLASSES.get(m.headLemma);
    if (
      wanted &&
      !kit.gazetteer.lookup(other.text).some((place) => wanted.test(place.class) && (place.class !== 'town' || place.population > 0))
    )
      continue;
    if (
      wanted &&
      m.headLemma !== 'country' &&
      m.headLemma !== 'nation' &&
      kit.gazetteer.lookup(other.text).some((place) => place.class === 'country')
    )
      continue;
    return j;
  }
  return -1;
}
