import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { MergeReport } from '../../src/6-events/merge-report.ts';
import type { Kit } from '../../src/kit.ts';
import { read } from '../../src/read.ts';
import { type Incident, readArticles, readIncidents } from '../copies/longtail.ts';
import { everyFile } from '../data-files.ts';
import { goldPage } from '../gold-page.ts';

/** A report with the happening that the data says it is about. */
export interface StoryReport {
  readonly id: string;
  readonly truth: string;
  /** What is held out together in cross-validation. */
  readonly fold: string;
  readonly report: MergeReport;
}
export interface Stories {
  readonly reports: readonly StoryReport[];
  /** What is known of the happenings; empty where the data says nothing of them. */
  readonly incidents: readonly Incident[];
}

interface TokenDocument {
  readonly docid: string;
  readonly topic: string | number;
  readonly subtopic: string;
  readonly tokens: readonly (readonly [id: string, sentence: number, token: string])[];
}

/** The registry of incidents counts every shooting, whatever it was about: so does the codebook that its reports are read by. */
const countingAllCrime = (kit: Kit): Kit => ({ ...kit, codebook: { ...kit.codebook, ordinaryCrime: true } });

/** Reads a folder of incidents with their articles, or of ECB+ documents, whichever is there. `most`: only so many, from the first on. */
export function readStories(data: string, kit: Kit, most = Number.POSITIVE_INFINITY): Stories {
  const incidents = readIncidents(data);
  const reading = incidents.length > 0 ? countingAllCrime(kit) : kit;
  const one = (slug: string, title: string | null, published: string | null, text: string, url: string | null): MergeReport => {
    // The id stays that of the data: two copies word for word are two reports here.
    const { sentences: _, ...coded } = read({ ...goldPage({ slug, title, publisher: null, published, text }), url }, reading);
    return { ...coded, id: slug };
  };
  if (incidents.length > 0) {
    const reports = readArticles(data)
      .filter(({ template }) => !template)
      .slice(0, most)
      .map(({ id, incident, title, published, text, url }) => ({
        id,
        truth: incident,
        fold: incident,
        report: one(id, title, published, text, url),
      }));
    return { reports, incidents };
  }
  const documents = everyFile(data)
    .filter((file) => /\.jsonl(\.gz)?$/.test(file))
    .flatMap((file) => {
      const bytes = readFileSync(file);
      return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
        .toString('utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as TokenDocument);
    });
  return {
    reports: documents.slice(0, most).map((document) => ({
      id: document.docid,
      truth: `${document.topic} ${document.subtopic}`,
      fold: String(document.topic),
      report: one(document.docid, null, null, textOf(document), null),
    })),
    incidents: [],
  };
}

/** The tokens set as text, a paragraph for each sentence. */
function textOf({ tokens }: TokenDocument): string {
  const sentences = new Map<number, string[]>();
  for (const [, sentence, token] of tokens) {
    const known = sentences.get(sentence);
    if (known === undefined) sentences.set(sentence, [token]);
    else known.push(token);
  }
  return [...sentences.values()].map((words) => words.join(' ').replace(/ ([.,;:!?)’”]|n't\b|'s\b)/g, '$1')).join('\n\n');
}
