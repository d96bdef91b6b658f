-- Who may sign in. Lists are sorted and joined by model::cell_separator.
CREATE TABLE account (
  user TEXT PRIMARY KEY,  -- as it is typed, in lower case
  display_name TEXT NOT NULL,
  roles TEXT NOT NULL,
  clearance TEXT NOT NULL,
  compartments TEXT NOT NULL,
  group_names TEXT NOT NULL,
  is_custodian INTEGER NOT NULL,
  state TEXT NOT NULL,
  must_change INTEGER NOT NULL,
  epoch INTEGER NOT NULL,  -- sessions begun in an earlier one are over
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  password_hash TEXT NOT NULL,  -- argon2id, or '' as long as nobody can sign in
  version INTEGER NOT NULL UNIQUE  -- the newest change to any account has the highest
) STRICT, WITHOUT ROWID;
