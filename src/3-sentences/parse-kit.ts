import { type Abbreviations, readAbbreviations } from './abbreviations.ts';
import { type Parser, parserOf } from './attach.ts';
import { type Lemmas, readLemmas } from './lemma.ts';
import { unpackModel } from './linear-model.ts';
import { type Tagger, taggerOf } from './tag.ts';
import { type Clusters, readClusters } from './words.ts';

/** What floor 3 knows: the slice of the kit that `parse` needs. */
export interface ParseKit {
  readonly tagger: Tagger;
  readonly parser: Parser;
  readonly clusters: Clusters;
  readonly lemmas: Lemmas;
  readonly abbreviations: Abbreviations;
}

/** The contents of the files that `makeParseKit` reads. */
export interface ParseFiles {
  /** data/models/en/tagger/weights.bin */
  readonly tagger: Uint8Array;
  /** data/models/en/parser/weights.bin */
  readonly parser: Uint8Array;
  /** data/models/en/clusters/weights.bin */
  readonly clusters: Uint8Array;
  /** data/lexicon/en/lemmas.txt */
  readonly lemmas: string;
  /** data/lexicon/en/abbreviations.txt */
  readonly abbreviations: string;
}

/** Makes the kit of floor 3 from file contents; reads no file itself. */
export const makeParseKit = (files: ParseFiles): ParseKit => ({
  tagger: readTagger(files.tagger),
  parser: readParser(files.parser),
  clusters: readClusters(files.clusters),
  lemmas: readLemmas(files.lemmas),
  abbreviations: readAbbreviations(files.abbreviations),
});

/** A tagger from the bytes of its weights file: the model, then a class for each place of the clusters. */
export function readTagger(bytes: Uint8Array): Tagger {
  const { names, model, size } = unpackModel(bytes);
  return taggerOf(names, model, bytes.slice(size));
}

/** A parser from the bytes of its weights file: the model of moves, then that of labels. */
export function readParser(bytes: Uint8Array): Parser {
  const { names, model, size } = unpackModel(bytes);
  const arcs = unpackModel(bytes.subarray(size));
  return parserOf(names, model, arcs.names, arcs.model);
}
