-- Cases: things with states, and the steps that were taken. kind says which table of domain/case
-- holds the moves, subject_id which row of the duty's own table it is about. state and since are
-- those of the last step. A pay run that is older than this script gets its case from the program,
-- since every row must stand in the journal.

CREATE TABLE cases (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  kind        TEXT NOT NULL,
  subject_id  INTEGER NOT NULL,
  state       TEXT NOT NULL,
  opened      TEXT NOT NULL,
  since       TEXT NOT NULL,
  UNIQUE (kind, subject_id)
) STRICT;

CREATE TABLE case_steps (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  case_id     INTEGER NOT NULL REFERENCES cases (id),
  seq         INTEGER NOT NULL,
  verb        TEXT NOT NULL,
  from_state  TEXT NOT NULL,
  to_state    TEXT NOT NULL,
  who         TEXT NOT NULL,
  at          TEXT NOT NULL,
  day         TEXT NOT NULL,
  reason      TEXT NOT NULL,
  document    TEXT NOT NULL,
  approval    TEXT NOT NULL,
  detail      TEXT NOT NULL,
  UNIQUE (case_id, seq)
) STRICT;

-- The years that forms are offered of come from the data: one step in an index a year.
CREATE INDEX training_records_by_date ON training_records (date);
CREATE INDEX assessments_by_year ON assessments (year);
