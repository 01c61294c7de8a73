-- What the year's performance pay as a whole is made of (RULE pay-1 … pay-3), what was paid ahead and
-- withheld, and the timetables against which training records are held (RULE wrk-6). Keys of rows about
-- a person begin with the person, so that they serve both `--update` and the foreign key.

CREATE TABLE pay_ledger (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  year        INTEGER NOT NULL,
  month       INTEGER NOT NULL,
  account     TEXT NOT NULL,
  source      TEXT NOT NULL,
  document    TEXT NOT NULL,
  ordinal     INTEGER NOT NULL,
  amount_fen  INTEGER NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (year, month, account, source, document, ordinal)
) STRICT;

CREATE TABLE advances (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  year        INTEGER NOT NULL,
  month       INTEGER NOT NULL,
  amount_fen  INTEGER NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, year, month)
) STRICT;

CREATE TABLE withholdings (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  year        INTEGER NOT NULL,
  month       INTEGER NOT NULL,
  tax_fen     INTEGER NOT NULL,
  other_fen   INTEGER NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, year, month)
) STRICT;

CREATE TABLE transfers (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  year        INTEGER NOT NULL,
  project     TEXT NOT NULL,
  registration_no TEXT NOT NULL,
  net_fen     INTEGER NOT NULL,
  ratio_x1e4  INTEGER NOT NULL,
  share_x1e4  INTEGER NOT NULL,
  is_main     INTEGER NOT NULL CHECK (is_main IN (0, 1)),
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, year, project)
) STRICT;

CREATE TABLE talents (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  year        INTEGER NOT NULL,
  mode        TEXT NOT NULL,
  amount_fen  INTEGER NOT NULL,
  approval    TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, year, mode)
) STRICT;

CREATE TABLE timetable (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  term        TEXT NOT NULL,
  weekday     INTEGER NOT NULL,
  period      TEXT NOT NULL,
  week_from   INTEGER NOT NULL,
  week_to     INTEGER NOT NULL,
  weeks       TEXT NOT NULL,
  course      TEXT NOT NULL,
  class_name  TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, term, weekday, period, week_from, week_to, weeks, class_name)
) STRICT;
