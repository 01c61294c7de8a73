-- Targets and what the college reaches of them (RULE tgt-1 … tgt-10), the registers of supervision
-- (RULE aud-4 … aud-6), and what scans found (RULE aud-2). A finding is never deleted and its number is
-- given once; what happened to it are the steps of its case. Keys of rows about a person begin with
-- the person, so that they serve both `--update` and the foreign key.

ALTER TABLE departments ADD COLUMN function text COLLATE "C" NOT NULL DEFAULT '';

CREATE TABLE targets (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  year        bigint NOT NULL,
  indicator   text COLLATE "C" NOT NULL,
  goal        bigint NOT NULL,
  office      text COLLATE "C" NOT NULL,
  document    text COLLATE "C" NOT NULL,
  note        text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (year, indicator)
);

CREATE TABLE target_entries (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  year        bigint NOT NULL,
  indicator   text COLLATE "C" NOT NULL,
  from_date   text COLLATE "C" NOT NULL,
  to_date     text COLLATE "C" NOT NULL,
  cumulative  bigint NOT NULL CHECK (cumulative IN (0, 1)),
  number      bigint NOT NULL,
  base        bigint NOT NULL,
  period      text COLLATE "C" NOT NULL,
  evidence    text COLLATE "C" NOT NULL,
  note        text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (year, indicator, from_date, to_date)
);

CREATE TABLE trainees (
  id              bigint PRIMARY KEY,
  row_version     bigint NOT NULL,
  changed_at      text COLLATE "C" NOT NULL,
  changed_by      text COLLATE "C" NOT NULL,
  project         text COLLATE "C" NOT NULL,
  project_name    text COLLATE "C" NOT NULL,
  category        text COLLATE "C" NOT NULL,
  session         text COLLATE "C" NOT NULL,
  from_date       text COLLATE "C" NOT NULL,
  to_date         text COLLATE "C" NOT NULL,
  name            text COLLATE "C" NOT NULL,
  id_number       text COLLATE "C" NOT NULL,
  employer        text COLLATE "C" NOT NULL,
  due_hours_x100  bigint NOT NULL,
  done_hours_x100 bigint NOT NULL,
  finished        bigint NOT NULL,
  certificate     text COLLATE "C" NOT NULL,
  cancelled       bigint NOT NULL CHECK (cancelled IN (0, 1)),
  batch_id        bigint REFERENCES import_batches (id),
  source_row      bigint NOT NULL,
  UNIQUE (project, session, id_number)
);

CREATE INDEX trainees_by_end ON trainees (to_date);

CREATE TABLE majors (
  id             bigint PRIMARY KEY,
  row_version    bigint NOT NULL,
  changed_at     text COLLATE "C" NOT NULL,
  changed_by     text COLLATE "C" NOT NULL,
  code           text COLLATE "C" NOT NULL,
  name           text COLLATE "C" NOT NULL,
  level          text COLLATE "C" NOT NULL,
  opened         text COLLATE "C" NOT NULL,
  stopped        text COLLATE "C" NOT NULL,
  partner        text COLLATE "C" NOT NULL,
  agreement      text COLLATE "C" NOT NULL,
  agreement_from text COLLATE "C" NOT NULL,
  agreement_to   text COLLATE "C" NOT NULL,
  courses        bigint NOT NULL CHECK (courses IN (0, 1)),
  teachers       bigint NOT NULL CHECK (teachers IN (0, 1)),
  sites          bigint NOT NULL CHECK (sites IN (0, 1)),
  practice       bigint NOT NULL CHECK (practice IN (0, 1)),
  integrated_on  text COLLATE "C" NOT NULL,
  document       text COLLATE "C" NOT NULL,
  batch_id       bigint REFERENCES import_batches (id),
  source_row     bigint NOT NULL,
  UNIQUE (code, agreement)
);

CREATE TABLE graduates (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  year        bigint NOT NULL,
  student_no  text COLLATE "C" NOT NULL,
  name        text COLLATE "C" NOT NULL,
  id_number   text COLLATE "C" NOT NULL,
  major       text COLLATE "C" NOT NULL,
  kind        text COLLATE "C" NOT NULL,
  placed_on   text COLLATE "C" NOT NULL,
  employer    text COLLATE "C" NOT NULL,
  uscc        text COLLATE "C" NOT NULL,
  evidence    text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (year, student_no)
);

CREATE UNIQUE INDEX graduates_by_id_number ON graduates (year, id_number) WHERE id_number <> '';

CREATE TABLE skill_dues (
  id              bigint PRIMARY KEY,
  row_version     bigint NOT NULL,
  changed_at      text COLLATE "C" NOT NULL,
  changed_by      text COLLATE "C" NOT NULL,
  year            bigint NOT NULL,
  batch           text COLLATE "C" NOT NULL,
  student_no      text COLLATE "C" NOT NULL,
  name            text COLLATE "C" NOT NULL,
  id_number       text COLLATE "C" NOT NULL,
  major           text COLLATE "C" NOT NULL,
  class_name      text COLLATE "C" NOT NULL,
  occupation      text COLLATE "C" NOT NULL,
  level           text COLLATE "C" NOT NULL,
  exempt_reason   text COLLATE "C" NOT NULL,
  exempt_document text COLLATE "C" NOT NULL,
  missing_reason  text COLLATE "C" NOT NULL,
  batch_id        bigint REFERENCES import_batches (id),
  source_row      bigint NOT NULL,
  UNIQUE (year, batch, student_no, occupation, level)
);

CREATE TABLE skill_results (
  id            bigint PRIMARY KEY,
  row_version   bigint NOT NULL,
  changed_at    text COLLATE "C" NOT NULL,
  changed_by    text COLLATE "C" NOT NULL,
  year          bigint NOT NULL,
  batch         text COLLATE "C" NOT NULL,
  student_no    text COLLATE "C" NOT NULL,
  name          text COLLATE "C" NOT NULL,
  occupation    text COLLATE "C" NOT NULL,
  level         text COLLATE "C" NOT NULL,
  theory_x100   bigint NOT NULL,
  practice_x100 bigint NOT NULL,
  outcome       text COLLATE "C" NOT NULL,
  certificate   text COLLATE "C" NOT NULL,
  examined      text COLLATE "C" NOT NULL,
  batch_id      bigint REFERENCES import_batches (id),
  source_row    bigint NOT NULL,
  UNIQUE (year, batch, student_no, occupation, level)
);

CREATE TABLE rotation_roster (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  kind        text COLLATE "C" NOT NULL,
  from_date   text COLLATE "C" NOT NULL,
  off_date    text COLLATE "C" NOT NULL,
  off_reason  text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, kind, from_date)
);

CREATE TABLE rotation_courses (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  name        text COLLATE "C" NOT NULL,
  host        text COLLATE "C" NOT NULL,
  from_date   text COLLATE "C" NOT NULL,
  to_date     text COLLATE "C" NOT NULL,
  hours_x100  bigint NOT NULL,
  finished    bigint NOT NULL CHECK (finished IN (0, 1)),
  certificate text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, name, from_date)
);

CREATE TABLE contests (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  name        text COLLATE "C" NOT NULL,
  level       text COLLATE "C" NOT NULL,
  event       text COLLATE "C" NOT NULL,
  date        text COLLATE "C" NOT NULL,
  hosted      bigint NOT NULL CHECK (hosted IN (0, 1)),
  person      text COLLATE "C" NOT NULL,
  role        text COLLATE "C" NOT NULL,
  staff_no    text COLLATE "C" NOT NULL,
  award       text COLLATE "C" NOT NULL,
  certificate text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (name, event, date, person)
);

CREATE TABLE leaders (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  duty        text COLLATE "C" NOT NULL,
  unit        text COLLATE "C" NOT NULL,
  charge      text COLLATE "C" NOT NULL,
  from_date   text COLLATE "C" NOT NULL,
  to_date     text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, duty, unit, from_date)
);

CREATE TABLE rectify_items (
  id           bigint PRIMARY KEY,
  row_version  bigint NOT NULL,
  changed_at   text COLLATE "C" NOT NULL,
  changed_by   text COLLATE "C" NOT NULL,
  no           text COLLATE "C" NOT NULL,
  source       text COLLATE "C" NOT NULL,
  area         text COLLATE "C" NOT NULL,
  problem      text COLLATE "C" NOT NULL,
  unit         text COLLATE "C" NOT NULL,
  person       text COLLATE "C" NOT NULL,
  measure      text COLLATE "C" NOT NULL,
  deadline     text COLLATE "C" NOT NULL,
  extension    text COLLATE "C" NOT NULL,
  percent      bigint NOT NULL,
  evidence     text COLLATE "C" NOT NULL,
  closed_by    text COLLATE "C" NOT NULL,
  closed_on    text COLLATE "C" NOT NULL,
  batch_id     bigint REFERENCES import_batches (id),
  source_row   bigint NOT NULL,
  UNIQUE (no)
);

CREATE TABLE tolerances (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  no          text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  matter      text COLLATE "C" NOT NULL,
  about       text COLLATE "C" NOT NULL,
  applied     text COLLATE "C" NOT NULL,
  verified_by text COLLATE "C" NOT NULL,
  verified    text COLLATE "C" NOT NULL,
  opinion     text COLLATE "C" NOT NULL,
  meeting     text COLLATE "C" NOT NULL,
  decided     text COLLATE "C" NOT NULL,
  decision    text COLLATE "C" NOT NULL,
  open_to     text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (no)
);

CREATE INDEX tolerances_by_person ON tolerances (person_id);

CREATE TABLE findings (
  id               bigint PRIMARY KEY,
  row_version      bigint NOT NULL,
  changed_at       text COLLATE "C" NOT NULL,
  changed_by       text COLLATE "C" NOT NULL,
  no               bigint NOT NULL UNIQUE,
  kind             text COLLATE "C" NOT NULL,
  subject          text COLLATE "C" NOT NULL,
  gravity          bigint NOT NULL,
  size             bigint NOT NULL,
  facts            text COLLATE "C" NOT NULL,
  staff_no         text COLLATE "C" NOT NULL,
  office           text COLLATE "C" NOT NULL,
  present          bigint NOT NULL CHECK (present IN (0, 1)),
  reopened         bigint NOT NULL,
  first_seen       text COLLATE "C" NOT NULL,
  last_seen        text COLLATE "C" NOT NULL,
  accepted_size    bigint NOT NULL,
  accepted_gravity bigint NOT NULL,
  UNIQUE (kind, subject)
);

CREATE TABLE finding_scans (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  act_id      text COLLATE "C" NOT NULL UNIQUE,
  date        text COLLATE "C" NOT NULL,
  n_present   bigint NOT NULL
);
