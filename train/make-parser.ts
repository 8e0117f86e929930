import type { GoldSentence } from '../eval/conllu.ts';
import { readParser, readTagger } from '../src/3-sentences/parse-kit.ts';
import { type Tagger, tag } from '../src/3-sentences/tag.ts';
import { type Clusters, type WordLook, wordsOf } from '../src/3-sentences/words.ts';
import { readOwnClusters, readWeights, writeModel } from './model-files.ts';
import { parsedTexts, scoreParser, trainParser } from './parser.ts';
import { taggedTexts, trainTagger, treebanks, withCaseCopies } from './tagger.ts';

const CARD = `# Dependency parser

Universal Dependencies trees, one root a sentence, projective, with the subtypes of the treebanks (\`nsubj:pass\`, \`obl:agent\`, \`acl:relcl\` …).

- **From**: UD English EWT, training part (CC BY-SA 4.0) and GUM's open genres, training part (CC BY 2.5 to CC BY-SA 3.0), 320,000 words;
  1,800 invented news sentences (\`train/news-sentences.ts\`); word clusters (see ../clusters/card.md).
- **How**: arc-eager transitions, greedy; one averaged perceptron chooses among 20 moves (shift, reduce, left and right by group of labels), a second one
  the label within the group; dynamic oracle (Goldberg & Nivre 2012), the features of Zhang & Nivre (2011) and pairs of word clusters; tags are the tagger's own
  (treebank sentences tagged by taggers that had not seen them). Weights in 8 bits, the smallest dropped. These weights were learnt with the tags of the
  tagger of commit 7704e6e; today's tags a little better, and the parser reads its tags.
- **How good**: scores.json, on EWT's development part with the tagger's own tags; labels without subtypes, punctuation counted.
- **Where it fails**: prepositional phrases and "and" that could hang on two heads, long sentences, lists and tables, headlines without verbs. Crossing arcs
  (under 1 % of sentences) cannot be built.
`;

/** Folds of the treebanks, each tagged by a tagger that learnt from the others. */
const FOLDS = 4;

/** Trains on the treebanks, writes the model, prints how it does on EWT dev. */
export function makeParser(data: string, report: (line: string) => void): void {
  const { train, dev } = treebanks(data);
  const clusters = readOwnClusters();
  const tagger = readTagger(readWeights('tagger'));
  const tags: string[][] = new Array(train.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = withCaseCopies(taggedTexts(train.filter((_, i) => i % FOLDS !== fold)));
    const other = readTagger(trainTagger(others, clusters, tagger.classes, { rounds: 3, members: 1 }, () => {}));
    train.forEach((sentence, i) => {
      if (i % FOLDS === fold) tags[i] = labelsOf(sentence, other, clusters);
    });
    report(`fold ${fold + 1} tagged`);
  }
  const bytes = trainParser(parsedTexts(train, tags), tagger.labels, clusters, 9, report);
  const texts = parsedTexts(
    dev,
    dev.map((sentence) => labelsOf(sentence, tagger, clusters)),
  );
  const scores = scoreParser(readParser(bytes), texts, tagger.labels, clusters);
  writeModel('parser', bytes, CARD, scores);
  report(`${bytes.length} bytes, ${JSON.stringify(scores)}`);
}

function labelsOf({ words }: GoldSentence, tagger: Tagger, clusters: Clusters): string[] {
  const seen = new Map<string, WordLook>();
  const forms = words.map((word) => word.form);
  return Array.from(tag(wordsOf(forms, clusters, seen), tagger, Infinity), (label) => tagger.labels[label] as string);
}
