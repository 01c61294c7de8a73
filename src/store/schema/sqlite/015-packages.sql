-- What was handed over and taken over between offices (RULE pkg-9), the rows of each package as they
-- went over, which the next one is compared with (pkg-6), and whose keys are known (pkg-4).

CREATE TABLE packages (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  act         TEXT NOT NULL UNIQUE,
  direction   TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  package     TEXT NOT NULL,
  number      INTEGER NOT NULL,
  sender      TEXT NOT NULL,
  peers       TEXT NOT NULL,
  part        TEXT NOT NULL,
  at          TEXT NOT NULL,
  who         TEXT NOT NULL,
  sha256      TEXT NOT NULL,
  undone_by   TEXT NOT NULL
) STRICT;

CREATE TABLE handover_rows (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  package     TEXT NOT NULL,
  of_table    TEXT NOT NULL,
  row_key     TEXT NOT NULL,
  row_values  TEXT NOT NULL,
  UNIQUE (package, of_table, row_key)
) STRICT;

CREATE TABLE trusted_keys (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  name        TEXT NOT NULL UNIQUE CHECK (name <> ''),
  public_key  TEXT NOT NULL UNIQUE CHECK (public_key <> ''),
  at          TEXT NOT NULL,
  who         TEXT NOT NULL
) STRICT;
