-- What people did in a year, and what the college decided about it (RULE wrk-1 … wrk-7, pay-5).
-- Keys begin with the person, so that they serve both `--update` and the foreign key. The ordinal tells
-- records apart that a sheet tells apart by their order alone.

CREATE TABLE teaching_records (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  year        INTEGER NOT NULL,
  term        TEXT NOT NULL,
  course      TEXT NOT NULL,
  class_name  TEXT NOT NULL,
  course_type TEXT NOT NULL,
  ordinal     INTEGER NOT NULL,
  students    INTEGER NOT NULL,
  hours_x100  INTEGER NOT NULL,
  is_repeat   INTEGER NOT NULL CHECK (is_repeat IN (0, 1)),
  is_new      INTEGER NOT NULL CHECK (is_new IN (0, 1)),
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, year, term, course, class_name, course_type, ordinal)
) STRICT;

CREATE INDEX teaching_records_by_year ON teaching_records (year);

CREATE TABLE training_records (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  date        TEXT NOT NULL,
  project_code TEXT NOT NULL,
  session     TEXT NOT NULL,
  period      TEXT NOT NULL,
  role        TEXT NOT NULL,
  ordinal     INTEGER NOT NULL,
  project_name TEXT NOT NULL,
  category    TEXT NOT NULL,
  course_type TEXT NOT NULL,
  students    INTEGER NOT NULL,
  hours_x100  INTEGER NOT NULL,
  time_slot   TEXT NOT NULL,
  pay_mode    TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, date, project_code, session, period, role, ordinal)
) STRICT;

CREATE TABLE training_incomes (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  year        INTEGER NOT NULL,
  project_code TEXT NOT NULL,
  income_fen  INTEGER NOT NULL,
  cost_fen    INTEGER NOT NULL,
  person_times INTEGER NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (year, project_code)
) STRICT;

CREATE TABLE quotas (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  year        INTEGER NOT NULL,
  hours_x100  INTEGER NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, year)
) STRICT;

CREATE TABLE roles (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  year        INTEGER NOT NULL,
  role        TEXT NOT NULL,
  from_date   TEXT NOT NULL,
  to_date     TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, year, role, from_date)
) STRICT;

CREATE TABLE awards (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  year        INTEGER NOT NULL,
  basis       TEXT NOT NULL,
  points_x100 INTEGER NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, year, basis)
) STRICT;

CREATE TABLE factors (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  year        INTEGER NOT NULL,
  item        TEXT NOT NULL,
  value_x1e4  INTEGER NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, year, item)
) STRICT;

CREATE TABLE assessments (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  year        INTEGER NOT NULL,
  grade       TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, year)
) STRICT;

CREATE TABLE annual_pays (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  year        INTEGER NOT NULL,
  amount_fen  INTEGER NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, year)
) STRICT;
