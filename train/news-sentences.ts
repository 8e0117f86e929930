import type { GoldSentence, GoldWord } from '../eval/conllu.ts';
import { as, NounPhrases, type Part, part } from './news-nouns.ts';
import { type Verb, verbOf } from './news-verbs.ts';
import * as words from './news-words.ts';
import { randomFrom } from './shuffled.ts';

/**
 * Invented sentences of the kind that reports of violence and politics open with, with their trees: actives, passives, headlines,
 * what was said, participles. The treebanks of the web have few of them. The same seed gives the same sentences.
 */
export function newsSentences(count: number, seed: number): GoldSentence[] {
  const grammar = new Grammar(randomFrom(seed));
  return Array.from({ length: count }, () => lineUp(grammar.sentence()));
}

class Grammar extends NounPhrases {
  sentence(): Part {
    const roll = this.random();
    if (roll < 0.22) return this.headline();
    const whole = roll < 0.4 ? this.reported() : this.clause(0);
    if (this.one(0.08)) whole.before.unshift(this.subordinate('advcl'), part(',', 'PUNCT|,', 'punct'));
    else if (this.one(0.06)) whole.before.unshift(this.day('on', true), part(',', 'PUNCT|,', 'punct'));
    whole.behind.push(part('.', 'PUNCT|.', 'punct'));
    whole.rel = 'root';
    return whole;
  }

  /** A finite clause: active, passive, negated, with an infinitive, with two verbs. */
  private clause(depth: number): Part {
    const roll = this.random();
    let verb: Part;
    if (roll < 0.24) verb = this.passive(true);
    else {
      const subject = this.actor();
      const kind =
        roll < 0.34 ? 'blast' : this.pick(['people', 'people', 'sites', 'sites', 'things', 'moves', 'moves', 'idioms', 'idioms']);
      verb = this.predicate(kind, 'past', kind === 'blast' ? this.bomb() : as('nsubj', subject));
      if (depth === 0 && kind !== 'blast' && this.one(0.12)) {
        const second = this.predicate(this.pick(['people', 'sites', 'moves', 'idioms']), 'past', null);
        verb.behind.push({ ...second, rel: 'conj', before: [part('and', 'CCONJ|CC', 'cc')] });
      }
    }
    if (this.one(0.35)) verb.behind.push(this.day('on', false));
    else if (this.one(0.15)) verb.behind.push(this.unmarkedDay());
    if (depth === 0) {
      if (this.one(0.16)) verb.behind.push(part(',', 'PUNCT|,', 'punct'), this.participle());
      else if (this.one(0.12)) verb.behind.push(this.subordinate('advcl'));
      else if (this.one(0.08)) {
        const other = this.clause(2);
        verb.behind.push({ ...other, rel: 'conj', before: [part('and', 'CCONJ|CC', 'cc'), ...other.before] });
      }
    }
    return verb;
  }

  /** A verb of one kind with its subject, object and phrases. */
  private predicate(kind: string, tense: 'past' | 'third' | 'plain' | 'ing' | 'headline', subject: Part | null): Part {
    const lists: Record<string, readonly string[]> = {
      people: words.DO_TO_PEOPLE,
      sites: words.DO_TO_SITES,
      things: words.DO_TO_THINGS,
      moves: words.MOVES,
      idioms: words.IDIOMS,
      blast: words.BLASTS,
    };
    const verb = verbOf(this.pick(lists[kind] as readonly string[]));
    const plural =
      subject === null || /NNS|NNPS|CD/.test(subject.tag) || subject.behind.some((p) => p.rel === 'conj') || subject.form === 'police';
    let head: Part;
    if (tense === 'ing') head = part(verb.ing, 'VERB|VBG');
    else if (tense === 'plain') head = part(verb.base, 'VERB|VB');
    else if (tense === 'headline') head = plural ? part(verb.base, 'VERB|VBP') : part(verb.third, 'VERB|VBZ');
    else {
      const roll = this.random();
      if (roll < 0.78) head = part(verb.past, 'VERB|VBD');
      else if (roll < 0.83)
        head = part(verb.participle, 'VERB|VBN', 'dep', [part(plural ? 'have' : 'has', plural ? 'AUX|VBP' : 'AUX|VBZ', 'aux')]);
      else if (roll < 0.86) head = part(verb.participle, 'VERB|VBN', 'dep', [part('had', 'AUX|VBD', 'aux')]);
      else if (roll < 0.89) head = part(verb.base, 'VERB|VB', 'dep', [part('did', 'AUX|VBD', 'aux'), part('not', 'PART|RB', 'advmod')]);
      else if (roll < 0.92)
        head = part(verb.base, 'VERB|VB', 'dep', [part(this.pick(['will', 'would', 'could', 'may', 'might']), 'AUX|MD', 'aux')]);
      else if (roll < 0.95) head = part(verb.ing, 'VERB|VBG', 'dep', [part(plural ? 'were' : 'was', 'AUX|VBD', 'aux')]);
      else if (roll < 0.97) head = plural ? part(verb.base, 'VERB|VBP') : part(verb.third, 'VERB|VBZ');
      else {
        const inner = part(verb.base, 'VERB|VB', 'xcomp', [part('to', 'PART|TO', 'mark')]);
        this.complete(inner, verb, kind, false);
        const outer = this.pick([
          'vowed',
          'threatened',
          'tried',
          'planned',
          'refused',
          'agreed',
          'attempted',
          'managed',
          'failed',
          'pledged',
          'began',
          'decided',
        ]);
        return part(outer, 'VERB|VBD', 'dep', subject ? [subject] : [], [inner]);
      }
    }
    if (subject) head.before.unshift(subject);
    if (this.one(0.04))
      head.before.push(part(this.pick(['also', 'reportedly', 'later', 'allegedly', 'then', 'again', 'deliberately']), 'ADV|RB', 'advmod'));
    this.complete(head, verb, kind, tense === 'headline');
    return head;
  }

  /** Adds what stands behind a verb. */
  private complete(head: Part, verb: Verb, kind: string, terse: boolean): void {
    const object =
      kind === 'people' ? this.people(terse) : kind === 'sites' ? this.site(terse) : kind === 'things' ? this.thing(terse) : null;
    const late = verb.rest.length > 0 && this.one(0.4);
    if (object && late) head.behind.push(as('obj', object));
    const rest = [...verb.rest];
    let noun: Part | null = null;
    while (rest.length > 0) {
      const word = rest.shift() as string;
      if (/^(?:out|up|down|off|over|back)$/.test(word)) head.behind.push(part(word, 'ADP|RP', 'compound:prt'));
      else if (/^(?:dead|alive|ablaze|free)$/.test(word)) head.behind.push(part(word, 'ADJ|JJ', 'xcomp'));
      else if (word === 'on' && rest.length === 0) head.behind.push(part(word, 'ADP|RP', 'compound:prt'));
      else if (/^[A-Z]$/.test(word)) head.behind.push(as('obj', this.slot(word, terse)));
      else if (rest.length > 0 && /^[A-Z]$/.test(rest[0] as string)) {
        const phrase = this.prepositional(word, this.slot(rest.shift() as string, terse));
        if (noun && word === 'of') noun.behind.push(as('nmod', phrase));
        else head.behind.push(phrase);
      } else if (word === 'through') head.behind.push(this.prepositional(word, this.site(terse)));
      else {
        noun = part(word, word.endsWith('s') ? 'NOUN|NNS' : 'NOUN|NN', word === 'hostage' ? 'xcomp' : 'obj');
        const bare =
          /^(?:fire|control|responsibility|allegiance|war|siege|part|revenge|aid|shelter|hostage|involvement)$/.test(word) ||
          word.endsWith('s');
        if (!bare && !terse) noun.before.push(part(this.pick(['a', 'the', 'a']), 'DET|DT', 'det'));
        head.behind.push(noun);
      }
    }
    if (object && !late) head.behind.push(as('obj', object));
    if (
      kind === 'blast' &&
      verb.rest.length === 0 &&
      /^(?:hit|struck|rocked|shook|rock|shake|strike|hits|shakes|rocks|strikes)$/.test(head.form)
    )
      head.behind.push(as('obj', this.site(terse)));
    if (kind !== 'moves' && this.one(kind === 'blast' ? 0.75 : 0.45)) head.behind.push(this.somewhere(terse));
    if (kind === 'people' && this.one(0.08))
      head.behind.push(this.prepositional('with', part(this.pick(words.WEAPONS.filter((w) => !w.includes(' '))), 'NOUN|NNS')));
  }

  private slot(letter: string, terse: boolean): Part {
    if (letter === 'P') return this.place();
    if (letter === 'S') return this.site(terse);
    if (letter === 'E') return this.event(terse);
    return this.one(0.3) ? this.group() : this.one(0.5) ? this.people(terse) : this.actor(terse);
  }

  private passive(finite: boolean, terse = false): Part {
    const [list, subject] = this.pick([
      [words.DO_TO_PEOPLE, () => this.people(terse)],
      [words.DO_TO_PEOPLE, () => this.people(terse)],
      [words.DO_TO_SITES, () => this.site(terse)],
      [words.DO_TO_THINGS, () => this.thing(terse)],
    ] as const);
    const verb = verbOf(this.pick(list));
    const head = part(verb.participle, 'VERB|VBN');
    const patient = as('nsubj:pass', subject());
    const plural = /NNS|CD/.test(patient.tag);
    head.before.push(patient);
    if (finite && !terse) {
      const roll = this.random();
      if (roll < 0.75) head.before.push(part(plural ? 'were' : 'was', 'AUX|VBD', 'aux:pass'));
      else if (roll < 0.85)
        head.before.push(part(plural ? 'have' : 'has', plural ? 'AUX|VBP' : 'AUX|VBZ', 'aux'), part('been', 'AUX|VBN', 'aux:pass'));
      else if (roll < 0.9) head.before.push(part('will', 'AUX|MD', 'aux'), part('be', 'AUX|VB', 'aux:pass'));
      else if (roll < 0.95) head.before.push(part(plural ? 'were' : 'was', 'AUX|VBD', 'aux:pass'), part('not', 'PART|RB', 'advmod'));
      else head.before.push(part(plural ? 'are' : 'is', plural ? 'AUX|VBP' : 'AUX|VBZ', 'aux'), part('being', 'AUX|VBG', 'aux:pass'));
    }
    for (const word of verb.rest) {
      if (/^(?:out|up|down|off|over|back)$/.test(word)) head.behind.push(part(word, 'ADP|RP', 'compound:prt'));
      else head.behind.push(part(word, word === 'hostage' ? 'NOUN|NN' : 'ADJ|JJ', 'xcomp'));
    }
    if (this.one(0.35)) head.behind.push(as('obl:agent', this.prepositional('by', this.actor(terse))));
    if (this.one(0.5)) head.behind.push(this.somewhere(terse));
    if (this.one(0.1)) head.behind.push(this.prepositional(this.pick(['during', 'in', 'after']), this.event(terse)));
    return head;
  }

  /** "Gunmen kill five in Quetta", "SOLDIER SHOT DEAD IN BELFAST", "Attack on embassy in Kabul". */
  private headline(): Part {
    const roll = this.random();
    let whole: Part;
    if (roll < 0.6) {
      const kind = this.pick(['people', 'people', 'sites', 'things', 'moves', 'idioms', 'blast']);
      whole = this.predicate(kind, 'headline', as('nsubj', kind === 'blast' ? this.bomb(true) : this.actor(true)));
    } else if (roll < 0.9) whole = this.passive(true, true);
    else {
      whole = part(this.pick(['attack', 'raid', 'protest', 'killing', 'clashes', 'siege', 'bombing', 'talks', 'fears']), 'NOUN|NN');
      if (whole.form.endsWith('s')) whole.tag = 'NOUN|NNS';
      whole.behind.push(
        as(
          'nmod',
          this.prepositional(
            whole.form === 'killing' || whole.form === 'bombing' ? 'of' : 'in',
            whole.form === 'killing' ? this.people(true) : whole.form === 'bombing' ? this.site(true) : this.place(),
          ),
        ),
      );
    }
    whole.rel = 'root';
    return this.one(0.6) ? shout(whole) : whole;
  }

  /** What somebody says: "…, police said on Tuesday." or "The army said that …". */
  private reported(): Part {
    const speaker = as('nsubj', this.one(0.3) ? this.person() : this.actor());
    const said = this.clause(1);
    if (this.one(0.5)) {
      const verb = part(this.pick(['said', 'said', 'said', 'reported', 'announced', 'confirmed']), 'VERB|VBD', 'root', [
        as('ccomp', said),
        part(',', 'PUNCT|,', 'punct'),
        speaker,
      ]);
      if (this.one(0.4)) verb.behind.push(this.day('on', false));
      return verb;
    }
    const verb = verbOf(this.pick(words.SAY));
    const head = this.one(0.85) ? part(verb.past, 'VERB|VBD') : part(verb.third, 'VERB|VBZ');
    if (head.tag === 'VERB|VBZ' && /NNS|NNPS/.test(speaker.tag)) Object.assign(head, { form: verb.base, tag: 'VERB|VBP' });
    head.before.push(speaker);
    for (const word of verb.rest) head.behind.push(part(word, 'NOUN|NNS', 'obj'));
    if (this.one(0.25)) head.behind.push(this.day('on', false));
    head.behind.push({ ...said, rel: 'ccomp', before: [...(this.one(0.6) ? [part('that', 'SCONJ|IN', 'mark')] : []), ...said.before] });
    return head;
  }

  private subordinate(rel: string): Part {
    const clause = this.clause(2);
    return {
      ...clause,
      rel,
      before: [part(this.pick(['after', 'when', 'as', 'because', 'before', 'while']), 'SCONJ|IN', 'mark'), ...clause.before].map((p) =>
        p.form === 'when' ? { ...p, tag: 'ADV|WRB', rel: 'advmod' } : p,
      ),
    };
  }

  /** "killing six people", "and wounding others". */
  private participle(): Part {
    const verb = verbOf(
      this.pick(['kill', 'kill', 'wound', 'injure', 'destroy', 'damage', 'leave:left:left', 'hit:hit:hit', 'trap+', 'force']),
    );
    const head = part(verb.ing, 'VERB|VBG', 'advcl', [], [as('obj', this.one(0.75) ? this.people(true) : this.site(false))]);
    if (this.one(0.3))
      head.behind.push(
        part(
          this.pick(['wounding', 'injuring', 'burning', 'hurting']),
          'VERB|VBG',
          'conj',
          [part('and', 'CCONJ|CC', 'cc')],
          [as('obj', this.counted())],
        ),
      );
    return head;
  }
}

const shout = (whole: Part): Part => ({
  ...whole,
  form: whole.form.toUpperCase(),
  before: whole.before.map(shout),
  behind: whole.behind.map(shout),
});

/** The words of a tree in order, the first with a capital. */
function lineUp(root: Part): GoldSentence {
  const order: Part[] = [];
  const heads: (Part | null)[] = [];
  const walk = (whole: Part, head: Part | null): void => {
    for (const child of whole.before) walk(child, whole);
    order.push(whole);
    heads.push(head);
    for (const child of whole.behind) walk(child, whole);
  };
  walk(root, null);
  const gold = order.map(({ form, tag, rel }, i): GoldWord => {
    const [upos = '', xpos = ''] = tag.split('|');
    const head = heads[i];
    return {
      form: i === 0 ? form.slice(0, 1).toUpperCase() + form.slice(1) : form,
      lemma: '_',
      upos,
      xpos,
      head: head ? order.indexOf(head) : -1,
      deprel: head ? rel : 'root',
      misc: '',
      start: 0,
      end: 0,
    };
  });
  return { words: gold, opens: true };
}
