import { type KnownName, type NameKinds, nameKindsFromText } from './name-kinds.ts';
import { NameModel } from './name-model.ts';
import { PhraseTable } from './phrase-table.ts';
import { WordClasses } from './word-classes.ts';

/** What finding names needs of the kit. */
export interface NameKit {
  readonly names: {
    readonly model: NameModel;
    readonly phrases: PhraseTable;
    readonly gleaned: PhraseTable;
    readonly classes: WordClasses;
    readonly kinds: NameKinds;
  };
}

/** The contents of the files that `makeNameKit` reads. */
export interface NameFiles {
  /** data/models/en/names/model.bin */
  readonly model: Uint8Array;
  /** data/models/en/names/phrases.bin */
  readonly phrases: Uint8Array;
  /** data/models/en/names/gleaned.bin */
  readonly gleaned: Uint8Array;
  /** data/models/en/names/words.bin */
  readonly words: Uint8Array;
  /** data/lexicon/en/name-kinds.txt */
  readonly kinds: string;
}

/** Makes the slice from file contents; `known` tells the kind of names in the actors lexicon. Throws RangeError on damaged files. */
export const makeNameKit = (files: NameFiles, known: KnownName = () => null): NameKit => ({
  names: {
    model: NameModel.fromBytes(files.model),
    phrases: PhraseTable.fromBytes(files.phrases),
    gleaned: PhraseTable.fromBytes(files.gleaned),
    classes: WordClasses.fromBytes(files.words),
    kinds: nameKindsFromText(files.kinds, known),
  },
});
