-- What the year's performance pay as a whole is made of (RULE pay-1 … pay-3), what was paid ahead and
-- withheld, and the timetables against which training records are held (RULE wrk-6). Keys of rows about
-- a person begin with the person, so that they serve both `--update` and the foreign key.

CREATE TABLE pay_ledger (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  year        bigint NOT NULL,
  month       bigint NOT NULL,
  account     text COLLATE "C" NOT NULL,
  source      text COLLATE "C" NOT NULL,
  document    text COLLATE "C" NOT NULL,
  ordinal     bigint NOT NULL,
  amount_fen  bigint NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (year, month, account, source, document, ordinal)
);

CREATE TABLE advances (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  year        bigint NOT NULL,
  month       bigint NOT NULL,
  amount_fen  bigint NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, year, month)
);

CREATE TABLE withholdings (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  year        bigint NOT NULL,
  month       bigint NOT NULL,
  tax_fen     bigint NOT NULL,
  other_fen   bigint NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, year, month)
);

CREATE TABLE transfers (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  year        bigint NOT NULL,
  project     text COLLATE "C" NOT NULL,
  registration_no text COLLATE "C" NOT NULL,
  net_fen     bigint NOT NULL,
  ratio_x1e4  bigint NOT NULL,
  share_x1e4  bigint NOT NULL,
  is_main     bigint NOT NULL CHECK (is_main IN (0, 1)),
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, year, project)
);

CREATE TABLE talents (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  year        bigint NOT NULL,
  mode        text COLLATE "C" NOT NULL,
  amount_fen  bigint NOT NULL,
  approval    text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, year, mode)
);

CREATE TABLE timetable (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  term        text COLLATE "C" NOT NULL,
  weekday     bigint NOT NULL,
  period      text COLLATE "C" NOT NULL,
  week_from   bigint NOT NULL,
  week_to     bigint NOT NULL,
  weeks       text COLLATE "C" NOT NULL,
  course      text COLLATE "C" NOT NULL,
  class_name  text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, term, weekday, period, week_from, week_to, weeks, class_name)
);
