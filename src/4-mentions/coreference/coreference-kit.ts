import type { ActorKit } from '../actors/actor-kit.ts';
import type { NounClasses } from '../noun-classes.ts';
import type { Gender } from './chain-mention.ts';

/** Gender of first names. */
export interface FirstNames {
  genderOf(firstName: string): Gender | null;
}

/** What coreference needs of the kit. */
export interface CoreferenceKit extends ActorKit {
  readonly nounClasses: NounClasses;
  readonly firstNames: FirstNames;
}

/** Reads data/lexicon/en/first-names.txt: a line `m TAB names` and a line `f TAB names`. */
export function firstNamesFromText(text: string): FirstNames {
  const genders = new Map<string, Gender>();
  for (const line of text.split('\n')) {
    const [gender, names] = line.split('\t');
    if ((gender === 'm' || gender === 'f') && names) for (const name of names.split(' ')) genders.set(name, gender);
  }
  return { genderOf: (firstName) => genders.get(firstName.toLowerCase()) ?? null };
}
