-- People, what is dated about them (RULE ppl-3), and departments. 工号 and 身份证号 are each unique
-- (RULE ppl-1); a person without a number is possible, two with the same are not.

CREATE TABLE people (
  id                      bigint PRIMARY KEY,
  row_version             bigint NOT NULL,
  changed_at              text COLLATE "C" NOT NULL,
  changed_by              text COLLATE "C" NOT NULL,
  staff_no                text COLLATE "C" NOT NULL UNIQUE CHECK (staff_no <> ''),
  name                    text COLLATE "C" NOT NULL,
  pinyin                  text COLLATE "C" NOT NULL,
  id_number               text COLLATE "C" NOT NULL,
  sex                     text COLLATE "C" NOT NULL,
  birth_date              text COLLATE "C" NOT NULL,
  ethnicity               text COLLATE "C" NOT NULL,
  political               text COLLATE "C" NOT NULL,
  education               text COLLATE "C" NOT NULL,
  degree                  text COLLATE "C" NOT NULL,
  school                  text COLLATE "C" NOT NULL,
  major                   text COLLATE "C" NOT NULL,
  skill                   text COLLATE "C" NOT NULL,
  work_start              text COLLATE "C" NOT NULL,
  original_retirement_age bigint NOT NULL,
  phone                   text COLLATE "C" NOT NULL,
  bank_account            text COLLATE "C" NOT NULL,
  note                    text COLLATE "C" NOT NULL,
  batch_id                bigint REFERENCES import_batches (id),
  source_row              bigint NOT NULL
);

CREATE UNIQUE INDEX people_by_id_number ON people (id_number) WHERE id_number <> '';

CREATE TABLE person_records (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  field       text COLLATE "C" NOT NULL,
  from_date   text COLLATE "C" NOT NULL,
  value       text COLLATE "C" NOT NULL,
  UNIQUE (person_id, field, from_date)
);

CREATE TABLE services (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  from_date   text COLLATE "C" NOT NULL,
  to_date     text COLLATE "C" NOT NULL,
  ended_as    text COLLATE "C" NOT NULL,
  UNIQUE (person_id, from_date)
);

CREATE TABLE departments (
  id               bigint PRIMARY KEY,
  row_version      bigint NOT NULL,
  changed_at       text COLLATE "C" NOT NULL,
  changed_by       text COLLATE "C" NOT NULL,
  name             text COLLATE "C" NOT NULL UNIQUE CHECK (name <> ''),
  position         bigint NOT NULL,
  parent           text COLLATE "C" NOT NULL,
  has_coefficient  bigint NOT NULL CHECK (has_coefficient IN (0, 1)),
  coefficient_x1e4 bigint NOT NULL,
  batch_id         bigint REFERENCES import_batches (id),
  source_row       bigint NOT NULL
);
