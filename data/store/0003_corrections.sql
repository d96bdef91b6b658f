-- What somebody decided that a record should have said. The record itself stays as it was received; the latest
-- correction of a value counts.
CREATE TABLE correction (
  id INTEGER PRIMARY KEY,
  record BLOB NOT NULL,
  slot TEXT NOT NULL,
  attribute TEXT NOT NULL,
  was TEXT NOT NULL,  -- as it was read from the record: tells which value is meant
  remedy TEXT NOT NULL,
  becomes TEXT NOT NULL,  -- '' unless it is replaced
  decided_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided INTEGER NOT NULL,
  label INTEGER NOT NULL REFERENCES label
) STRICT;
