export type Gender = 'male' | 'female' | 'unknown';

/** First names by gender; `data/lexicon/en/first-names.txt`, one line `male TAB names` and one `female TAB names`. */
export interface FirstNames {
  genderOf(name: string): Gender;
}

export function firstNamesFromText(text: string): FirstNames {
  const genders = new Map<string, Gender>();
  for (const line of text.split('\n')) {
    const tab = line.indexOf('\t');
    const gender = line.slice(0, tab);
    if (gender !== 'male' && gender !== 'female') continue;
    for (const name of line.slice(tab + 1).split(' ')) genders.set(name, gender);
  }
  return { genderOf: (name) => genders.get(name.toLowerCase()) ?? 'unknown' };
}

const MALE_WORDS = new Set(['mr', 'mr.', 'sir', 'king', 'prince', 'lord', 'father', 'son', 'brother', 'husband', 'man', 'boy', 'uncle', 'nephew', 'businessman', 'policeman', 'spokesman', 'gunman', 'chairman', 'congressman', 'emir', 'imam', 'priest', 'sheikh', 'mullah', 'ayatollah', 'pope', 'men', 'boys', 'grandfather', 'groom', 'widower', 'fisherman', 'sultan']);
const FEMALE_WORDS = new Set(['mrs', 'mrs.', 'ms', 'ms.', 'miss', 'queen', 'princess', 'lady', 'mother', 'daughter', 'sister', 'wife', 'woman', 'girl', 'aunt', 'niece', 'spokeswoman', 'policewoman', 'businesswoman', 'chairwoman', 'congresswoman', 'actress', 'female', 'women', 'girls', 'widow', 'grandmother', 'bride', 'nun', 'schoolgirl']);

/** Gender that words around a person tell ("spokeswoman", "Mr."), else that of the first name. */
export function genderOf(words: readonly string[], firstName: string | null, names: FirstNames): Gender {
  for (const word of words) {
    const low = word.toLowerCase();
    if (MALE_WORDS.has(low)) return 'male';
    if (FEMALE_WORDS.has(low)) return 'female';
  }
  return firstName === null ? 'unknown' : names.genderOf(firstName);
}
