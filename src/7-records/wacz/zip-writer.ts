import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** A member that was written, as the archive's list and its manifest name it. */
export interface WrittenMember {
  readonly path: string;
  /** `sha256:` and the digest of its bytes, hexadecimal. */
  readonly hash: string;
  readonly bytes: number;
}

const WIDE = 0xffffffff;

interface Entry extends WrittenMember {
  readonly crc: number;
  readonly at: number;
}

/**
 * Writes a ZIP archive of stored members (not packed: web archives are read from the middle), each as a stream, holding nothing of them.
 * It grows beside its place and takes the name when it is whole: an archive under its name is never half one. After APPNOTE 6.3, with
 * ZIP64 where the archive is larger than 4 GB. Member times are fixed, so that the same members give the same bytes.
 */
export class ZipWriter {
  readonly #path: string;
  readonly #fd: number;
  readonly #entries: Entry[] = [];
  #at = 0;

  constructor(path: string) {
    this.#path = path;
    this.#fd = openSync(`${path}.part`, 'w');
  }

  /** Writes one member of what `parts` gives. */
  member(path: string, parts: Iterable<Uint8Array>): WrittenMember {
    const at = this.#at;
    const name = Buffer.from(path, 'utf8');
    // The sums are known at the end: they are written over these zeros.
    this.#write(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fixedFields(0, 0, name.length), name]));
    const hash = createHash('sha256');
    let crc = 0;
    let bytes = 0;
    for (const part of parts) {
      this.#write(part);
      hash.update(part);
      crc = crc32(part, crc);
      bytes += part.length;
    }
    writeSync(this.#fd, fixedFields(crc, bytes, name.length), 0, 26, at + 4);
    const entry = { path, hash: `sha256:${hash.digest('hex')}`, bytes, crc, at };
    this.#entries.push(entry);
    return { path, hash: entry.hash, bytes };
  }

  /** Writes the list of members and gives the archive its name. */
  finish(): void {
    const start = this.#at;
    for (const entry of this.#entries) this.#write(listed(entry));
    this.#write(ending(this.#entries.length, start, this.#at - start));
    fsyncSync(this.#fd);
    closeSync(this.#fd);
    renameSync(`${this.#path}.part`, this.#path);
  }

  /** Takes away what was written. */
  giveUp(): void {
    closeSync(this.#fd);
    rmSync(`${this.#path}.part`, { force: true });
  }

  #write(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#fd, bytes, done, bytes.length - done, this.#at + done);
    this.#at += bytes.length;
  }
}

/** The 26 bytes that a member's head and its line in the list share: version, UTF-8 names, stored, 1 January 1980, sums, lengths of the name. */
function fixedFields(crc: number, size: number, nameLength: number, extraLength = 0): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(extraLength > 0 ? 45 : 20, 0);
  fields.writeUInt16LE(0x0800, 2);
  fields.writeUInt16LE(0x0021, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(size, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(nameLength, 22);
  fields.writeUInt16LE(extraLength, 24);
  return fields;
}

function listed({ path, crc, bytes, at }: Entry): Buffer {
  const name = Buffer.from(path, 'utf8');
  const wide = at >= WIDE;
  const extra = Buffer.alloc(wide ? 12 : 0);
  if (wide) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(at), 4);
  }
  const place = Buffer.alloc(14);
  place.writeUInt32LE(wide ? WIDE : at, 10);
  return Buffer.concat([
    Buffer.from('PK\x01\x02\x2d\x00', 'latin1'),
    fixedFields(crc, bytes, name.length, extra.length),
    place,
    name,
    extra,
  ]);
}

function ending(members: number, start: number, size: number): Buffer {
  const parts: Buffer[] = [];
  const wide = start >= WIDE || members >= 0xffff;
  if (wide) {
    const record = Buffer.alloc(56);
    record.write('PK\x06\x06', 0, 'latin1');
    record.writeBigUInt64LE(44n, 4);
    record.writeUInt16LE(45, 12);
    record.writeUInt16LE(45, 14);
    record.writeBigUInt64LE(BigInt(members), 24);
    record.writeBigUInt64LE(BigInt(members), 32);
    record.writeBigUInt64LE(BigInt(size), 40);
    record.writeBigUInt64LE(BigInt(start), 48);
    const locator = Buffer.alloc(20);
    locator.write('PK\x06\x07', 0, 'latin1');
    locator.writeBigUInt64LE(BigInt(start + size), 8);
    locator.writeUInt32LE(1, 16);
    parts.push(record, locator);
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(wide ? 0xffff : members, 8);
  end.writeUInt16LE(wide ? 0xffff : members, 10);
  end.writeUInt32LE(wide ? WIDE : size, 12);
  end.writeUInt32LE(wide ? WIDE : start, 16);
  return Buffer.concat([...parts, end]);
}
