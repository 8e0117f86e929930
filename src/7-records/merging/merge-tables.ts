/**
 * What merging keeps of each report, so that a new one costs the same however many there are: its sketch, the keys under which others meet it, which
 * happenings are likely one, which reports copy each other, and which account is in which event. A happening's number is 65,536 times that of its
 * report, plus its place there. All of it can be made anew from the reports; `merge_pending` names those whose merging is due.
 */
export const MERGE_TABLES = `
  CREATE TABLE merge_pending (report TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  INSERT INTO merge_pending SELECT id FROM reports;
  CREATE TABLE merge_state (model TEXT NOT NULL) STRICT;
  INSERT INTO merge_state VALUES ('');

  -- Numbers are never given twice: an event is named for its account with the lowest.
  CREATE TABLE merge_reports (
    n INTEGER PRIMARY KEY AUTOINCREMENT, report TEXT NOT NULL UNIQUE,
    day INTEGER NOT NULL, rank INTEGER NOT NULL, sketch BLOB NOT NULL, outlines TEXT NOT NULL
  ) STRICT;
  CREATE TABLE merge_keys (
    key INTEGER NOT NULL, day INTEGER NOT NULL, rank INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (key, day, rank, n)
  ) STRICT, WITHOUT ROWID;
  -- Each in both directions.
  CREATE TABLE merge_links (a INTEGER NOT NULL, b INTEGER NOT NULL, probability REAL NOT NULL, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;
  -- The earlier report first.
  CREATE TABLE copies (
    a TEXT NOT NULL, b TEXT NOT NULL, kind TEXT NOT NULL, share_a REAL NOT NULL, share_b REAL NOT NULL, words INTEGER NOT NULL, passages TEXT NOT NULL,
    PRIMARY KEY (a, b)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX copies_by_later ON copies (b);
  CREATE TABLE event_accounts (happening INTEGER PRIMARY KEY, event TEXT NOT NULL) STRICT;
  CREATE INDEX event_accounts_by_event ON event_accounts (event);

  DROP TRIGGER reports_in;
  DROP TRIGGER reports_anew;
  DROP TRIGGER reports_out;
  DROP TRIGGER decisions_in;
  DROP TABLE event_state;
  -- An upsert's own way with conflicts would hold in its triggers too, so these look first.
  CREATE TRIGGER reports_in AFTER INSERT ON reports BEGIN
    INSERT INTO report_numbers (report) VALUES (new.id);
    INSERT INTO report_words (rowid, title, text) SELECT n, new.title, json_extract(new.record, '$.report.text') FROM report_numbers WHERE report = new.id;
    INSERT INTO merge_pending SELECT new.id WHERE NOT EXISTS (SELECT 1 FROM merge_pending WHERE report = new.id);
  END;
  CREATE TRIGGER reports_anew AFTER UPDATE ON reports BEGIN
    DELETE FROM report_words WHERE rowid = (SELECT n FROM report_numbers WHERE report = new.id);
    INSERT INTO report_words (rowid, title, text) SELECT n, new.title, json_extract(new.record, '$.report.text') FROM report_numbers WHERE report = new.id;
    INSERT INTO merge_pending SELECT new.id WHERE NOT EXISTS (SELECT 1 FROM merge_pending WHERE report = new.id);
  END;
  CREATE TRIGGER reports_out AFTER DELETE ON reports BEGIN
    DELETE FROM report_words WHERE rowid = (SELECT n FROM report_numbers WHERE report = old.id);
    DELETE FROM report_numbers WHERE report = old.id;
    -- What is left until the next merging are numbers.
    UPDATE merge_reports SET outlines = '[]' WHERE report = old.id;
    INSERT INTO merge_pending SELECT old.id WHERE NOT EXISTS (SELECT 1 FROM merge_pending WHERE report = old.id);
  END;
  CREATE TRIGGER merge_ruled AFTER INSERT ON decision_reports BEGIN INSERT INTO merge_pending SELECT new.report WHERE NOT EXISTS (SELECT 1 FROM merge_pending WHERE report = new.report); END;
  CREATE TRIGGER merge_unruled AFTER DELETE ON decision_reports BEGIN INSERT INTO merge_pending SELECT old.report WHERE NOT EXISTS (SELECT 1 FROM merge_pending WHERE report = old.report); END;
`;
