-- One row per fact, strictly typed. Moments are seconds since 1970-01-01T00:00:00Z.

-- What the store knows of itself: ceiling, key_check, and the head of the audit log.
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE label (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE  -- model::to_key
) STRICT;

CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  force TEXT NOT NULL,
  layout TEXT NOT NULL,
  layout_version INTEGER NOT NULL,
  layout_text TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  header TEXT NOT NULL,  -- joined by model::cell_separator
  label INTEGER NOT NULL REFERENCES label,
  basis TEXT NOT NULL,
  authorisation TEXT NOT NULL,
  purpose TEXT NOT NULL,
  expires TEXT NOT NULL,  -- a date or ''
  may_hold_privileged INTEGER NOT NULL,
  imported_by TEXT NOT NULL,
  imported INTEGER NOT NULL,
  records INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  withdrawn INTEGER NOT NULL DEFAULT 0,
  first_record INTEGER NOT NULL DEFAULT 0,  -- its records have ids from here …
  last_record INTEGER NOT NULL DEFAULT -1,  -- … to here
  UNIQUE (source, file_sha256, label)
) STRICT;

-- How many records of a batch carry which label: what a viewer may not see is left out before a row is read.
CREATE TABLE batch_label (
  batch INTEGER NOT NULL REFERENCES batch,
  label INTEGER NOT NULL REFERENCES label,
  records INTEGER NOT NULL,
  PRIMARY KEY (batch, label)
) STRICT, WITHOUT ROWID;

-- No foreign keys here: two look-ups per row would cost a third of the speed of an import. They hold because a
-- batch is written by one transaction that made the batch and its labels; `raptor audit verify` checks it.
CREATE TABLE record (
  id INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL,
  row INTEGER NOT NULL,
  label INTEGER NOT NULL,
  grading INTEGER,  -- 5 * source evaluation + assessment
  happened INTEGER,
  recorded INTEGER,
  retention INTEGER NOT NULL,
  cells TEXT NOT NULL
) STRICT;

CREATE TABLE rejected_row (
  id INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL REFERENCES batch,
  row INTEGER NOT NULL,
  line INTEGER NOT NULL,
  column_name TEXT NOT NULL,
  reason TEXT NOT NULL,
  cells TEXT NOT NULL
) STRICT;
CREATE INDEX rejected_row_by_batch ON rejected_row (batch);

CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  left_record BLOB NOT NULL,
  left_slot TEXT NOT NULL,
  right_record BLOB NOT NULL,
  right_slot TEXT NOT NULL,
  verdict TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided INTEGER NOT NULL,
  label INTEGER NOT NULL REFERENCES label
) STRICT;

CREATE TABLE frozen (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX frozen_by_name ON frozen (name, id);

-- Leaves stay for ever. A payload and its salt may be erased; the leaf then still proves its place.
CREATE TABLE audit_leaf (
  number INTEGER PRIMARY KEY,  -- from 0, without gaps
  leaf BLOB NOT NULL
) STRICT;

CREATE TABLE audit_payload (
  number INTEGER PRIMARY KEY REFERENCES audit_leaf,
  label INTEGER NOT NULL REFERENCES label,
  salt BLOB NOT NULL,
  payload TEXT NOT NULL
) STRICT;
