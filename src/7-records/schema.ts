import { CAPTURE_TABLES } from './capture-tables.ts';
import { CHANGE_TABLES } from './change-tables.ts';
import { DECISION_TABLES } from './decision-tables.ts';
import { EVENT_TABLES } from './event-tables.ts';
import { FORGOTTEN_REASONS, FORGOTTEN_TABLES } from './forgotten.ts';
import { MERGE_TABLES } from './merging/merge-tables.ts';
import { OVERVIEW_TABLES } from './overview-tables.ts';
import { SOURCE_TABLES } from './source-tables.ts';

/** "SAID": marks a SQLite file as one of ours (PRAGMA application_id). */
export const APPLICATION_ID = 0x53414944;

/**
 * Every step of the schema, in order. The number of steps done stands in PRAGMA user_version. A step that was
 * ever released is never edited: add another one.
 *
 * `reports.record` holds the whole record as JSON (the shape of `saidso read --json`); the other tables spread its values
 * out, so that every field can be asked for in SQL.
 */
export const STEPS: readonly string[] = [
  `
  CREATE TABLE reports (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL, url TEXT, title TEXT, publisher TEXT, byline TEXT, language TEXT NOT NULL,
    published TEXT, published_basis TEXT NOT NULL, dateline_place TEXT, dateline_date TEXT,
    record TEXT NOT NULL,
    codebook TEXT NOT NULL, software TEXT NOT NULL
  ) STRICT;
  CREATE INDEX reports_by_date ON reports (coalesce(published, '') DESC, id);

  CREATE TABLE appearances (
    report TEXT NOT NULL REFERENCES reports ON DELETE CASCADE,
    source TEXT NOT NULL, url TEXT, title TEXT, publisher TEXT, published TEXT,
    PRIMARY KEY (report, source)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE origins (
    report TEXT NOT NULL REFERENCES reports ON DELETE CASCADE,
    n INTEGER NOT NULL, name TEXT NOT NULL, relation TEXT NOT NULL, span_start INTEGER, span_end INTEGER,
    PRIMARY KEY (report, n)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE entities (
    report TEXT NOT NULL REFERENCES reports ON DELETE CASCADE,
    id TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, aliases TEXT NOT NULL,
    sector TEXT, country TEXT, ref TEXT, admin1 TEXT, lat REAL, lon REAL, precision TEXT,
    PRIMARY KEY (report, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX entities_by_name ON entities (name);

  CREATE TABLE mentions (
    report TEXT NOT NULL REFERENCES reports ON DELETE CASCADE,
    n INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, form TEXT NOT NULL,
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, entity TEXT NOT NULL, rule TEXT NOT NULL,
    PRIMARY KEY (report, n)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE quotes (
    report TEXT NOT NULL REFERENCES reports ON DELETE CASCADE,
    n INTEGER NOT NULL, speaker TEXT, via TEXT, content_start INTEGER NOT NULL, content_end INTEGER NOT NULL,
    cue_start INTEGER, cue_end INTEGER, direct INTEGER NOT NULL, rule TEXT NOT NULL,
    PRIMARY KEY (report, n)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE claims (
    report TEXT NOT NULL REFERENCES reports ON DELETE CASCADE,
    n INTEGER NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL, stage TEXT NOT NULL, polarity TEXT NOT NULL,
    trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL, sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL,
    date_from TEXT, date_to TEXT, date_precision TEXT, date_basis TEXT,
    place TEXT, place_name TEXT, country TEXT, lat REAL, lon REAL,
    confidence REAL NOT NULL, rule TEXT NOT NULL,
    PRIMARY KEY (report, n)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX claims_by_id ON claims (id);
  CREATE INDEX claims_by_date ON claims (coalesce(date_from, '') DESC, report, n);
  CREATE INDEX claims_by_type ON claims (type);
  CREATE INDEX claims_by_country ON claims (country);

  CREATE TABLE claim_values (
    report TEXT NOT NULL, claim INTEGER NOT NULL,
    field TEXT NOT NULL, n INTEGER NOT NULL,
    entity TEXT, words TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, rule TEXT NOT NULL,
    responsibility TEXT, effect TEXT, low REAL, high REAL, approximate INTEGER, whom TEXT, via TEXT,
    PRIMARY KEY (report, claim, field, n),
    FOREIGN KEY (report, claim) REFERENCES claims (report, n) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX claim_values_by_entity ON claim_values (report, entity);
  `,
  CAPTURE_TABLES,
  SOURCE_TABLES,
  EVENT_TABLES,
  FORGOTTEN_TABLES,
  DECISION_TABLES,
  OVERVIEW_TABLES,
  CHANGE_TABLES,
  FORGOTTEN_REASONS,
  MERGE_TABLES,
];
