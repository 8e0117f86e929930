/**
 * Feeds that are watched, with their health, and every item that they ever named. An item stays known when its report was rejected or
 * deleted, so it does not come back at the next poll. Times are UTC, ISO 8601.
 */
export const SOURCE_TABLES = `
  CREATE TABLE sources (
    url TEXT PRIMARY KEY, title TEXT, etag TEXT, last_modified TEXT,
    last_try TEXT, last_success TEXT, last_new TEXT, next_try TEXT NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0, trouble TEXT, said TEXT
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE source_items (
    source TEXT NOT NULL REFERENCES sources (url) ON DELETE CASCADE,
    id TEXT NOT NULL, url TEXT NOT NULL, known TEXT NOT NULL, found TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'kept', 'rejected')),
    tries INTEGER NOT NULL DEFAULT 0, next_try TEXT NOT NULL, said TEXT,
    PRIMARY KEY (source, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX source_items_by_state ON source_items (state, next_try);
  CREATE INDEX source_items_by_url ON source_items (url);
`;
