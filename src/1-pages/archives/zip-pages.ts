import { InputError } from '../../0-terms/errors.ts';
import { isBeside } from '../beside.ts';
import { type Incoming, incomingStream, type Ways } from '../incoming.ts';
import type { Page } from '../page.ts';
import { pagesOfWorkbook } from '../rows/workbook.ts';
import { isDecoration, notText } from '../sniff.ts';
import { type Member, openZip, type Zip } from './zip.ts';

type Result = Page | { readonly source: string; readonly error: InputError };
type PagesOf = (incoming: Incoming, ways: Ways) => AsyncGenerator<Result>;

/**
 * The pages of a ZIP, of a WACZ (the web archives in its `archive/` folder) or of a workbook (its rows). Members are read in memory, one
 * after the other, and never written anywhere; one whose name leads out of the archive is refused all the same, and said.
 */
export async function* pagesOfZip(incoming: Incoming, ways: Ways, pagesOf: PagesOf): AsyncGenerator<Result> {
  const { source } = incoming;
  const zip = await openZip(incoming, ways);
  try {
    const names = new Set(zip.members.map(({ name }) => name));
    if (names.has('xl/workbook.xml')) {
      yield* pagesOfWorkbook(incoming, zip, ways);
      return;
    }
    const document = names.has('word/document.xml') || names.has('mimetype') ? notText(incoming.head) : null;
    if (document !== null && document !== 'a zip archive')
      throw new InputError(`${source}: is ${document}, not a text; save it as plain text and give that`);
    const isWacz = names.has('datapackage.json') && zip.members.some(({ name }) => name.startsWith('archive/'));
    let given = 0;
    for (const member of zip.members) {
      if (isWacz ? !/^archive\/.+\.warc(?:\.gz)?$/i.test(member.name) : isPassedOver(member.name)) continue;
      for await (const result of pagesOfMember(zip, member, incoming, ways, pagesOf)) {
        given += 1;
        yield result;
      }
      if (ways.budget.left < 0) return;
    }
    if (given === 0) yield { source, error: new InputError(`${source}: the archive holds no reports; give one with text or HTML files`) };
  } finally {
    zip.close();
  }
}

const isPassedOver = (name: string): boolean => name.endsWith('/') || name.split('/').some((part) => part !== '..' && isBeside(part));

async function* pagesOfMember(zip: Zip, member: Member, archive: Incoming, ways: Ways, pagesOf: PagesOf): AsyncGenerator<Result> {
  const source = `${archive.source}!${member.name}`;
  const fault = (what: string): Result => ({ source, error: new InputError(`${source}: ${what}`) });
  if (leadsOut(member.name)) {
    yield fault('its name leads out of the archive; it was passed over');
    return;
  }
  if (member.encrypted) {
    yield fault('is locked with a password; unpack the archive and give the files in it');
    return;
  }
  if (member.size === 0) return;
  try {
    const inner = await incomingStream(zip.stream(member), {
      source,
      url: null,
      mediaType: null,
      charset: null,
      arrival: { ...archive.arrival, headers: {} },
    });
    const kind = notText(inner.head);
    if (kind !== null && isDecoration(kind)) {
      // Asked for and left, so that the member is closed.
      for await (const _ of inner.stream()) break;
      return;
    }
    yield* pagesOf(inner, { ...ways, depth: ways.depth + 1, among: true, follow: null });
  } catch (cause) {
    yield {
      source,
      error: cause instanceof InputError ? cause : new InputError(`${source}: cannot be read (${(cause as Error).message})`, { cause }),
    };
  }
}

/** An absolute name, a drive letter, or a step upwards: harmless here, and a mark of an archive made to do harm. */
const leadsOut = (name: string): boolean => /^(?:\/|[A-Za-z]:)/.test(name) || name.split('/').includes('..') || name.includes('\0');
