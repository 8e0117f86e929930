const NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";
const note = (kind: string, id: string): string => `INSERT INTO changes (at, kind, id) VALUES (${NOW}, '${kind}', ${id});`;

/**
 * What was added, changed and taken out, numbered in the order in which it was committed: who has read up to a number misses nothing after it.
 * Triggers write it in the transaction of the change itself. Events may be written over as a whole: one that is deleted waits in `event_before` until
 * it is known whether it comes back the same, changed or not at all (`settleChanges`).
 */
export const CHANGE_TABLES = `
  CREATE TABLE changes (
    n INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, successor TEXT
  ) STRICT;
  CREATE INDEX changes_by_time ON changes (at);
  CREATE INDEX changes_by_id ON changes (id, n);
  CREATE TABLE event_before (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;

  INSERT INTO changes (at, kind, id) SELECT ${NOW}, 'report-added', id FROM reports ORDER BY id;
  INSERT INTO changes (at, kind, id) SELECT ${NOW}, 'event-added', id FROM events ORDER BY id;
  INSERT INTO changes (at, kind, id) SELECT at, 'decision', id FROM decisions ORDER BY n;

  CREATE TRIGGER changes_report_in AFTER INSERT ON reports BEGIN ${note('report-added', 'new.id')} END;
  CREATE TRIGGER changes_report_anew AFTER UPDATE OF record ON reports WHEN old.record IS NOT new.record BEGIN ${note('report-changed', 'new.id')} END;
  CREATE TRIGGER changes_report_out AFTER DELETE ON reports BEGIN ${note('report-gone', 'old.id')} END;
  CREATE TRIGGER changes_decision_in AFTER INSERT ON decisions BEGIN ${note('decision', 'new.id')} END;

  CREATE TRIGGER changes_event_out AFTER DELETE ON events BEGIN
    INSERT OR IGNORE INTO event_before (id, record) VALUES (old.id, old.record);
  END;
  CREATE TRIGGER changes_event_in AFTER INSERT ON events BEGIN
    INSERT INTO changes (at, kind, id)
      SELECT ${NOW}, CASE WHEN before.id IS NULL THEN 'event-added' ELSE 'event-changed' END, new.id
      FROM (SELECT 1) LEFT JOIN event_before AS before ON before.id = new.id
      WHERE before.record IS NOT new.record;
    DELETE FROM event_before WHERE id = new.id;
  END;
  CREATE TRIGGER changes_event_anew AFTER UPDATE OF record ON events WHEN old.record IS NOT new.record BEGIN ${note('event-changed', 'new.id')} END;
`;
