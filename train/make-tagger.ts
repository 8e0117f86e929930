import { readTagger } from '../src/3-sentences/parse-kit.ts';
import { readOwnClusters, writeModel } from './model-files.ts';
import { tagClasses } from './tag-classes.ts';
import { scoreTagger, taggedTexts, trainTagger, treebanks, withCaseCopies } from './tagger.ts';

const CARD = `# Part-of-speech tagger

A UPOS a word, left to right, then the Penn Treebank tag among those that go with it.

- **From**: UD English EWT, training part (CC BY-SA 4.0) and GUM's open genres, training part (CC BY 2.5 to CC BY-SA 3.0), 320,000 words;
  1,800 invented news sentences (\`train/news-sentences.ts\`, 22,000 words). Every fourth sentence again in capitals, every tenth in small letters.
- **How**: two averaged perceptrons (Collins 2002), one for the 17 UPOS, one for the labels of each, over affixes, shape, neighbours, word clusters, the row of
  capitalised words around a word, and the tags that a first tagger gave each frequent word in six million words of Wikinews and Wikipedia (after Moore
  2015; one class a word, behind the weights). The weights are the means of three trainings of six rounds, each in its own order; 8 bits.
- **How good**: scores.json, on EWT's development part, which it was not trained on.
- **Where it fails**: names against common nouns (a quarter of all slips), "that" (SCONJ, PRON, DET), particles against prepositions, participles as adjectives,
  capitals without other clues, chat spelling.
`;

/** Trains on the treebanks, writes the model, prints how it does on EWT dev. */
export function makeTagger(data: string, report: (line: string) => void): void {
  const { train, dev } = treebanks(data);
  const clusters = readOwnClusters();
  const first = readTagger(trainTagger(withCaseCopies(taggedTexts(train)), clusters, new Uint8Array(0), { rounds: 2, members: 1 }, report));
  const classes = tagClasses(first, clusters, data, 6_000_000);
  report('raw text tagged');
  const bytes = trainTagger(withCaseCopies(taggedTexts(train)), clusters, classes, { rounds: 6, members: 3 }, report);
  const tagger = readTagger(bytes);
  const texts = taggedTexts(dev);
  const plain = scoreTagger(tagger, clusters, texts);
  const upper = scoreTagger(
    tagger,
    clusters,
    texts.map((text) => ({ ...text, forms: text.forms.map((form) => form.toUpperCase()) })),
  );
  const scores = { upos: plain.upos, xpos: plain.xpos, uposInCapitals: upper.upos };
  writeModel('tagger', bytes, CARD, scores);
  report(`${bytes.length} bytes, ${JSON.stringify(scores)}`);
}
