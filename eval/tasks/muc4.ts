import { read } from '../../src/read.ts';
import { fillerModel } from '../muc4/fillers.ts';
import { incidentModel } from '../muc4/incidents.ts';
import { muc4Kit } from '../muc4/muc4-kit.ts';
import { relevanceModel } from '../muc4/relevance.ts';
import { datelineOf, plainText, respond } from '../muc4/respond.ts';
import { add, noTallies, possible, rates, scoreDocument, sum } from '../muc4/score.ts';
import { muc4Documents, SLOTS } from '../muc4/template.ts';
import { textPage, theKit } from '../reading.ts';
import type { Task } from '../task.ts';

export const task: Task = {
  name: 'muc4',
  about: 'claims as MUC-4 templates, all 23 slots, all templates, automatic matches only',
  open: 'corpora/muc4',
  openPart: 'tst2',
  async run({ data, part }) {
    const kit = muc4Kit(await theKit());
    const types = new Map(kit.codebook.types.map((t) => [t.id, t.crosswalk['muc4']]));
    const models = { relevance: relevanceModel(), fillers: fillerModel(), incidents: incidentModel() };
    const documents = muc4Documents(data, part);
    const tallies = noTallies();
    const templates = { key: 0, given: 0, aligned: 0 };
    for (const document of documents) {
      const dateline = datelineOf(document.text);
      const report = read(textPage(plainText(document.text), dateline.day ?? undefined), kit);
      const responses = respond(report, dateline, (type) => types.get(type), models);
      const scored = scoreDocument(document.templates, responses);
      add(tallies, scored.tallies);
      templates.key += document.templates.filter((t) => !t.optional_template).length;
      templates.given += responses.length;
      templates.aligned += scored.aligned;
    }
    const all = rates(sum(tallies));
    const bySlot = Object.fromEntries(SLOTS.map((s) => [s, { ...rates(tallies[s]), possible: possible(tallies[s]) }]));
    const percent = (x: number): string => (100 * x).toFixed(1).padStart(9);
    const row = (name: string, r: { recall: number; precision: number; f: number }): string =>
      `${name.padEnd(30)}${percent(r.recall)}${percent(r.precision)}${percent(r.f)}`;
    return {
      keys: { f: all.f, recall: all.recall, precision: all.precision, bySlot, documents: documents.length, templates },
      table: [
        `${documents.length} documents, ${templates.key} templates in the key, ${templates.given} given, ${templates.aligned} aligned`,
        `${'slot'.padEnd(30)}   recall precision        F`,
        ...SLOTS.map((s) => row(s, rates(tallies[s]))),
        row('ALL TEMPLATES', all),
      ].join('\n'),
    };
  },
};
