-- Approved posts, part-time contracts, the college's own parameters (RULE num-7: presets are no
-- rows) and its calendar (RULE num-8).

CREATE TABLE post_plans (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  post        TEXT NOT NULL,
  from_date   TEXT NOT NULL,
  approved    INTEGER NOT NULL,
  source      TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (post, from_date)
) STRICT;

CREATE TABLE contracts (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  agreement_no TEXT NOT NULL,
  name        TEXT NOT NULL,
  id_number   TEXT NOT NULL,
  employer    TEXT NOT NULL,
  title       TEXT NOT NULL,
  skill       TEXT NOT NULL,
  department  TEXT NOT NULL,
  course      TEXT NOT NULL,
  from_date   TEXT NOT NULL,
  to_date     TEXT NOT NULL,
  fte_x1e4    INTEGER NOT NULL,
  rate_fen    INTEGER NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (agreement_no)
) STRICT;

CREATE TABLE parameters (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  key         TEXT NOT NULL,
  from_date   TEXT NOT NULL,
  to_date     TEXT NOT NULL,
  value       TEXT NOT NULL,
  source      TEXT NOT NULL,
  UNIQUE (key, from_date)
) STRICT;

CREATE TABLE calendar_days (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  date        TEXT NOT NULL,
  working     INTEGER NOT NULL CHECK (working IN (0, 1)),
  name        TEXT NOT NULL,
  UNIQUE (date)
) STRICT;
