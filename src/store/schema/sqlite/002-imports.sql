-- Import batches come before what they bring, since every imported row names its batch. Mappings
-- and synonyms are what the user taught an import and need not teach again (RULE ppl-2).

CREATE TABLE import_batches (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  act_id      TEXT NOT NULL UNIQUE,
  kind        TEXT NOT NULL,
  file        TEXT NOT NULL,
  sha256      TEXT NOT NULL,
  sheet       TEXT NOT NULL,
  at          TEXT NOT NULL,
  who         TEXT NOT NULL,
  n_rows      INTEGER NOT NULL,
  n_inserted  INTEGER NOT NULL,
  n_updated   INTEGER NOT NULL,
  n_unchanged INTEGER NOT NULL,
  n_skipped   INTEGER NOT NULL,
  undone_by   TEXT NOT NULL
) STRICT;

CREATE TABLE import_mappings (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  kind        TEXT NOT NULL,
  heading     TEXT NOT NULL,
  field       TEXT NOT NULL,
  UNIQUE (kind, heading)
) STRICT;

CREATE TABLE import_synonyms (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  code_table  TEXT NOT NULL,
  text        TEXT NOT NULL,
  code        TEXT NOT NULL,
  UNIQUE (code_table, text)
) STRICT;
