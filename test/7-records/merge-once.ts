// A process of its own that merges what is due in the database of its first argument, and says when it begins; killed by `kill-merge.test.ts`.
import { open } from '../../src/7-records/open.ts';
import { kit } from './make-war.ts';

const store = open(process.argv[2] ?? '');
process.stdout.write('merging\n', () => {
  store.refreshEvents(kit);
  store.close();
});
