import { outletsFromText } from './2-reports/outlets.ts';
import type { ReportKit } from './2-reports/report-kit.ts';
import { makeParseKit, type ParseKit } from './3-sentences/parse-kit.ts';
import { actorLexiconFromText, kindOfSector } from './4-mentions/actors/actor-lexicon.ts';
import type { AnnotateKit } from './4-mentions/annotate.ts';
import { firstNamesFromText } from './4-mentions/coreference/coreference-kit.ts';
import { makeNameKit } from './4-mentions/names/name-kit.ts';
import { nounClassesFromText } from './4-mentions/noun-classes.ts';
import { gazetteerFrom } from './4-mentions/places/packed-gazetteer.ts';
import { readReportingWords } from './4-mentions/quotes/reporting-words.ts';
import { type CodeKit, matcherOf } from './5-claims/code-kit.ts';
import type { Codebook } from './5-claims/codebook/codebook.ts';
import { loadCodebook } from './5-claims/codebook/load-codebook.ts';
import { codebookDigest, unpackCodebook } from './5-claims/codebook/pack-codebook.ts';
import { confidenceFromText } from './5-claims/refine/confidence.ts';
import { type MergeKit, sameEventFromText } from './6-events/merge-kit.ts';
import { wordWeightsFromText } from './6-events/same/word-weights.ts';

/** All that the floors know: models, lexicons, gazetteer, codebook. Made once, never changed, shared by every reading. */
export interface Kit extends ReportKit, ParseKit, AnnotateKit, CodeKit, MergeKit {}

/** Where a kit's files come from: the folder `data/` and the codebook, by paths relative to them. */
export interface KitFiles {
  /** Contents of a file under `data/`; throws when it is missing. */
  bytes(path: string): Uint8Array;
  /** The codebook's files: path relative to the codebook folder → text. */
  readonly codebook: ReadonlyMap<string, string>;
  /** The same codebook as `packCodebook` wrote it, which loads ten times as fast; passed over when it was packed from other files. */
  readonly packedCodebook?: string | null;
}

function codebookOf({ codebook, packedCodebook }: KitFiles): Codebook {
  const packed = packedCodebook ? unpackCodebook(packedCodebook, codebookDigest(codebook)) : null;
  return packed ?? loadCodebook(codebook);
}

/** Puts a kit together from file contents; reads no file itself, so a browser can make one. */
export function makeKit(files: KitFiles): Kit {
  const decoder = new TextDecoder();
  const text = (path: string): string => decoder.decode(files.bytes(path));
  const codebook = codebookOf(files);
  const actors = actorLexiconFromText(text('packed/actors.tsv'), text('packed/people.tsv'), text('lexicon/en/agents.txt'));
  return {
    outlets: outletsFromText(text('actors/outlets.tsv')),
    ...makeParseKit({
      tagger: files.bytes('models/en/tagger/weights.bin'),
      parser: files.bytes('models/en/parser/weights.bin'),
      clusters: files.bytes('models/en/clusters/weights.bin'),
      lemmas: text('lexicon/en/lemmas.txt'),
      abbreviations: text('lexicon/en/abbreviations.txt'),
    }),
    actors,
    ...makeNameKit(
      {
        model: files.bytes('models/en/names/model.bin'),
        phrases: files.bytes('models/en/names/phrases.bin'),
        gleaned: files.bytes('models/en/names/gleaned.bin'),
        words: files.bytes('models/en/names/words.bin'),
        kinds: text('lexicon/en/name-kinds.txt'),
      },
      (name) => {
        const actor = actors.find(name);
        return actor ? kindOfSector(actor.sector) : null;
      },
    ),
    firstNames: firstNamesFromText(text('lexicon/en/first-names.txt')),
    reportingWords: readReportingWords(text('lexicon/en/reporting-verbs.txt')),
    gazetteer: gazetteerFrom(files.bytes('packed/gazetteer.bin')),
    nounClasses: nounClassesFromText(text('lexicon/en/noun-classes.txt'), text('lexicon/en/noun-class-corrections.txt')),
    confidence: confidenceFromText(text('models/en/confidence/weights.tsv')),
    wordWeights: wordWeightsFromText(text('models/en/same-event/words.tsv')),
    sameEvent: sameEventFromText(text('models/en/same-event/weights.tsv')),
    codebook,
    matcher: matcherOf(codebook),
  };
}
