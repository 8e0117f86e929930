/** Who coded what where claims are coded twice, and which decisions are about which report; an undoing is about what it undoes. */
export const DECISION_TABLES = `
  ALTER TABLE decisions ADD COLUMN coder TEXT;

  CREATE TABLE decision_reports (report TEXT NOT NULL, decision INTEGER NOT NULL, PRIMARY KEY (report, decision)) STRICT, WITHOUT ROWID;
  INSERT INTO decision_reports (report, decision)
    SELECT DISTINCT found.atom, n FROM decisions, json_tree(decisions.ruling) AS found WHERE found.key = 'report';
  INSERT OR IGNORE INTO decision_reports (report, decision)
    SELECT known.report, undoing.n FROM decisions AS undoing
      JOIN decisions AS undone ON undone.id = json_extract(undoing.ruling, '$.decision') JOIN decision_reports AS known ON known.decision = undone.n;

  CREATE TRIGGER decisions_by_report AFTER INSERT ON decisions BEGIN
    INSERT INTO decision_reports (report, decision)
      SELECT DISTINCT found.atom, new.n FROM json_tree(new.ruling) AS found WHERE found.key = 'report';
    INSERT OR IGNORE INTO decision_reports (report, decision)
      SELECT known.report, new.n FROM decisions AS undone JOIN decision_reports AS known ON known.decision = undone.n
        WHERE undone.id = json_extract(new.ruling, '$.decision');
  END;
`;
