import { type Abbreviations, readAbbreviations } from './abbreviations.ts';
import { arcsOf, type Parser, parserOf } from './attach.ts';
import { type Lemmas, readLemmas } from './lemma.ts';
import { GroupedModel, LinearModel, unpackModel } from './linear-model.ts';
import { broadOf, type Tagger, taggerOf } from './tag.ts';
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

/** A tagger from the bytes of its weights file: the models of UPOS and of labels, then a class for each place of the clusters. */
export function readTagger(bytes: Uint8Array): Tagger {
  const broad = unpackModel(bytes);
  const fine = unpackModel(bytes.subarray(broad.size));
  const groups = broadOf(fine.names).labelsOf;
  return taggerOf(fine.names, new LinearModel(broad), new GroupedModel(fine, groups), bytes.slice(broad.size + fine.size));
}

/** A parser from the bytes of its weights file: the model of moves, then that of labels. */
export function readParser(bytes: Uint8Array): Parser {
  const moves = unpackModel(bytes);
  const arcs = unpackModel(bytes.subarray(moves.size));
  const groups = arcsOf(moves.names, arcs.names);
  return parserOf(moves.names, new LinearModel(moves), arcs.names, new GroupedModel(arcs, groups));
}
