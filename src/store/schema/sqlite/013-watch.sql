-- Targets and what the college reaches of them (RULE tgt-1 … tgt-10), the registers of supervision
-- (RULE aud-4 … aud-6), and what scans found (RULE aud-2). A finding is never deleted and its number is
-- given once; what happened to it are the steps of its case. Keys of rows about a person begin with
-- the person, so that they serve both `--update` and the foreign key.

ALTER TABLE departments ADD COLUMN function TEXT NOT NULL DEFAULT '';

CREATE TABLE targets (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  year        INTEGER NOT NULL,
  indicator   TEXT NOT NULL,
  goal        INTEGER NOT NULL,
  office      TEXT NOT NULL,
  document    TEXT NOT NULL,
  note        TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (year, indicator)
) STRICT;

CREATE TABLE target_entries (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  year        INTEGER NOT NULL,
  indicator   TEXT NOT NULL,
  from_date   TEXT NOT NULL,
  to_date     TEXT NOT NULL,
  cumulative  INTEGER NOT NULL CHECK (cumulative IN (0, 1)),
  number      INTEGER NOT NULL,
  base        INTEGER NOT NULL,
  period      TEXT NOT NULL,
  evidence    TEXT NOT NULL,
  note        TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (year, indicator, from_date, to_date)
) STRICT;

CREATE TABLE trainees (
  id              INTEGER PRIMARY KEY,
  row_version     INTEGER NOT NULL,
  changed_at      TEXT NOT NULL,
  changed_by      TEXT NOT NULL,
  project         TEXT NOT NULL,
  project_name    TEXT NOT NULL,
  category        TEXT NOT NULL,
  session         TEXT NOT NULL,
  from_date       TEXT NOT NULL,
  to_date         TEXT NOT NULL,
  name            TEXT NOT NULL,
  id_number       TEXT NOT NULL,
  employer        TEXT NOT NULL,
  due_hours_x100  INTEGER NOT NULL,
  done_hours_x100 INTEGER NOT NULL,
  finished        INTEGER NOT NULL,
  certificate     TEXT NOT NULL,
  cancelled       INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
  batch_id        INTEGER REFERENCES import_batches (id),
  source_row      INTEGER NOT NULL,
  UNIQUE (project, session, id_number)
) STRICT;

CREATE INDEX trainees_by_end ON trainees (to_date);

CREATE TABLE majors (
  id             INTEGER PRIMARY KEY,
  row_version    INTEGER NOT NULL,
  changed_at     TEXT NOT NULL,
  changed_by     TEXT NOT NULL,
  code           TEXT NOT NULL,
  name           TEXT NOT NULL,
  level          TEXT NOT NULL,
  opened         TEXT NOT NULL,
  stopped        TEXT NOT NULL,
  partner        TEXT NOT NULL,
  agreement      TEXT NOT NULL,
  agreement_from TEXT NOT NULL,
  agreement_to   TEXT NOT NULL,
  courses        INTEGER NOT NULL CHECK (courses IN (0, 1)),
  teachers       INTEGER NOT NULL CHECK (teachers IN (0, 1)),
  sites          INTEGER NOT NULL CHECK (sites IN (0, 1)),
  practice       INTEGER NOT NULL CHECK (practice IN (0, 1)),
  integrated_on  TEXT NOT NULL,
  document       TEXT NOT NULL,
  batch_id       INTEGER REFERENCES import_batches (id),
  source_row     INTEGER NOT NULL,
  UNIQUE (code, agreement)
) STRICT;

CREATE TABLE graduates (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  year        INTEGER NOT NULL,
  student_no  TEXT NOT NULL,
  name        TEXT NOT NULL,
  id_number   TEXT NOT NULL,
  major       TEXT NOT NULL,
  kind        TEXT NOT NULL,
  placed_on   TEXT NOT NULL,
  employer    TEXT NOT NULL,
  uscc        TEXT NOT NULL,
  evidence    TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (year, student_no)
) STRICT;

CREATE UNIQUE INDEX graduates_by_id_number ON graduates (year, id_number) WHERE id_number <> '';

CREATE TABLE skill_dues (
  id              INTEGER PRIMARY KEY,
  row_version     INTEGER NOT NULL,
  changed_at      TEXT NOT NULL,
  changed_by      TEXT NOT NULL,
  year            INTEGER NOT NULL,
  batch           TEXT NOT NULL,
  student_no      TEXT NOT NULL,
  name            TEXT NOT NULL,
  id_number       TEXT NOT NULL,
  major           TEXT NOT NULL,
  class_name      TEXT NOT NULL,
  occupation      TEXT NOT NULL,
  level           TEXT NOT NULL,
  exempt_reason   TEXT NOT NULL,
  exempt_document TEXT NOT NULL,
  missing_reason  TEXT NOT NULL,
  batch_id        INTEGER REFERENCES import_batches (id),
  source_row      INTEGER NOT NULL,
  UNIQUE (year, batch, student_no, occupation, level)
) STRICT;

CREATE TABLE skill_results (
  id            INTEGER PRIMARY KEY,
  row_version   INTEGER NOT NULL,
  changed_at    TEXT NOT NULL,
  changed_by    TEXT NOT NULL,
  year          INTEGER NOT NULL,
  batch         TEXT NOT NULL,
  student_no    TEXT NOT NULL,
  name          TEXT NOT NULL,
  occupation    TEXT NOT NULL,
  level         TEXT NOT NULL,
  theory_x100   INTEGER NOT NULL,
  practice_x100 INTEGER NOT NULL,
  outcome       TEXT NOT NULL,
  certificate   TEXT NOT NULL,
  examined      TEXT NOT NULL,
  batch_id      INTEGER REFERENCES import_batches (id),
  source_row    INTEGER NOT NULL,
  UNIQUE (year, batch, student_no, occupation, level)
) STRICT;

CREATE TABLE rotation_roster (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  kind        TEXT NOT NULL,
  from_date   TEXT NOT NULL,
  off_date    TEXT NOT NULL,
  off_reason  TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, kind, from_date)
) STRICT;

CREATE TABLE rotation_courses (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  name        TEXT NOT NULL,
  host        TEXT NOT NULL,
  from_date   TEXT NOT NULL,
  to_date     TEXT NOT NULL,
  hours_x100  INTEGER NOT NULL,
  finished    INTEGER NOT NULL CHECK (finished IN (0, 1)),
  certificate TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, name, from_date)
) STRICT;

CREATE TABLE contests (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  name        TEXT NOT NULL,
  level       TEXT NOT NULL,
  event       TEXT NOT NULL,
  date        TEXT NOT NULL,
  hosted      INTEGER NOT NULL CHECK (hosted IN (0, 1)),
  person      TEXT NOT NULL,
  role        TEXT NOT NULL,
  staff_no    TEXT NOT NULL,
  award       TEXT NOT NULL,
  certificate TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (name, event, date, person)
) STRICT;

CREATE TABLE leaders (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  duty        TEXT NOT NULL,
  unit        TEXT NOT NULL,
  charge      TEXT NOT NULL,
  from_date   TEXT NOT NULL,
  to_date     TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, duty, unit, from_date)
) STRICT;

CREATE TABLE rectify_items (
  id           INTEGER PRIMARY KEY,
  row_version  INTEGER NOT NULL,
  changed_at   TEXT NOT NULL,
  changed_by   TEXT NOT NULL,
  no           TEXT NOT NULL,
  source       TEXT NOT NULL,
  area         TEXT NOT NULL,
  problem      TEXT NOT NULL,
  unit         TEXT NOT NULL,
  person       TEXT NOT NULL,
  measure      TEXT NOT NULL,
  deadline     TEXT NOT NULL,
  extension    TEXT NOT NULL,
  percent      INTEGER NOT NULL,
  evidence     TEXT NOT NULL,
  closed_by    TEXT NOT NULL,
  closed_on    TEXT NOT NULL,
  batch_id     INTEGER REFERENCES import_batches (id),
  source_row   INTEGER NOT NULL,
  UNIQUE (no)
) STRICT;

CREATE TABLE tolerances (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  no          TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  matter      TEXT NOT NULL,
  about       TEXT NOT NULL,
  applied     TEXT NOT NULL,
  verified_by TEXT NOT NULL,
  verified    TEXT NOT NULL,
  opinion     TEXT NOT NULL,
  meeting     TEXT NOT NULL,
  decided     TEXT NOT NULL,
  decision    TEXT NOT NULL,
  open_to     TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (no)
) STRICT;

CREATE INDEX tolerances_by_person ON tolerances (person_id);

CREATE TABLE findings (
  id               INTEGER PRIMARY KEY,
  row_version      INTEGER NOT NULL,
  changed_at       TEXT NOT NULL,
  changed_by       TEXT NOT NULL,
  no               INTEGER NOT NULL UNIQUE,
  kind             TEXT NOT NULL,
  subject          TEXT NOT NULL,
  gravity          INTEGER NOT NULL,
  size             INTEGER NOT NULL,
  facts            TEXT NOT NULL,
  staff_no         TEXT NOT NULL,
  office           TEXT NOT NULL,
  present          INTEGER NOT NULL CHECK (present IN (0, 1)),
  reopened         INTEGER NOT NULL,
  first_seen       TEXT NOT NULL,
  last_seen        TEXT NOT NULL,
  accepted_size    INTEGER NOT NULL,
  accepted_gravity INTEGER NOT NULL,
  UNIQUE (kind, subject)
) STRICT;

CREATE TABLE finding_scans (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  act_id      TEXT NOT NULL UNIQUE,
  date        TEXT NOT NULL,
  n_present   INTEGER NOT NULL
) STRICT;
