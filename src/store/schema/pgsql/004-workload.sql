-- What people did in a year, and what the college decided about it (RULE wrk-1 … wrk-7, pay-5).
-- Keys begin with the person, so that they serve both `--update` and the foreign key. The ordinal tells
-- records apart that a sheet tells apart by their order alone.

CREATE TABLE teaching_records (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  year        bigint NOT NULL,
  term        text COLLATE "C" NOT NULL,
  course      text COLLATE "C" NOT NULL,
  class_name  text COLLATE "C" NOT NULL,
  course_type text COLLATE "C" NOT NULL,
  ordinal     bigint NOT NULL,
  students    bigint NOT NULL,
  hours_x100  bigint NOT NULL,
  is_repeat   bigint NOT NULL CHECK (is_repeat IN (0, 1)),
  is_new      bigint NOT NULL CHECK (is_new IN (0, 1)),
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, year, term, course, class_name, course_type, ordinal)
);

CREATE INDEX teaching_records_by_year ON teaching_records (year);

CREATE TABLE training_records (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  date        text COLLATE "C" NOT NULL,
  project_code text COLLATE "C" NOT NULL,
  session     text COLLATE "C" NOT NULL,
  period      text COLLATE "C" NOT NULL,
  role        text COLLATE "C" NOT NULL,
  ordinal     bigint NOT NULL,
  project_name text COLLATE "C" NOT NULL,
  category    text COLLATE "C" NOT NULL,
  course_type text COLLATE "C" NOT NULL,
  students    bigint NOT NULL,
  hours_x100  bigint NOT NULL,
  time_slot   text COLLATE "C" NOT NULL,
  pay_mode    text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, date, project_code, session, period, role, ordinal)
);

CREATE TABLE training_incomes (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  year        bigint NOT NULL,
  project_code text COLLATE "C" NOT NULL,
  income_fen  bigint NOT NULL,
  cost_fen    bigint NOT NULL,
  person_times bigint NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (year, project_code)
);

CREATE TABLE quotas (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  year        bigint NOT NULL,
  hours_x100  bigint NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, year)
);

CREATE TABLE roles (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  year        bigint NOT NULL,
  role        text COLLATE "C" NOT NULL,
  from_date   text COLLATE "C" NOT NULL,
  to_date     text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, year, role, from_date)
);

CREATE TABLE awards (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  year        bigint NOT NULL,
  basis       text COLLATE "C" NOT NULL,
  points_x100 bigint NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, year, basis)
);

CREATE TABLE factors (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  year        bigint NOT NULL,
  item        text COLLATE "C" NOT NULL,
  value_x1e4  bigint NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, year, item)
);

CREATE TABLE assessments (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  year        bigint NOT NULL,
  grade       text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, year)
);

CREATE TABLE annual_pays (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  year        bigint NOT NULL,
  amount_fen  bigint NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, year)
);
