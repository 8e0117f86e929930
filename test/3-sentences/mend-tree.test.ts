import { describe, expect, it } from 'vitest';
import { NO_LEMMAS } from '../../src/3-sentences/lemma.ts';
import { mendTree } from '../../src/3-sentences/mend-tree.ts';
import type { Token } from '../../src/3-sentences/parsed-report.ts';

/** Tokens from `form/UPOS/XPOS/head/deprel`, heads counted from 0, -1 for the root. */
function tokens(text: string): Token[] {
  let at = 0;
  return text.split(' ').map((word): Token => {
    const [form = '', upos = '', xpos = '', head = '-1', deprel = ''] = word.split('/');
    const span = [at, at + form.length] as const;
    at += form.length + 1;
    return { span, form, lemma: form.toLowerCase(), upos, xpos, head: Number(head), deprel };
  });
}
const words = {
  lemmas: { ...NO_LEMMAS, verbs: new Set(['poison', 'wound', 'kill', 'shoot']) },
  isVerb: (lemma: string) => ['poison', 'wound', 'kill', 'shoot'].includes(lemma),
};
const relations = (mended: readonly Token[]): string[] => mended.map((token) => `${token.form}<${token.head}:${token.deprel}`);

describe('trees that a sentence of news cannot have', () => {
  it('makes the participle of a noun that stands as root its verb', () => {
    const mended = mendTree(
      tokens('A/DET/DT/1/det bomb/NOUN/NN/-1/root exploded/VERB/VBN/1/acl at/ADP/IN/4/case noon/NOUN/NN/2/obl'),
      words,
    );
    expect(relations(mended)).toEqual(['A<1:det', 'bomb<2:nsubj', 'exploded<-1:root', 'at<4:case', 'noon<2:obl']);
  });

  it('gives the verb what hangs on its auxiliary', () => {
    const mended = mendTree(
      tokens('Clans/NOUN/NNS/1/nsubj have/VERB/VBP/3/aux long/ADV/RB/1/advmod fought/VERB/VBN/-1/root here/ADV/RB/3/advmod'),
      words,
    );
    expect(relations(mended)).toEqual(['Clans<3:nsubj', 'have<3:aux', 'long<3:advmod', 'fought<-1:root', 'here<3:advmod']);
  });

  it('takes no finite clause for a subject', () => {
    const mended = mendTree(
      tokens(
        'Camps/NOUN/NNS/2/nsubj:pass were/AUX/VBD/2/aux:pass attacked/VERB/VBN/5/nsubj by/ADP/IN/4/case men/NOUN/NNS/2/obl:agent armed/VERB/VBD/-1/root with/ADP/IN/7/case knives/NOUN/NNS/5/obl ,/PUNCT/,/5/punct killing/VERB/VBG/5/advcl',
      ),
      words,
    );
    expect(relations(mended).slice(2)).toEqual([
      'attacked<-1:root',
      'by<4:case',
      'men<2:obl:agent',
      'armed<4:acl',
      'with<7:case',
      'knives<5:obl',
      ',<2:punct',
      'killing<2:advcl',
    ]);
    expect(mended[5]).toMatchObject({ xpos: 'VBN' });
  });

  it('leaves a noun alone whose participle has an agent', () => {
    const parsed = tokens('Men/NOUN/NNS/-1/root held/VERB/VBN/0/acl by/ADP/IN/3/case rebels/NOUN/NNS/1/obl:agent');
    expect(mendTree(parsed, words)).toBe(parsed);
  });

  it('reads an adjective of a participle with a copula as a passive', () => {
    const mended = mendTree(
      tokens('He/PRON/PRP/2/nsubj was/AUX/VBD/2/cop poisoned/ADJ/JJ/-1/root').map((token) =>
        token.form === 'was' ? { ...token, lemma: 'be' } : token,
      ),
      words,
    );
    expect(relations(mended)).toEqual(['He<2:nsubj:pass', 'was<2:aux:pass', 'poisoned<-1:root']);
    expect(mended[2]).toMatchObject({ upos: 'VERB', xpos: 'VBN', lemma: 'poison' });
  });

  it('gives a weekday back to the noun before it', () => {
    const mended = mendTree(
      tokens('Bombings/NOUN/NNS/1/compound Sunday/PROPN/NNP/2/nsubj killed/VERB/VBD/-1/root six/NUM/CD/2/obj'),
      words,
    );
    expect(relations(mended)).toEqual(['Bombings<2:nsubj', 'Sunday<0:nmod:unmarked', 'killed<-1:root', 'six<2:obj']);
  });

  it('reads "and wounded 81" as a second verb', () => {
    const mended = mendTree(
      tokens('killed/VERB/VBD/-1/root 20/NUM/CD/2/nummod people/NOUN/NNS/0/obj and/CCONJ/CC/5/cc wounded/ADJ/JJ/5/amod 81/NUM/CD/2/conj'),
      words,
    );
    expect(relations(mended).slice(3)).toEqual(['and<4:cc', 'wounded<0:conj', '81<4:obj']);
  });

  it('gives a bare phrase to the verb right before it', () => {
    const mended = mendTree(
      tokens(
        'announced/VERB/VBD/-1/root that/SCONJ/IN/3/mark forces/NOUN/NNS/3/nsubj killed/VERB/VBN/0/ccomp Sayed/PROPN/NNP/0/obl:unmarked',
      ),
      words,
    );
    expect(relations(mended)[4]).toBe('Sayed<3:obj');
  });

  it('reads a counted noun with a clause label as the object', () => {
    const mended = mendTree(
      tokens('Gunmen/NOUN/NNS/1/nsubj shot/VERB/VBD/-1/root dead/ADJ/JJ/1/xcomp three/NUM/CD/4/nummod farmers/NOUN/NNS/1/advcl'),
      words,
    );
    expect(relations(mended)[4]).toBe('farmers<1:obj');
  });

  it('takes a day between subject and verb for no subject, nor for a part of a name', () => {
    const seized = mendTree(
      tokens('local/ADJ/JJ/1/amod gunmen/NOUN/NNS/2/nmod:desc Tuesday/PROPN/NNP/3/nsubj seized/VERB/VBD/-1/root posts/NOUN/NNS/3/obj'),
      words,
    );
    expect(relations(seized)).toEqual(['local<1:amod', 'gunmen<3:nsubj', 'Tuesday<1:nmod:unmarked', 'seized<-1:root', 'posts<3:obj']);
    const named = mendTree(
      tokens('Omar/PROPN/NNP/3/nsubj Haddad/PROPN/NNP/0/flat Friday/PROPN/NNP/0/flat condemned/VERB/VBD/-1/root it/PRON/PRP/3/obj'),
      words,
    );
    expect(relations(named)[2]).toBe('Friday<3:obl:unmarked');
  });

  it('reads a verb with an object and no "was" as active', () => {
    const mended = mendTree(tokens('courts/NOUN/NNS/1/nsubj:pass convicted/VERB/VBN/-1/root Petrov/PROPN/NNP/1/obj'), words);
    expect(relations(mended)[0]).toBe('courts<1:nsubj');
    const passive = tokens('he/PRON/PRP/2/nsubj:pass was/AUX/VBD/2/aux:pass given/VERB/VBN/-1/root life/NOUN/NN/2/obj');
    expect(mendTree(passive, words)).toBe(passive);
  });

  it('gives a clause with "who" behind a comma to the people before it', () => {
    const mended = mendTree(
      tokens(
        'arrested/VERB/VBD/-1/root men/NOUN/NNS/0/obj Monday/PROPN/NNP/0/obl:unmarked ,/PUNCT/,/6/punct who/PRON/WP/6/nsubj were/AUX/VBD/6/aux planning/VERB/VBG/0/advcl raids/NOUN/NNS/6/obj',
      ),
      words,
    );
    expect(relations(mended)[6]).toBe('planning<1:acl:relcl');
  });

  it('joins a second "that" to the first, not to the verb of saying', () => {
    const mended = mendTree(
      tokens(
        'told/VERB/VBD/-1/root us/PRON/PRP/0/obj saying/VERB/VBG/0/acl that/SCONJ/IN/5/mark they/PRON/PRP/5/nsubj came/VERB/VBD/2/ccomp and/CCONJ/CC/9/cc that/SCONJ/IN/9/mark they/PRON/PRP/9/nsubj fired/VERB/VBD/0/conj',
      ),
      words,
    );
    expect(relations(mended)[9]).toBe('fired<5:conj');
  });

  it('keeps "between" with the fighting that it stands behind', () => {
    const mended = mendTree(
      tokens(
        'unrest/NOUN/NN/-1/root blamed/VERB/VBN/0/acl on/ADP/IN/3/case fighting/NOUN/NN/1/obl between/ADP/IN/6/case rival/ADJ/JJ/6/amod gangs/NOUN/NNS/1/obl',
      ),
      words,
    );
    expect(relations(mended)[6]).toBe('gangs<3:nmod');
  });

  it('joins a counted noun behind "and" to the object', () => {
    const mended = mendTree(
      tokens(
        'killed/VERB/VBD/-1/root one/NUM/CD/2/nummod soldier/NOUN/NN/0/obj and/CCONJ/CC/6/cc two/NUM/CD/6/nummod other/ADJ/JJ/6/amod people/NOUN/NNS/9/nmod:unmarked in/ADP/IN/9/case the/DET/DT/9/det capital/NOUN/NN/0/obl',
      ),
      words,
    );
    expect(relations(mended)[6]).toBe('people<2:conj');
  });

  it('takes what stands between "after" and a passive for its subject', () => {
    const mended = mendTree(
      tokens(
        'Police/NOUN/NNS/1/nsubj look/VERB/VBP/-1/root after/ADP/IN/4/case a/DET/DT/4/det woman/NOUN/NN/1/obl was/AUX/VBD/6/aux:pass hit/VERB/VBN/1/advcl',
      ),
      words,
    );
    expect(relations(mended).slice(2)).toEqual(['after<6:mark', 'a<4:det', 'woman<6:nsubj:pass', 'was<6:aux:pass', 'hit<1:advcl']);
  });

  it('leaves a phrase of time before a clause where it is', () => {
    const same = tokens(
      'Police/NOUN/NNS/1/nsubj look/VERB/VBP/-1/root in/ADP/IN/4/case the/DET/DT/4/det park/NOUN/NN/1/obl was/AUX/VBD/6/aux:pass hit/VERB/VBN/1/advcl',
    );
    expect(mendTree(same, words)).toEqual(same);
  });

  it('never hangs a clause on itself', () => {
    const mended = mendTree(
      tokens('a/DET/DT/2/det gunshot/NOUN/NN/4/obl wound/VERB/VBD/-1/root to/ADP/IN/4/case leg/NOUN/NN/2/obl'),
      words,
    );
    expect(relations(mended)).toEqual(['a<2:det', 'gunshot<4:obl', 'wound<-1:root', 'to<4:case', 'leg<2:obl']);
  });

  it('takes a wound behind what made it for a noun', () => {
    const mended = mendTree(
      tokens(
        'He/PRON/PRP/1/nsubj died/VERB/VBD/-1/root of/ADP/IN/4/case a/DET/DT/4/det gunshot/NOUN/NN/1/obl wound/VERB/VBD/1/conj to/ADP/IN/8/case the/DET/DT/8/det leg/NOUN/NN/5/obl',
      ),
      words,
    );
    expect(relations(mended).slice(2)).toEqual([
      'of<5:case',
      'a<5:det',
      'gunshot<5:compound',
      'wound<1:obl',
      'to<8:case',
      'the<8:det',
      'leg<5:nmod',
    ]);
    expect(mended[5]).toMatchObject({ upos: 'NOUN', xpos: 'NN' });
  });

  it('says of people what they are armed with, and gives them the verb behind it', () => {
    const mended = mendTree(
      tokens(
        'Men/NOUN/NNS/1/nsubj armed/VERB/VBD/-1/root with/ADP/IN/3/case knives/NOUN/NNS/4/nsubj robbed/VERB/VBD/1/ccomp two/NUM/CD/6/nummod farmers/NOUN/NNS/4/obj',
      ),
      words,
    );
    expect(relations(mended)).toEqual([
      'Men<4:nsubj',
      'armed<0:acl',
      'with<3:case',
      'knives<1:obl',
      'robbed<-1:root',
      'two<6:nummod',
      'farmers<4:obj',
    ]);
  });

  it('leaves who is armed, and who arms somebody, as they are', () => {
    const same = tokens(
      'The/DET/DT/1/det group/NOUN/NN/3/nsubj is/AUX/VBZ/3/aux:pass armed/VERB/VBN/-1/root with/ADP/IN/5/case rockets/NOUN/NNS/3/obl',
    );
    expect(mendTree(same, words)).toEqual(same);
  });
});
