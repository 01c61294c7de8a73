-- People, what is dated about them (RULE ppl-3), and departments. 工号 and 身份证号 are each unique
-- (RULE ppl-1); a person without a number is possible, two with the same are not.

CREATE TABLE people (
  id                      INTEGER PRIMARY KEY,
  row_version             INTEGER NOT NULL,
  changed_at              TEXT NOT NULL,
  changed_by              TEXT NOT NULL,
  staff_no                TEXT NOT NULL UNIQUE CHECK (staff_no <> ''),
  name                    TEXT NOT NULL,
  pinyin                  TEXT NOT NULL,
  id_number               TEXT NOT NULL,
  sex                     TEXT NOT NULL,
  birth_date              TEXT NOT NULL,
  ethnicity               TEXT NOT NULL,
  political               TEXT NOT NULL,
  education               TEXT NOT NULL,
  degree                  TEXT NOT NULL,
  school                  TEXT NOT NULL,
  major                   TEXT NOT NULL,
  skill                   TEXT NOT NULL,
  work_start              TEXT NOT NULL,
  original_retirement_age INTEGER NOT NULL,
  phone                   TEXT NOT NULL,
  bank_account            TEXT NOT NULL,
  note                    TEXT NOT NULL,
  batch_id                INTEGER REFERENCES import_batches (id),
  source_row              INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX people_by_id_number ON people (id_number) WHERE id_number <> '';

CREATE TABLE person_records (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  field       TEXT NOT NULL,
  from_date   TEXT NOT NULL,
  value       TEXT NOT NULL,
  UNIQUE (person_id, field, from_date)
) STRICT;

CREATE TABLE services (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  from_date   TEXT NOT NULL,
  to_date     TEXT NOT NULL,
  ended_as    TEXT NOT NULL,
  UNIQUE (person_id, from_date)
) STRICT;

CREATE TABLE departments (
  id               INTEGER PRIMARY KEY,
  row_version      INTEGER NOT NULL,
  changed_at       TEXT NOT NULL,
  changed_by       TEXT NOT NULL,
  name             TEXT NOT NULL UNIQUE CHECK (name <> ''),
  position         INTEGER NOT NULL,
  parent           TEXT NOT NULL,
  has_coefficient  INTEGER NOT NULL CHECK (has_coefficient IN (0, 1)),
  coefficient_x1e4 INTEGER NOT NULL,
  batch_id         INTEGER REFERENCES import_batches (id),
  source_row       INTEGER NOT NULL
) STRICT;
