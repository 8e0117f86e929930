/**
 * What arrived, and how. Bytes are kept once under their SHA-256 (packed with zlib); captures say where and when they were seen. Each
 * capture's `proof` is a SHA-256 over its row and the proof before it, so a row that is changed or taken out shows. Triggers keep both
 * tables from being written over: a page that has changed is another capture.
 */
export const CAPTURE_TABLES = `
  CREATE TABLE blobs (
    sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, packed BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE captures (
    n INTEGER PRIMARY KEY,
    source TEXT NOT NULL, url TEXT, addresses TEXT NOT NULL, status INTEGER, headers TEXT NOT NULL,
    at TEXT NOT NULL, software TEXT NOT NULL,
    bytes_sha256 TEXT NOT NULL REFERENCES blobs (sha256), text_sha256 TEXT NOT NULL, report TEXT NOT NULL,
    proof TEXT NOT NULL
  ) STRICT;
  CREATE INDEX captures_by_source ON captures (source, n);
  CREATE INDEX captures_by_url ON captures (url, n);
  CREATE INDEX captures_by_report ON captures (report, n);

  CREATE TRIGGER blobs_stay BEFORE UPDATE ON blobs BEGIN SELECT RAISE(ABORT, 'captured bytes are read-only'); END;
  CREATE TRIGGER blobs_remain BEFORE DELETE ON blobs BEGIN SELECT RAISE(ABORT, 'captured bytes are read-only'); END;
  CREATE TRIGGER captures_stay BEFORE UPDATE ON captures BEGIN SELECT RAISE(ABORT, 'captures are read-only'); END;
  CREATE TRIGGER captures_remain BEFORE DELETE ON captures BEGIN SELECT RAISE(ABORT, 'captures are read-only'); END;
`;
