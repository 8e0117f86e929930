/**
 * Events spread out for filters, counts, maps and time lines, with people's values over the machine's. Rows are made anew from `events` when
 * they are first asked for; `event_rows_due` holds what changed since. The short number `n` joins the tables.
 */
export const OVERVIEW_TABLES = `
  CREATE TABLE event_rows (
    n INTEGER PRIMARY KEY, event TEXT NOT NULL UNIQUE REFERENCES events ON DELETE CASCADE,
    type TEXT NOT NULL, stage TEXT NOT NULL, status TEXT NOT NULL, date_from TEXT, date_to TEXT,
    place TEXT, country TEXT, admin1 TEXT, lat REAL, lon REAL, precision TEXT,
    killed INTEGER, injured INTEGER, reports INTEGER NOT NULL, origins INTEGER NOT NULL,
    sureness REAL NOT NULL, disputed INTEGER NOT NULL, ruled INTEGER NOT NULL, summary TEXT NOT NULL
  ) STRICT;
  CREATE INDEX event_rows_by_date ON event_rows (date_from, event);
  CREATE INDEX event_rows_by_type ON event_rows (type);

  CREATE TABLE event_parties (
    n INTEGER NOT NULL REFERENCES event_rows ON DELETE CASCADE, role TEXT NOT NULL, name TEXT NOT NULL COLLATE NOCASE, kind TEXT,
    PRIMARY KEY (n, role, name)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX event_parties_by_name ON event_parties (role, name);

  -- \`report\` is the number in report_numbers.
  CREATE TABLE event_tellers (
    n INTEGER NOT NULL REFERENCES event_rows ON DELETE CASCADE, report INTEGER NOT NULL, publisher TEXT,
    PRIMARY KEY (n, report)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX event_tellers_by_report ON event_tellers (report, n);
  CREATE INDEX event_tellers_by_publisher ON event_tellers (publisher, n);

  CREATE INDEX claims_by_confidence ON claims (confidence, report, n);

  CREATE TABLE event_rows_due (event TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  INSERT INTO event_rows_due SELECT id FROM events;
  CREATE TRIGGER event_rows_new AFTER INSERT ON events BEGIN INSERT OR IGNORE INTO event_rows_due VALUES (new.id); END;
  CREATE TRIGGER event_rows_changed AFTER UPDATE ON events BEGIN INSERT OR IGNORE INTO event_rows_due VALUES (new.id); END;
  CREATE TRIGGER event_rows_retold AFTER UPDATE ON reports BEGIN
    -- Not OR IGNORE: a report is kept by an upsert, whose way with conflicts goes for its triggers too.
    INSERT INTO event_rows_due SELECT event FROM event_reports WHERE report = new.id AND event NOT IN (SELECT event FROM event_rows_due);
  END;
  CREATE TRIGGER event_rows_ruled AFTER INSERT ON decision_reports BEGIN
    INSERT OR IGNORE INTO event_rows_due SELECT event FROM event_reports WHERE report = new.report;
  END;
`;
