import { existsSync } from 'node:fs';
import { openData } from '../open-data.ts';
import { theKit } from '../reading.ts';
import { readStories } from '../stories/read-stories.ts';
import { scoreStories } from '../stories/score-stories.ts';
import type { Task } from '../task.ts';

const LONGTAIL = 'corpora/gva-longtail';
const ECB = 'corpora/ecbplus';

export const task: Task = {
  name: 'stories',
  about: 'reports gathered into happenings; toll and day of each happening where the data knows them (--first N: only the first N reports)',
  open: LONGTAIL,
  async run({ data, options }) {
    const kit = await theKit();
    const first = options?.['first'];
    const most = typeof first === 'string' ? Number(first) : Number.POSITIVE_INFINITY;
    const { faults, ...scores } = scoreStories(readStories(data, kit, most), kit);
    const percent = (value: number | null): string => (value === null ? '–' : value.toFixed(3));
    const lines = [
      `${scores.reports} reports: B-cubed F1 ${percent(scores.bcubed)} (precision ${percent(scores.precision)}, recall ${percent(scores.recall)})`,
      ...(scores.toll === null
        ? []
        : [
            `killed and injured right ${percent(scores.toll)} (killed ${percent(scores.killed)}, injured ${percent(scores.injured)}), day right ${percent(scores.date)}`,
            `put together though of two incidents in one town: ${percent(scores.falseMerges)} of pairs`,
            `incidents that look alike (one town, one kind, other days) put together: ${percent(scores.lookAlikes)} of ${scores.lookAlikePairs} pairs`,
          ]),
    ];
    const keys: Record<string, unknown> = Object.fromEntries(Object.entries(scores).filter(([, value]) => value !== null));
    // A floor is the least allowed, so what may not rise is pinned by its complement.
    if (scores.lookAlikes !== null && scores.falseMerges !== null) keys['heldApart'] = 1 - Math.max(scores.lookAlikes, scores.falseMerges);
    // The second corpus is measured beside the first when no other data was asked for.
    const ecb = openData(ECB);
    if (data === openData(LONGTAIL) && existsSync(ecb)) {
      const second = scoreStories(readStories(ecb, kit, most), kit);
      keys['ecbplus'] = second.bcubed;
      lines.push(
        `ecbplus, ${second.reports} documents: B-cubed F1 ${percent(second.bcubed)} (precision ${percent(second.precision)}, recall ${percent(second.recall)})`,
      );
    }
    return { keys, table: [...lines, ...(process.env['SAIDSO_ERRORS'] ? faults : [])].join('\n') };
  },
};
