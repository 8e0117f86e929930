import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import yauzl, { type Entry, type Options, type ZipFile } from 'yauzl';
import { InputError } from '../../0-terms/errors.ts';
import { charge, type Incoming, type Ways, whole } from '../incoming.ts';

/** An archive that is not a file on disk is held in memory up to this. */
const MOST_IN_MEMORY = 128 * 1024 * 1024;
/** No archive of reports has more members. */
const MOST_MEMBERS = 200_000;

/** A ZIP file that is open: its members, and a stream of each. Close it when done. */
export interface Zip {
  readonly members: readonly Member[];
  /** Unpacked bytes of a member, charged to the run's budget. Throws InputError where they are damaged. */
  readonly stream: (member: Member) => AsyncIterable<Uint8Array>;
  readonly close: () => void;
}

export interface Member {
  readonly name: string;
  readonly size: number;
  readonly encrypted: boolean;
  readonly entry: Entry;
}

const OPTIONS: Options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true };

/** Opens a ZIP, a workbook or a WACZ. Throws InputError where it is no whole archive. */
export async function openZip(incoming: Incoming, ways: Ways): Promise<Zip> {
  const { source } = incoming;
  let zip: ZipFile;
  try {
    zip =
      incoming.file === undefined
        ? await promisify<Buffer, Options, ZipFile>(yauzl.fromBuffer)(Buffer.from(await whole(incoming, MOST_IN_MEMORY)), OPTIONS)
        : await promisify<string, Options, ZipFile>(yauzl.open)(incoming.file, OPTIONS);
  } catch (cause) {
    throw cause instanceof InputError ? cause : damaged(source, cause);
  }
  try {
    const members = await listed(zip, source);
    return { members, stream: (member) => streamOf(zip, member, source, ways), close: () => zip.close() };
  } catch (cause) {
    zip.close();
    throw cause instanceof InputError ? cause : damaged(source, cause);
  }
}

function listed(zip: ZipFile, source: string): Promise<Member[]> {
  const members: Member[] = [];
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(members));
    zip.on('entry', (entry: Entry) => {
      if (members.length === MOST_MEMBERS) {
        reject(new InputError(`${source}: holds more than ${MOST_MEMBERS.toLocaleString('en')} files; split it`));
        return;
      }
      members.push({ name: nameOf(entry), size: entry.uncompressedSize, encrypted: (entry.generalPurposeBitFlag & 1) !== 0, entry });
      zip.readEntry();
    });
    zip.readEntry();
  });
}

/** Names are UTF-8 or of an old code page; as they only label a source, letters that are neither may look odd. */
function nameOf(entry: Entry): string {
  const raw = entry.fileName as unknown as Buffer;
  const text = raw.toString('utf8');
  return (text.includes('\uFFFD') ? raw.toString('latin1') : text).replaceAll('\\', '/');
}

async function* streamOf(zip: ZipFile, member: Member, source: string, ways: Ways): AsyncGenerator<Uint8Array> {
  const name = `${source}!${member.name}`;
  let stream: Readable | null = null;
  try {
    stream = await promisify<Entry, Readable>(zip.openReadStream.bind(zip))(member.entry);
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      charge(ways.budget, chunk.length, name);
      yield chunk;
    }
  } catch (cause) {
    throw cause instanceof InputError
      ? cause
      : new InputError(`${name}: is damaged in the archive; copy or fetch the archive again`, { cause });
  } finally {
    stream?.destroy();
  }
}

function damaged(source: string, cause: unknown): InputError {
  const said = (cause as Error).message;
  const what = /end of central directory|too small|central directory/i.test(said)
    ? 'the archive is cut off or damaged (its list of files is missing)'
    : /multi-disk/i.test(said)
      ? 'is one part of an archive in several parts'
      : `the archive is damaged (${said})`;
  return new InputError(`${source}: ${what}; copy or fetch it again`, { cause });
}
