-- The ground that everything else stands on: which scripts were run, the log of all acts with its
-- head, the journal of all changes, the last id given in each table (an id is never given twice,
-- so that the journal stays unambiguous), and what the college says of itself.

CREATE TABLE schema_versions (
  version INTEGER PRIMARY KEY,
  script  TEXT NOT NULL,
  sha256  TEXT NOT NULL
) STRICT;

CREATE TABLE acts (
  seq          INTEGER PRIMARY KEY,
  act_id       TEXT NOT NULL UNIQUE,
  at           TEXT NOT NULL,
  who          TEXT NOT NULL,
  kind         TEXT NOT NULL,
  refused      INTEGER NOT NULL CHECK (refused IN (0, 1)),
  summary      TEXT NOT NULL,
  source       TEXT NOT NULL,
  source_hash  TEXT NOT NULL,
  first_change INTEGER NOT NULL,
  n_changes    INTEGER NOT NULL,
  changes_hash TEXT NOT NULL,
  prev_hash    TEXT NOT NULL,
  hash         TEXT NOT NULL
) STRICT;

CREATE TABLE act_heads (
  id          INTEGER PRIMARY KEY CHECK (id = 1),
  seq         INTEGER NOT NULL,
  last_change INTEGER NOT NULL,
  hash        TEXT NOT NULL
) STRICT;

INSERT INTO act_heads (id, seq, last_change, hash) VALUES (1, 0, 0, '');

CREATE TABLE changes (
  id          INTEGER PRIMARY KEY,
  act_seq     INTEGER NOT NULL,
  table_name  TEXT NOT NULL,
  row_id      INTEGER NOT NULL,
  row_version INTEGER NOT NULL,
  op          TEXT NOT NULL CHECK (op IN ('i', 'u', 'd')),
  before      TEXT NOT NULL,
  after       TEXT NOT NULL
) STRICT;

CREATE TABLE row_ids (
  table_name TEXT PRIMARY KEY,
  last_id    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  key         TEXT NOT NULL,
  from_date   TEXT NOT NULL,
  value       TEXT NOT NULL,
  source      TEXT NOT NULL,
  UNIQUE (key, from_date)
) STRICT;
