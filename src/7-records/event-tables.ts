/** Full-text search, decisions, and events with what was merged into what. */
export const EVENT_TABLES = `
  -- A number of its own for each report: row ids of a table with a text key may change.
  CREATE TABLE report_numbers (n INTEGER PRIMARY KEY, report TEXT NOT NULL UNIQUE) STRICT;
  CREATE VIRTUAL TABLE report_words USING fts5 (title, text, tokenize = 'porter unicode61 remove_diacritics 2');
  INSERT INTO report_numbers (report) SELECT id FROM reports ORDER BY id;
  INSERT INTO report_words (rowid, title, text)
    SELECT n, title, json_extract(record, '$.report.text') FROM reports JOIN report_numbers ON report = id;

  -- Only ever added to: an undo is a decision too.
  CREATE TABLE decisions (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, who TEXT NOT NULL, at TEXT NOT NULL, why TEXT NOT NULL, ruling TEXT NOT NULL) STRICT;
  CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN SELECT RAISE (ABORT, 'decisions are only added'); END;
  CREATE TRIGGER decisions_are_kept BEFORE DELETE ON decisions BEGIN SELECT RAISE (ABORT, 'decisions are only added'); END;

  CREATE TABLE events (
    id TEXT PRIMARY KEY, type TEXT NOT NULL, stage TEXT NOT NULL, status TEXT NOT NULL, date_from TEXT, date_to TEXT,
    place_name TEXT, country TEXT, lat REAL, lon REAL, killed INTEGER, injured INTEGER,
    reports INTEGER NOT NULL, origins INTEGER NOT NULL, record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX events_by_date ON events (coalesce(date_from, '') DESC, id);
  CREATE TABLE event_reports (event TEXT NOT NULL REFERENCES events ON DELETE CASCADE, report TEXT NOT NULL, PRIMARY KEY (event, report)) STRICT, WITHOUT ROWID;
  CREATE INDEX event_reports_by_report ON event_reports (report);
  CREATE TABLE event_successors (id TEXT PRIMARY KEY, successor TEXT) STRICT;
  CREATE TABLE event_state (stale INTEGER NOT NULL) STRICT;
  INSERT INTO event_state VALUES (1);

  CREATE TRIGGER reports_in AFTER INSERT ON reports BEGIN
    INSERT INTO report_numbers (report) VALUES (new.id);
    INSERT INTO report_words (rowid, title, text) SELECT n, new.title, json_extract(new.record, '$.report.text') FROM report_numbers WHERE report = new.id;
    UPDATE event_state SET stale = 1;
  END;
  CREATE TRIGGER reports_anew AFTER UPDATE ON reports BEGIN
    DELETE FROM report_words WHERE rowid = (SELECT n FROM report_numbers WHERE report = new.id);
    INSERT INTO report_words (rowid, title, text) SELECT n, new.title, json_extract(new.record, '$.report.text') FROM report_numbers WHERE report = new.id;
    UPDATE event_state SET stale = 1;
  END;
  CREATE TRIGGER reports_out AFTER DELETE ON reports BEGIN
    DELETE FROM report_words WHERE rowid = (SELECT n FROM report_numbers WHERE report = old.id);
    DELETE FROM report_numbers WHERE report = old.id;
    UPDATE event_state SET stale = 1;
  END;
  CREATE TRIGGER decisions_in AFTER INSERT ON decisions BEGIN UPDATE event_state SET stale = 1; END;
`;
