-- Notes on what a picture shows, and views of charts. Never edited: taken back by another entry of the same name.
CREATE TABLE jotting (
  id INTEGER PRIMARY KEY,
  name BLOB NOT NULL,
  kind TEXT NOT NULL,
  is_withdrawal INTEGER NOT NULL,
  subject TEXT NOT NULL,
  about TEXT NOT NULL,  -- by its outside name
  sharing TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  author TEXT NOT NULL,
  written INTEGER NOT NULL,
  label INTEGER NOT NULL REFERENCES label,
  UNIQUE (name, is_withdrawal)
) STRICT;
