import { verbOf } from './news-verbs.ts';
import * as words from './news-words.ts';

/** A word with what hangs on it, before and behind it. */
export interface Part {
  form: string;
  tag: string;
  rel: string;
  before: Part[];
  behind: Part[];
}

export const part = (form: string, tag: string, rel = 'dep', before: Part[] = [], behind: Part[] = []): Part => ({
  form,
  tag,
  rel,
  before,
  behind,
});
export const as = (rel: string, whole: Part): Part => ({ ...whole, rel });

/** The noun phrases of the invented news: who acts, whom, where, when. */
export class NounPhrases {
  protected readonly random: () => number;

  constructor(random: () => number) {
    this.random = random;
  }

  protected one(share: number): boolean {
    return this.random() < share;
  }

  protected pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.random() * items.length)] as T;
  }

  protected prepositional(preposition: string, noun: Part): Part {
    return { ...noun, rel: 'obl', before: [part(preposition, 'ADP|IN', 'case'), ...noun.before] };
  }

  protected day(preposition: string, first: boolean): Part {
    if (this.one(0.2))
      return this.prepositional(
        'in',
        part(this.one(0.5) ? this.pick(words.MONTHS) : String(1985 + Math.floor(this.random() * 40)), 'PROPN|NNP'),
      ).form.match(/^\d/)
        ? this.prepositional('in', part('2017', 'NUM|CD'))
        : this.prepositional('in', part(this.pick(words.MONTHS), 'PROPN|NNP'));
    const day = this.one(0.85)
      ? part(this.pick(words.DAYS), 'PROPN|NNP')
      : part(this.pick(['evening', 'night', 'morning']), 'NOUN|NN', 'dep', [part(this.pick(words.DAYS), 'PROPN|NNP', 'compound')]);
    const phrase = this.prepositional(preposition, day);
    if (first) (phrase.before[0] as Part).form = 'On';
    return phrase;
  }

  protected unmarkedDay(): Part {
    return this.one(0.6)
      ? part(this.pick(words.DAYS), 'PROPN|NNP', 'obl:unmarked')
      : part(this.pick(['yesterday', 'today']), 'NOUN|NN', 'obl:unmarked');
  }

  protected somewhere(terse: boolean): Part {
    if (this.one(0.5)) return this.prepositional(this.pick(['in', 'in', 'in', 'near', 'outside', 'around']), this.place());
    const phrase = this.prepositional(this.pick(['at', 'near', 'outside', 'in', 'inside', 'on']), this.site(terse));
    if (this.one(0.4)) phrase.behind.push(as('nmod', this.prepositional('in', this.place())));
    return phrase;
  }

  protected place(): Part {
    const names = this.pick(words.PLACES).split(' ');
    if (names.length === 1) {
      const name = part(names[0] as string, 'PROPN|NNP');
      if (this.one(0.12))
        return part(this.pick(['province', 'district', 'city', 'state']), 'NOUN|NN', 'dep', [
          part('the', 'DET|DT', 'det'),
          { ...name, rel: 'compound' },
        ]);
      if (this.one(0.08)) name.before.push(part(this.pick(['northern', 'eastern', 'southern', 'western', 'central']), 'ADJ|JJ', 'amod'));
      return name;
    }
    const [first, second] = names as [string, string];
    if (/^(?:South|New|Port|Saudi)$/.test(first)) return part(second, 'PROPN|NNP', 'dep', [part(first, 'PROPN|NNP', 'compound')]);
    return part(first, 'PROPN|NNP', 'dep', [], [part(second, 'PROPN|NNP', 'flat')]);
  }

  protected group(): Part {
    const [first, second] = this.pick(words.GROUPS).split(' ') as [string, string | undefined];
    const plural = first === 'Houthis';
    return part(
      first,
      plural ? 'PROPN|NNPS' : 'PROPN|NNP',
      'dep',
      this.one(0.25) || plural ? [part('the', 'DET|DT', 'det')] : [],
      second ? [part(second, 'PROPN|NNP', 'flat')] : [],
    );
  }

  protected person(): Part {
    const name = part(this.pick(words.GIVEN), 'PROPN|NNP', 'dep', [], [part(this.pick(words.FAMILY), 'PROPN|NNP', 'flat')]);
    if (this.one(0.3)) return part(this.pick(words.FAMILY), 'PROPN|NNP');
    const [first, second] = this.pick(words.TITLES).split(' ') as [string, string | undefined];
    if (this.one(0.4))
      name.before.push(
        second ? part(second, 'PROPN|NNP', 'nmod:desc', [part(first, 'PROPN|NNP', 'compound')]) : part(first, 'PROPN|NNP', 'nmod:desc'),
      );
    return name;
  }

  protected counted(): Part {
    const number = part(this.pick(words.NUMBERS.filter((n) => !n.includes(' '))), 'NUM|CD');
    if (this.one(0.3)) number.before.push(part('least', 'ADJ|JJS', 'nmod', [part('at', 'ADP|IN', 'case')]));
    else if (this.one(0.2)) number.before.push(part('more', 'ADJ|JJR', 'advmod', [], [part('than', 'ADP|IN', 'fixed')]));
    return number;
  }

  /** Puts article, number, adjectives before a noun; its form tells its number. */
  protected noun(phrase: string, plural: boolean, terse: boolean): Part {
    const forms = phrase.split(' ');
    const form = forms.pop() as string;
    const head = part(form, plural ? 'NOUN|NNS' : 'NOUN|NN');
    if (form === 'police') head.tag = 'NOUN|NNS';
    const compounds = forms.map((f) => part(f, f === 'suicide' || !/^(?:armed|live)$/.test(f) ? 'NOUN|NN' : 'ADJ|JJ', 'compound'));
    const front: Part[] = [];
    if (plural) {
      const roll = this.random();
      if (roll < 0.3) front.push(as('nummod', this.counted()));
      else if (roll < 0.42 && !terse) front.push(part(this.pick(['the', 'the', 'its', 'some', 'several']), 'DET|DT', 'det'));
      else if (roll < 0.5) {
        // "dozens of farmers": the quantity is the head.
        head.before.push(part('of', 'ADP|IN', 'case'), ...compounds);
        return part(this.pick(['dozens', 'hundreds', 'scores', 'thousands']), 'NOUN|NNS', 'dep', [], [as('nmod', head)]);
      }
      if (front[0]?.form === 'its') Object.assign(front[0], { tag: 'PRON|PRP$', rel: 'nmod:poss' });
      if (front[0]?.form === 'several') Object.assign(front[0], { tag: 'ADJ|JJ', rel: 'amod' });
    } else if (!terse) front.push(part(this.one(0.5) ? 'the' : /^[aeiou]/.test(forms[0] ?? form) ? 'an' : 'a', 'DET|DT', 'det'));
    if (this.one(0.15)) {
      const adjective = this.pick(words.ADJECTIVES.filter((a) => !/ /.test(a) && a !== 'several'));
      if (front[0] && /^an?$/.test(front[0].form)) front[0].form = /^[aeiou]/i.test(adjective) ? 'an' : 'a';
      front.push(part(adjective, 'ADJ|JJ', 'amod'));
    } else if (this.one(0.12)) {
      const nation = this.pick(words.NATIONS);
      if (front[0] && /^an?$/.test(front[0].form)) front[0].form = /^[AEIOU]/.test(nation) ? 'an' : 'a';
      front.push(part(nation, 'ADJ|JJ', 'amod'));
    } else if (plural) {
      const kind = ['government', 'army', 'rebel', 'security', 'opposition', 'riot', 'militia', 'border'];
      if (this.one(0.12)) front.push(part(this.pick(kind), 'NOUN|NN', 'compound'));
    }
    head.before.push(...front, ...compounds);
    return head;
  }

  protected actor(terse = false): Part {
    const roll = this.random();
    let whole: Part;
    if (roll < 0.45) whole = this.noun(this.pick(words.ACTORS), true, terse);
    else if (roll < 0.78) whole = this.noun(this.pick(words.ACTOR), false, terse);
    else if (roll < 0.88) whole = this.person();
    else if (roll < 0.95) whole = this.group();
    else whole = this.noun(this.pick(words.PEOPLE), true, terse);
    return this.tail(whole, terse);
  }

  protected people(terse: boolean): Part {
    const roll = this.random();
    if (roll < 0.12) return this.counted();
    if (roll < 0.22) return this.person();
    if (roll < 0.45) return this.tail(this.noun(this.pick(words.PERSON), false, terse), terse);
    const whole = this.noun(this.pick(words.PEOPLE), true, terse);
    if (this.one(0.1)) {
      const other = this.noun(this.pick(words.PEOPLE), true, true);
      whole.behind.push({ ...other, rel: 'conj', before: [part('and', 'CCONJ|CC', 'cc'), ...other.before] });
    }
    return this.tail(whole, terse);
  }

  /** What a noun may carry behind it: a participle, a relative clause, "from the village". */
  protected tail(whole: Part, terse: boolean): Part {
    if (terse || whole.tag.startsWith('PROPN') || whole.behind.length > 0) return whole;
    const roll = this.random();
    if (roll < 0.05) {
      const verb = verbOf(this.pick(words.DO_TO_PEOPLE.filter((v) => !v.includes(' '))));
      whole.behind.push(
        part(
          verb.participle,
          'VERB|VBN',
          'acl',
          [],
          [
            this.one(0.5)
              ? as('obl:agent', this.prepositional('by', this.noun(this.pick(words.ACTORS), true, true)))
              : this.somewhere(false),
          ],
        ),
      );
    } else if (roll < 0.08) {
      const verb = verbOf(this.pick(words.DO_TO_SITES.filter((v) => !v.includes(' '))));
      whole.behind.push(
        part(
          verb.past,
          'VERB|VBD',
          'acl:relcl',
          [part('who', 'PRON|WP', 'nsubj')],
          [as('obj', this.noun(this.pick(words.SITES), false, false))],
        ),
      );
    } else if (roll < 0.12) whole.behind.push(as('nmod', this.prepositional(this.pick(['from', 'in', 'near']), this.place())));
    else if (roll < 0.15) whole.behind.push(as('nmod', this.prepositional('of', this.group())));
    return whole;
  }

  protected site(terse: boolean): Part {
    if (this.one(0.18)) return this.place();
    const whole = this.noun(this.pick(words.SITES), false, terse);
    if (this.one(0.1)) whole.behind.push(as('nmod', this.prepositional(this.pick(['of', 'in', 'near']), this.place())));
    return whole;
  }

  protected bomb(terse = false): Part {
    const plural = this.one(0.25);
    const word = this.pick(words.BOMBS);
    const whole = as('nsubj', this.noun(plural ? `${word}s`.replace('mortars', 'mortars') : word, plural, terse));
    if (!terse && this.one(0.18))
      whole.behind.push(
        part(
          this.pick(['planted', 'hidden', 'placed', 'left', 'fired', 'thrown', 'strapped', 'buried']),
          'VERB|VBN',
          'acl',
          [],
          [this.somewhere(false)],
        ),
      );
    return whole;
  }

  protected event(terse: boolean): Part {
    const word = this.pick(words.EVENTS);
    const whole = this.noun(word, word.endsWith('s') && word !== 'siege', terse);
    if (this.one(0.25)) whole.behind.push(as('nmod', this.prepositional('on', this.site(terse))));
    return whole;
  }

  protected thing(terse: boolean): Part {
    const words_ = this.pick(words.THINGS).split(' ');
    if (words_[1] === 'of') {
      const head = part(words_[0] as string, 'NOUN|NN', 'dep', terse ? [] : [part('a', 'DET|DT', 'det')], [
        part(words_[2] as string, 'NOUN|NN', 'nmod', [part('of', 'ADP|IN', 'case')]),
      ]);
      return head;
    }
    const phrase = words_.join(' ');
    const whole = this.noun(phrase, phrase.endsWith('s') && phrase !== 'sanctions ', terse);
    if (this.one(0.3)) whole.behind.push(as('nmod', this.prepositional(this.pick(['with', 'against', 'between', 'on']), this.group())));
    return whole;
  }
}
