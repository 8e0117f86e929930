import { CodebookError } from '../../0-terms/errors.ts';
import type { Codebook } from './codebook.ts';
import { readType } from './read-type.ts';
import { ROLES } from './slots.ts';
import { readWordLists } from './word-lists.ts';
import type { YamlFile } from './yaml-file.ts';
import { yamlFile } from './yaml-file.ts';

/** Where the files of a codebook stand, whatever folder they are in. */
const TOP = /(?:^|\/)codebook\.ya?ml$/;
const WORDS = /(?:^|\/)words\/[^/]+\.ya?ml$/;
const EVENTS = /(?:^|\/)events\/[^/]+\.yaml$/;

/** What `ordinary-crime` may say; without it such crime is left out. */
const LEFT_OUT = 'left-out';
const COUNTED = 'counted';

/**
 * Reads a codebook from its files: path to text, of `codebook.yaml`, `words/*.yaml` and `events/*.yaml` (other paths are left alone).
 * Word lists and defaults are filled in. The form is told in docs/codebook.md.
 * @throws CodebookError at the first fault, with file, line and hint.
 */
export function loadCodebook(files: ReadonlyMap<string, string>): Codebook {
  const paths = [...files.keys()].sort();
  const open = (pattern: RegExp): readonly YamlFile[] =>
    paths.filter((path) => pattern.test(path)).map((path) => yamlFile(path, files.get(path) ?? ''));
  const top = open(TOP)[0];
  if (!top) throw new CodebookError('codebook.yaml', null, 'missing', 'a codebook needs codebook.yaml, words/*.yaml and events/*.yaml');
  const fields = top.fields(top.root, 'codebook.yaml', ['name', 'version', 'licence', 'about', 'families', 'ordinary-crime', 'roles']);
  const must = (key: string) => (fields.get(key) ?? top.fail(top.root, `missing "${key}"`)).value;
  const families = [...top.fields(must('families'), 'families', null).keys()];
  top.fields(must('roles'), 'roles', ROLES);
  const crime = fields.get('ordinary-crime')?.value;
  const ruling = crime === undefined ? LEFT_OUT : top.text(crime, 'ordinary-crime');
  if (crime !== undefined && ruling !== LEFT_OUT && ruling !== COUNTED)
    top.fail(crime, `ordinary-crime is "${ruling}"`, `write ${LEFT_OUT} or ${COUNTED}`);

  const words = readWordLists(open(WORDS));
  const types = open(EVENTS).map((file) => readType(file, families, words));
  if (types.length === 0) top.fail(top.root, 'no event types', 'events/TYPE.yaml');
  return {
    name: top.text(must('name'), 'name'),
    version: top.text(must('version'), 'version'),
    licence: top.text(must('licence'), 'licence'),
    families,
    ordinaryCrime: ruling === COUNTED,
    // Files are in alphabetical order; pages and tables go by family.
    types: families.flatMap((family) => types.filter((type) => type.family === family)),
    words,
  };
}
